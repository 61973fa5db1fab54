"""Somebody who is interested already, and the card of a campaign."""

from outreach.campaigns.preflight import Card, preflight
from outreach.campaigns.prepare import Terms
from outreach.interests.interest import PartyDraft, express_interest
from outreach.store.store import Store
from outreach.store.unit import Actor


def card(store: Store, campaign: int, terms: Terms) -> Card:
    return store.look(preflight, campaign=campaign, terms=terms)


def joins(store: Store, person: int, opportunity: int, party: str = "ada") -> None:
    version = store.look(
        lambda unit: unit.connection.exec_driver_sql(
            f"SELECT version FROM opportunity WHERE id = {opportunity}"
        ).scalar_one()
    )
    facts = {
        "opportunity": opportunity,
        "version": version,
        "party": PartyDraft("resident", party),
        "brings": "ik",
    }
    store.run(express_interest, Actor("person", person), **facts)
