"""Our account's pace: slots far enough apart, none for replies or while a channel waits."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outreach.delivery.account import (
    accounts_in_trouble,
    chat_link,
    hold_account,
    keep_account,
    let_account_go,
    reserve,
    room_until,
)
from outreach.delivery.channel import Abilities
from outreach.delivery.claim import NOTICES
from outreach.delivery.lane import ClaimTerms
from outreach.delivery.pacing import AHEAD, Slot, apart, claim
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.clock import Clock
from tests.conftest import LOUD

LOOK = ClaimTerms(("web",), LOUD, {})


def take(store: Store, rate: int, most: int = 100) -> list[Slot]:
    return store.run(claim, TICK, (NOTICES,), LOOK, {"web": rate}, most)


def test_claim_takes_half_a_seconds_worth_and_the_rest_later(
    store: Store, tell: Callable[..., list[int]], clock: Clock
) -> None:
    tell(store, *[f"p{number:02}" for number in range(30)])

    first = take(store, 30)
    none = take(store, 30)
    clock.passes(seconds=0.5)
    second = take(store, 30)

    assert [round(place.wait * 24) for place in first] == list(range(11))
    assert (none, len(second)) == ([], 11)
    assert timedelta(seconds=first[-1].wait) < AHEAD


def test_channel_without_a_rate_gives_all_at_once(
    store: Store, tell: Callable[..., list[int]]
) -> None:
    tell(store, *[f"p{number:02}" for number in range(30)])

    assert {place.wait for place in take(store, 0)} == {0.0}


def test_slow_account_still_gets_one_at_a_time(
    store: Store, tell: Callable[..., list[int]], clock: Clock
) -> None:
    tell(store, "ada", "bob")

    assert [len(take(store, 1)), len(take(store, 1))] == [1, 0]


def test_held_account_gets_nothing_until_its_moment(
    store: Store, tell: Callable[..., list[int]], clock: Clock
) -> None:
    tell(store, "ada")
    store.run(
        hold_account,
        TICK,
        channel="web",
        until=clock.now + timedelta(seconds=60),
        trouble="send-channel-broken",
    )

    held, wrong = take(store, 0), store.look(accounts_in_trouble)
    clock.passes(seconds=60)
    again = take(store, 0)
    store.run(let_account_go, TICK, channel="web")

    assert (held, wrong, len(again)) == ([], {"web": "send-channel-broken"}, 1)
    assert store.look(accounts_in_trouble) == {}


def test_held_account_takes_no_place_until_the_very_end(
    store: Store, tell: Callable[..., list[int]], clock: Clock
) -> None:
    tell(store, "ada")
    store.run(
        hold_account, TICK, channel="web", until=clock.now + timedelta(seconds=60), trouble=None
    )

    clock.passes(seconds=59.9)
    held = take(store, 30)
    clock.passes(seconds=0.1)

    assert (held, len(take(store, 30))) == ([], 1)


def test_link_stays_when_slots_are_taken_and_is_none_before(store: Store, clock: Clock) -> None:
    can = Abilities(buttons=True, link="https://web.example/{handle}?{code}")
    link = partial(store.look, chat_link, channel="web", code="K7")

    before = link()
    store.run(reserve, TICK, channel="web", count=3, apart=apart(30))
    unknown = link()
    store.run(keep_account, TICK, channel="web", can=can, handle="waterdam")

    assert (before, unknown, link()) == (None, None, "https://web.example/waterdam?K7")
    assert store.look(room_until)["web"] > clock.now


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    steps=st.lists(st.tuples(st.integers(1, 5), st.integers(0, 2_000)), min_size=1, max_size=12),
    rate=st.sampled_from([1, 7, 30, 1_000]),
)
def test_places_are_never_closer_than_the_rate_allows(
    store: Store, clock: Clock, steps: list[Any], rate: int
) -> None:
    clock.passes(days=1)
    moments = []

    for count, pause in steps:
        first = store.run(reserve, TICK, channel="web", count=count, apart=apart(rate))
        moments += [first + number * apart(rate) for number in range(count)]
        assert first >= clock.now - timedelta(microseconds=1)
        clock.passes(milliseconds=pause)

    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert all(gap >= apart(rate) - timedelta(microseconds=1) for gap in gaps)


@pytest.mark.parametrize(("rate", "seconds"), [(30, 1 / 24), (1_000, 1 / 800), (1, 1.25)])
def test_fifth_of_the_rate_is_held_for_replies(rate: int, seconds: float) -> None:
    assert apart(rate).total_seconds() == pytest.approx(seconds, abs=1e-6)
