"""What staff see of opportunities."""

from datetime import date

from outreach.interests.interest import move_interest
from outreach.opportunities.card import count_unmet
from outreach.opportunities.edit import set_facts
from outreach.reports.opportunities import opportunity_details, opportunity_overview
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor

STAFF = Actor("staff", 1)
TODAY = date(2026, 11, 2)


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
