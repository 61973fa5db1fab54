"""Parallel units on PostgreSQL: a unit that meets another or loses the server is retried."""

import asyncio
import math
import threading
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import text
from sqlmodel import select

from outreach.parties.address import Address
from outreach.parties.person import meet
from outreach.staff.staff import add_staff, all_staff
from outreach.store.errors import DatabaseAway, StoreBusy, StoreFailed
from outreach.store.events import record
from outreach.store.pace import StorePace
from outreach.store.postgresql.writer import THREADS, TRIES
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from tests.clock import Clock
from tests.conftest import Dump
from tests.databases import Server, started_server, url_of
from tests.outreach.store.conftest import Rule

pytestmark = pytest.mark.postgresql
SOMEBODY = select(Address.person_id).where(Address.external_id == "ada")


@pytest.fixture
def both_first() -> Callable[[], None]:
    """Let two units wait for each other the first time; retried, they go on at once."""
    together, visits = threading.Barrier(2), count()

    def wait() -> None:
        if next(visits) < 2:
            together.wait(10)

    return wait


async def test_units_run_beside_each_other(store: Store) -> None:
    together = threading.Barrier(THREADS)

    answers = await asyncio.gather(
        *[store.write(lambda unit: together.wait(20), NOBODY) for _ in range(THREADS)]
    )

    assert sorted(answers) == list(range(THREADS))


