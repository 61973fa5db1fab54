"""Steps are looked after: late ones wait for staff, and what is done is closed."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from outreach.campaigns.approve import Approved
from outreach.campaigns.look_after import look_after_steps
from outreach.campaigns.prepare import Terms
from outreach.campaigns.resume import resume_campaign
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.campaigns.claiming import LATE, NIGHTLY, claim, names, settle


def test_late_campaign_waits_for_staff(
    waterdam: Store,
    going: int,
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    terms: Terms,
) -> None:
    """R5: the program was down for longer than the cut-off."""
    waterdam.run(look_after_steps, TICK, quiet=LOUD, late=LATE)
    clock.passes(hours=3, minutes=1)
    waterdam.run(look_after_steps, TICK, quiet=LOUD, late=LATE)

    late = claim(waterdam, late=LATE)
    waterdam.run(resume_campaign, TICK, campaign=going, terms=terms)

    assert late == []
    assert names(claim(waterdam, late=LATE)) == ["ada", "fatma"]


def test_night_and_sunday_are_not_late(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
) -> None:
    met("fatma")
    # a Saturday evening
    clock.now = datetime(2026, 11, 7, 20, 55, tzinfo=UTC)
    approved()
    waterdam.run(look_after_steps, TICK, quiet=NIGHTLY, late=LATE)
    # Monday morning
    clock.now = datetime(2026, 11, 9, 7, 30, tzinfo=UTC)

    assert names(claim(waterdam, NIGHTLY, LATE)) == ["fatma"]


def test_done_step_is_looked_at_no_more(
    waterdam: Store, going: int, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    settle(waterdam, claim(waterdam))

    waterdam.run(look_after_steps, TICK, quiet=LOUD, late=LATE)

    assert stored(waterdam, "SELECT state FROM mailing") == [("done",)]
