"""A clock that jumps forward or back makes a campaign wait. Nothing goes twice."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest

from outreach.campaigns.approve import Approved
from outreach.campaigns.look_after import look_after_steps
from outreach.campaigns.prepare import Terms
from outreach.campaigns.resume import resume_campaign
from outreach.delivery.claim import release_claims
from outreach.reports.campaigns import all_campaigns
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.campaigns.claiming import LATE, claim, names, settle

PEOPLE = 40


@pytest.fixture
def half_sent(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
) -> tuple[int, list[str]]:
    """A campaign that was half sent."""
    for number in range(PEOPLE):
        met(f"p{number:02}", "telegram")
    campaign, _ = approved()
    clock.passes(minutes=11)
    waterdam.run(look_after_steps, TICK, quiet=LOUD, late=LATE)
    first = claim(waterdam, room={"telegram": PEOPLE // 2})
    settle(waterdam, first)
    return campaign, names(first)


def test_day_forward_waits_for_staff_and_then_everybody_has_it_once(
    waterdam: Store, half_sent: tuple[int, list[str]], clock: Clock, terms: Terms
) -> None:
    campaign, first = half_sent
    clock.passes(days=1)

    late = claim(waterdam, late=LATE)
    (line,) = waterdam.look(all_campaigns)
    waterdam.run(resume_campaign, TICK, campaign=campaign, terms=terms)
    rest = claim(waterdam, late=LATE)

    assert (late, line.stand) == ([], "late")
    assert Counter(first + names(rest)) == Counter({f"p{number:02}": 1 for number in range(PEOPLE)})


def test_two_hours_back_nothing_goes_twice_and_nobody_is_skipped(
    waterdam: Store, half_sent: tuple[int, list[str]], clock: Clock
) -> None:
    _, first = half_sent
    held = names(claim(waterdam, room={"telegram": 5}))
    clock.now -= timedelta(hours=2)

    early = claim(waterdam)
    clock.passes(hours=2, minutes=2)
    rest = claim(waterdam)

    assert early == []
    assert Counter(first + names(rest)) == Counter({f"p{number:02}": 1 for number in range(PEOPLE)})
    assert set(held) <= set(names(rest))


def test_process_that_starts_after_the_clock_went_back_takes_over_what_was_held(
    waterdam: Store, half_sent: tuple[int, list[str]], clock: Clock
) -> None:
    _, first = half_sent
    held = names(claim(waterdam, room={"telegram": 5}))
    clock.now -= timedelta(minutes=30)
    waterdam.run(release_claims, TICK, channels=("telegram",))

    again = names(claim(waterdam))

    assert set(held) <= set(again)
    assert not set(first) & set(again)
