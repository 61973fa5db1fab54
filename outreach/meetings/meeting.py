"""A meeting about an opportunity: an information evening, an open day, a day of work together.

It is published beside the record, in no version of it: who answers, answers to the record.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col, or_

from outreach.opportunities.opportunity import Opportunity
from outreach.refusal import Refusal
from outreach.store.columns import NUMBERED, Json, Moment
from outreach.store.query import exists, pick
from outreach.store.unit import Unit

KINDS = ("information", "open_day", "work_day", "talk")
ACCESS = ("wheelchair", "toilet", "loop", "sign", "quiet", "children")
"""What a place offers to who needs it; each has plain words in every language of ours."""


class Meeting(SQLModel, table=True):
    """When and where people meet, for how many there is room, and what is there for whom.

    `interpreters` are languages. `taken` is how many of the `seats` are given out: one statement
    gives them. `sequence` counts the changes, as a calendar wants it (RFC 5545, 3.8.7.4). `reason`
    is why it was cancelled. `report_id` is the number of the question to all that tells what came
    of it.
    """

    __table_args__ = (NUMBERED,)

    id: int = Field(default=None, primary_key=True)
    opportunity_id: int = Field(foreign_key="opportunity.id", index=True)
    kind: str
    begins_at: datetime = Field(sa_type=Moment, index=True)
    ends_at: datetime = Field(sa_type=Moment)
    location: str
    seats: int | None = None
    taken: int = 0
    access: list[str] = Field(default_factory=list, sa_type=Json(list[str]))
    interpreters: list[str] = Field(default_factory=list, sa_type=Json(list[str]))
    notes: str = ""
    sequence: int = 0
    made_at: datetime = Field(sa_type=Moment)
    changed_at: datetime = Field(sa_type=Moment)
    cancelled_at: datetime | None = Field(default=None, sa_type=Moment)
    reason: str = ""
    report_id: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """A meeting as everybody may read it; `free` seats are None if there is room for all."""

    id: int
    opportunity: int
    kind: str
    begins_at: datetime
    ends_at: datetime
    location: str
    seats: int | None
    free: int | None
    access: list[str]
    interpreters: list[str]
    notes: str
    sequence: int
    changed_at: datetime
    cancelled: bool
    reason: str


MEETING = pick(*(getattr(Meeting, name) for name in Meeting.model_fields))
PUBLISHED = exists().where(Opportunity.id == Meeting.opportunity_id, Opportunity.version > 0)
MEETING_LOCK = MEETING.where(Meeting.id == bindparam("meeting")).with_for_update()
MEETING_PUBLISHED = MEETING.where(Meeting.id == bindparam("meeting"), PUBLISHED)
MEETINGS_AHEAD = MEETING.where(
    or_(bindparam("anywhere"), Meeting.opportunity_id == bindparam("opportunity")),
    Meeting.begins_at > bindparam("now"),
    col(Meeting.cancelled_at).is_(None),
    PUBLISHED,
).order_by(col(Meeting.begins_at), col(Meeting.id))
MEETINGS_SHOWN = MEETING.where(
    or_(bindparam("anywhere"), Meeting.opportunity_id == bindparam("opportunity")),
    Meeting.ends_at > bindparam("now"),
    PUBLISHED,
).order_by(col(Meeting.begins_at), col(Meeting.id))
MEETING_ADD = insert(Meeting).returning(col(Meeting.id))


def held_meeting(unit: Unit, meeting: int) -> Meeting:
    """Lock and return a meeting; refuses a number that there is not."""
    row = unit.run(MEETING_LOCK, {"meeting": meeting}).first()
    if row is None:
        raise Refusal("refusal-unknown", given=str(meeting))
    return Meeting(**row._asdict())


def published_meeting(unit: Unit, *, meeting: int) -> MeetingCard | None:
    """Return a meeting that everybody may read, also one that is over; None if there is none."""
    row = unit.run(MEETING_PUBLISHED, {"meeting": meeting}).first()
    return None if row is None else card_of(row)


def meetings_ahead(unit: Unit, *, opportunity: int | None) -> list[MeetingCard]:
    """Return the meetings to which people can still come, the first one first.

    They are of one opportunity, or of all.
    """
    return _cards(unit, MEETINGS_AHEAD, opportunity)


def meetings_shown(unit: Unit, *, opportunity: int | None) -> list[MeetingCard]:
    """Return what is not over, also what was cancelled: who planned to come has to see it.

    It is of one opportunity, or of all.
    """
    return _cards(unit, MEETINGS_SHOWN, opportunity)


def has_meetings(unit: Unit, *, opportunity: int) -> bool:
    """True if people can still come to a meeting of an opportunity."""
    return bool(meetings_ahead(unit, opportunity=opportunity))


def card_of(row: Any) -> MeetingCard:
    """Return a row as everybody may read it."""
    return MeetingCard(
        id=row.id,
        opportunity=row.opportunity_id,
        kind=row.kind,
        begins_at=row.begins_at,
        ends_at=row.ends_at,
        location=row.location,
        seats=row.seats,
        free=None if row.seats is None else max(row.seats - row.taken, 0),
        access=row.access,
        interpreters=row.interpreters,
        notes=row.notes,
        sequence=row.sequence,
        changed_at=row.changed_at,
        cancelled=row.cancelled_at is not None,
        reason=row.reason,
    )


def _cards(unit: Unit, statement: Any, opportunity: int | None) -> list[MeetingCard]:
    about = {"opportunity": opportunity, "anywhere": opportunity is None}
    found = unit.run(statement, about | {"now": unit.now})
    return [card_of(row) for row in found]
