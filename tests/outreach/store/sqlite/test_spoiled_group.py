"""A group runs without savepoints; if a unit of it fails, all of it runs again, each with one."""

from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from outreach.refusal import Refusal
from outreach.store.erased import ERASED
from outreach.store.events import record
from outreach.store.sqlite.writer import WARY
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from tests.clock import Clock
from tests.outreach.store.conftest import Rule
from tests.outreach.store.sqlite.rules import refuse
from tests.outreach.store.sqlite.run_again import spoil_groups

pytestmark = pytest.mark.sqlite
Together = Callable[..., Awaitable[list[Any]]]


@pytest.fixture
def runs() -> Counter[str]:
    """How often each rule ran."""
    return Counter()


@pytest.fixture
def counted(runs: Counter[str]) -> Callable[[str, Rule], Rule]:
    """A rule that counts its runs under a name."""

    def rule_for(name: str, rule: Rule) -> Rule:
        def run(unit: Unit) -> Any:
            runs[name] += 1
            return rule(unit)

        return run

    return rule_for


@pytest.fixture
def said(store: Store) -> list[str]:
    """Every statement that SQLite is given, as it says itself."""
    said: list[str] = []

    def listen(unit: Unit) -> None:
        raw: Any = unit.connection.connection.dbapi_connection
        raw.set_trace_callback(said.append)

    store.run(listen, NOBODY)
    said.clear()
    return said


async def test_group_that_succeeds_runs_once_and_without_savepoints(
    store: Store,
    note: Callable[[int], Rule],
    together: Together,
    counted: Callable[[str, Rule], Rule],
    runs: Counter[str],
    said: list[str],
) -> None:
    answers = await together(store, counted("first", note(1)), counted("second", note(2)))

    assert (answers, runs) == ([1, 2], {"first": 1, "second": 1})
    assert [statement for statement in said if "SAVEPOINT" in statement] == []
    assert [said.count("BEGIN IMMEDIATE"), said.count("COMMIT")] == [2, 2]


async def test_group_in_which_one_is_refused_runs_again(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    together: Together,
    counted: Callable[[str, Rule], Rule],
    runs: Counter[str],
) -> None:
    first, refused, second = await together(
        store,
        counted("before", note(1)),
        counted("refused", refuse),
        counted("after", note(2)),
    )

    assert (first, type(refused), second) == (1, Refusal, 2)
    assert runs == {"before": 2, "refused": 2, "after": 1}
    assert numbers(store) == [1, 2]


async def test_group_that_runs_again_is_stored_by_one_commit(
    store: Store, note: Callable[[int], Rule], together: Together, said: list[str]
) -> None:
    await together(store, note(1), refuse, note(2), refuse, note(3))

    # the first one kept the writer busy
    assert [said.count("COMMIT"), said.count("ROLLBACK")] == [2, 1]
    assert said.count("SAVEPOINT unit") == said.count("RELEASE unit") == 5


async def test_groups_after_a_spoiled_one_are_wary_for_a_while(
    store: Store,
    together: Together,
    counted: Callable[[str, Rule], Rule],
    runs: Counter[str],
    note: Callable[[int], Rule],
    said: list[str],
) -> None:
    await together(store, counted("spoiling", refuse), note(0))
    for number in range(WARY):
        await together(store, counted("wary", refuse), note(number))
    said.clear()

    await together(store, note(1), note(2))

    assert runs == {"spoiling": 2, "wary": WARY}
    assert [statement for statement in said if "SAVEPOINT" in statement] == []


def test_unit_that_is_refused_alone_runs_once(
    store: Store, counted: Callable[[str, Rule], Rule], runs: Counter[str]
) -> None:
    with pytest.raises(Refusal):
        store.run(counted("refused", refuse), NOBODY)

    assert runs == {"refused": 1}


async def test_unit_that_is_refused_in_the_first_run_only_is_stored(
    store: Store, numbers: Callable[[Store | Path], list[int]], together: Together
) -> None:
    tries: list[int] = []

    def refuse_once(unit: Unit) -> int:
        tries.append(1)
        record(unit, "test.noted", number=len(tries))
        if len(tries) == 1:
            raise Refusal("refusal-unknown", given="1")
        return len(tries)

    answers = await together(store, refuse_once, lambda unit: None)

    assert answers == [2, None]
    assert numbers(store) == [2]


async def test_moment_of_a_unit_is_that_of_its_last_run(
    store: Store, clock: Clock, together: Together
) -> None:
    seen = []

    def pass_time(unit: Unit) -> None:
        clock.passes(seconds=1)
        seen.append(unit.now)

    began = clock.now
    await together(store, pass_time, refuse)

    assert [(moment - began).total_seconds() for moment in seen] == [0, 1]


async def test_whom_a_unit_erased_is_noted_once_and_whom_a_refused_one_would_not_at_all(
    store: Store, together: Together
) -> None:
    def erase(unit: Unit) -> None:
        unit.erased.append(1)

    def erase_and_refuse(unit: Unit) -> None:
        unit.erased.append(2)
        raise Refusal("refusal-unknown", given="2")

    await together(store, erase, erase_and_refuse)

    lines = store.path.with_name(ERASED).read_text().splitlines()
    assert ["[1]" in line for line in lines] == [True]


async def test_only_what_was_stored_is_rung_for(store: Store, together: Together) -> None:
    def ring(unit: Unit) -> None:
        unit.rings.add("stored")

    def ring_and_refuse(unit: Unit) -> None:
        unit.rings.add("refused")
        raise Refusal("refusal-unknown", given="1")

    with store.bells.listen("stored") as stored, store.bells.listen("refused") as refused:
        await together(store, ring, ring_and_refuse)
        assert [stored.is_set(), refused.is_set()] == [True, False]


async def test_spoiled_groups_store_every_unit_once(
    store: Store,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
    together: Together,
) -> None:
    writer = spoil_groups(store)

    answers = await together(store, *[note(number) for number in range(100)])

    assert answers == numbers(store) == list(range(100))
    assert writer.spoiled == 101
