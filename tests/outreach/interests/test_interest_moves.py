"""What becomes of an interest: additions, members, and moves as they are allowed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import col

from content.texts import Named
from outreach.interests.interest import MOVES, STATES, InterestChange, move_interest
from outreach.interests.own import add_to_interest, invite_to_party, my_interests, withdraw_interest
from outreach.parties.party import join_party
from outreach.refusal import Refusal
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.interests.conftest import NADIA
from tests.outreach.interests.expressing import express, mine, person
from tests.statements import run_sql

ROADS = {
    "new": (),
    "in_talk": ("in_talk",),
    "invited": ("invited",),
    "agreed": ("in_talk", "agreed"),
    # only a decision leads there
    "reserve": (),
    "declined": ("declined",),
    "withdrawn": ("withdrawn",),
}


def changes(store: Store) -> list[tuple[str, str, Any]]:
    query = pick(InterestChange.actor, InterestChange.field, InterestChange.before).order_by(
        col(InterestChange.id)
    )
    return store.look(lambda unit: [tuple(row) for row in unit.connection.execute(query)])


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
    if start == "reserve":
        run_sql(waterdam, "UPDATE interest SET state = 'reserve'")

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


def test_withdrawn_interest_can_be_expressed_again(waterdam: Store, strip: int, ada: Actor) -> None:
    first = express(waterdam, ada, strip)
    waterdam.run(withdraw_interest, ada, interest=first.interest)

    again = express(waterdam, ada, strip)

    assert again == replace(first, again=True)
    assert [card.state for card in waterdam.run(my_interests, ada)] == ["new"]
