"""Who comes to a meeting: signs up, changes with how many, leaves, or waits for a seat.

One statement gives a seat or does not, so that two at once never get the last one both. Who waits
moves up in the order in which they came; the clockwork sees to that (`moving.py`).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert
from sqlmodel import Field, SQLModel, UniqueConstraint, bindparam, col, or_, select

from outreach.meetings.meeting import Meeting, MeetingCard, card_of, held_meeting
from outreach.parties.person import hold_speaker, speaker
from outreach.refusal import Refusal
from outreach.store.columns import NUMBERED, Moment, partly
from outreach.store.events import record
from outreach.store.query import delete, exists, pick, update
from outreach.store.unit import Unit

MOST_PEOPLE = 20
"""So many people one person signs up: a larger group speaks with a colleague first."""


class Attendance(SQLModel, table=True):
    """A person who comes to a meeting with so many people, themselves among them.

    Without a seat they wait. `needs` is what they asked for to be able to come; it is emptied once
    the meeting is over.
    """

    __table_args__ = (
        UniqueConstraint("meeting_id", "person_id"),
        partly("ix_attendance_waits", "meeting_id", "id", where="NOT seated"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    people: int
    seated: bool
    needs: str | None = None
    at: datetime = Field(sa_type=Moment)
    reminded_at: datetime | None = Field(default=None, sa_type=Moment)


ATTENDANCE_WORDS: dict[str, Any] = {"needs": None}
"""What a person typed, and what stands there once it is emptied."""


@dataclass(frozen=True, slots=True)
class Coming:
    """That the speaker comes to a meeting: with how many, and whether they have seats.

    `ahead` is how many wait before them; it is nought for who has a seat.
    """

    meeting: MeetingCard
    people: int
    seated: bool
    ahead: int


WAITING_OTHERS = exists().where(
    Attendance.meeting_id == Meeting.id,
    col(Attendance.seated).is_(False),
    Attendance.person_id != bindparam("person"),
)
MEETING_TAKE = (
    update(Meeting)
    .where(
        Meeting.id == bindparam("meeting"),
        col(Meeting.cancelled_at).is_(None),
        or_(
            col(Meeting.seats).is_(None),
            col(Meeting.taken) + bindparam("more") <= col(Meeting.seats),
        ),
    )
    .values(taken=col(Meeting.taken) + bindparam("more"))
    .returning(col(Meeting.id))
)
"""Takes so many seats if they are there."""
MEETING_TAKE_IF_NOBODY_WAITS = MEETING_TAKE.where(
    or_(col(Meeting.seats).is_(None), ~WAITING_OTHERS)
)
ATTENDANCE_ADD = insert(Attendance)
ATTENDANCE = pick(*(getattr(Attendance, name) for name in Attendance.model_fields))
ATTENDANCE_OF = ATTENDANCE.where(
    Attendance.meeting_id == bindparam("meeting"), Attendance.person_id == bindparam("person")
)
ATTENDANCES_OF_PERSON = ATTENDANCE.where(Attendance.person_id == bindparam("person"))
ATTENDANCE_CHANGE = update(Attendance).where(Attendance.id == bindparam("attendance"))
"""Sets the columns that are handed in beside the attendance."""
REMIND_AGAIN = (
    update(Attendance).where(Attendance.meeting_id == bindparam("meeting")).values(reminded_at=None)
)
"""For a meeting that moved to another day."""
ATTENDANCE_DELETE = delete(Attendance).where(Attendance.id == bindparam("attendance"))
MEETING_RELEASE = (
    update(Meeting)
    .where(Meeting.id == bindparam("meeting"))
    .values(taken=col(Meeting.taken) - bindparam("fewer"))
)
WAITING_AHEAD = select(func.count()).where(
    Attendance.meeting_id == bindparam("meeting"),
    col(Attendance.seated).is_(False),
    Attendance.id < bindparam("attendance"),
)
COMING = (
    pick(
        *(getattr(Meeting, name) for name in Meeting.model_fields),
        col(Attendance.id).label("attendance"),
        Attendance.people,
        Attendance.seated,
    )
    .join(Attendance, col(Attendance.meeting_id) == col(Meeting.id))
    .where(
        Attendance.person_id == bindparam("person"),
        Meeting.ends_at > bindparam("now"),
        col(Meeting.cancelled_at).is_(None),
    )
    .order_by(col(Meeting.begins_at), col(Meeting.id))
)


def sign_up(unit: Unit, *, meeting: int, people: int, needs: str | None) -> Coming:
    """Sign the speaker up with so many people, or for the waiting list if there are no seats.

    Whoever comes already changes with how many; refuses if there is no room for more.
    """
    person = hold_speaker(unit)
    row = _to_come(unit, meeting, people)
    about = {"meeting": meeting, "person": person}
    before = unit.run(ATTENDANCE_OF, about).first()
    if before is not None:
        _change(unit, row, before, people, needs)
        record(unit, "meeting.changed", "people", **about)
    else:
        seated = _take(unit, about | {"more": people})
        facts = {"people": people, "seated": seated, "needs": needs, "at": unit.now}
        ids = {"meeting_id": meeting, "person_id": person, "reminded_at": None}
        unit.run(ATTENDANCE_ADD, ids | facts)
        record(unit, "meeting.joined", **about)
    return next(coming for coming in my_meetings(unit) if coming.meeting.id == meeting)


def leave_meeting(unit: Unit, *, meeting: int) -> None:
    """Take the speaker off the list of a meeting; their seats go to who waits."""
    person = hold_speaker(unit)
    row = unit.run(ATTENDANCE_OF, {"meeting": meeting, "person": person}).first()
    if row is not None:
        _leave(unit, row)
        record(unit, "meeting.left", meeting=meeting, person=person)


def leave_meetings(unit: Unit, *, person: int) -> None:
    """Take a person off the list of every meeting."""
    for row in unit.run(ATTENDANCES_OF_PERSON, {"person": person}):
        _leave(unit, row)


def leave_my_meetings(unit: Unit) -> int:
    """Take the speaker off the list of each meeting ahead; returns of how many.

    They want to hear nothing more, so that nobody could tell them if one is off.
    """
    ahead = my_meetings(unit)
    for coming in ahead:
        leave_meeting(unit, meeting=coming.meeting.id)
    return len(ahead)


def my_meetings(unit: Unit) -> list[Coming]:
    """Return the meetings ahead that the speaker signed up for."""
    rows = unit.run(COMING, {"person": speaker(unit), "now": unit.now})
    return [Coming(card_of(row), row.people, row.seated, _ahead(unit, row)) for row in rows]


def keep_one_attendance(unit: Unit, *, stays: int, gone: int) -> None:
    """Let two persons who become one come once to each meeting: as the one who has a seat.

    Of two with a seat, or two who wait, the older stays.
    """
    mine = {row.meeting_id: row for row in unit.run(ATTENDANCES_OF_PERSON, {"person": stays})}
    for other in unit.run(ATTENDANCES_OF_PERSON, {"person": gone}):
        if (own := mine.get(other.meeting_id)) is not None:
            spare = max(own, other, key=lambda row: (not row.seated, row.id))
            _leave(unit, spare)


def _to_come(unit: Unit, meeting: int, people: int) -> Meeting:
    """Return a meeting, locked; refuses one that is over or cancelled, or too small for so many."""
    row = held_meeting(unit, meeting)
    if row.cancelled_at is not None:
        raise Refusal("refusal-meeting-cancelled")
    if row.begins_at <= unit.now:
        raise Refusal("refusal-meeting-over")
    if row.seats is not None and people > row.seats:
        raise Refusal("refusal-meeting-small", seats=row.seats)
    return row


def _take(unit: Unit, values: dict[str, int]) -> bool:
    return unit.run(MEETING_TAKE_IF_NOBODY_WAITS, values).first() is not None


def _change(unit: Unit, row: Meeting, before: Any, people: int, needs: str | None) -> None:
    more = people - before.people
    if before.seated and more > 0 and not unit.run(MEETING_TAKE, {"meeting": row.id, "more": more}):
        free = max((row.seats or 0) - row.taken, 0)
        raise Refusal("refusal-meeting-full", free=free)
    if before.seated and more < 0:
        unit.run(MEETING_RELEASE, {"meeting": row.id, "fewer": -more})
    facts = {"people": people, "needs": before.needs if needs is None else needs}
    unit.run(ATTENDANCE_CHANGE, {"attendance": before.id} | facts)


def _leave(unit: Unit, row: Any) -> None:
    unit.run(ATTENDANCE_DELETE, {"attendance": row.id})
    if row.seated:
        unit.run(MEETING_RELEASE, {"meeting": row.meeting_id, "fewer": row.people})


def _ahead(unit: Unit, row: Any) -> int:
    if row.seated:
        return 0
    return unit.run(WAITING_AHEAD, {"meeting": row.id, "attendance": row.attendance}).scalar_one()
