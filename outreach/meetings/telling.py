"""Who is told something about a meeting, and in which words.

Whoever signed up asked for it: a stop before that does not end it, a stop after it does
(`kinds_of_notice`). Those who are interested are told as of any other news.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlmodel import bindparam, col

from content.message import Message, Option
from content.texts import Named, Span, Texts
from outreach.delivery.notice import notify
from outreach.interests.asked import kinds_of_notice
from outreach.interests.interest import Interest
from outreach.interests.tell import Telling, Told
from outreach.meetings.attendance import Attendance
from outreach.meetings.meeting import MeetingCard
from outreach.opportunities.card import opportunity_card
from outreach.parties.party import Membership
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.unit import Unit

ADDED, CHANGED, CANCELLED = "notice-meeting", "notice-meeting-changed", "notice-meeting-cancelled"
LEADS = "!meetings"
"""Begins the code of an option that leads to a meeting, by its number."""
LOOK = "look"
SEATED, REMINDED = "notice-meeting-seated", "notice-meeting-reminder"
UNDER_WAY = ("new", "in_talk", "invited", "agreed")
"""States of an interest whose party hears of a meeting."""
ATTENDING = pick(Attendance.person_id, Attendance.at).where(
    Attendance.meeting_id == bindparam("meeting")
)
INTERESTED_UNDER_WAY = (
    pick(Membership.person_id)
    .distinct()
    .join(Interest, col(Interest.party_id) == col(Membership.party_id))
    .where(Interest.opportunity_id == bindparam("opportunity"), col(Interest.state).in_(UNDER_WAY))
)


def who_comes(unit: Unit, *, meeting: int) -> dict[int, datetime]:
    """Return who signed up for a meeting, or waits, and when they did."""
    rows = unit.run(ATTENDING, {"meeting": meeting})
    return {row.person_id: row.at for row in rows}


def tell_all(unit: Unit, name: str, meeting: MeetingCard, telling: Telling) -> Told:
    """Tell everybody who comes, waits or is interested, at one moment."""
    persons = who_comes(unit, meeting=meeting.id)
    about = {"opportunity": meeting.opportunity}
    interested = set(unit.run(INTERESTED_UNDER_WAY, about).scalars())
    return tell_some(
        unit, name, meeting, persons | dict.fromkeys(interested - persons.keys()), telling
    )


def tell_some(
    unit: Unit,
    name: str,
    meeting: MeetingCard,
    persons: Mapping[int, datetime | None],
    telling: Telling,
) -> Told:
    """Tell persons, each with when they signed up if they did."""
    asked = {who: at for who, at in persons.items() if at is not None}
    say = words_of(unit, name, meeting, telling.texts)
    for kind, group in kinds_of_notice(unit, set(persons), asked).items():
        if group:
            mailing = notify(
                unit,
                name=name,
                persons=group,
                say=say,
                quiet=telling.quiet,
                opportunity=meeting.opportunity,
                kind=kind,
                beside=True,
            )
            record(unit, "notice.planned", mailing=mailing, meeting=meeting.id)
    return Told(len(persons), telling.quiet.over(unit.now) if persons else None)


def words_of(unit: Unit, name: str, meeting: MeetingCard, texts: Texts) -> Callable[[str], Message]:
    """Return what says a notice about a meeting in a language."""

    def say(language: str) -> Message:
        card = opportunity_card(unit, opportunity=meeting.opportunity, language=language)
        facts: dict[str, Any] = {
            "what": Named("meeting", meeting.kind),
            "title": card.title,
            "when": Span(meeting.begins_at, meeting.ends_at),
            "where": meeting.location,
            "reason": meeting.reason or "none",
            "id": meeting.id,
        }
        said = texts.message(name, language, **facts)
        if meeting.cancelled:
            return said
        if name == REMINDED and meeting.notes:
            said = replace(said, text=f"{said.text}\n\n{meeting.notes}")
        return replace(
            said, options=(Option(f"{LEADS}{meeting.id}", texts.text(name, language, LOOK)),)
        )

    return say
