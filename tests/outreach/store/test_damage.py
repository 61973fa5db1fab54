"""A damaged page is met kindly, told at once, and pushes no good copy out."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from sqlalchemy import text

from outreach.store.errors import StoreDamaged
from outreach.store.sqlite.backup import is_damaged
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.store.vigil import DATABASE
from tests.databases import reopened
from tests.outreach.store.spoiling import spoil_page

RUBBISH = (b"\xff", b"\x00", b"\x0dkansen")
BROKEN = "DO $$ BEGIN RAISE EXCEPTION 'broken' USING ERRCODE = '{}'; END $$"


def reads(table: str) -> Callable[[Unit], object]:
    return lambda unit: unit.connection.execute(text(f"SELECT * FROM {table}")).all()


@pytest.mark.sqlite
@pytest.mark.parametrize("rubbish", RUBBISH)
@pytest.mark.parametrize("writes", [False, True], ids=["look", "unit"])
def test_damage_that_is_met_is_known_at_once(waterdam: Store, rubbish: bytes, writes: bool) -> None:
    waterdam.close()
    spoil_page(waterdam.path, "opportunity", rubbish)

    with reopened(waterdam) as store:
        before = set(store.vigil.down)
        with pytest.raises(StoreDamaged):
            store.run(reads("opportunity"), NOBODY) if writes else store.look(reads("opportunity"))
        after = set(store.vigil.down)

    assert (before, after) == (set(), {DATABASE})


@pytest.mark.sqlite
def test_text_that_is_none_any_more_is_damage(waterdam: Store) -> None:
    waterdam.close()
    with closing(sqlite3.connect(waterdam.path)) as database:
        database.execute("UPDATE opportunity SET title = CAST(x'6bff64' AS TEXT)")
        database.commit()

    with reopened(waterdam) as store, pytest.raises(StoreDamaged):
        store.look(reads("opportunity"))


@pytest.mark.sqlite
@pytest.mark.parametrize("table", ["opportunity", "trail", "mail"])
def test_page_that_nobody_reads_is_found_too_within_its_time(waterdam: Store, table: str) -> None:
    waterdam.close()
    sound = is_damaged(waterdam.path)
    spoil_page(waterdam.path, table, b"\xff")

    found = is_damaged(waterdam.path)

    assert (sound, found, is_damaged(waterdam.path, 0.0, steps=1)) == (False, True, False)


@pytest.mark.postgresql
@pytest.mark.parametrize("code", ["XX001", "XX002"])
@pytest.mark.parametrize("writes", [False, True], ids=["look", "unit"])
def test_damage_that_a_server_tells_of_is_known_at_once(
    store: Store, code: str, writes: bool
) -> None:
    def meet(unit: Unit) -> None:
        unit.connection.exec_driver_sql(BROKEN.format(code))

    with pytest.raises(StoreDamaged):
        store.run(meet, NOBODY) if writes else store.look(meet)

    assert (store.vigil.down, store.database.is_damaged(1.0)) == ({DATABASE}, False)
