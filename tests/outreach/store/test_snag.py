"""A bad row is found, noted and passed over; a fault that is not the rows' fails all."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import chain
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from outreach.store.snag import LATEST, SOON, TOO_MANY, each, passed_over, snags
from outreach.store.store import Store
from outreach.store.unit import TICK, Unit
from tests.clock import Clock

WORK = "test"
Deal = Callable[..., list[list[int]]]


@pytest.fixture
def deal(store: Store) -> Deal:
    """Deal with numbers, some refused by the database; return the groups that went well."""

    def dealing(
        unit: Unit, /, numbers: Sequence[int], bad: Sequence[int], **choice: object
    ) -> list[list[int]]:
        def refuse(some: list[int]) -> list[int]:
            if any(number in bad for number in some):
                unit.connection.exec_driver_sql("INSERT INTO code (code) VALUES (NULL)")
            return some

        # What may be chosen is told apart by its type, which a test that passes it on does not
        # know.
        anyhow: Any = each
        tried: list[list[int]] = anyhow(unit, WORK, numbers, refuse, number=int, **choice)
        return tried

    def run(numbers: Sequence[int], bad: Sequence[int] = (), **choice: object) -> list[list[int]]:
        return store.run(dealing, TICK, numbers, bad, **choice)

    return run


def passed(store: Store) -> list[int]:
    return sorted(store.look(passed_over, WORK))


def test_good_rows_are_dealt_with_at_once(store: Store, deal: Deal) -> None:
    assert (deal(range(8)), deal([]), passed(store)) == ([list(range(8))], [], [])


@pytest.mark.parametrize("bad", [[0], [7], [3, 4], [0, 2, 5, 7]])
def test_bad_rows_alone_are_passed_over(store: Store, deal: Deal, bad: list[int]) -> None:
    went = deal(range(8), bad)

    assert sorted(chain(*went)) == [number for number in range(8) if number not in bad]
    assert passed(store) == bad


def test_in_order_nothing_comes_after_a_bad_row(store: Store, deal: Deal) -> None:
    went = deal(range(8), [3], in_order=True)

    assert (sorted(chain(*went)), passed(store)) == ([0, 1, 2], [3])


def test_where_nothing_goes_well_it_is_not_the_rows(store: Store, deal: Deal) -> None:
    many = range(TOO_MANY)

    with pytest.raises(DBAPIError):
        deal(many, many)

    assert passed(store) == []


def test_row_rests_twice_as_long_each_time_and_at_most_a_day(
    store: Store, deal: Deal, clock: Clock
) -> None:
    rested: list[timedelta] = []

    for _ in range(10):
        deal([1], [1])
        since = clock.now
        while passed(store):
            clock.passes(minutes=10)
        rested.append(clock.now - since)

    assert rested == [min(SOON * 2**tries, LATEST) for tries in range(10)]


def test_row_rests_as_long_as_its_work_says(store: Store, deal: Deal, clock: Clock) -> None:
    deal([1], [1], rest=timedelta(days=9))

    clock.passes(days=8)
    assert passed(store) == [1]
    clock.passes(days=1)
    assert passed(store) == []


def test_row_that_goes_well_again_is_mended(store: Store, deal: Deal) -> None:
    deal([1, 2], [1])

    deal([1, 2])

    assert (passed(store), store.look(snags)) == ([], [])
