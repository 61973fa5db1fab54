"""A draft that people read before it opens, for tests in several rooms."""

from typing import Any

from outreach.opportunities.codes import EXPLORING
from outreach.opportunities.items import items_of
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.fit import new_fit

NADIA = Actor("staff", 1)
TITLE = "Beheer samen een deelbakfiets"
DAILY = "Er is elke dag iemand bereikbaar."
INSURED = "Jullie sluiten zelf een verzekering af."
ASKED: list[dict[str, Any]] = [
    {"text": DAILY, "translations": {"en": {"text": "Every day somebody can be reached."}}},
    {"text": INSURED, "translations": {"en": {"text": "You insure the bike yourselves."}}},
]


def explore_draft(store: Store, **facts: Any) -> int:
    """Make a draft with two requirements, and let people read it; return its number."""
    values: dict[str, Any] = {"title": TITLE, "requirements": [dict(each) for each in ASKED]}
    made = store.run(new_fit, NADIA, tender_id="WD-2026-09", **values | facts)
    store.run(move_opportunity, NADIA, opportunity=made, state=EXPLORING)
    return made


def requirements(store: Store, opportunity: int) -> list[int]:
    """Return the numbers of its requirements, in their order."""
    return store.look(lambda unit: [row.id for row in items_of(unit, "requirements", opportunity)])
