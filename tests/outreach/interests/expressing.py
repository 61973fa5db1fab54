"""Somebody expresses interest, and what is stored of it."""

from typing import Any

from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.own import InterestCard, my_interests
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit

GROUP = PartyDraft("residents_group", "Buren van de Lindenstraat")


def person(store: Store, name: str) -> Actor:
    return Actor(
        "person", store.run(meet, NOBODY, channel="web", external_id=name, language="nl")[0]
    )


def express(
    store: Store, who: Actor, opportunity: int, party: PartyDraft = GROUP, version: int = 1
) -> Any:
    return store.run(
        express_interest,
        who,
        opportunity=opportunity,
        version=version,
        party=party,
        brings="zes paar handen",
    )


def mine(unit: Unit, who: Actor) -> list[InterestCard]:
    return my_interests(Unit(connection=unit.connection, now=unit.now, actor=who))
