"""A change of a record that ends a campaign, or that is no change any more."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from outreach.campaigns import resume
from outreach.campaigns.approve import Approved
from outreach.campaigns.fresh import CHANGED, changes_of, hold_changed
from outreach.campaigns.prepare import Terms
from outreach.campaigns.resume import resume_campaign
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.lifecycle import move_opportunity
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.clock import Clock
from tests.outreach.campaigns.claiming import claim
from tests.outreach.campaigns.held import NEW, SOONER, states


def test_closed_record_ends_what_was_to_go_instead_of_holding_it(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
    staff: dict[str, Actor],
    strip: int,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    met("fatma")
    approved()
    waterdam.run(move_opportunity, staff["omar"], opportunity=strip, state="closed")
    clock.passes(minutes=11)

    nothing = claim(waterdam)

    assert nothing == []
    assert stored(waterdam, "SELECT state, reason FROM delivery") == [("expired", "send-closed")]


def test_changed_back_nothing_is_different_any_more(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    edit: Callable[..., None],
    strip: int,
) -> None:
    met("fatma")
    campaign, _ = approved()
    title = waterdam.look(get_opportunity, opportunity=strip).title
    edit(title="Andere titel")
    edit(title=title)

    assert waterdam.run(hold_changed, TICK) == []
    assert waterdam.look(changes_of, campaign=campaign) == []


def test_campaign_that_is_over_before_its_messages_go_cannot_go_on(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    edit: Callable[..., None],
    strip: int,
    terms: Terms,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    met("fatma")
    campaign, _ = approved(at=SOONER + timedelta(days=1))
    edit(answers_until=SOONER)
    waterdam.run(hold_changed, TICK, opportunity=strip)

    with pytest.raises(Refusal, match="refusal-campaign-over") as refused:
        waterdam.run(resume_campaign, TICK, campaign=campaign, terms=terms)
    held = states(waterdam, stored)
    edit(answers_until=SOONER + timedelta(days=2))
    waterdam.run(resume_campaign, TICK, campaign=campaign, terms=terms)

    facts = {"given": str(campaign), "at": SOONER + timedelta(days=1), "until": SOONER}
    assert (refused.value.facts, held) == (facts, [(NEW, "paused", CHANGED)])
    assert states(waterdam, stored) == [(NEW, "sending", None)]


def test_campaign_that_cannot_go_on_leaves_its_rows_where_they_are(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    edit: Callable[..., None],
    strip: int,
    terms: Terms,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    met("fatma")
    campaign, _ = approved(at=SOONER + timedelta(days=1), remind=3)
    rows = "SELECT send_at FROM delivery ORDER BY id"
    before = stored(waterdam, rows)
    edit(answers_until=SOONER)

    with pytest.raises(Refusal, match="refusal-campaign-over"):
        resume.resume(waterdam, TICK, campaign=campaign, terms=terms)

    assert stored(waterdam, rows) == before
