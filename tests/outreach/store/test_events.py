"""The only log: in the same transaction as the deed, without values, sealed in order of id."""

import pytest
from sqlmodel import col

from outreach.refusal import Refusal
from outreach.store.events import Event, first_broken_seal, record, seal_events
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from tests.clock import Clock


def do_something(unit: Unit, number: int) -> None:
    record(unit, "interest.moved", "state", "brings", interest=number, opportunity=2)


def events(unit: Unit) -> list[tuple[object, ...]]:
    query = pick(Event.id, Event.actor, Event.deed, Event.ids, Event.fields).order_by(col(Event.id))
    return [tuple(row) for row in unit.connection.execute(query)]


def tamper(unit: Unit, statement: str) -> None:
    unit.connection.exec_driver_sql(statement)


@pytest.fixture
def sealed(store: Store, clock: Clock) -> Store:
    """Five sealed events, in two goes, and one that is not sealed yet."""
    for number in range(1, 4):
        store.run(do_something, Actor("person", 8), number=number)
        clock.passes(seconds=1)
    store.run(seal_events, TICK)
    store.run(do_something, NOBODY, number=4)
    store.run(do_something, NOBODY, number=5)
    store.run(seal_events, TICK)
    store.run(do_something, NOBODY, number=6)
    return store


def test_event_tells_actor_deed_ids_and_names_of_fields(store: Store) -> None:
    store.run(do_something, Actor("staff", 3), number=7)

    ids = {"interest": 7, "opportunity": 2}
    assert store.look(events) == [(1, "staff:3", "interest.moved", ids, ["state", "brings"])]


def test_event_goes_with_its_deed(store: Store) -> None:
    def refused(unit: Unit) -> None:
        do_something(unit, 7)
        raise Refusal("refusal-unknown", given="7")

    with pytest.raises(Refusal):
        store.run(refused, NOBODY)

    assert store.look(events) == []


def test_seal_closes_only_what_came_since(store: Store) -> None:
    store.run(do_something, NOBODY, number=1)
    store.run(do_something, NOBODY, number=2)
    first = store.run(seal_events, TICK)
    store.run(do_something, NOBODY, number=3)

    assert (first, store.run(seal_events, TICK), store.run(seal_events, TICK)) == (2, 1, 0)
    assert store.look(first_broken_seal) is None


def test_untouched_chain_is_whole(sealed: Store) -> None:
    assert sealed.look(first_broken_seal) is None


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE event SET actor = 'nobody' WHERE id = 2", 2),
        ("UPDATE event SET deed = 'interest.withdrawn' WHERE id = 1", 1),
        ("UPDATE event SET ids = '{}' WHERE id = 3", 3),
        ("UPDATE event SET fields = '[]' WHERE id = 4", 4),
        ("UPDATE event SET at = '2020-01-01 00:00:00' WHERE id = 5", 5),
        ("UPDATE event SET seal = 'forged' WHERE id = 2", 2),
        ("UPDATE event SET seal = NULL WHERE id = 2", 2),
        ("DELETE FROM event WHERE id = 2", 3),
        ("DELETE FROM event WHERE id = 1", 2),
        ("UPDATE event SET id = 60 WHERE id = 2", 3),
    ],
)
def test_tampered_event_is_found(sealed: Store, statement: str, broken: int) -> None:
    sealed.run(tamper, NOBODY, statement)

    assert sealed.look(first_broken_seal) == broken


def test_tampering_is_not_sealed_over(sealed: Store) -> None:
    sealed.run(tamper, NOBODY, "UPDATE event SET actor = 'nobody', seal = NULL WHERE id = 2")

    sealed.run(seal_events, TICK)

    assert sealed.look(first_broken_seal) == 2
