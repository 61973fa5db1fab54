"""Damage is found at the start and at night, reported until repaired, and keeps good backups."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from content.texts import Texts
from outreach.settings import Settings
from outreach.store.copies import BACKUPS
from outreach.store.errors import DatabaseAway, StoreDamaged
from outreach.store.store import Store
from outreach.store.upkeep import upkeep
from outreach.store.vigil import DATABASE
from outreach.tasks.waiting import waiting
from outreach.ticks import Ticks
from tests.clock import Believed, Clock
from tests.databases import reopened
from tests.outreach.store.spoiling import spoil_page, spoil_value


async def test_damage_in_a_corner_is_found_at_the_start_and_told(
    waterdam: Store, tmp_path: Path
) -> None:
    waterdam.close()
    spoil_page(waterdam.path, "trail", b"\xff")

    with reopened(waterdam) as store:
        ticks = Ticks(store, Texts(), Settings(), tmp_path, Believed(store.clock))
        for _ in range(2):
            await ticks._told(ticks.damage)()
        told = [(tick.name, tick.error, tick.in_a_row) for tick in store.look(upkeep)]
        items = [(item.kind, item.command) for item in store.look(waiting, most=10)]

        assert (store.vigil.down, told) == ({DATABASE}, [("damage", "StoreDamaged", 2)])
        assert ("tick", "kansenbode doctor") in items


async def test_sound_database_is_looked_at_once_a_night(
    ticks: Ticks, waterdam: Store, clock: Clock
) -> None:
    looks = []
    for _ in range(48):
        before = ticks._looked
        await ticks.damage()
        looks.append(ticks._looked != before)
        clock.passes(hours=1)

    assert (sum(looks), looks[0], waterdam.vigil.down) == (3, True, set())


async def test_look_that_was_not_finished_is_taken_again(
    ticks: Ticks, waterdam: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Exception | bool] = [DatabaseAway(), False, AssertionError("looked once more")]

    def look(_: object, seconds: float) -> bool:
        found = looks.pop(0)
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr(type(waterdam.database), "is_damaged", look)
    with pytest.raises(DatabaseAway):
        await ticks.damage()
    for _ in range(2):
        await ticks.damage()

    assert len(looks) == 1


async def test_backup_of_a_damaged_database_pushes_no_good_one_out(
    waterdam: Store, tmp_path: Path, clock: Clock
) -> None:
    good = tmp_path / BACKUPS / "kansenbode-2026-10-01.db"
    good.parent.mkdir()
    good.write_bytes(b"good")
    waterdam.close()
    spoil_page(waterdam.path, "trail", b"\xff")

    with reopened(waterdam) as store:
        clock.now = datetime.now(UTC) + timedelta(days=400)
        ticks = Ticks(store, Texts(), Settings(), tmp_path, Believed(clock))
        for _ in range(3):
            with pytest.raises(StoreDamaged):
                await ticks.back_up()
        await ticks.copies()
        down = set(store.vigil.down)

    assert ([file.name for file in good.parent.iterdir()], down) == ([good.name], {DATABASE})


@pytest.mark.sqlite
async def test_value_that_cannot_be_read_is_told_until_it_is_mended(
    waterdam: Store, tmp_path: Path, clock: Clock
) -> None:
    ticks = Ticks(waterdam, Texts(), Settings(), tmp_path, Believed(clock))
    spoil_value(waterdam.path, "opportunity", "answers_until", 1, "rommel")

    for _ in range(2):
        await ticks._told(ticks.damage)()
        clock.passes(hours=1)
    told = [(tick.name, tick.error, tick.in_a_row) for tick in waterdam.look(upkeep)]
    items = [(item.kind, item.command) for item in waterdam.look(waiting, most=10)]
    spoil_value(waterdam.path, "opportunity", "answers_until", 1, "2099-12-31 22:59:59.000000")
    await ticks._told(ticks.damage)()

    assert (told, ("tick", "kansenbode doctor") in items) == ([("damage", "Unreadable", 2)], True)
    assert [tick.failing_since for tick in waterdam.look(upkeep)] == [None]
    assert waterdam.vigil.down == set()
