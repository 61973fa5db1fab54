"""A channel that says that it does not work lets no message of a campaign begin, in any way."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

import pytest

from content.texts import Named
from outreach.campaigns.approve import Approved, Blocked, approve
from outreach.campaigns.campaign import get_campaign
from outreach.campaigns.prepare import Terms
from outreach.campaigns.resume import resume
from outreach.campaigns.steer import pause_campaign
from outreach.campaigns.working import require_to_retry, whole_card
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor


@pytest.fixture
def asked() -> list[list[str]]:
    """The channels that were asked, each time."""
    return []


@pytest.fixture
def broken(terms: Terms, asked: list[list[str]]) -> Terms:
    """An installation whose Telegram channel says that it does not work."""

    def asks(needed: Collection[str]) -> dict[str, str]:
        asked.append(sorted(needed))
        return {name: "no token" for name in needed if name == "telegram"}

    return replace(terms, asks=asks)


def test_what_the_card_says_of_a_channel_stops_approval_and_writes_nothing(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    broken: Terms,
    terms: Terms,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    met("fatma", "telegram")
    campaign = drafted()

    card = whole_card(waterdam, campaign=campaign, terms=broken)
    with pytest.raises(Blocked) as refused:
        approve(waterdam, staff["omar"], campaign=campaign, terms=broken)

    says = [("campaign-block-channel-says", {"channel": "telegram", "reason": "no token"})]
    assert [(remark.key, remark.facts) for remark in card.blockers] == says
    assert [(remark.key, remark.facts) for remark in refused.value.card.blockers] == says
    assert refused.value.facts == {"number": str(campaign), "count": 1}
    assert waterdam.look(get_campaign, campaign=campaign).state == "draft"
    assert stored(waterdam, "SELECT count(*) FROM mailing") == [(0,)]
    assert approve(waterdam, staff["omar"], campaign=campaign, terms=terms).people == 1


def test_only_channels_that_somebody_is_written_to_by_are_asked(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    broken: Terms,
    asked: list[list[str]],
) -> None:
    met("fatma")
    met("joop", "telegram", news=False)

    done = approve(waterdam, staff["omar"], campaign=drafted(), terms=broken)

    assert (done.people, asked) == (1, [["web"]])


def test_a_campaign_that_is_held_goes_on_when_its_channel_works(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    staff: dict[str, Actor],
    broken: Terms,
    terms: Terms,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    met("fatma", "telegram")
    campaign, _ = approved()
    waterdam.run(pause_campaign, staff["omar"], campaign=campaign)

    with pytest.raises(Refusal) as refused:
        resume(waterdam, staff["omar"], campaign=campaign, terms=broken)
    held = stored(waterdam, "SELECT state FROM mailing")
    resume(waterdam, staff["omar"], campaign=campaign, terms=terms)

    facts = {"channel": Named("channel", "telegram"), "reason": "no token"}
    assert (refused.value.key, refused.value.facts) == ("refusal-channel", facts)
    assert (held, stored(waterdam, "SELECT state FROM mailing")) == ([("paused",)], [("sending",)])


def test_what_failed_is_tried_again_when_its_channel_works(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    broken: Terms,
    asked: list[list[str]],
    change: Callable[..., None],
) -> None:
    met("fatma", "telegram")
    met("joop")
    campaign, _ = approved()
    change(waterdam, "UPDATE delivery SET state = 'failed' WHERE channel = 'telegram'")
    change(waterdam, "UPDATE delivery SET state = 'uncertain' WHERE channel = 'web'")

    with pytest.raises(Refusal) as refused:
        require_to_retry(waterdam, campaign=campaign, asks=broken.asks)
    require_to_retry(waterdam, campaign=campaign, asks=broken.asks, uncertain=True)

    assert refused.value.key == "refusal-channel"
    assert asked == [["telegram"], ["web"]]
