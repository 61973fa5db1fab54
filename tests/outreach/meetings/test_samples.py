"""Two samples have meetings, so that the demo shows them."""

from outreach.meetings.meeting import meetings_ahead
from outreach.meetings.samples import add_sample_meetings
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.outreach.meetings.meeting_at import TELLING


def test_samples_have_meetings_in_the_days_from_now_once(waterdam: Store) -> None:
    added = [waterdam.run(add_sample_meetings, NOBODY, telling=TELLING) for _ in range(2)]

    found = waterdam.look(meetings_ahead, opportunity=None)
    assert added == [3, 0]
    assert [(each.kind, each.begins_at.day, each.seats) for each in found] == [
        ("information", 11, 40),
        ("open_day", 14, None),
        ("work_day", 18, 12),
    ]
