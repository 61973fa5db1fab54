"""SQLite may roll back a whole group: the culprit gets its error, the others are stored once."""

import resource
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from outreach.store.errors import RuleCommits, StoreFailed, SwallowedError
from outreach.store.events import record
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from tests.outreach.store.conftest import Rule

pytestmark = pytest.mark.sqlite
BIG = "x" * 6_000_000


def roll_back_by_driver(unit: Unit) -> None:
    record(unit, "test.noted", number=666)
    unit.connection.connection.cursor().execute("ROLLBACK")


def fill_the_disk(unit: Unit) -> None:
    unit.connection.exec_driver_sql("PRAGMA max_page_count=1")
    record(unit, "test.noted", BIG, number=666)


def write_much(unit: Unit) -> None:
    record(unit, "test.noted", BIG, number=666)


def swallow_a_lost_transaction(unit: Unit) -> None:
    with suppress(OperationalError):
        roll_back_by_driver(unit)
        unit.connection.exec_driver_sql("SELECT nothing")
    with suppress(OperationalError):
        record(unit, "test.noted", number=667)


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let the kernel refuse writes beyond a size, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (roll_back_by_driver, RuleCommits),
        (fill_the_disk, StoreFailed),
        (swallow_a_lost_transaction, SwallowedError),
    ],
)
async def test_neighbours_of_a_lost_group_are_stored_once(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    together: Callable[..., Awaitable[list[Any]]],
    fault: Callable[..., Any],
    error: type[Exception],
) -> None:
    first, culprit, second, again, third = await together(
        store, note(1), fault, note(2), fault, note(3)
    )

    assert (first, second, third) == (1, 2, 3)
    assert (type(culprit), type(again)) == (error, error)
    assert numbers(store) == [1, 2, 3]


async def test_disk_that_is_full_hurts_only_who_writes_much(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    together: Callable[..., Awaitable[list[Any]]],
) -> None:
    with files_no_larger_than(2_000_000):
        first, culprit, second = await together(store, note(1), write_much, note(2))

    assert (first, second) == (1, 2)
    assert isinstance(culprit, StoreFailed)
    assert numbers(store) == [1, 2]
    assert store.run(note(3), NOBODY) == 3


async def test_full_disk_is_told_as_such_whatever_the_rule_made_of_it(store: Store) -> None:
    def fill_and_wrap(unit: Unit) -> None:
        try:
            fill_the_disk(unit)
        except OperationalError as error:
            raise LookupError from error

    with pytest.raises(StoreFailed):
        await store.write(fill_and_wrap, NOBODY)


async def test_unit_of_a_lost_group_runs_again(
    store: Store,
    numbers: Callable[[Store | Path], list[int]],
    together: Callable[..., Awaitable[list[Any]]],
) -> None:
    runs: Counter[str] = Counter()

    def count(unit: Unit) -> None:
        runs["neighbour"] += 1
        record(unit, "test.noted", number=1)

    await together(store, count, roll_back_by_driver)

    assert runs == {"neighbour": 2}
    assert numbers(store) == [1]
