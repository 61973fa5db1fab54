"""A planned campaign: it can be cancelled before, never goes at night, and ends in a day."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from outreach.campaigns.campaign import Campaign
from outreach.campaigns.plan import Plan, PlannedStep, Wave, steps_of
from outreach.delivery.quiet import Quiet
from tests.conftest import LOUD

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
UNTIL = datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC)
CANCEL = timedelta(minutes=10)


def steps(quiet: Quiet = LOUD, occasion: str = "new", **plan: Any) -> list[PlannedStep]:
    row = Campaign(
        opportunity_id=1, occasion=occasion, plan=Plan(**plan).as_json(), made_by=1, made_at=NOW
    )
    return steps_of(row, now=NOW, cancel=CANCEL, until=UNTIL, quiet=quiet)


def test_at_once_is_after_the_time_to_cancel() -> None:
    assert steps() == [PlannedStep("new", [Wave(100, NOW + CANCEL)], UNTIL)]


def test_moment_that_is_past_is_at_once() -> None:
    assert steps(at=NOW - timedelta(days=1))[0].at == NOW + CANCEL


def test_rest_follows_the_first_wave() -> None:
    (step,) = steps(at=NOW + timedelta(days=1), first=10, spread=4)

    assert step.waves == [
        Wave(10, NOW + timedelta(days=1)),
        Wave(90, NOW + timedelta(days=1, hours=4)),
    ]


def test_nothing_begins_at_night() -> None:
    evening = datetime(2026, 11, 2, 20, 0, tzinfo=UTC)

    (step,) = steps(Quiet(zone=ZoneInfo("Europe/Amsterdam")), at=evening, first=10, spread=3)

    assert step.waves == [Wave(10, evening), Wave(90, datetime(2026, 11, 3, 7, 0, tzinfo=UTC))]


def test_reminder_comes_days_before_the_last() -> None:
    first, reminder = steps(remind=3)

    assert (first.key, reminder.key, reminder.at) == ("new", "reminder", UNTIL - timedelta(days=3))


@pytest.mark.parametrize(
    ("people", "sizes"),
    [(0, [0, 0]), (1, [1, 0]), (9, [1, 8]), (10, [1, 9]), (11, [2, 9]), (1000, [100, 900])],
)
def test_first_wave_is_rounded_up_and_the_sum_is_right(people: int, sizes: list[int]) -> None:
    (step,) = steps(first=10, spread=4)

    assert step.sizes(people) == sizes


def test_plan_is_stored_and_read_back() -> None:
    plan = Plan(at=NOW, first=10, spread=4, remind=3, expires=UNTIL, policy="hold")

    assert Plan.read(plan.as_json()) == plan