@pytest.mark.parametrize("store_pace", [StorePace(write=math.inf)])
async def test_close_waits_for_no_server_that_is_away(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = threading.Event()

    def away(job: object) -> None:
        tried.set()
        raise DatabaseAway

    monkeypatch.setattr(store._writer, "_attempt", away)
    waiting = asyncio.create_task(store.write(lambda unit: 1, NOBODY))
    await asyncio.to_thread(tried.wait, 20)

    await asyncio.to_thread(store.close)

    with pytest.raises(DatabaseAway):
        await waiting


async def test_two_first_messages_of_one_person_make_one_person(
    store: Store, both_first: Callable[[], None], dump: Callable[[Store], Dump]
) -> None:
    def first_contact(unit: Unit) -> int:
        known = unit.run(SOMEBODY).scalar()
        both_first()
        return known or meet(unit, channel="web", external_id="ada", language="nl")[0]

    persons = await asyncio.gather(*[store.write(first_contact, NOBODY) for _ in range(2)])

    assert set(persons) == {row["id"] for row in dump(store)["person"]}
    assert len(dump(store)["address"]) == 1


async def test_unit_that_meets_a_unique_row_is_run_again(
    store: Store, both_first: Callable[[], None], dump: Callable[[Store], Dump]
) -> None:
    def add(unit: Unit) -> str:
        known = all_staff(unit)
        both_first()
        if known:
            return "known"
        add_staff(unit, email="nadia@waterdam.example", name="Nadia")
        return "added"

    answers = await asyncio.gather(*[store.write(add, NOBODY) for _ in range(2)])

    assert sorted(answers) == ["added", "known"]
    assert len(dump(store)["staff"]) == 1


async def test_units_in_a_deadlock_are_both_stored(
    store: Store, both_first: Callable[[], None], dump: Callable[[Store], Dump]
) -> None:
    ids = [
        store.run(meet, NOBODY, channel="web", external_id=name, language="nl")[0]
        for name in ("ada", "bob")
    ]

    def count_up(unit: Unit, order: list[int]) -> None:
        for number, id in enumerate(order):
            unit.connection.execute(
                text("UPDATE address SET seq = seq + 1 WHERE person_id = :id"), {"id": id}
            )
            if number == 0:
                both_first()

    await asyncio.gather(
        store.write(count_up, NOBODY, ids), store.write(count_up, NOBODY, ids[::-1])
    )

    assert [row["seq"] for row in dump(store)["address"]] == [2, 2]


def test_unit_that_meets_another_again_and_again_gives_up(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = count()

    def always(unit: Unit) -> None:
        next(runs)
        unit.run(SOMEBODY).scalar_one()

    with pytest.raises(Exception, match="No row was found"):
        store.run(always, NOBODY)

    assert next(runs) == TRIES


def test_what_is_stored_is_told_as_stored_even_if_nobody_can_be_woken(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(topic: str) -> None:
        raise RuntimeError

    def rung(unit: Unit) -> int:
        unit.rings.add("sender")
        done: int = note(1)(unit)
        return done

    monkeypatch.setattr(store.bells, "ring", broken)

    assert store.run(rung, NOBODY) == 1
    assert numbers(store) == [1]


def test_connections_that_were_cut_between_units_are_made_anew(
    store: Store,
    server: Server,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
) -> None:
    store.run(note(1), NOBODY)
    store.look(lambda unit: None)
    server.cut(url_of(store))

    assert store.run(note(2), NOBODY) == 2
    assert numbers(store) == [1, 2]


def test_reader_whose_connection_was_cut_looks_again(
    store: Store, server: Server, note: Callable[[int], Rule]
) -> None:
    store.run(note(1), NOBODY)
    cuts = iter([True])

    def rule(unit: Unit) -> list[int]:
        if next(cuts, False):
            server.cut(url_of(store))
        return list(unit.connection.exec_driver_sql("SELECT count(*) FROM event").scalars())

    assert store.look(rule) == [1]


def test_unit_whose_connection_was_cut_half_way_is_run_again(
    store: Store, server: Server, numbers: Callable[[Store | Path], list[int]]
) -> None:
    cuts = iter([True])

    def rule(unit: Unit) -> None:
        record(unit, "test.noted", number=1)
        if next(cuts, False):
            server.cut(url_of(store))
        record(unit, "test.noted", number=2)

    store.run(rule, NOBODY)

    assert numbers(store) == [1, 2]


def test_connection_that_was_cut_at_the_commit_is_a_failure(
    store: Store, server: Server, numbers: Callable[[Store | Path], list[int]]
) -> None:
    def rule(unit: Unit) -> None:
        record(unit, "test.noted", number=1)
        server.cut(url_of(store))

    with pytest.raises(StoreFailed):
        store.run(rule, NOBODY)

    assert numbers(store) == []


def test_disk_that_is_full_is_told(
    store: Store, note: Callable[[int], Rule], numbers: Callable[[Store | Path], list[int]]
) -> None:
    def fill(unit: Unit) -> None:
        record(unit, "test.noted", number=666)
        unit.connection.exec_driver_sql(
            "DO $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = 'disk_full'; END $$"
        )

    with pytest.raises(StoreFailed):
        store.run(fill, NOBODY)

    assert store.run(note(1), NOBODY) == 1
    assert numbers(store) == [1]


def test_row_that_somebody_holds_for_long_is_told(
    store: Store, note: Callable[[int], Rule]
) -> None:
    person, _ = store.run(meet, NOBODY, channel="web", external_id="ada", language="nl")

    def impatient(unit: Unit) -> None:
        unit.connection.exec_driver_sql("SET LOCAL lock_timeout = 20")
        unit.connection.exec_driver_sql("UPDATE person SET language = 'en'")

    with psycopg.connect(url_of(store)) as other:
        other.execute("UPDATE person SET language = 'fr' WHERE id = %s", (person,))
        with pytest.raises(StoreBusy):
            store.run(impatient, NOBODY)

    assert store.run(note(1), NOBODY) == 1


async def test_server_that_is_restarted_loses_nothing(
    tmp_path: Path,
    clock: Clock,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
) -> None:
    with (
        started_server() as server,
        Store(tmp_path / "kansenbode.db", url=server.copy(tmp_path, "empty")) as store,
    ):
        await asyncio.gather(*[store.write(note(number), NOBODY) for number in range(5)])
        going = [
            asyncio.ensure_future(store.write(note(number), NOBODY)) for number in range(5, 10)
        ]
        await asyncio.to_thread(server.restart)
        later = [store.write(note(number), NOBODY) for number in range(10, 15)]

        answers = await asyncio.gather(*going, *later, return_exceptions=True)

        stored = set(numbers(store))
    acknowledged = {answer for answer in answers if isinstance(answer, int)}
    assert {*range(5), *acknowledged} <= stored
    assert set(range(10, 15)) <= acknowledged
    assert {type(answer) for answer in answers if not isinstance(answer, int)} <= {StoreFailed}


@pytest.fixture
def away(tmp_path: Path) -> Iterator[Store]:
    """A store whose server is not there."""
    url = "postgresql://kees:Zeer-Geheim@127.0.0.1:1/waterdam"
    with Store(tmp_path / "kansenbode.db", url=url, pace=StorePace(write=0.0, look=0.0)) as store:
        yield store


@pytest.mark.parametrize(
    "ask", [lambda store, rule: store.run(rule, NOBODY), lambda store, rule: store.look(rule)]
)
def test_server_that_is_away_is_told_without_its_address(
    away: Store, ask: Callable[..., Any], note: Callable[[int], Rule]
) -> None:
    with pytest.raises(DatabaseAway, match="The database server cannot be reached") as error:
        ask(away, note(1))

    told = [error.value, error.value.__cause__, away.database, away]
    assert [
        word for word in ("kees", "Geheim", "127.0.0.1") if word in repr(told) + str(error.value)
    ] == []
