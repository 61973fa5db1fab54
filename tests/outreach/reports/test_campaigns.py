"""What staff see: how far a campaign is, what became of every message, and a way to try again."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.campaigns.approve import Approved
from outreach.campaigns.look_after import look_after_steps
from outreach.campaigns.prepare import Terms
from outreach.campaigns.resume import resume_campaign
from outreach.campaigns.steer import cancel_campaign, pause_campaign, retry_campaign
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.mailing import pause_mailing
from outreach.delivery.results import Result, record_results
from outreach.refusal import Refusal
from outreach.reports.campaigns import CampaignRecipient, all_campaigns, campaign_report, recipients
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.campaigns.claiming import LATE, claim, names


@pytest.fixture
def sent(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
) -> int:
    """A campaign to four people: one got it, one failed, one is gone, of one nobody knows."""
    for name in "abcd":
        met(name)
    campaign, _ = approved()
    clock.passes(minutes=11)
    claimed = sorted(claim(waterdam), key=lambda out: out.external_id)
    ends = (
        ("sent", None),
        ("failed", "send-refused"),
        ("gone", "send-address-gone"),
        ("uncertain", "send-uncertain"),
    )
    results = [
        Result(out.id, out.address, DeliveryState(state), reason=why)
        for out, (state, why) in zip(claimed, ends, strict=True)
    ]
    waterdam.run(record_results, TICK, results=results)
    return campaign


def stand(store: Store) -> str:
    (line,) = store.look(all_campaigns)
    return line.stand


def test_stands_follow_each_other(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    drafted: Callable[..., int],
    clock: Clock,
    staff: dict[str, Actor],
    terms: Terms,
) -> None:
    met("fatma")
    draft = drafted()
    seen = [stand(waterdam)]
    waterdam.run(cancel_campaign, staff["omar"], campaign=draft)
    campaign, _ = approved()
    seen.append(waterdam.look(all_campaigns)[0].stand)
    clock.passes(minutes=11)
    seen.append(waterdam.look(all_campaigns)[0].stand)
    waterdam.run(pause_campaign, TICK, campaign=campaign)
    seen.append(waterdam.look(all_campaigns)[0].stand)
    waterdam.run(resume_campaign, TICK, campaign=campaign, terms=terms)
    waterdam.run(look_after_steps, TICK, quiet=LOUD, late=LATE)
    clock.passes(hours=4)
    claim(waterdam, late=LATE)
    seen.append(waterdam.look(all_campaigns)[0].stand)

    assert seen == ["draft", "waiting", "sending", "paused", "late"]


def test_report_counts_states_reasons_and_the_gap(waterdam: Store, sent: int, clock: Clock) -> None:
    (step,) = waterdam.look(campaign_report, campaign=sent)

    assert step.counts == {"sent": 1, "failed": 1, "gone": 1, "uncertain": 1}
    assert step.reasons == {
        ("failed", "send-refused"): 1,
        ("gone", "send-address-gone"): 1,
        ("uncertain", "send-uncertain"): 1,
    }
    assert (step.people, step.remaining, step.lately, step.stand) == (4, 0, 1, "done")
    assert step.apart is not None
    assert step.apart.total_seconds() == 0


def test_every_recipient_has_an_end_with_its_reason(
    waterdam: Store, sent: int, clock: Clock
) -> None:
    told = waterdam.look(recipients, campaign=sent)

    assert told[2] == CampaignRecipient("new", 2, "web", "nl", "failed", clock.now, "send-refused")
    assert [one.state for one in told] == ["uncertain", "gone", "failed", "sent"]


def test_retry_takes_the_failed_only_and_uncertain_ones_when_asked(
    waterdam: Store, sent: int, clock: Clock
) -> None:
    waterdam.run(look_after_steps, TICK, quiet=LOUD, late=LATE)
    clock.passes(seconds=5)
    failed = waterdam.run(retry_campaign, TICK, campaign=sent)
    first = names(claim(waterdam))
    uncertain = waterdam.run(retry_campaign, TICK, campaign=sent, uncertain=True)
    second = names(claim(waterdam))

    assert (failed, first, uncertain, second) == (1, ["b"], 1, ["d"])


def test_campaign_that_held_itself_says_why_and_goes_on_when_asked(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
    terms: Terms,
) -> None:
    met("fatma")
    campaign, _ = approved()
    clock.passes(minutes=11)
    waterdam.run(pause_mailing, TICK, mailing=1, reason="send-unreachable")

    (line,) = waterdam.look(all_campaigns)
    held = claim(waterdam)
    waterdam.run(resume_campaign, TICK, campaign=campaign, terms=terms)

    assert (line.stand, line.reason, held) == ("paused", "send-unreachable", [])
    assert names(claim(waterdam)) == ["fatma"]


@pytest.mark.parametrize("deed", [pause_campaign, resume_campaign, retry_campaign])
def test_draft_cannot_be_steered(
    waterdam: Store, drafted: Callable[..., int], terms: Terms, deed: Callable[..., Any]
) -> None:
    more = {"terms": terms} if deed is resume_campaign else {}

    with pytest.raises(Refusal) as refused:
        waterdam.run(deed, TICK, campaign=drafted(), **more)

    assert refused.value.key == "refusal-campaign-not-so"
