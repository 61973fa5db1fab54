"""Any units in any order: exactly the good ones are stored, each once, in order."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from outreach.refusal import Refusal
from outreach.staff.staff import STAFF_ADD, add_staff
from outreach.store.events import record
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit

FRESH = count(1)


def good(unit: Unit, number: int) -> int:
    record(unit, "test.noted", number=number)
    return number


def good_with_a_row(unit: Unit, number: int) -> int:
    add_staff(unit, email=f"{number}@waterdam.example", name="Nadia")
    return good(unit, number)


def refused(unit: Unit, number: int) -> None:
    good_with_a_row(unit, number)
    raise Refusal("refusal-unknown", given=str(number))


def failing(unit: Unit, number: int) -> None:
    good(unit, number)
    unit.connection.exec_driver_sql("INSERT INTO staff (email) VALUES (NULL)")


def failing_by_value(unit: Unit, number: int) -> None:
    good(unit, number)
    facts = {"email": "x", "role": "editor", "notify": None, "left_at": None}
    unit.run(STAFF_ADD, facts | {"name": None})


def swallowing(unit: Unit, number: int) -> None:
    with suppress(IntegrityError):
        failing(unit, number)


def swallowing_by_value(unit: Unit, number: int) -> None:
    with suppress(IntegrityError):
        failing_by_value(unit, number)


def rolling_back(unit: Unit, number: int) -> None:
    good_with_a_row(unit, number)
    unit.connection.connection.cursor().execute("ROLLBACK")


def committing(unit: Unit, number: int) -> None:
    good(unit, number)
    unit.connection.commit()


GOOD = (good, good_with_a_row)
BAD = (
    refused,
    failing,
    failing_by_value,
    swallowing,
    swallowing_by_value,
    rolling_back,
    committing,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rules=st.lists(st.sampled_from(GOOD + BAD), max_size=12))
def test_any_sequence_leaves_exactly_the_good_ones(
    store: Store, numbers: Callable[[Store | Path], list[int]], rules: list[Any]
) -> None:
    before = sorted(numbers(store))
    units = [(rule, next(FRESH)) for rule in rules]

    async def all_at_once() -> list[object]:
        writes: list[Awaitable[object]] = [
            store.write(rule, NOBODY, number=number) for rule, number in units
        ]
        return await asyncio.gather(*writes, return_exceptions=True)

    answers = asyncio.run(all_at_once())

    expected = [number for rule, number in units if rule in GOOD]
    assert [answer for answer in answers if not isinstance(answer, Exception)] == expected
    assert sorted(numbers(store)) == before + expected
