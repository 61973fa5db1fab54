"""One interest per party and opportunity; every change kept; moves as they are allowed."""

import asyncio
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import col

from content.texts import Named
from outreach.interests.interest import (
    MOVES,
    STATES,
    InterestCard,
    InterestChange,
    OpportunityChanged,
    OpportunityClosed,
    PartyDraft,
    add_to_interest,
    express_interest,
    invite_to_party,
    move_interest,
    my_interests,
    withdraw_interest,
)
from outreach.opportunities.card import opportunity_card
from outreach.opportunities.edit import find_by_tender_id, new_opportunity, set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.parties.party import join_party
from outreach.parties.person import meet
from outreach.refusal import Refusal
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.clock import Clock

NADIA = Actor("staff", 1)
GROUP = PartyDraft("residents_group", "Buren van de Lindenstraat")
ROADS = {
    "new": (),
    "in_talk": ("in_talk",),
    "invited": ("invited",),
    "agreed": ("in_talk", "agreed"),
    "declined": ("declined",),
    "withdrawn": ("withdrawn",),
}


@pytest.fixture
def ada(waterdam: Store) -> Actor:
    return person(waterdam, "ada")


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


def count(store: Store, *tables: str) -> list[int]:
    def rule(unit: Unit) -> list[int]:
        return [
            unit.connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in tables
        ]

    return store.look(rule)


def changes(store: Store) -> list[tuple[str, str, Any]]:
    query = pick(InterestChange.actor, InterestChange.field, InterestChange.before).order_by(
        col(InterestChange.id)
    )
    return store.look(lambda unit: [tuple(row) for row in unit.connection.execute(query)])


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


def test_every_change_is_kept_with_its_author(waterdam: Store, strip: int, ada: Actor) -> None:
    interest = express(waterdam, ada, strip).interest

    waterdam.run(add_to_interest, ada, interest=interest, people=6, needs="een kruiwagen")
    waterdam.run(add_to_interest, ada, interest=interest, people=8, part_keys=["grass"])
    waterdam.run(move_interest, NADIA, interest=interest, state="in_talk")

    assert changes(waterdam) == [
        (str(ada), "people", None),
        (str(ada), "needs", None),
        (str(ada), "people", 6),
        (str(ada), "part_keys", []),
        ("staff:1", "state", "new"),
    ]


@pytest.mark.parametrize("name", ["state", "version", "party_id", "id", "colour"])
def test_interest_takes_additions_only(waterdam: Store, strip: int, ada: Actor, name: str) -> None:
    interest = express(waterdam, ada, strip).interest

    with pytest.raises(Refusal, match="refusal-field"):
        waterdam.run(add_to_interest, ada, interest=interest, **{name: "agreed"})

    assert waterdam.look(mine, ada)[0].state == "new"
    assert changes(waterdam) == []


def test_interest_of_others_cannot_be_touched(waterdam: Store, strip: int, ada: Actor) -> None:
    interest = express(waterdam, ada, strip).interest
    eve = person(waterdam, "eve")

    attempts: list[tuple[Callable[..., Any], dict[str, Any]]] = [
        (add_to_interest, {"people": 6}),
        (withdraw_interest, {}),
        (invite_to_party, {}),
    ]
    for rule, values in attempts:
        for number in (interest, 9999):
            with pytest.raises(Refusal, match="refusal-not-yours"):
                waterdam.run(rule, eve, interest=number, **values)

    assert waterdam.look(mine, ada)[0].state == "new"


def test_invited_member_shares_the_interest(waterdam: Store, strip: int, ada: Actor) -> None:
    interest = express(waterdam, ada, strip).interest
    bob, eve = person(waterdam, "bob"), person(waterdam, "eve")
    code = waterdam.run(invite_to_party, ada, interest=interest)

    assert waterdam.run(join_party, bob, code=code) == "Buren van de Lindenstraat"
    with pytest.raises(Refusal, match="refusal-invitation"):
        waterdam.run(join_party, eve, code=code)

    waterdam.run(withdraw_interest, bob, interest=interest)
    assert [[card.state for card in waterdam.look(mine, who)] for who in (ada, bob, eve)] == [
        ["withdrawn"],
        ["withdrawn"],
        [],
    ]


@pytest.mark.parametrize("to", STATES)
@pytest.mark.parametrize("start", STATES)
def test_move_is_allowed_or_refused_with_what_is_allowed(
    waterdam: Store, strip: int, ada: Actor, start: str, to: str
) -> None:
    interest = express(waterdam, ada, strip).interest
    for state in ROADS[start]:
        waterdam.run(move_interest, NADIA, interest=interest, state=state)

    if to in MOVES[start]:
        waterdam.run(move_interest, NADIA, interest=interest, state=to)
        assert waterdam.look(mine, ada)[0].state == to
    else:
        with pytest.raises(Refusal, match="refusal-move") as refused:
            waterdam.run(move_interest, NADIA, interest=interest, state=to)
        way = [Named("interest", via) for via in MOVES[start] if to in MOVES[via]] or "none"
        allowed = [Named("interest", state) for state in MOVES[start]] or "none"
        assert refused.value.facts == {
            "state": Named("interest", start),
            "allowed": allowed,
            "way": way,
        }
        assert waterdam.look(mine, ada)[0].state == start


def test_moves_know_every_state_and_end_in_withdrawal() -> None:
    assert set(MOVES) == set(STATES)
    assert {to for moves in MOVES.values() for to in moves} < set(STATES)
    assert (MOVES["withdrawn"], MOVES["declined"]) == ((), ("in_talk",))


def test_unknown_interest_is_refused(waterdam: Store) -> None:
    with pytest.raises(Refusal, match="refusal-unknown"):
        waterdam.run(move_interest, NADIA, interest=9999, state="in_talk")


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


def mine(unit: Unit, who: Actor) -> list[InterestCard]:
    return my_interests(Unit(connection=unit.connection, now=unit.now, actor=who))


def test_withdrawn_interest_can_be_expressed_again(waterdam: Store, strip: int, ada: Actor) -> None:
    first = express(waterdam, ada, strip)
    waterdam.run(withdraw_interest, ada, interest=first.interest)

    again = express(waterdam, ada, strip)

    assert again == first
    assert [card.state for card in waterdam.run(my_interests, ada)] == ["new"]
