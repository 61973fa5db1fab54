"""Campaigns and interests to report on, made as the tests of their own rooms make them."""

import pytest

from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.question import ask_question
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.outreach.campaigns.conftest import approved, drafted, met, staff, terms, texts, units
from tests.outreach.interests.conftest import hear, join, telling

__all__ = [
    "approved",
    "drafted",
    "hear",
    "join",
    "met",
    "staff",
    "telling",
    "terms",
    "texts",
    "units",
]


@pytest.fixture
def asked(waterdam: Store) -> Store:
    """Two parties are interested in the first opportunity; the first one asked a question."""
    for name in ("Groen op Zuid", "De Tuinploeg"):
        person, _ = waterdam.run(meet, NOBODY, channel="web", external_id=name, language="nl")
        actor, party = Actor("person", person), PartyDraft("residents_group", name)
        waterdam.run(
            express_interest, actor, opportunity=1, version=1, party=party, brings="handen"
        )
    waterdam.run(ask_question, Actor("person", 1), opportunity=1, text="Mag mijn hond mee?")
    return waterdam
