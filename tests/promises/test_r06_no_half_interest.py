"""R6: an interest is stored whole or not at all, at any failure of database or program."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.inbox import Arrival
from bot.runs import Script
from bot.turn import Turns
from outreach.store.errors import StoreError
from outreach.store.store import Store
from tests.clock import Clock
from tests.promises.conftest import Person
from tests.promises.sabotage import Fault, Saboteur, engine_of
from tests.talking import Outbox, turns

LAST = 4
"""The answer that stores the interest: "ja" to the summary."""
TRACES = ("party", "membership", "interest", "interest_change")


@pytest.fixture
async def halfway(person: Callable[[str], Person], waterdam: Store, tmp_path: Path) -> bytes:
    """The database of somebody who is about to say yes to the summary."""
    await person("ada").express(1, upto=LAST)
    waterdam.close()
    return waterdam.path.read_bytes()


@pytest.fixture
def resume(
    halfway: bytes, tmp_path: Path, clock: Clock, script: Script, outbox: Outbox
) -> Callable[[Saboteur], tuple[Store, Turns]]:
    numbers = count()

    def run(saboteur: Saboteur) -> tuple[Store, Turns]:
        path = tmp_path / f"try{next(numbers)}" / "kansenbode.db"
        path.parent.mkdir()
        path.write_bytes(halfway)
        store = Store(path, clock)
        saboteur.attach(engine_of(store))
        return store, turns(store, script, outbox)

    return run


def yes(number: int = 0) -> Arrival:
    return Arrival(channel="web", external_id=f"yes{number}", sender="ada", text="ja")


def stored(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as database:
        counts = {
            table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in TRACES
        }
        (references,) = database.execute(
            "SELECT count(*) FROM code WHERE kind = 'reference'"
        ).fetchone()
        deeds = "SELECT count(*) FROM event WHERE deed IN ('party.founded', 'interest.expressed')"
        return counts | {"reference": references, "event": database.execute(deeds).fetchone()[0]}


NOTHING = dict.fromkeys((*TRACES, "reference", "event"), 0)
WHOLE = {
    "party": 1,
    "membership": 1,
    "interest": 1,
    "interest_change": 0,
    "reference": 1,
    "event": 2,
}


async def statements(resume: Callable[[Saboteur], tuple[Store, Turns]]) -> list[str]:
    """The statements of the turn that stores the interest."""
    saboteur = Saboteur()
    store, talks = resume(saboteur)
    saboteur.watching = True
    with store:
        await talks.take(yes())
    assert stored(store.path) == WHOLE
    return saboteur.seen


async def test_turn_that_stores_an_interest_is_many_statements(
    resume: Callable[[Saboteur], tuple[Store, Turns]],
) -> None:
    seen = await statements(resume)

    assert len(seen) > 12
    assert [
        seen[0].split()[0],
        sum("INSERT INTO interest " in statement for statement in seen),
    ] == ["SELECT", 1]


@pytest.mark.parametrize("in_program", [False, True], ids=["database", "program"])
async def test_fault_in_any_statement_stores_all_or_nothing_and_is_told(
    resume: Callable[[Saboteur], tuple[Store, Turns]], outbox: Outbox, in_program: bool
) -> None:
    for number in range(1, len(await statements(resume)) + 1):
        saboteur = Saboteur(number, in_program=in_program)
        store, talks = resume(saboteur)
        with store:
            saboteur.watching = True
            try:
                took = await talks.take(yes())
            except StoreError:
                took = False
            saboteur.watching = False
            kept = stored(store.path)
            assert kept in (NOTHING, WHOLE), f"statement {number}: {saboteur.seen[-1]}"
            if took and kept == NOTHING:
                assert "ging iets mis" in outbox.last.text
            await go_on(store, talks, took)
        assert stored(store.path) == WHOLE, f"statement {number}: {saboteur.seen[-1]}"


async def test_database_that_fails_from_any_statement_on_stores_nothing_and_takes_it_later(
    resume: Callable[[Saboteur], tuple[Store, Turns]], outbox: Outbox
) -> None:
    for number in range(1, len(await statements(resume)) + 1):
        saboteur = Saboteur(number, for_ever=True)
        store, talks = resume(saboteur)
        before = len(outbox.sent)
        with store:
            saboteur.watching = True
            with pytest.raises(StoreError):
                await talks.take(yes())
            saboteur.watching = False
            assert (stored(store.path), len(outbox.sent)) == (NOTHING, before)
            assert await talks.take(yes())
        assert stored(store.path) == WHOLE


async def test_commit_that_fails_stores_nothing_and_answers_nothing(
    resume: Callable[[Saboteur], tuple[Store, Turns]], outbox: Outbox
) -> None:
    store, talks = resume(Saboteur())
    before = len(outbox.sent)

    def fail(connection: Any) -> None:
        if not connection.info.get("watched"):
            raise Fault

    event.listen(engine_of(store), "commit", fail)
    with store, pytest.raises((Fault, StoreError)):
        await talks.take(yes())

    assert (stored(store.path), len(outbox.sent)) == (NOTHING, before)


async def go_on(store: Store, talks: Turns, took: bool) -> None:
    """Act as the person does: repeat if no answer came, otherwise answer the open question."""
    if not took:
        await talks.take(yes())
    for number in (1, 2):
        if stored(store.path) != WHOLE:
            await talks.take(yes(number))
