"""Messages and cards that failed, and trying them again."""

from typing import Any

from content.texts import Texts
from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.results import Result, record_results
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from outreach.tasks.failed import failures, retry_failed
from tests.looks import look

STAFF = Actor("staff", 1)
TEXTS = Texts(organisation="Gemeente Waterdam", address="https://kansen.example")
CLOSED = "send-topic-closed"
TITLE = "Zorg mee voor het plantsoen in de Lindenstraat"


def sent(store: Store, state: str = "sent", reason: str | None = None) -> list[str]:
    """Send what is due; return the first line of each message."""
    claimed = store.run(claim_due, TICK, look("telegram", loud=True))
    receipt = "5" if state == "sent" else None
    results = [
        Result(
            one.id, one.address, DeliveryState(state), receipt=one.edits or receipt, reason=reason
        )
        for one in claimed
    ]
    store.run(record_results, TICK, results=results)
    return [one.message.text.partition("\n")[0] for one in claimed]


def retry(store: Store, **about: Any) -> int:
    return store.run(retry_failed, STAFF, texts=TEXTS, **about).dealt


def kinds(store: Store) -> list[tuple[str, int]]:
    return sorted((failed.kind, failed.count) for failed in store.look(failures))
