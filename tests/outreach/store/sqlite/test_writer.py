"""Group commit: units that wait together share one commit and nothing else."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import StatementError

from outreach.refusal import Refusal
from outreach.store.errors import StoreClosed
from outreach.store.events import EVENT_ADD, record
from outreach.store.pace import PACE
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.clock import Clock
from tests.databases import reopened
from tests.outreach.store.conftest import Rule
from tests.outreach.store.sqlite.rules import refuse


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

    await together(store, *[note(number) for number in range(PACE.group)], look_outside)

    assert seen_outside == [PACE.group]


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


def test_deed_that_fails_is_undone_and_leaves_the_one_around_it_whole(
    store: Store, numbers: Callable[[Store | Path], list[int]]
) -> None:
    def fail(unit: Unit) -> None:
        with unit.deed():
            record(unit, "test.noted", number=3)
            raise LookupError

    def rule(unit: Unit) -> None:
        record(unit, "test.noted", number=1)
        with suppress(Refusal), unit.deed():
            record(unit, "test.noted", number=2)
            with suppress(LookupError):
                fail(unit)
            refuse(unit)
        with suppress(LookupError):
            fail(unit)

    store.run(rule, NOBODY)

    assert numbers(store) == [1]


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
