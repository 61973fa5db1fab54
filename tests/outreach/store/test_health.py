"""Health is red if the database takes nothing, or without a backup or wipe for two days."""

import pytest

from outreach.settings import Settings
from outreach.store.errors import StoreFailed
from outreach.store.health import healthy, takes_in
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Unit
from outreach.store.unwiped import Unwiped
from outreach.store.upkeep import BACKUP, tick_done
from tests.clock import Clock
from tests.databases import Databases


async def test_health_is_red_after_two_days_without_a_good_backup(
    waterdam: Store, clock: Clock
) -> None:
    began = clock.now
    found = [await healthy(waterdam, Settings(), began)]
    clock.passes(days=2, minutes=2)
    found.append(await healthy(waterdam, Settings(), began))
    await waterdam.write(tick_done, TICK, name=BACKUP)
    found.append(await healthy(waterdam, Settings(), began))

    assert found == [True, False, True]


async def test_what_comes_in_is_heard_also_where_backups_are_late(
    waterdam: Store, clock: Clock
) -> None:
    began = clock.now
    clock.passes(days=2, minutes=2)

    assert await takes_in(waterdam)
    assert not await healthy(waterdam, Settings(), began)


async def test_server_that_was_down_for_days_gets_a_minute_for_its_backup(
    waterdam: Store, clock: Clock
) -> None:
    clock.passes(days=30)
    began = clock.now
    found = [await healthy(waterdam, Settings(), began)]
    clock.passes(minutes=1, seconds=1)
    found.append(await healthy(waterdam, Settings(), began))

    assert found == [True, False]


async def test_who_is_backed_up_elsewhere_stays_healthy(waterdam: Store, clock: Clock) -> None:
    began = clock.now
    clock.passes(days=30)

    assert await healthy(waterdam, Settings(backup_elsewhere=True), began)


async def test_health_is_red_where_who_was_forgotten_cannot_be_wiped_for_two_days(
    waterdam: Store, clock: Clock
) -> None:
    began, unwiped = clock.now, Unwiped(waterdam.path.parent)
    unwiped.mark(clock.now)
    found = []
    for _ in range(3):
        clock.passes(days=1, minutes=1)
        found.append(await healthy(waterdam, Settings(backup_elsewhere=True), began))
    unwiped.finish(unwiped.begin(), clock.now)
    found.append(await healthy(waterdam, Settings(backup_elsewhere=True), began))

    assert found == [True, False, False, True]


def pages(unit: Unit) -> int:
    return int(unit.connection.exec_driver_sql("PRAGMA page_count").scalar_one())


def grow_no_more(unit: Unit) -> None:
    unit.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages(unit)}")


@pytest.mark.sqlite
async def test_file_that_cannot_grow_by_what_a_turn_takes_is_not_healthy(
    waterdam: Store, clock: Clock
) -> None:
    waterdam.run(grow_no_more, NOBODY)

    with pytest.raises(StoreFailed):
        await healthy(waterdam, Settings(), clock.now)


async def test_looking_for_health_makes_nothing_grow_and_leaves_nothing(
    waterdam: Store, clock: Clock, databases: Databases
) -> None:
    assert await healthy(waterdam, Settings(), clock.now)
    before = waterdam.database.shared or waterdam.look(pages)

    for _ in range(20):
        assert await healthy(waterdam, Settings(), clock.now)

    assert (waterdam.database.shared or waterdam.look(pages)) == before
    assert databases.rows(waterdam, "SELECT name FROM tick") == []
