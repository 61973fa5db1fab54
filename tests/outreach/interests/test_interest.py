"""One interest per party and opportunity; every change kept; moves as they are allowed."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest

from outreach.interests.interest import (
    OpportunityChanged,
    OpportunityClosed,
    PartyDraft,
    express_interest,
)
from outreach.interests.own import InterestCard
from outreach.opportunities.card import opportunity_card
from outreach.opportunities.edit import find_by_tender_id, new_opportunity, set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit
from tests.clock import Clock
from tests.outreach.interests.conftest import NADIA
from tests.outreach.interests.expressing import GROUP, express, mine, person


def count(store: Store, *tables: str) -> list[int]:
    def rule(unit: Unit) -> list[int]:
        return [
            unit.connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in tables
        ]

    return store.look(rule)


def test_interest_is_stored_with_its_party_reference_and_promise(
    waterdam: Store, strip: int, ada: Actor, clock: Clock
) -> None:
    stored = express(waterdam, ada, strip)

    assert stored.answer_by == date(2026, 11, 12)
    assert waterdam.look(mine, ada) == [
        InterestCard(
            stored.interest,
            strip,
            "Zorg mee voor het plantsoen in de Lindenstraat",
            "Buren van de Lindenstraat",
            "new",
            "zes paar handen",
            date(2026, 11, 12),
            stored.reference,
        )
    ]


def test_same_party_answers_once_and_a_refusal_leaves_nothing(
    waterdam: Store, strip: int, ada: Actor
) -> None:
    express(waterdam, ada, strip)
    before = count(waterdam, "party", "membership", "interest", "code", "event")

    with pytest.raises(Refusal, match="refusal-interest-twice") as refused:
        express(waterdam, ada, strip)

    assert refused.value.facts == {"party": "Buren van de Lindenstraat"}
    assert count(waterdam, "party", "membership", "interest", "code", "event") == before


def test_same_party_answers_another_opportunity(waterdam: Store, strip: int, ada: Actor) -> None:
    other = waterdam.look(find_by_tender_id, tender_id="WD-2026-02")
    assert other is not None

    express(waterdam, ada, strip)
    express(waterdam, ada, other)

    assert count(waterdam, "party", "interest") == [1, 2]


def test_parties_of_one_name_stay_apart(waterdam: Store, strip: int, ada: Actor) -> None:
    bob = person(waterdam, "bob")

    express(waterdam, ada, strip)
    express(waterdam, bob, strip)
    express(waterdam, ada, strip, PartyDraft("resident", "Buren van de Lindenstraat"))

    assert count(waterdam, "party", "interest") == [3, 3]
    assert [len(waterdam.look(mine, who)) for who in (ada, bob)] == [2, 1]


def test_interest_refuses_an_opportunity_that_changed(
    waterdam: Store, strip: int, ada: Actor
) -> None:
    waterdam.run(set_facts, NADIA, opportunity=strip, summary="Anders.")

    with pytest.raises(OpportunityChanged, match="refusal-opportunity-changed"):
        express(waterdam, ada, strip)

    assert count(waterdam, "party", "interest") == [0, 0]
    assert express(waterdam, ada, strip, version=2).interest == 1


@pytest.mark.parametrize("state", ["closed", "withdrawn"])
def test_interest_refuses_an_opportunity_that_closed(
    waterdam: Store, strip: int, ada: Actor, state: str
) -> None:
    waterdam.run(move_opportunity, NADIA, opportunity=strip, state=state)

    with pytest.raises(OpportunityClosed, match="refusal-opportunity-closed"):
        express(waterdam, ada, strip, version=2)


def test_interest_is_taken_until_the_last_second(
    waterdam: Store, strip: int, ada: Actor, clock: Clock
) -> None:
    until = waterdam.look(opportunity_card, opportunity=strip, language="nl").answers_until
    assert until is not None
    clock.now = until - timedelta(seconds=1)
    express(waterdam, ada, strip)

    clock.passes(seconds=1)

    with pytest.raises(OpportunityClosed, match="refusal-opportunity-closed"):
        express(waterdam, person(waterdam, "late"), strip)


@pytest.mark.parametrize("steps", [(), ("withdrawn",)])
def test_interest_knows_no_draft_and_tells_no_title(
    waterdam: Store, ada: Actor, steps: tuple[str, ...]
) -> None:
    draft = waterdam.run(
        new_opportunity, NADIA, tender_id="T-1", ocid_prefix="ocds-xxxxxx", title="Geheim"
    )
    for state in steps:
        waterdam.run(move_opportunity, NADIA, opportunity=draft, state=state)

    for opportunity in (draft, 9999):
        with pytest.raises(OpportunityClosed, match="refusal-opportunity-unknown") as refused:
            express(waterdam, ada, opportunity, version=0)
        assert refused.value.facts == {}


async def test_two_at_once_make_one_interest(waterdam: Store, strip: int, ada: Actor) -> None:
    values: dict[str, Any] = {
        "opportunity": strip,
        "version": 1,
        "party": GROUP,
        "brings": "handen",
    }
    tries = [waterdam.write(express_interest, ada, **values) for _ in range(5)]

    outcomes = await asyncio.gather(*tries, return_exceptions=True)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Expressed", *["Refusal"] * 4]
    assert count(waterdam, "party", "interest", "code") == [1, 1, 1]


def test_day_of_the_promise_comes_from_the_opportunity(
    waterdam: Store, strip: int, ada: Actor, clock: Clock
) -> None:
    waterdam.run(set_facts, NADIA, opportunity=strip, answer_days=3)

    assert (
        express(waterdam, ada, strip, version=2).answer_by == (clock.now + timedelta(days=3)).date()
    )
