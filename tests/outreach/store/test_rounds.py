"""How the clockwork runs rules: to the end, whatever fails beside, and by a clock it believes."""

from functools import partial

import pytest

from outreach.store.clock import Trust
from outreach.store.errors import ClockInDoubt
from outreach.store.portion import PORTION
from outreach.store.rounds import Rounds
from outreach.store.store import Store
from outreach.store.unit import Unit
from tests.clock import Believed, Clock, Doubted


@pytest.fixture
def trust(clock: Clock) -> Trust:
    return Believed(clock)


@pytest.fixture
def rounds(store: Store, trust: Trust) -> Rounds:
    return Rounds(store, trust)


class Work:
    """So many things to do, a portion at a time."""

    __name__ = "work"

    def __init__(self, *portions: int) -> None:
        self.left, self.done = list(portions), 0

    def __call__(self, unit: Unit) -> int:
        self.done += 1
        return self.left.pop(0)


async def test_every_part_is_done_though_one_fails_and_the_first_error_is_told(
    rounds: Rounds,
) -> None:
    work = Work(0, 0)

    async def fail(name: str) -> None:
        raise ValueError(name)

    with pytest.raises(ValueError, match="first"):
        await rounds.each(
            partial(fail, "first"),
            partial(rounds.alone, work),
            partial(fail, "second"),
            partial(rounds.alone, work),
        )

    assert work.done == 2


async def test_rule_runs_until_a_portion_is_not_full(rounds: Rounds) -> None:
    work = Work(PORTION, PORTION, PORTION - 1, 7)

    await rounds.in_portions(work)

    assert (work.done, work.left) == (3, [7])


async def test_rule_runs_until_it_finds_nothing(rounds: Rounds) -> None:
    work = Work(1, 1, 0, 7)

    await rounds.until_done(work)

    assert (work.done, work.left) == (3, [7])


async def test_rule_that_needs_a_clock_does_nothing_if_that_is_in_doubt(
    store: Store, clock: Clock
) -> None:
    rounds, work = Rounds(store, Doubted(clock)), Work(0)

    def rule(unit: Unit) -> int:
        return work(unit)

    with pytest.raises(ClockInDoubt):
        await rounds.alone(rounds.sure(rule))

    assert work.done == 0
