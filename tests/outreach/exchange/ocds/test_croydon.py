"""A real release goes the whole way: in, completed, opened, answered, decided, and out."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from outreach.interests.interest import PartyDraft, express_interest, move_interest
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.parties.consent import consent
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.outreach.exchange.conftest import ASKED, NADIA, READY, Give, Take, columns, known, number

OCID = "ocds-b5fd17raw-a4e7375e-d7be-4fd7-ae79-9801682a7acd"


def test_a_community_fund_is_answered_by_a_group_and_goes_out_with_it(
    store: Store, take: Take, give: Give, ocds: Path, faults: Any
) -> None:
    done = take(ocds / "uk-croydon-community-fund-outcomes.json")
    fund = number(store, OCID)
    until = store.clock() + timedelta(days=30)
    known(store)
    store.run(set_facts, NADIA, opportunity=fund, answers_until=until, **READY)
    store.run(move_opportunity, NADIA, opportunity=fund, state="open")
    person, _ = store.run(meet, NOBODY, channel="web", external_id="cookie", language="en")
    group = Actor("person", person)
    party = PartyDraft("social_enterprise", "Addiscombe Cooks Together")
    card = {"opportunity": fund, "version": columns(store, OCID)["version"]}
    expressed = store.run(
        express_interest, group, party=party, brings="Call me: 07700 900123", **card
    )
    scope = str(expressed.interest)
    store.run(consent, group, purpose="name", given=True, text_version=ASKED, scope=scope)
    for state in ("in_talk", "agreed"):
        store.run(move_interest, NADIA, interest=expressed.interest, state=state)
    for state in ("closed", "decided"):
        store.run(move_opportunity, NADIA, opportunity=fund, state=state)

    package = give()

    [found] = package["releases"]
    assert done.findings.counts == {"exchange-contacts": 1, "exchange-html": 1}
    assert faults(package) == []
    assert (found["tender"]["status"], found["tag"]) == ("complete", ["tenderUpdate", "award"])
    assert found["bids"]["statistics"] == [{"id": "requests", "measure": "requests", "value": 1}]
    assert found["bids"]["details"][0]["tenderers"] == [
        {"id": "party-1", "name": "Addiscombe Cooks Together"}
    ]
    assert len(found["parties"]) == 33
    assert len(found["awards"][0]["suppliers"]) == 31
    assert found["tender"]["minValue"] == {"amount": 4515000, "currency": "GBP"}
    assert "07700" not in repr(found)
