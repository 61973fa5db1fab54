"""Staff read a plan once it was sent in: not before, and not what was changed before."""

import pytest

from outreach.interests.plan import send_plan, write_amount, write_line
from outreach.reports.interests import interest_details, interest_openly, interest_overview
from outreach.reports.plans import plan_openly, plan_overview
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock
from tests.outreach.interests.planning import hall, invited_pair


@pytest.fixture
def pair(waterdam: Store) -> tuple[Actor, Actor]:
    """Ada and Bob wrote a plan together."""
    pair = invited_pair(waterdam, "ada", "bob")
    for who, line, value in (
        (0, "what", "Zingen."),
        (0, "what", "Koken."),
        (1, "costs", "twee pannen"),
    ):
        waterdam.run(write_line, pair[who], interest=1, line=line, value=value, seen=99)
    waterdam.run(write_amount, pair[1], interest=1, cents=12_050)
    return pair


def test_draft_of_a_plan_is_not_read(waterdam: Store, pair: tuple[Actor, Actor]) -> None:
    details = waterdam.look(interest_details, interest=1)

    assert details.plan is None
    assert details.line.plan_state == "writing"
    assert [change.field for change in details.changes] == ["state"]


def test_plan_that_was_sent_in_is_read_with_who_wrote_what_and_later_changes(
    waterdam: Store, pair: tuple[Actor, Actor], clock: Clock
) -> None:
    clock.passes(minutes=1)
    waterdam.run(send_plan, pair[0], interest=1, seen=99)
    clock.passes(minutes=1)
    waterdam.run(write_line, pair[0], interest=1, line="costs", value="drie pannen", seen=99)

    details = waterdam.look(interest_details, interest=1)

    plan = details.plan
    assert plan is not None
    assert (plan.lines["what"], plan.lines["costs"]) == ("Koken.", "drie pannen")
    assert plan.by == {"what": "person:1", "costs": "person:1"}
    assert plan.cost_cents == 12_050
    assert [(change.field, change.before, change.after) for change in details.changes] == [
        ("state", "new", "invited"),
        ("plan_costs", "twee pannen", "drie pannen"),
    ]


def test_plans_of_an_opportunity_are_listed_with_their_amounts(
    waterdam: Store, pair: tuple[Actor, Actor]
) -> None:
    waterdam.run(send_plan, pair[0], interest=1, seen=99)

    (line,) = waterdam.look(plan_overview, opportunity=hall(waterdam))

    assert (line.plan_what, line.plan_cost) == ("Koken.", 120.5)
    assert [each.plan_state for each in waterdam.look(interest_overview)] == ["sent"]


def test_nobody_reads_names_or_words_who_may_not(
    waterdam: Store, pair: tuple[Actor, Actor]
) -> None:
    waterdam.run(send_plan, pair[0], interest=1, seen=99)

    (line,) = waterdam.look(plan_overview, opportunity=hall(waterdam))
    details = waterdam.look(interest_details, interest=1)

    assert interest_openly(details).plan is None
    openly = plan_openly(line)
    assert (openly.party, openly.plan_what, openly.plan_cost) == ("", "", None)
