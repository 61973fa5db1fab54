"""A clock that jumped is not believed by what deletes, until it has run evenly for an hour."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from outreach.store.clock import FAR, LATELY, Trust
from outreach.store.errors import ClockInDoubt
from outreach.store.events import record
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.store.upkeep import tick_done
from tests.clock import Clock

LONG = timedelta(days=400)


class Machine:
    """A machine whose clock can be set; what it measures beside it cannot."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.seconds = clock, 0.0
        self.boots()

    def boots(self) -> None:
        self.trust = Trust(self.clock, lambda: self.seconds)

    def passes(self, **time: float) -> None:
        self.clock.passes(**time)
        self.seconds += timedelta(**time).total_seconds()


@pytest.fixture
def machine(store: Store, clock: Clock) -> Machine:
    if store.database.shared:
        # beside the clock of the server
        clock.now = datetime.now(UTC)
    store.run(note, NOBODY)
    machine = Machine(clock)
    machine.passes(hours=2)
    return machine


def note(unit: Unit) -> None:
    record(unit, "test.noted", number=1)


def believes(store: Store, machine: Machine) -> bool:
    try:
        store.run(machine.trust.require, NOBODY)
    except ClockInDoubt:
        return False
    return True


@pytest.mark.sqlite
@pytest.mark.parametrize("busy", [False, True], ids=["quiet", "people write"])
@pytest.mark.parametrize("starts", [False, True], ids=["goes on", "starts anew"])
def test_clock_that_is_far_ahead_for_a_moment_is_never_believed(
    store: Store, machine: Machine, clock: Clock, busy: bool, starts: bool
) -> None:
    clock.now += LONG
    if starts:
        machine.boots()
    looks = []
    for _ in range(30):
        if busy:
            store.run(note, NOBODY)
        looks.append(believes(store, machine))
        machine.passes(seconds=3)
    clock.now -= LONG
    after = believes(store, machine)
    store.run(note, NOBODY)

    assert (any(looks), after, believes(store, machine)) == (False, not busy, True)


@pytest.mark.sqlite
def test_clock_that_runs_on_evenly_for_an_hour_is_believed(store: Store, machine: Machine) -> None:
    machine.passes(days=8)
    machine.boots()

    looks = [believes(store, machine)]
    for _ in range(2):
        machine.passes(minutes=30)
        looks.append(believes(store, machine))

    assert looks == [False, False, True]


@pytest.mark.sqlite
def test_clock_that_jumps_again_within_that_hour_is_looked_at_for_an_hour_more(
    store: Store, machine: Machine, clock: Clock
) -> None:
    clock.now += LONG
    looks: list[Any] = []
    for jump in (0, 1, 0, 0):
        clock.now += jump * LONG
        looks.append(believes(store, machine))
        machine.passes(minutes=40)

    assert looks == [False, False, False, True]


@pytest.mark.sqlite
def test_clock_that_jumps_back_is_not_believed(
    store: Store, machine: Machine, clock: Clock
) -> None:
    clock.now -= LONG

    assert not believes(store, machine)


@pytest.mark.sqlite
def test_town_that_is_quiet_but_backed_up_is_never_in_doubt(store: Store, machine: Machine) -> None:
    for _ in range(20):
        store.run(tick_done, NOBODY, name="back_up")
        machine.passes(days=1)
        machine.boots()
        assert believes(store, machine)


@pytest.mark.sqlite
def test_term_of_doubt_is_exact(store: Store, machine: Machine, clock: Clock) -> None:
    clock.now += FAR - timedelta(hours=2)
    machine.boots()
    within = believes(store, machine)
    clock.now += timedelta(seconds=1)
    machine.boots()

    assert (within, believes(store, machine)) == (True, False)
    assert LATELY < FAR


def test_empty_store_has_nothing_to_doubt(store: Store, clock: Clock) -> None:
    machine = Machine(clock if not store.database.shared else Clock())
    if store.database.shared:
        machine.clock.now = datetime.now(UTC)
        machine.boots()
        clock.now = machine.clock.now

    assert believes(store, machine)


@pytest.mark.postgresql
def test_clock_beside_that_of_the_server_is_not_believed_however_long(
    store: Store, machine: Machine
) -> None:
    right = believes(store, machine)
    machine.passes(days=3)

    assert (right, believes(store, machine)) == (True, False)
