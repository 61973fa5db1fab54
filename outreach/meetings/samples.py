"""Put the meetings of the demo municipality beside its opportunities, in the days from now."""

from datetime import datetime, time, timedelta
from typing import Any

from content.samples import waterdam
from outreach.interests.tell import Telling
from outreach.meetings.changing import add_meeting
from outreach.meetings.meeting import meetings_shown
from outreach.opportunities.edit import find_by_tender_id
from outreach.store.unit import Unit

TIMES = ("in_days", "from", "until")


def add_sample_meetings(unit: Unit, *, telling: Telling, today: datetime | None = None) -> int:
    """Store the meetings of samples that have none yet; returns how many were added.

    Their days are counted from `today`, also where they are made on an earlier one.
    """
    today, added = (today or unit.now).astimezone(telling.quiet.zone), 0
    for sample in waterdam().opportunities:
        opportunity = find_by_tender_id(unit, tender_id=sample["tender_id"])
        if opportunity is None or meetings_shown(unit, opportunity=opportunity):
            continue
        for meeting in sample.get("meetings", ()):
            facts = _facts(meeting, today)
            add_meeting(unit, opportunity=opportunity, telling=telling, **facts)
            added += 1
    return added


def _facts(sample: dict[str, Any], today: datetime) -> dict[str, Any]:
    """Turn a meeting of a sample file into facts, its days counted from today."""
    day = today.date() + timedelta(days=sample["in_days"])
    begins, ends = (
        datetime.combine(day, time.fromisoformat(sample[name]), today.tzinfo)
        for name in ("from", "until")
    )
    facts = {name: value for name, value in sample.items() if name not in TIMES}
    return facts | {"begins_at": begins, "ends_at": ends}
