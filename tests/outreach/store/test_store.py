"""The door to the database: readers that cannot write, and other programs at the same file."""

import asyncio
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from outreach.staff.staff import add_staff, staff_actor
from outreach.store import store as door
from outreach.store.errors import StoreBusy, StoreClosed
from outreach.store.events import record
from outreach.store.pace import StorePace
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.clock import Clock
from tests.outreach.store.conftest import Rule


def write(unit: Unit) -> None:
    record(unit, "test.noted", number=1)


def test_reader_cannot_write(store: Store, numbers: Callable[[Store | Path], list[int]]) -> None:
    with pytest.raises(DBAPIError, match=r"read-?only"):
        store.look(write)

    assert numbers(store) == []


async def test_read_sees_what_was_written(store: Store) -> None:
    await store.write(
        add_staff, NOBODY, email="nadia@waterdam.example", name="Nadia", role="editor"
    )

    actors = await asyncio.gather(
        *[store.read(staff_actor, email="nadia@waterdam.example") for _ in range(20)]
    )

    assert actors == [Actor("staff", 1)] * 20


def test_reader_goes_on_after_an_error(store: Store) -> None:
    for _ in range(6):
        with pytest.raises(DBAPIError):
            store.look(write)

    assert store.look(lambda unit: str(unit.actor)) == "nobody"


def test_long_work_leaves_a_file_to_others_between_two_units(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests: list[float] = []
    monkeypatch.setattr(time, "sleep", rests.append)

    store.rest()

    assert rests == ([] if store.database.shared else [door.REST])


async def test_closed_store_reads_no_more(store: Store) -> None:
    await asyncio.to_thread(store.close)

    with pytest.raises(StoreClosed):
        await store.read(write)
    with pytest.raises(StoreClosed):
        store.look(write)


@pytest.mark.sqlite
@pytest.mark.parametrize("store_pace", [StorePace(busy_ms=50)])
async def test_lock_held_by_another_program_is_told_at_once_to_all(
    store: Store,
    clock: Clock,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
) -> None:
    await store.write(note(1), NOBODY)

    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waited = asyncio.get_running_loop().time()
        answers = await asyncio.gather(
            *[store.write(note(2), NOBODY) for _ in range(60)], return_exceptions=True
        )
        waited = asyncio.get_running_loop().time() - waited
        other.execute("ROLLBACK")
    await store.write(note(3), NOBODY)

    assert {type(answer) for answer in answers} == {StoreBusy}
    assert str(answers[0]).startswith("Another program has held the database for too long")
    assert waited < 2
    assert numbers(store) == [1, 3]


@pytest.mark.parametrize("name", ["data #1", "50% of it", "what?", "één map"])
def test_folder_may_have_any_name(
    tmp_path: Path,
    empty_database: Path,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    name: str,
) -> None:
    path = tmp_path / name / "kansenbode.db"
    path.parent.mkdir()
    path.write_bytes(empty_database.read_bytes())

    with Store(path) as store:
        store.run(note(1), NOBODY)

    assert numbers(path) == [1]


@pytest.mark.sqlite
def test_every_connection_is_durable_and_forgetful(store: Store) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")

    def pragmas(unit: Unit) -> tuple[object, ...]:
        return tuple(unit.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names)

    assert store.run(pragmas, NOBODY) == ("wal", 2, 1, 1)
    assert store.look(pragmas) == ("wal", 2, 1, 1)
