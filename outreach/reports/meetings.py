"""What staff read of meetings: the list, and one with who comes and what they need."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import bindparam, col, func, or_, select

from outreach.meetings.attendance import Attendance
from outreach.meetings.meeting import MEETING, Meeting
from outreach.opportunities.opportunity import Opportunity
from outreach.refusal import Refusal
from outreach.store.query import pick
from outreach.store.unit import Unit

MEETINGS_SHOWN = 500


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list: how many come, and how many wait for a seat."""

    id: int
    tender_id: str
    kind: str
    begins_at: datetime
    ends_at: datetime
    location: str
    seats: int | None
    coming: int
    waiting: int
    cancelled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Comer:
    """Who comes with how many, in the order in which they signed up, and what they need."""

    person: int
    people: int
    seated: bool
    needs: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """A meeting with who comes; without them for whoever may not read of persons."""

    line: MeetingLine
    opportunity: int
    access: list[str]
    interpreters: list[str]
    notes: str
    reason: str
    report: int | None
    comers: list[Comer]


WAITING = (
    select(func.coalesce(func.sum(col(Attendance.people)), 0))
    .where(Attendance.meeting_id == col(Meeting.id), col(Attendance.seated).is_(False))
    .scalar_subquery()
)
MEETING_LINES = (
    pick(
        Meeting.id,
        Opportunity.tender_id,
        Meeting.kind,
        Meeting.begins_at,
        Meeting.ends_at,
        Meeting.location,
        Meeting.seats,
        Meeting.taken,
        WAITING.label("waiting"),
        Meeting.cancelled_at,
    )
    .join(Opportunity, col(Opportunity.id) == col(Meeting.opportunity_id))
    .order_by(col(Meeting.begins_at).desc(), col(Meeting.id).desc())
    .limit(MEETINGS_SHOWN)
)
MEETING_LINES_OF = MEETING_LINES.where(
    or_(bindparam("anywhere"), Meeting.opportunity_id == bindparam("opportunity"))
)
MEETING_LINE = MEETING_LINES.where(Meeting.id == bindparam("meeting"))
MEETING_BY_NUMBER = MEETING.where(Meeting.id == bindparam("meeting"))
COMERS = (
    pick(
        Attendance.person_id,
        Attendance.people,
        Attendance.seated,
        Attendance.needs,
        Attendance.at,
    )
    .where(Attendance.meeting_id == bindparam("meeting"))
    .order_by(col(Attendance.seated).desc(), col(Attendance.id))
)


def meeting_overview(unit: Unit, *, opportunity: int | None = None) -> list[MeetingLine]:
    """List the meetings of one opportunity or of all, the latest first."""
    about = {"opportunity": opportunity, "anywhere": opportunity is None}
    return [MeetingLine(*row) for row in unit.run(MEETING_LINES_OF, about)]


def meeting_details(unit: Unit, *, meeting: int) -> MeetingDetails:
    """Return one meeting with who comes; refuses a number that there is not."""
    row = unit.run(MEETING_BY_NUMBER, {"meeting": meeting}).first()
    if row is None:
        raise Refusal("refusal-unknown", given=str(meeting))
    return MeetingDetails(
        MeetingLine(*unit.run(MEETING_LINE, {"meeting": meeting}).one()),
        row.opportunity_id,
        row.access,
        row.interpreters,
        row.notes,
        row.reason,
        row.report_id,
        [Comer(*comer) for comer in unit.run(COMERS, {"meeting": meeting})],
    )


def meeting_openly(details: MeetingDetails) -> MeetingDetails:
    """Return a meeting without who comes."""
    return replace(details, comers=[])
