"""What the clockwork does for meetings: who waits moves up, and who comes is reminded."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import bindparam, col, or_

from outreach.interests.tell import Telling
from outreach.meetings.attendance import (
    ATTENDANCE_CHANGE,
    MEETING_TAKE,
    Attendance,
)
from outreach.meetings.meeting import MEETING, Meeting, MeetingCard, card_of, held_meeting
from outreach.meetings.telling import REMINDED, SEATED, tell_some
from outreach.parties.person import Person
from outreach.store.events import record
from outreach.store.portion import PORTION
from outreach.store.query import exists, pick
from outreach.store.snag import each, passed_over, untried
from outreach.store.unit import Unit

SEAT_WORK, REMIND_WORK = "meetings.seat", "meetings.remind"
HEARS = or_(col(Person.stopped_at).is_(None), col(Attendance.at) > col(Person.stopped_at))
"""They would be told: nobody gets a seat without knowing it."""
WAITING = (
    pick(Attendance.id, Attendance.person_id, Attendance.people, Attendance.at)
    .join(Person, col(Person.id) == col(Attendance.person_id))
    .where(Attendance.meeting_id == bindparam("meeting"), col(Attendance.seated).is_(False), HEARS)
    .order_by(col(Attendance.id))
)
SOMEBODY_WAITS = exists().where(
    Attendance.meeting_id == Meeting.id, col(Attendance.seated).is_(False)
)
MEETINGS_WITH_ROOM = MEETING.where(
    Meeting.begins_at > bindparam("now"),
    col(Meeting.cancelled_at).is_(None),
    or_(col(Meeting.seats).is_(None), col(Meeting.taken) < col(Meeting.seats)),
    SOMEBODY_WAITS,
    untried(col(Meeting.id)),
).limit(PORTION)
MEETINGS_SOON = MEETING.where(
    Meeting.begins_at > bindparam("now"),
    Meeting.begins_at < bindparam("until"),
    col(Meeting.cancelled_at).is_(None),
).order_by(col(Meeting.id))
TO_REMIND = (
    pick(Attendance.id, Attendance.person_id, Attendance.at)
    .where(
        Attendance.meeting_id == bindparam("meeting"),
        col(Attendance.seated),
        col(Attendance.reminded_at).is_(None),
        Attendance.at < bindparam("since"),
        untried(col(Attendance.id)),
    )
    .order_by(col(Attendance.id))
    .limit(PORTION)
)


def move_up(unit: Unit, *, telling: Telling) -> int:
    """Give free seats to those who wait, in their order, and tell them; return at how many.

    A group that is too large for what is free lets smaller ones by, and keeps its place.
    """

    def seat(some: Sequence[Any]) -> None:
        for row in some:
            _seat(unit, row.id, telling)

    rows = unit.run(MEETINGS_WITH_ROOM, {"now": unit.now, "passed": passed_over(unit, SEAT_WORK)})
    each(unit, SEAT_WORK, rows, seat)
    return len(rows)


def remind_of_meetings(unit: Unit, *, telling: Telling) -> int:
    """Remind some of those who come, the day before; returns how many.

    In quiet hours it waits. Who signed up on that very day knows it still.
    """
    zone = telling.quiet.zone
    if telling.quiet.holds(unit.now):
        return 0
    until = _midnight(unit.now, zone, 2)
    reminded = 0
    for row in unit.run(MEETINGS_SOON, {"now": unit.now, "until": until}):
        meeting, since = card_of(row), _midnight(row.begins_at, zone, -1)
        reminded += _remind(unit, meeting, since, telling)
    return reminded


def _seat(unit: Unit, meeting: int, telling: Telling) -> None:
    row = held_meeting(unit, meeting)
    lucky: dict[int, datetime | None] = {}
    for waits in unit.run(WAITING, {"meeting": meeting}):
        if unit.run(MEETING_TAKE, {"meeting": meeting, "more": waits.people}):
            unit.run(ATTENDANCE_CHANGE, {"attendance": waits.id, "seated": True})
            record(unit, "meeting.seated", meeting=meeting, person=waits.person_id)
            lucky[waits.person_id] = waits.at
    if lucky:
        tell_some(unit, SEATED, card_of(row), lucky, telling)


def _remind(unit: Unit, meeting: MeetingCard, since: datetime, telling: Telling) -> int:
    values = {"meeting": meeting.id, "since": since, "passed": passed_over(unit, REMIND_WORK)}
    rows = unit.run(TO_REMIND, values)

    def remind(some: Sequence[Any]) -> None:
        marks = [{"attendance": row.id, "reminded_at": unit.now} for row in some]
        unit.run(ATTENDANCE_CHANGE, marks)
        tell_some(unit, REMINDED, meeting, {row.person_id: row.at for row in some}, telling)

    each(unit, REMIND_WORK, rows, remind)
    return len(rows)


def _midnight(at: datetime, zone: ZoneInfo, days: int) -> datetime:
    """Return when a day begins in local time, so many days after the one of a moment."""
    day = at.astimezone(zone).date() + timedelta(days=days)
    return datetime.combine(day, time(0), zone)
