"""Meetings about an opportunity as milestones of its tender (OCDS, `tender.milestones`).

Their type is `engagement`. OCDS has no field for where it is: the description begins with that.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import bindparam, col

from outreach.exchange.ocds.joined import joined
from outreach.meetings.meeting import MEETING, Meeting
from outreach.opportunities.notation import write_moment
from outreach.store.unit import Unit

MEETINGS_OF_OPPORTUNITY = MEETING.where(
    Meeting.opportunity_id == bindparam("opportunity")
).order_by(col(Meeting.id))


def lay_meetings(
    unit: Unit, tender: dict[str, Any], *, opportunity: int, kinds: Mapping[str, str]
) -> datetime | None:
    """Add all meetings of an opportunity, also what is over; return when the last one changed.

    `kinds` are the names of the kinds of meeting.
    """
    rows = unit.run(MEETINGS_OF_OPPORTUNITY, {"opportunity": opportunity})
    found = [Meeting(**row._asdict()) for row in rows]
    if found:
        ours = [milestone(meeting, kinds) for meeting in found]
        tender["milestones"] = joined(tender.get("milestones"), ours)
    return max((meeting.changed_at for meeting in found), default=None)


def milestone(meeting: Meeting, kinds: Mapping[str, str]) -> dict[str, Any]:
    """Return a meeting as a milestone: met once its report was given, not met if cancelled.

    The clock alone says nothing of whether people came, so the same records give the same bytes.
    """
    return {
        "id": f"meeting-{meeting.id}",
        "title": kinds.get(meeting.kind, meeting.kind),
        "type": "engagement",
        "description": "\n\n".join(_told(meeting)),
        "dueDate": write_moment(meeting.begins_at),
        "dateModified": write_moment(meeting.changed_at),
        **_status(meeting),
    }


def _told(meeting: Meeting) -> Iterator[str]:
    yield meeting.location
    if meeting.notes:
        yield meeting.notes
    if meeting.cancelled_at is not None and meeting.reason:
        yield meeting.reason


def _status(meeting: Meeting) -> dict[str, str]:
    if meeting.cancelled_at is not None:
        return {"status": "notMet"}
    if meeting.report_id is not None:
        return {"status": "met", "dateMet": write_moment(meeting.ends_at)}
    return {"status": "scheduled"}
