"""Only traces that lead to a forgotten person are found in what a group continues with."""

from typing import Any, Literal

import pytest
from sqlalchemy import text

from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.own import add_to_interest, invite_to_party
from outreach.parties.party import join_party
from outreach.parties.person import meet
from outreach.privacy.forget import forget_me, forget_person
from outreach.privacy.traces import Traces, my_traces
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from tests.people import number_of

NAME = "Groep Wiebelwortel"
BRINGS = (
    "Wiebelwortel brengt 12 schoppen, bel 06-48151623 of 06 11 22 33 44, van de dijk, mail "
    "wiebel@pruim.example"
)


@pytest.fixture
def founder(waterdam: Store) -> Actor:
    """Somebody with a phone number who takes part alone and founded a group that another joined."""
    founder, other = (
        Actor(
            "person", waterdam.run(meet, NOBODY, channel="web", external_id=name, language="nl")[0]
        )
        for name in ("wiebel", "knikker")
    )
    parties = (
        PartyDraft("resident", "Wiebelwortel van den Dijk"),
        PartyDraft("residents_group", NAME),
    )
    for number, draft in enumerate(parties, 1):
        facts: dict[str, Any] = {
            "opportunity": number,
            "version": 1,
            "party": draft,
            "brings": BRINGS,
        }
        interest = waterdam.run(express_interest, founder, **facts).interest
    waterdam.run(
        add_to_interest, founder, interest=interest, needs="een hark van wiebel@pruim.example"
    )
    waterdam.run(add_to_interest, founder, interest=interest, needs="een hark")
    waterdam.run(join_party, other, code=waterdam.run(invite_to_party, founder, interest=interest))
    waterdam.run(add_to_interest, other, interest=interest, reach="06-11223344")
    return founder


def test_name_that_somebody_says_they_have_there_is_looked_for_too(
    waterdam: Store, founder: Actor
) -> None:
    found = waterdam.run(my_traces, founder, called="Dijk van Schop")

    assert found.words == ["Wiebelwortel", "wiebel@pruim.example", "06-48151623", "dijk"]


def group(store: Store) -> list[tuple[Any, ...]]:
    """What the group goes on with, and what it wrote before."""
    said = (
        "SELECT name, brings, needs, reach FROM party JOIN interest ON party_id = party.id WHERE "
        "opportunity_id = 2"
    )
    before = "SELECT before FROM interest_change WHERE field = 'needs' ORDER BY id"
    return store.look(
        lambda unit: [
            tuple(row) for sql in (said, before) for row in unit.connection.execute(text(sql))
        ]
    )


def test_name_number_and_address_are_found_but_not_those_of_others(
    waterdam: Store, founder: Actor
) -> None:
    found = waterdam.run(my_traces, founder)

    assert found == Traces(
        ["Wiebelwortel", "wiebel@pruim.example", "06-48151623"], [NAME], named=True
    )


@pytest.mark.parametrize(
    ("traces", "name", "brings"),
    [
        ("all", "Groep …", "… brengt 12 schoppen, bel … of 06 11 22 33 44, van de dijk, mail …"),
        (
            "contacts",
            NAME,
            "Wiebelwortel brengt 12 schoppen, bel … of 06 11 22 33 44, van de dijk, mail …",
        ),
        ("none", NAME, BRINGS),
    ],
)
def test_what_was_chosen_is_taken_out_of_what_stays(
    waterdam: Store,
    founder: Actor,
    traces: Literal["all", "contacts", "none"],
    name: str,
    brings: str,
) -> None:
    waterdam.run(forget_me, founder, traces=traces)

    (kept, *before) = group(waterdam)
    assert kept == (name, brings, "een hark", "06-11223344")
    assert ("wiebel@pruim.example" in str(before)) == (traces == "none")


def test_colleague_who_forgets_somebody_takes_out_how_they_are_reached(
    waterdam: Store, founder: Actor
) -> None:
    waterdam.run(forget_person, TICK, person=number_of(founder))

    assert "06-48151623" not in str(group(waterdam))
    assert "pruim.example" not in str(group(waterdam))


def test_who_is_in_no_group_that_goes_on_has_no_traces(waterdam: Store, founder: Actor) -> None:
    waterdam.run(forget_person, TICK, person=number_of(founder))

    assert waterdam.run(my_traces, Actor("person", 2)) == Traces([], [], named=False)
