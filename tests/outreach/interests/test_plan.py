"""The plan of an invited party: nothing that a member wrote is lost, and it closes in time."""

from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st

from outreach.interests.interest import move_interest
from outreach.interests.own_plan import my_plans, own_plan
from outreach.interests.plan import (
    LINES,
    Meeting,
    PlanClosed,
    send_plan,
    settle_line,
    write_amount,
    write_line,
)
from outreach.opportunities.lifecycle import move_opportunity
from outreach.parties.person import meet
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.clock import Clock
from tests.outreach.interests.planning import NADIA, hall, invited_pair

NUMBERS = count()
"""No two groups of an example have the same members."""
BEFORE = "SELECT field, before FROM interest_change WHERE field LIKE 'plan_%'"
EDITS = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from(("look", *LINES)), st.sampled_from("abcd")),
    max_size=12,
)


@pytest.fixture
def pair(waterdam: Store) -> tuple[Actor, Actor]:
    """Two members of a group that was invited to write a plan."""
    return invited_pair(waterdam, "ada", "bob")


def test_line_that_another_wrote_since_is_kept_and_shown(
    waterdam: Store, pair: tuple[Actor, Actor]
) -> None:
    ada, bob = pair
    waterdam.run(write_line, bob, interest=1, line="what", value="Koken.", seen=0)

    met = waterdam.run(write_line, ada, interest=1, line="what", value="Zingen.", seen=0)

    plan = waterdam.run(own_plan, ada, interest=1, language="nl")
    assert met == Meeting("Koken.", "Zingen.")
    assert plan.lines["what"] == "Koken.\nZingen."


def test_own_answer_of_before_is_replaced(waterdam: Store, pair: tuple[Actor, Actor]) -> None:
    ada, _ = pair
    waterdam.run(write_line, ada, interest=1, line="what", value="Koken.", seen=0)

    met = waterdam.run(write_line, ada, interest=1, line="what", value="Zingen.", seen=0)

    assert met is None
    assert waterdam.run(own_plan, ada, interest=1, language="nl").lines["what"] == "Zingen."


def test_what_another_wrote_and_was_read_is_replaced(
    waterdam: Store, pair: tuple[Actor, Actor]
) -> None:
    ada, bob = pair
    waterdam.run(write_line, bob, interest=1, line="what", value="Koken.", seen=0)
    seen = waterdam.run(own_plan, ada, interest=1, language="nl").seen

    met = waterdam.run(write_line, ada, interest=1, line="what", value="Zingen.", seen=seen)

    assert met is None
    assert waterdam.run(own_plan, bob, interest=1, language="nl").others == ["what"]


def test_plan_is_sent_once_by_who_read_all_of_it(
    waterdam: Store, pair: tuple[Actor, Actor]
) -> None:
    ada, bob = pair
    waterdam.run(write_line, bob, interest=1, line="what", value="Koken.", seen=0)
    seen = waterdam.run(own_plan, ada, interest=1, language="nl").seen

    assert waterdam.run(send_plan, ada, interest=1, seen=0) == ["what"]
    assert waterdam.run(send_plan, ada, interest=1, seen=seen) == []
    assert waterdam.run(my_plans, ada) == {1: "sent"}


def test_plan_without_what_they_do_is_not_sent(waterdam: Store, pair: tuple[Actor, Actor]) -> None:
    ada, _ = pair
    waterdam.run(write_amount, ada, interest=1, cents=5_000)

    with pytest.raises(Refusal) as refused:
        waterdam.run(send_plan, ada, interest=1, seen=0)

    assert refused.value.key == "refusal-plan-empty"


def test_nobody_else_writes_it(waterdam: Store, pair: tuple[Actor, Actor]) -> None:
    eve, _ = waterdam.run(meet, NOBODY, channel="web", external_id="eve", language="nl")

    with pytest.raises(Refusal) as refused:
        waterdam.run(write_line, Actor("person", eve), interest=1, line="what", value="Ha!", seen=0)

    assert refused.value.key == "refusal-not-yours"


@pytest.mark.parametrize("ends", ["day", "state", "record"])
def test_plan_is_closed_after_the_last_day_and_for_who_is_out(
    waterdam: Store, pair: tuple[Actor, Actor], clock: Clock, ends: str
) -> None:
    ada, _ = pair
    if ends == "day":
        clock.passes(days=96)
    elif ends == "state":
        waterdam.run(move_interest, NADIA, interest=1, state="in_talk")
    else:
        waterdam.run(move_opportunity, NADIA, opportunity=hall(waterdam), state="withdrawn")

    with pytest.raises(PlanClosed):
        waterdam.run(write_line, ada, interest=1, line="what", value="Koken.", seen=0)
    with pytest.raises(PlanClosed):
        waterdam.run(settle_line, ada, interest=1, line="what", value="Koken.")
    with pytest.raises(PlanClosed):
        waterdam.run(write_amount, ada, interest=1, cents=1)
    with pytest.raises(PlanClosed):
        waterdam.run(send_plan, ada, interest=1, seen=0)


@pytest.mark.sqlite
@tries(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_no_sequence_of_edits_by_two_members_loses_an_answer(
    waterdam: Store, edits: list[Any]
) -> None:
    pair = invited_pair(waterdam, *(f"member{next(NUMBERS)}" for _ in range(2)))
    interest = max(waterdam.run(my_plans, pair[0]))
    seen, written = [0, 0], []

    for number, (who, line, value) in enumerate(edits):
        if line == "look":
            seen[who] = waterdam.run(own_plan, pair[who], interest=interest, language="nl").seen
            continue
        said = f"{value}{number}"
        waterdam.run(
            write_line, pair[who], interest=interest, line=line, value=said, seen=seen[who]
        )
        written.append(said)

    now = waterdam.run(own_plan, pair[0], interest=interest, language="nl").lines
    kept = waterdam.look(lambda unit: list(unit.connection.exec_driver_sql(BEFORE)))
    everything = " ".join([*now.values(), *(str(before) for _, before in kept)])
    assert [said for said in written if said not in everything] == []
