"""Group commit: units that wait together share one commit and nothing else."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, PendingRollbackError, StatementError

from outreach.refusal import Refusal
from outreach.staff.staff import STAFF_ADD
from outreach.store.errors import RuleCommits, StoreClosed, SwallowedError
from outreach.store.events import EVENT_ADD, record
from outreach.store.sqlite.writer import GROUP
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.clock import Clock
from tests.databases import reopened
from tests.outreach.store.conftest import Rule


def facts_of(name: str) -> dict[str, object]:
    email = f"{name}@waterdam.example"
    return {"email": email, "name": name, "role": "editor", "notify": None, "left_at": None}


def refuse(unit: Unit) -> None:
    record(unit, "test.noted", number=666)
    raise Refusal("refusal-unknown", given="6")


def break_constraint(unit: Unit) -> None:
    record(unit, "test.noted", number=666)
    nobody = "INSERT INTO membership (party_id, person_id, joined_at) VALUES (98, 99, '2026-11-02')"
    unit.connection.execute(text(nobody))


def break_unique(unit: Unit) -> None:
    record(unit, "test.noted", number=666)
    unit.run(STAFF_ADD, [facts_of("same"), facts_of("same")])


def break_required(unit: Unit) -> None:
    record(unit, "test.noted", number=666)
    unit.run(STAFF_ADD, facts_of("late") | {"name": None})


def swallow_in_core(unit: Unit) -> None:
    with suppress(IntegrityError):
        break_constraint(unit)


def swallow_in_many(unit: Unit) -> None:
    with suppress(IntegrityError):
        break_unique(unit)


def swallow_in_a_nested_savepoint(unit: Unit) -> None:
    with suppress(IntegrityError), unit.connection.begin_nested():
        break_unique(unit)


class Sudden(BaseException):
    """What no `except Exception` catches."""


def end_suddenly(unit: Unit) -> None:
    record(unit, "test.noted", number=666)
    raise Sudden


def commit_connection(unit: Unit) -> None:
    record(unit, "test.noted", number=666)
    unit.connection.commit()


def roll_back_connection(unit: Unit) -> None:
    record(unit, "test.noted", number=666)
    unit.connection.rollback()


def commit_and_go_on(unit: Unit) -> None:
    with suppress(RuleCommits):
        commit_connection(unit)
    record(unit, "test.noted", number=667)


FAULTS = {
    refuse: Refusal,
    break_constraint: IntegrityError,
    break_unique: IntegrityError,
    break_required: IntegrityError,
    swallow_in_core: SwallowedError,
    swallow_in_many: SwallowedError,
    swallow_in_a_nested_savepoint: SwallowedError,
    end_suddenly: Sudden,
    commit_connection: RuleCommits,
    roll_back_connection: RuleCommits,
}


def test_run_gives_the_value_and_stores(
    store: Store, note: Callable[[int], Rule], numbers: Callable[[Store | Path], list[int]]
) -> None:
    value = store.run(note(4), NOBODY)

    assert (value, numbers(store)) == (4, [4])


def test_unit_tells_moment_and_actor(store: Store, clock: Clock) -> None:
    seen = store.run(lambda unit: (unit.now, str(unit.actor)), Actor("staff", 3))

    assert seen == (clock.now, "staff:3")


@pytest.mark.sqlite
async def test_waiting_units_keep_their_order(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    together: Callable[..., Awaitable[list[Any]]],
) -> None:
    answers = await together(store, *[note(number) for number in range(40)])

    assert answers == list(range(40))
    assert numbers(store) == list(range(40))


@pytest.mark.sqlite
async def test_waiting_units_share_one_commit(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    together: Callable[..., Awaitable[list[Any]]],
) -> None:
    seen_outside = []

    def look_outside(unit: Unit) -> None:
        seen_outside.append(numbers(store))

    await together(store, note(1), note(2), look_outside, note(3))

    assert seen_outside == [[]]
    assert numbers(store) == [1, 2, 3]


@pytest.mark.sqlite
async def test_group_is_bounded(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    together: Callable[..., Awaitable[list[Any]]],
) -> None:
    seen_outside = []

    def look_outside(unit: Unit) -> None:
        seen_outside.append(len(numbers(store)))

    await together(store, *[note(number) for number in range(GROUP)], look_outside)

    assert seen_outside == [GROUP]


@pytest.mark.parametrize(
    ("fault", "error"), FAULTS.items(), ids=lambda value: getattr(value, "__name__", "")
)
async def test_fault_of_one_unit_never_touches_its_neighbours(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    together: Callable[..., Awaitable[list[Any]]],
    fault: Callable[..., Any],
    error: type[Exception] | tuple[type[Exception], type[Exception]],
) -> None:
    first, culprit, second, again, third = await together(
        store, note(1), fault, note(2), fault, note(3)
    )

    assert (first, second, third) == (1, 2, 3)
    assert isinstance(culprit, error)
    assert isinstance(again, error)
    assert sorted(numbers(store)) == [1, 2, 3]


@pytest.mark.parametrize(
    ("fault", "error"), FAULTS.items(), ids=lambda value: getattr(value, "__name__", "")
)
def test_faulty_unit_alone_stores_nothing(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    fault: Callable[..., Any],
    error: type[Exception] | tuple[type[Exception], type[Exception]],
) -> None:
    with pytest.raises(error):
        store.run(fault, NOBODY)

    assert store.run(note(1), NOBODY) == 1
    assert numbers(store) == [1]


async def test_unit_stands_beside_failed_units(
    store: Store, together: Callable[..., Awaitable[list[Any]]]
) -> None:
    def add(unit: Unit) -> str:
        unit.run(STAFF_ADD, facts_of("nadia"))
        return "added"

    answers = await together(store, break_unique, add, break_required, swallow_in_many)
    staff = store.look(
        lambda unit: unit.connection.exec_driver_sql("SELECT email FROM staff").scalars().all()
    )

    assert answers[1] == "added"
    assert staff == ["nadia@waterdam.example"]


def test_rule_that_goes_on_after_a_refused_commit_is_an_error(
    store: Store, numbers: Callable[[Store | Path], list[int]]
) -> None:
    with pytest.raises(PendingRollbackError):
        store.run(commit_and_go_on, NOBODY)

    assert numbers(store) == []


def test_unit_refuses_naive_moments(store: Store) -> None:
    def rule(unit: Unit) -> None:
        naive = datetime(2026, 11, 2)  # noqa: DTZ001 - the subject of this test
        unit.connection.execute(
            EVENT_ADD, {"at": naive, "actor": "", "deed": "", "ids": {}, "fields": []}
        )

    with pytest.raises(StatementError, match="no time zone"):
        store.run(rule, NOBODY)


def test_deed_undoes_a_refusal_and_nothing_else(
    store: Store, numbers: Callable[[Store | Path], list[int]]
) -> None:
    def rule(unit: Unit) -> str:
        record(unit, "test.noted", number=1)
        with suppress(Refusal), unit.deed():
            refuse(unit)
        record(unit, "test.noted", number=2)
        return "went on"

    assert store.run(rule, NOBODY) == "went on"
    assert numbers(store) == [1, 2]


def test_deed_forgets_whom_it_did_not_erase(store: Store) -> None:
    def rule(unit: Unit) -> list[int]:
        unit.erased.append(1)
        with suppress(Refusal), unit.deed():
            unit.erased.append(2)
            raise Refusal("refusal-unknown", given="2")
        return list(unit.erased)

    assert store.run(rule, NOBODY) == [1]


async def test_cancelled_waiter_harms_nobody(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    together: Callable[..., Awaitable[list[Any]]],
) -> None:
    async def cancelled_later() -> int:
        return await store.write(note(1), NOBODY)

    waiter = asyncio.ensure_future(cancelled_later())
    await asyncio.sleep(0)
    waiter.cancel()
    answers = await together(store, note(2))

    assert answers == [2]
    assert numbers(store) == [1, 2]
    assert waiter.cancelled()


async def test_loop_that_ended_harms_nobody(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    together: Callable[..., Awaitable[list[Any]]],
) -> None:
    def leave() -> None:
        loop = asyncio.new_event_loop()
        task = loop.create_task(store.write(note(1), NOBODY))
        loop.run_until_complete(asyncio.sleep(0))
        task.cancel()
        loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
        loop.close()

    await asyncio.to_thread(leave)
    answers = await together(store, note(2))

    assert answers == [2]
    assert numbers(store) == [1, 2]


async def test_close_finishes_what_waits_and_takes_nothing_new(
    store: Store, note: Callable[[int], Rule], numbers: Callable[[Store | Path], list[int]]
) -> None:
    waiting = [asyncio.ensure_future(store.write(note(number), NOBODY)) for number in range(100)]
    await asyncio.sleep(0)

    await asyncio.to_thread(store.close)

    assert await asyncio.gather(*waiting) == list(range(100))
    with reopened(store) as again:
        assert sorted(numbers(again)) == list(range(100))
    with pytest.raises(StoreClosed):
        await store.write(note(101), NOBODY)
    with pytest.raises(StoreClosed):
        store.run(note(101), NOBODY)


@pytest.mark.sqlite
def test_close_folds_the_log_into_the_file(store: Store, note: Callable[[int], Rule]) -> None:
    store.run(note(1), NOBODY)

    store.close()
    store.close()

    assert not store.path.with_name("kansenbode.db-wal").exists()
    with sqlite3.connect(store.path) as database:
        assert database.execute("SELECT count(*) FROM event").fetchone() == (1,)
    database.close()
