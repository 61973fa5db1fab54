"""A group of two that was invited to write a plan for the community hall."""

from outreach.interests.interest import PartyDraft, express_interest, move_interest
from outreach.interests.own import invite_to_party
from outreach.opportunities.edit import find_by_tender_id
from outreach.parties.party import join_party
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor

NADIA = Actor("staff", 1)


def hall(store: Store) -> int:
    found = store.look(find_by_tender_id, tender_id="WD-2026-06")
    assert found is not None
    return found


def invited_pair(store: Store, *names: str) -> tuple[Actor, Actor]:
    persons = [
        store.run(meet, NOBODY, channel="web", external_id=name, language="nl")[0] for name in names
    ]
    ada, bob = (Actor("person", person) for person in persons)
    made = store.run(
        express_interest,
        ada,
        opportunity=hall(store),
        version=1,
        party=PartyDraft("residents_group", f"De buren van {names[0]}"),
        brings="Wij koken.",
    )
    code = store.run(invite_to_party, ada, interest=made.interest)
    store.run(join_party, bob, code=code)
    store.run(move_interest, NADIA, interest=made.interest, state="invited")
    return ada, bob
