"""A decision is applied whole or not at all wherever it breaks off, and everybody hears it once."""

import os
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import StatementError

from content.texts import Texts
from outreach.interests.apply import apply_due, approve_decision
from outreach.interests.pencil import outcomes
from outreach.interests.tell import Telling
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.errors import StoreError
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.interests.deciding import pencil_all, terms
from tests.promises.conftest import Person
from tests.promises.sabotage import KILLED, Saboteur, engine_of
from tests.statements import one_value

NADIA = Actor("staff", 1)
TERMS = terms(Telling(Texts(), LOUD))
HEARD = (
    "SELECT count(*) FROM delivery JOIN mailing ON mailing.id = mailing_id "
    "WHERE mailing.name = 'notice-decided' AND delivery.state = 'planned'"
)
APPLIED = "SELECT count(*) FROM outcome WHERE applied_at IS NOT NULL"
DECIDED = "SELECT count(*) FROM opportunity WHERE state = 'decided'"
MOVED = "SELECT count(*) FROM interest WHERE state <> 'new'"
NOTHING, WHOLE = (0, 0, 0, 0), (1, 3, 3, 3)


@pytest.fixture
async def due(person: Callable[[str], Person], waterdam: Store, clock: Clock) -> bytes:
    """The database in which a decision on three interests was approved, and is due."""
    for name in ("ada", "bob", "cem"):
        await person(name).express(1)
    waterdam.run(move_opportunity, NADIA, opportunity=1, state="closed")
    pencil_all(waterdam, NADIA, i1="chosen", i2="reserve", i3="not_chosen")
    waterdam.run(approve_decision, NADIA, opportunity=1, terms=TERMS)
    clock.passes(minutes=10)
    waterdam.close()
    return waterdam.path.read_bytes()


@pytest.fixture
def again(due: bytes, tmp_path: Path, clock: Clock) -> Callable[[Saboteur], Store]:
    numbers = count()

    def run(saboteur: Saboteur) -> Store:
        path = tmp_path / f"try{next(numbers)}" / "kansenbode.db"
        path.parent.mkdir()
        path.write_bytes(due)
        store = Store(path, clock)
        saboteur.attach(engine_of(store))
        return store

    return run


def kept(store: Store) -> tuple[Any, ...]:
    return tuple(one_value(store, query) for query in (DECIDED, MOVED, APPLIED, HEARD))


def statements(again: Callable[[Saboteur], Store]) -> int:
    """How many statements it takes to apply the decision."""
    saboteur = Saboteur(watching=True)
    with again(saboteur) as store:
        store.run(apply_due, TICK, terms=TERMS)
        assert kept(store) == WHOLE
    return len(saboteur.seen)


@pytest.mark.parametrize("in_program", [False, True], ids=["database", "program"])
def test_fault_in_any_statement_writes_all_or_nothing(
    again: Callable[[Saboteur], Store], clock: Clock, in_program: bool
) -> None:
    for number in range(1, statements(again) + 1):
        saboteur = Saboteur(number, in_program=in_program, watching=True)
        with again(saboteur) as store:
            # a fault of its own is noted, and the decision rests for ten minutes
            with suppress(StatementError, StoreError):
                store.run(apply_due, TICK, terms=TERMS)
            saboteur.watching = False
            assert kept(store) == NOTHING, saboteur.seen[number - 1]
            clock.passes(minutes=11)
            store.run(apply_due, TICK, terms=TERMS)
            assert kept(store) == WHOLE


def test_killed_at_any_statement_it_is_applied_once_by_the_next_one(
    again: Callable[[Saboteur], Store], clock: Clock
) -> None:
    for number in range(1, statements(again) + 1):
        saboteur = Saboteur(number, kills=True, watching=True)
        store = again(saboteur)
        path = store.path
        store.close()

        assert _killed(path, clock, number) == KILLED
        with Store(path, clock) as after:
            assert kept(after) == NOTHING
            assert after.run(apply_due, TICK, terms=TERMS) == 1
            assert after.run(apply_due, TICK, terms=TERMS) == 0
            assert kept(after) == WHOLE
            assert all(row.applied_at for row in after.look(outcomes, opportunity=1))


def _killed(path: Path, clock: Clock, number: int) -> int:
    """Apply in a process of its own that is killed inside a statement; return how it ended."""
    child = os.fork()
    if child == 0:
        try:
            store = Store(path, clock)
            Saboteur(number, kills=True, watching=True).attach(engine_of(store))
            store.run(apply_due, TICK, terms=TERMS)
        finally:
            # whatever happens here, this process never goes on as a second test run
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
