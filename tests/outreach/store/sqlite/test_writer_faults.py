"""A unit that fails, in any way, touches no other unit of its group."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, PendingRollbackError

from outreach.refusal import Refusal
from outreach.staff.staff import STAFF_ADD
from outreach.store.errors import RuleCommits, SwallowedError
from outreach.store.events import record
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from tests.outreach.store.conftest import Rule
from tests.outreach.store.sqlite.rules import refuse


def facts_of(name: str) -> dict[str, object]:
    email = f"{name}@waterdam.example"
    return {"email": email, "name": name, "role": "editor", "notify": None, "left_at": None}


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
