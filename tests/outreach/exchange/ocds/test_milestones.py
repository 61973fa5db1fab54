"""Meetings go out as milestones of their tender, and come in again with it."""

from collections.abc import Callable
from typing import Any

import pytest

from content.message import Message
from outreach.meetings.changing import cancel_meeting, report_on_meeting
from outreach.store.store import Store
from tests.clock import Clock
from tests.outreach.exchange.conftest import Give, Take, make, one, release
from tests.outreach.meetings.meeting_at import NADIA, TELLING, WHERE, meeting_at

Faults = Callable[[dict[str, Any]], list[str]]
EVENING: dict[str, Any] = {
    "id": "meeting-1",
    "title": "informatieavond",
    "type": "engagement",
    "description": WHERE,
    "dueDate": "2026-11-09T09:00:00Z",
    "dateModified": "2026-11-02T09:00:00Z",
    "status": "scheduled",
}


@pytest.fixture
def evening(store: Store, clock: Clock) -> int:
    return meeting_at(store, make(store, "open"), clock)


def test_meeting_is_a_milestone(store: Store, evening: int, give: Give, faults: Faults) -> None:
    package = give()

    assert one(package)["tender"]["milestones"] == [EVENING]
    assert faults(package) == []


def test_meeting_that_is_off_is_not_met(
    store: Store, evening: int, clock: Clock, give: Give, faults: Faults
) -> None:
    clock.passes(hours=1)
    store.run(cancel_meeting, NADIA, meeting=evening, reason="De zaal is dicht.", telling=TELLING)

    package = give()

    found = one(package)
    (told,) = found["tender"]["milestones"]
    assert (told["status"], told["description"]) == ("notMet", f"{WHERE}\n\nDe zaal is dicht.")
    assert found["date"] == told["dateModified"] == "2026-11-02T10:00:00Z"
    assert faults(package) == []


def test_meeting_is_met_once_it_was_reported_on(
    store: Store, evening: int, clock: Clock, give: Give, faults: Faults
) -> None:
    clock.passes(days=8)
    before = one(give())["tender"]["milestones"]
    store.run(
        report_on_meeting,
        NADIA,
        meeting=evening,
        report="Er kwamen tien mensen.",
        question="Hoe was het?",
        say=lambda language, question, answer: Message(f"{question} {answer}"),
        telling=TELLING,
        checked=True,
    )

    package = give()

    assert before == [EVENING]
    assert one(package)["tender"]["milestones"] == [
        EVENING | {"status": "met", "dateMet": "2026-11-09T11:00:00Z"}
    ]
    assert faults(package) == []


def test_milestone_of_a_source_stays_beside_ours(
    store: Store, clock: Clock, take: Take, give: Give
) -> None:
    theirs = {"id": "m-1", "title": "Site visit", "type": "engagement"}
    take(release(milestones=[theirs]))
    store.run(
        lambda unit: unit.connection.exec_driver_sql(
            "UPDATE opportunity SET version = 1, state = 'open'"
        ),
        NADIA,
    )
    meeting_at(store, 1, clock)

    assert one(give())["tender"]["milestones"] == [theirs, EVENING]
