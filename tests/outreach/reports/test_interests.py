"""What staff see of interests."""

from datetime import timedelta

import pytest

from outreach.interests.interest import move_interest
from outreach.interests.own import change_party
from outreach.parties.party import JOIN
from outreach.parties.person import meet
from outreach.privacy.forget import forget_person
from outreach.refusal import Refusal
from outreach.reports.interests import (
    ChangeMade,
    Member,
    interest_details,
    interest_openly,
    interest_overview,
)
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.clock import Clock

STAFF = Actor("staff", 1)


def test_interest_overview_is_narrowed_by_opportunity_and_state(asked: Store) -> None:
    asked.run(move_interest, STAFF, interest=2, state="declined")

    found = [
        [line.id for line in asked.look(interest_overview, opportunity=opportunity, state=state)]
        for opportunity, state in ((None, None), (1, None), (2, None), (1, "declined"))
    ]

    assert found == [[2, 1], [2, 1], [], [2]]


def test_interest_overview_keeps_what_is_left_of_a_forgotten_person(asked: Store) -> None:
    asked.run(forget_person, STAFF, person=1)

    lines = asked.look(interest_overview)

    assert [(line.id, line.reference is None, line.party) for line in lines] == [
        (2, False, "De Tuinploeg"),
        (1, True, ""),
    ]
    assert asked.look(interest_details, interest=1).members == []


def test_other_name_and_kind_of_a_party_are_seen_in_each_of_its_interests(
    asked: Store, clock: Clock
) -> None:
    asked.run(
        change_party, Actor("person", 1, via="web"), interest=1, name="De Tuin", kind="association"
    )

    details = asked.look(interest_details, interest=1)

    assert (details.line.party, details.line.kind) == ("De Tuin", "association")
    assert details.changes == [
        ChangeMade(clock.now, "person:1", "party", "Groen op Zuid", "De Tuin"),
        ChangeMade(clock.now, "person:1", "kind", "residents_group", "association"),
    ]
    assert [change.field for change in interest_openly(details).changes] == ["kind"]


def test_interest_details_give_members_and_changes(asked: Store, clock: Clock) -> None:
    person, _ = asked.run(meet, NOBODY, channel="terminal", external_id="x", language="en")
    asked.run(
        lambda unit: unit.run(JOIN, {"party_id": 1, "person_id": person, "joined_at": unit.now}),
        NOBODY,
    )
    asked.run(move_interest, STAFF, interest=1, state="in_talk")

    details = asked.look(interest_details, interest=1)

    assert details.members == [Member(1, "nl", ["web"]), Member(person, "en", ["terminal"])]
    assert details.changes == [ChangeMade(clock.now, "staff:1", "state", "new", "in_talk")]
    assert (details.line.party, details.extras["brings"], details.line.answer_by) == (
        "Groen op Zuid",
        "handen",
        (clock.now + timedelta(days=10)).date(),
    )


def test_interest_details_refuse_an_unknown_one(waterdam: Store) -> None:
    with pytest.raises(Refusal) as refusal:
        waterdam.look(interest_details, interest=5)

    assert (refusal.value.key, refusal.value.facts) == ("refusal-unknown", {"given": "5"})


def test_history_tells_what_each_value_became(asked: Store, clock: Clock) -> None:
    for state in ("in_talk", "invited", "in_talk"):
        asked.run(move_interest, STAFF, interest=1, state=state)

    changes = asked.look(interest_details, interest=1).changes

    assert [(change.before, change.after) for change in changes] == [
        ("new", "in_talk"),
        ("in_talk", "invited"),
        ("invited", "in_talk"),
    ]
