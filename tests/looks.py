"""What a sender asks for, and what it sent, in tests that claim by hand."""

from datetime import time
from zoneinfo import ZoneInfo

from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.lane import ClaimTerms
from outreach.delivery.quiet import Quiet
from outreach.delivery.results import Result, record_results
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.conftest import LOUD

STILL = Quiet(ZoneInfo("UTC"), time(0), time(23, 59, 59))
"""Quiet all day."""


def look(*channels: str, loud: bool = True) -> ClaimTerms:
    """Everything that is due on these channels, without limit."""
    return ClaimTerms(channels, LOUD if loud else STILL, {})


def heard(store: Store) -> dict[str, list[str]]:
    """Let what is due go out; return what each person was told."""
    told: dict[str, list[str]] = {}
    while claimed := store.run(claim_due, TICK, look("web", "telegram")):
        for out in claimed:
            told.setdefault(out.external_id, []).append(out.message.text)
        done = [Result(out.id, out.address, DeliveryState.SENT, receipt="1") for out in claimed]
        store.run(record_results, TICK, results=done)
    return told
