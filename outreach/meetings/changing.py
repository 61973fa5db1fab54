"""Staff put a meeting beside a record, change it, cancel it, and tell what came of it.

Whoever signed up or is interested hears of each at one moment.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import bindparam

from content.texts import Named
from outreach.interests.impersonal import require_impersonal
from outreach.interests.question import Say, answer_question, ask_openly
from outreach.interests.tell import Telling, Told
from outreach.meetings.attendance import REMIND_AGAIN
from outreach.meetings.meeting import (
    MEETING_ADD,
    Meeting,
    card_of,
    held_meeting,
)
from outreach.meetings.telling import ADDED, CANCELLED, CHANGED, tell_all
from outreach.opportunities.edit import get_opportunity
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.query import update
from outreach.store.unit import Unit

PLAIN = ("kind", "begins_at", "ends_at", "location", "seats", "access", "interpreters", "notes")
"""What staff set of a meeting."""
NEEDED = ("kind", "begins_at", "ends_at", "location")
LONGEST = timedelta(days=14)
"""A longer one was typed wrong."""
MEETING_CHANGE = update(Meeting).where(Meeting.id == bindparam("meeting"))
"""Sets the columns that are handed in beside the meeting."""


def add_meeting(
    unit: Unit, /, *, opportunity: int, telling: Telling, **facts: Any
) -> tuple[int, Told]:
    """Put a meeting beside a record, and tell everybody interested; returns its number.

    Refuses one that has no time or place, or is in the past.
    """
    row = get_opportunity(unit, opportunity=opportunity)
    if row.state in ("decided", "withdrawn"):
        raise Refusal("refusal-ended", given=row.tender_id)
    blank: dict[str, Any] = {"seats": None, "access": [], "interpreters": [], "notes": ""}
    given = blank | facts
    _require_whole(unit, given)
    ours = {"taken": 0, "sequence": 0, "cancelled_at": None, "reason": "", "report_id": None}
    made_at = {"made_at": unit.now, "changed_at": unit.now}
    number: int = unit.run(
        MEETING_ADD, given | ours | made_at | {"opportunity_id": opportunity}
    ).scalar_one()
    record(unit, "meeting.made", *facts, meeting=number, opportunity=opportunity)
    if not row.version:
        return number, Told()
    return number, tell_all(unit, ADDED, card_of(held_meeting(unit, number)), telling)


def change_meeting(
    unit: Unit, /, *, meeting: int, telling: Telling, **facts: Any
) -> tuple[dict[str, tuple[Any, Any]], Told]:
    """Change a meeting, and tell everybody; returns what changed, each as it was and as it is.

    More or fewer seats are told to nobody who has one. On another day, who comes is reminded again.
    Refuses fewer seats than were given out.
    """
    row = _ahead(unit, meeting)
    whole = {name: getattr(row, name) for name in PLAIN} | facts
    _require_whole(unit, whole)
    if whole["seats"] is not None and whole["seats"] < row.taken:
        raise Refusal("refusal-meeting-taken", taken=row.taken)
    changed = {
        name: (getattr(row, name), value)
        for name, value in facts.items()
        if getattr(row, name) != value
    }
    if not changed:
        return {}, Told()
    values = {name: after for name, (_, after) in changed.items()}
    ours = {"changed_at": unit.now, "sequence": row.sequence + 1}
    unit.run(MEETING_CHANGE, {"meeting": meeting} | values | ours)
    record(unit, "meeting.edited", *changed, meeting=meeting)
    if _is_on_another_day(changed, telling.quiet.zone):
        unit.run(REMIND_AGAIN, {"meeting": meeting})
    if set(changed) <= {"seats"}:
        return changed, Told()
    return changed, _tell(unit, row, CHANGED, telling)


def cancel_meeting(
    unit: Unit, *, meeting: int, reason: str, telling: Telling, checked: bool = False
) -> Told:
    """Cancel a meeting with its reason, and tell everybody at one moment.

    Refuses a reason that may be about a person, until somebody `checked` it.
    """
    row = _ahead(unit, meeting)
    if not reason:
        raise Refusal("refusal-meeting-reason")
    if not checked:
        require_impersonal(unit, reason, opportunity=row.opportunity_id)
    facts = {"cancelled_at": unit.now, "changed_at": unit.now, "reason": reason}
    unit.run(MEETING_CHANGE, {"meeting": meeting, "sequence": row.sequence + 1} | facts)
    record(unit, "meeting.cancelled", meeting=meeting)
    return _tell(unit, row, CANCELLED, telling)


def report_on_meeting(
    unit: Unit,
    *,
    meeting: int,
    report: str,
    question: str,
    say: Say,
    telling: Telling,
    checked: bool = False,
) -> Told:
    """Tell what came of a meeting as an answer to all, which stands where those stand.

    It is corrected as any other answer. Refuses a second one, and one before the meeting began.
    """
    row = held_meeting(unit, meeting)
    if row.begins_at > unit.now or row.cancelled_at is not None:
        raise Refusal("refusal-meeting-ahead")
    if row.report_id is not None:
        raise Refusal("refusal-meeting-reported", given=str(row.report_id))
    asked = ask_openly(unit, opportunity=row.opportunity_id)
    told = answer_question(
        unit,
        question=asked,
        answer=report,
        public_text=question,
        say=say,
        quiet=telling.quiet,
        checked=checked,
    )
    unit.run(MEETING_CHANGE, {"meeting": meeting, "report_id": asked})
    record(unit, "meeting.reported", meeting=meeting, question=asked)
    return told


def _ahead(unit: Unit, meeting: int) -> Meeting:
    """Return a meeting, locked; refuses one that is over or was cancelled."""
    row = held_meeting(unit, meeting)
    if row.cancelled_at is not None:
        raise Refusal("refusal-meeting-cancelled")
    if row.ends_at <= unit.now:
        raise Refusal("refusal-meeting-over")
    return row


def _is_on_another_day(changed: Mapping[str, tuple[Any, Any]], zone: ZoneInfo) -> bool:
    """True if a meeting begins on another day than it did."""
    return len({at.astimezone(zone).date() for at in changed.get("begins_at", ())}) > 1


def _tell(unit: Unit, row: Meeting, name: str, telling: Telling) -> Told:
    if not get_opportunity(unit, opportunity=row.opportunity_id).version:
        return Told()
    return tell_all(unit, name, card_of(held_meeting(unit, row.id)), telling)


def _require_whole(unit: Unit, facts: Mapping[str, Any]) -> None:
    lacks = [name for name in NEEDED if not facts.get(name)]
    if lacks:
        raise Refusal(
            "refusal-meeting-lacks", fields=[Named("meeting_fact", name) for name in lacks]
        )
    begins, ends = facts["begins_at"], facts["ends_at"]
    if not begins < ends <= begins + LONGEST:
        raise Refusal("refusal-meeting-times")
    if begins <= unit.now:
        raise Refusal("refusal-meeting-past")
