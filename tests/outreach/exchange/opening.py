"""An opportunity that was opened, and its number."""

from typing import Any

from outreach.interests.interest import PartyDraft, express_interest
from outreach.opportunities.edit import find_by_tender_id, set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor

NADIA = Actor("staff", 1)


def join(store: Store, opportunity: int, version: int = 1) -> None:
    person, _ = store.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
    facts: dict[str, Any] = {"opportunity": opportunity, "version": version, "brings": "handen"}
    store.run(
        express_interest, Actor("person", person), party=PartyDraft("resident", "Ada"), **facts
    )


def opened(store: Store) -> int:
    """Open what was imported, and let somebody join."""
    number = store.look(find_by_tender_id, tender_id="T-1")
    assert number is not None
    facts: dict[str, Any] = {
        "summary": "Kort.",
        "description": "Lang.",
        "direction": "informal",
        "arrangement": "no_money",
        "municipality_role": "facilitator",
        "contributions": ["tools"],
        "themes": ["groen"],
        "places": ["GM9901"],
        "official": "Nadia",
        "checklist": dict.fromkeys(
            ("responsible", "insurance", "if_people_stop", "lent", "allowance", "public_property"),
            "Ja.",
        ),
        "criteria": [{"text": "Hulp", "weight": 100}],
    }
    store.run(set_facts, NADIA, opportunity=number, **facts)
    store.run(move_opportunity, NADIA, opportunity=number, state="open")
    join(store, number)
    return number
