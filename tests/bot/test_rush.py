from contextlib import ExitStack, suppress

import pytest

from bot.inbox import Arrival
from bot.rush import LATELY, PACE, Rush
from outreach.parties.person import meet
from outreach.store.errors import TooMany
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.clock import Seconds


@pytest.fixture
def seconds_here() -> Seconds:
    return Seconds()


@pytest.fixture
def rush(seconds_here: Seconds) -> Rush:
    return Rush(seconds_here)


def busy(rush: Rush, clock: Seconds, turns: int, seconds: float) -> None:
    """Let so many turns go by, one after the other."""
    for _ in range(turns):
        with rush.turn():
            clock.now += seconds


def crowd(rush: Rush, seconds: float, stack: ExitStack) -> None:
    """Let people come until the next one has so long to wait, and more."""
    while rush.wait <= seconds:
        stack.enter_context(rush.turn())


def arrival(sender: str) -> Arrival:
    return Arrival(channel="web", external_id=f"{sender}.1", sender=sender)


def test_nobody_waits_where_nobody_is(rush: Rush, seconds_here: Seconds) -> None:
    busy(rush, seconds_here, 10, 5.0)

    assert rush.wait == 0


def test_wait_is_how_many_times_how_long(rush: Rush, seconds_here: Seconds) -> None:
    busy(rush, seconds_here, 4 * LATELY, 0.05)

    with ExitStack() as stack:
        for _ in range(100):
            stack.enter_context(rush.turn())
        expected = rush.wait

    assert expected == pytest.approx(5.0, rel=0.01)


def test_turns_beside_each_other_count_their_time_once(rush: Rush, seconds_here: Seconds) -> None:
    for _ in range(100):
        with ExitStack() as group:
            for _ in range(64):
                group.enter_context(rush.turn())
            seconds_here.now += 0.064
    with rush.turn():
        expected = rush.wait

    assert expected == pytest.approx(0.001, rel=0.2)


def test_slow_hour_is_forgotten_and_an_idle_one_never_counted(
    rush: Rush, seconds_here: Seconds
) -> None:
    busy(rush, seconds_here, LATELY, 1.0)
    seconds_here.now += 3600
    busy(rush, seconds_here, 10 * LATELY, 0.002)

    with rush.turn():
        expected = rush.wait

    assert expected == pytest.approx(0.002, rel=0.1)


@pytest.mark.parametrize(
    ("seconds", "taken"), [(0.0, ["ada", "new"]), (PACE.new, ["ada"]), (PACE.known, [])]
)
async def test_who_talks_already_goes_before_who_is_new(
    store: Store, rush: Rush, seconds: float, taken: list[str]
) -> None:
    store.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
    got: list[str] = []

    with ExitStack() as stack:
        crowd(rush, seconds, stack)
        for sender in ("ada", "new"):
            with suppress(TooMany):
                await rush.let_in(store, arrival(sender))
                got.append(sender)

    assert got == taken


async def test_who_is_put_off_hears_when_to_come_back(store: Store, rush: Rush) -> None:
    with ExitStack() as stack:
        crowd(rush, PACE.known, stack)
        with pytest.raises(TooMany) as refusal:
            await rush.let_in(store, arrival("new"))

    assert refusal.value.wait == int(PACE.known) + 1
