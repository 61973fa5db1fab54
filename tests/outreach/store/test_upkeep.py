"""A backup is demanded after two days, also for a new installation or after a wrong clock."""

import pytest

from outreach.store.events import record
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK
from outreach.store.upkeep import BACKUP, backup_overdue, last_backup, tick_done, tick_failed
from tests.clock import Clock


@pytest.fixture
def started(store: Store) -> Store:
    """An installation that began just now."""
    store.run(lambda unit: record(unit, "test.noted"), NOBODY)
    return store


def test_empty_database_asks_for_no_backup(store: Store) -> None:
    assert store.look(backup_overdue) is False


@pytest.mark.parametrize(
    ("days", "overdue"), [({"days": 2}, False), ({"days": 2, "seconds": 1}, True)]
)
def test_new_installation_has_two_days(
    started: Store, clock: Clock, days: dict[str, int], overdue: bool
) -> None:
    clock.passes(**days)

    assert started.look(backup_overdue) is overdue


@pytest.mark.parametrize(
    ("days", "overdue"), [({"days": 2}, False), ({"days": 2, "seconds": 1}, True)]
)
def test_term_runs_from_the_last_good_backup(
    started: Store, clock: Clock, days: dict[str, int], overdue: bool
) -> None:
    clock.passes(days=30)
    made = clock.now
    started.run(tick_done, TICK, name=BACKUP)
    started.run(tick_failed, TICK, name=BACKUP, error="ToolOlder")
    clock.passes(**days)

    assert (started.look(last_backup), started.look(backup_overdue)) == (made, overdue)


def test_backup_that_only_failed_counts_for_nothing(started: Store, clock: Clock) -> None:
    clock.passes(days=3)
    started.run(tick_failed, TICK, name=BACKUP, error="ToolOlder")

    assert (started.look(last_backup), started.look(backup_overdue)) == (None, True)


def test_backup_of_a_day_to_come_counts_for_nothing(started: Store, clock: Clock) -> None:
    clock.passes(days=400)
    started.run(tick_done, TICK, name=BACKUP)
    clock.passes(days=-390)

    assert (started.look(last_backup), started.look(backup_overdue)) == (None, True)
