"""After a unit is stored its caller hears, the writers go on, and nothing is stored twice."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from outreach.store import job
from outreach.store.errors import StoreFailed
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from tests.outreach.store.conftest import Rule

SECRET = "what somebody wrote"


def once(broken: Any) -> Any:
    """A function that breaks the first time, and is itself after that."""
    left = [ValueError(SECRET)]

    def breaks(*args: Any) -> Any:
        if left:
            raise left.pop()
        return broken(*args)

    return breaks


async def test_slip_while_answering_is_told_and_leaves_nobody_waiting(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(job, "_answer", once(job._answer))

    with capture_logs() as logged:
        async with asyncio.timeout(20):
            answers = [
                *await asyncio.gather(store.write(note(1), NOBODY), return_exceptions=True),
                await store.write(note(2), NOBODY),
            ]

    assert [type(each) for each in answers] == [StoreFailed, int]
    assert numbers(store) == [1, 2]
    assert [(line["event"], line["part"], line["error"]) for line in logged] == [
        ("slip", "answers", "ValueError")
    ]
    assert SECRET not in str(logged)


def test_slip_while_answering_a_thread_is_told_to_it_too(
    store: Store, note: Callable[[int], Rule], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job, "_answer", once(job._answer))

    with pytest.raises(StoreFailed):
        store.run(note(1), NOBODY)

    assert store.run(note(2), NOBODY) == 2


def test_bell_that_breaks_takes_nothing_back_and_lets_nothing_run_twice(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def plan(unit: Unit, number: int) -> int:
        unit.rings.add("planned")
        return int(note(number)(unit))

    monkeypatch.setattr(store.bells, "ring", once(store.bells.ring))

    with capture_logs() as logged:
        answers = store.run_each(plan, NOBODY, [{"number": number} for number in range(1, 4)])

    assert (answers, sorted(numbers(store))) == ([1, 2, 3], [1, 2, 3])
    assert [(line["event"], line["part"]) for line in logged] == [("slip", "bells")]


@pytest.mark.parametrize("way", ["write", "read"])
async def test_rule_that_runs_out_is_told_to_who_waits(store: Store, way: str) -> None:
    def runs_out(unit: Unit) -> int:
        return next(iter(()))

    waiting = store.read(runs_out) if way == "read" else store.write(runs_out, NOBODY)

    async with asyncio.timeout(20):
        with pytest.raises(RuntimeError):
            await waiting
