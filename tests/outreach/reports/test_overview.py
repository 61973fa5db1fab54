"""What staff see of opportunities, interests and questions."""

from datetime import date, timedelta

import pytest

from outreach.interests.interest import PartyDraft, express_interest, move_interest
from outreach.interests.question import ask_question
from outreach.opportunities.card import count_unmet
from outreach.opportunities.edit import set_facts
from outreach.parties.party import Membership
from outreach.parties.person import meet
from outreach.privacy.forget import forget_person
from outreach.refusal import Refusal
from outreach.reports.overview import (
    ChangeMade,
    Member,
    interest_details,
    interest_overview,
    opportunity_details,
    opportunity_overview,
    question_overview,
)
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.clock import Clock

STAFF = Actor("staff", 1)
TODAY = date(2026, 11, 2)


@pytest.fixture
def asked(waterdam: Store) -> Store:
    """Two parties are interested in the first opportunity; the first one asked a question."""
    for name in ("Groen op Zuid", "De Tuinploeg"):
        person, _ = waterdam.run(meet, NOBODY, channel="web", external_id=name, language="nl")
        actor, party = Actor("person", person), PartyDraft("residents_group", name)
        waterdam.run(
            express_interest, actor, opportunity=1, version=1, party=party, brings="handen"
        )
    waterdam.run(ask_question, Actor("person", 1), opportunity=1, text="Mag mijn hond mee?")
    return waterdam


def test_opportunity_overview_counts_interests_and_waiting_questions(asked: Store) -> None:
    rows = asked.look(opportunity_overview, state="open")

    assert [(row.interests, row.questions) for row in rows] == [(0, 0)] * 7 + [(2, 1)]


def test_opportunity_overview_of_a_state_that_none_has_is_empty(waterdam: Store) -> None:
    assert waterdam.look(opportunity_overview, state="draft") == []


def test_opportunity_details_count_states_and_what_people_cannot_do(asked: Store) -> None:
    asked.run(move_interest, STAFF, interest=2, state="in_talk")
    first = asked.look(opportunity_details, opportunity=1, today=TODAY).requirements[0]
    asked.run(count_unmet, NOBODY, requirement=1)

    details = asked.look(opportunity_details, opportunity=1, today=TODAY)

    assert details.interests == {"new": 1, "in_talk": 1}
    assert details.requirements[0] == first | {"unmet": 1}
    assert (details.questions, details.lacks, details.warnings) == (1, [], [])


def test_opportunity_details_warn_by_the_thresholds_of_the_day(waterdam: Store) -> None:
    waterdam.run(set_facts, NOBODY, opportunity=7, value_cents=200_000_000)

    details = waterdam.look(opportunity_details, opportunity=7, today=TODAY)

    assert "warning-threshold-social-services" in [warning.key for warning in details.warnings]


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


def test_interest_details_give_members_and_changes(asked: Store, clock: Clock) -> None:
    person, _ = asked.run(meet, NOBODY, channel="terminal", external_id="x", language="en")
    asked.run(
        lambda unit: unit.session.add(Membership(party_id=1, person_id=person, joined_at=unit.now)),
        NOBODY,
    )
    asked.run(move_interest, STAFF, interest=1, state="in_talk")

    details = asked.look(interest_details, interest=1)

    assert details.members == [Member(1, "nl", ["web"]), Member(person, "en", ["terminal"])]
    assert details.changes == [ChangeMade(clock.now, "staff:1", "state", "new", "in_talk")]
    assert (details.line.party, details.brings, details.line.answer_by) == (
        "Groen op Zuid",
        "handen",
        (clock.now + timedelta(days=10)).date(),
    )


def test_interest_details_refuse_an_unknown_one(waterdam: Store) -> None:
    with pytest.raises(Refusal) as refusal:
        waterdam.look(interest_details, interest=5)

    assert (refusal.value.key, refusal.value.facts) == ("refusal-unknown", {"given": "5"})


def test_question_overview_gives_the_newest_first(asked: Store, clock: Clock) -> None:
    clock.passes(days=-3)
    asked.run(ask_question, Actor("person", 2), opportunity=2, text="Is er koffie?")

    assert [row.text for row in asked.look(question_overview)] == [
        "Is er koffie?",
        "Mag mijn hond mee?",
    ]
    assert [row.text for row in asked.look(question_overview, opportunity=1, waiting=True)] == [
        "Mag mijn hond mee?"
    ]


def test_history_tells_what_each_value_became(asked: Store, clock: Clock) -> None:
    for state in ("in_talk", "invited", "in_talk"):
        asked.run(move_interest, STAFF, interest=1, state=state)

    changes = asked.look(interest_details, interest=1).changes

    assert [(change.before, change.after) for change in changes] == [
        ("new", "in_talk"),
        ("in_talk", "invited"),
        ("invited", "in_talk"),
    ]
