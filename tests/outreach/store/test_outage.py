"""A beat that comes too late ends an outage."""

import pytest

from outreach.store.outage import GAP, HEARD, Silence, beat, outages
from outreach.store.store import Store
from outreach.store.unit import TICK
from outreach.store.upkeep import tick_failed
from tests.clock import Clock


@pytest.mark.parametrize(("minutes", "count"), [(1, 0), (5, 0), (6, 1), (600, 1)])
def test_silence_between_two_beats_is_an_outage_if_it_is_long(
    store: Store, clock: Clock, minutes: int, count: int
) -> None:
    began = clock.now
    store.run(beat, TICK)
    clock.passes(minutes=minutes)

    store.run(beat, TICK)
    clock.passes(minutes=1)
    store.run(beat, TICK)

    found = store.look(outages, since=began)
    assert [(each.began_at, (each.ended_at - began).seconds // 60) for each in found] == [
        (began, minutes)
    ] * count


def test_before_the_first_beat_there_was_nothing_to_reach(store: Store, clock: Clock) -> None:
    began = clock.now
    clock.passes(days=3)

    store.run(beat, TICK)

    assert store.look(outages, since=began) == []


def test_outage_that_goes_on_has_no_number_yet(store: Store, clock: Clock) -> None:
    began = clock.now
    store.run(beat, TICK)
    clock.passes(hours=2)

    assert store.look(outages, since=began) == [Silence(0, began, clock.now)]


def test_trouble_of_the_clockwork_is_no_sign_of_life(store: Store, clock: Clock) -> None:
    began = clock.now
    store.run(beat, TICK)
    clock.passes(minutes=10)
    store.run(tick_failed, TICK, name=HEARD, error="OSError")

    assert [each.began_at for each in store.look(outages, since=began - GAP)] == [began]
