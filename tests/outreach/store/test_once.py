"""What servers that share a database do once, and the log that they seal together."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from outreach.store.events import first_broken_seal, record, seal_events
from outreach.store.once import nobody_else
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Unit
from tests.databases import reopened

PATIENCE = 10.0


def test_whoever_is_alone_may(store: Store) -> None:
    assert [store.run(nobody_else, TICK, "seal") for _ in range(2)] == [True, True]


@pytest.mark.postgresql
def test_only_one_of_two_is_at_a_deed(store: Store) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slowly(unit: Unit) -> bool:
        first = nobody_else(unit, "seal")
        begun.set()
        return first and go_on.wait(PATIENCE)

    with reopened(store) as other, ThreadPoolExecutor(1) as elsewhere:
        first = elsewhere.submit(other.run, slowly, TICK)
        begun.wait(PATIENCE)
        second, another_deed = (
            store.run(nobody_else, TICK, "seal"),
            store.run(nobody_else, TICK, "retention"),
        )
        go_on.set()

    assert (first.result(), second, another_deed) == (True, False, True)


@pytest.mark.postgresql
def test_seal_waits_for_an_event_with_a_lower_number_that_is_under_way(store: Store) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slowly(unit: Unit) -> None:
        record(unit, "test.noted", number=1)
        begun.set()
        go_on.wait(PATIENCE)

    with reopened(store) as other, ThreadPoolExecutor(2) as elsewhere:
        first = elsewhere.submit(other.run, slowly, NOBODY)
        begun.wait(PATIENCE)
        store.run(lambda unit: record(unit, "test.noted", number=2), NOBODY)
        sealing = elsewhere.submit(store.run, seal_events, TICK)
        threading.Timer(0.2, go_on.set).start()
        sealed = sealing.result()
        first.result()

    assert sealed == 2
    assert store.look(first_broken_seal) is None
