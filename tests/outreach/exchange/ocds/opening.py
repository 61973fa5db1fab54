"""An imported opportunity that staff opened."""

from typing import Any

from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.store import Store
from tests.outreach.exchange.conftest import (
    NADIA,
    READY,
    Take,
    known,
    number,
    release,
)

NEWER = "2026-10-02T09:00:00Z"
UNTIL = "2026-12-01T17:00:00Z"


def change(store: Store, **values: Any) -> None:
    store.run(set_facts, NADIA, opportunity=number(store), **values)


def move(store: Store, state: str) -> None:
    store.run(move_opportunity, NADIA, opportunity=number(store), state=state)


def opened(store: Store, take: Take, **tender: Any) -> None:
    """An imported opportunity that staff completed and opened."""
    take(release(tenderPeriod={"endDate": UNTIL}, **tender))
    known(store)
    change(store, **READY)
    move(store, "open")
