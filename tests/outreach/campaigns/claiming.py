"""Claiming and settling what campaigns send, as the sender does."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from outreach.campaigns.claim import (
    any_campaign_due,
    claim_campaigns,
)
from outreach.delivery.delivery import DeliveryState, Outgoing
from outreach.delivery.lane import ClaimTerms
from outreach.delivery.quiet import Quiet
from outreach.delivery.results import Result, record_results
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.conftest import LOUD

BOTH = ("web", "telegram")
NIGHTLY = Quiet(ZoneInfo("Europe/Amsterdam"))
LATE = timedelta(hours=3)


def claim(
    store: Store,
    quiet: Quiet = LOUD,
    late: timedelta | None = None,
    room: dict[str, int] | None = None,
) -> list[Outgoing]:
    """Claim as the sender does."""
    asked = ClaimTerms(BOTH, quiet, room or {}, late)
    due = store.look(any_campaign_due, asked)
    claimed = store.run(claim_campaigns, TICK, asked)
    assert due or not claimed
    return claimed


def names(claimed: list[Outgoing]) -> list[str]:
    return sorted(outgoing.external_id for outgoing in claimed)


def settle(store: Store, claimed: list[Outgoing], state: str = "sent") -> None:
    store.run(
        record_results,
        TICK,
        results=[Result(out.id, out.address, DeliveryState(state)) for out in claimed],
    )
