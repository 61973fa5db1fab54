"""What is grave stands in the way until somebody wrote down why; an intention stands its time."""

from datetime import timedelta
from typing import Any

import pytest

from outreach.opportunities.checks import GRAVE
from outreach.opportunities.edit import get_opportunity, set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.overrule import Unsettled, overrule
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock
from tests.fit import new_fit

NADIA = Actor("staff", 1)
CONTRACT: dict[str, Any] = {"arrangement": "contract", "value_cents": 30_000_000}
LOAN: dict[str, Any] = {"arrangement": "loan_for_use"}
ONE = {"candidates": "one", "one_reason": "Het is hun eigen plan.", "price": "Gratis."}
REASON = "Inkoop keek ernaar op 3 maart."


def ready(store: Store, answers: dict[str, str], **facts: Any) -> int:
    made = store.run(new_fit, NADIA, **facts)
    store.run(set_facts, NADIA, opportunity=made, checklist=answers)
    return made


def go(store: Store, opportunity: int, *states: str) -> None:
    for state in states:
        store.run(move_opportunity, NADIA, opportunity=opportunity, state=state)


def stands(store: Store, opportunity: int) -> tuple[str, dict[str, str]]:
    row = store.look(lambda unit: get_opportunity(unit, opportunity=opportunity))
    return row.state, row.overruled


@pytest.mark.parametrize(
    ("answers", "facts", "remarks"),
    [
        ({"options": "included"}, CONTRACT, ["informal-contract"]),
        ({"options": "apart"}, CONTRACT | {"value_cents": 5}, ["options-apart"]),
        ({"options": "apart"}, CONTRACT, ["informal-contract", "options-apart"]),
        (ONE, LOAN, ["intention-short"]),
    ],
)
def test_open_refuses_what_is_grave_until_each_has_its_reason(
    store: Store, answers: dict[str, str], facts: dict[str, Any], remarks: list[str]
) -> None:
    made = ready(store, answers, **facts)

    for number, remark in enumerate(remarks):
        with pytest.raises(Unsettled) as refused:
            go(store, made, "open")
        assert [each.name for each in refused.value.remarks] == remarks[number:]
        assert {*remarks} <= {*GRAVE}
        store.run(overrule, NADIA, opportunity=made, remark=remark, reason=REASON)
    go(store, made, "open")

    assert stands(store, made) == ("open", dict.fromkeys(remarks, REASON))


def test_reason_can_be_taken_back(store: Store) -> None:
    made = ready(store, {"options": "apart"}, arrangement="contract")
    store.run(overrule, NADIA, opportunity=made, remark="options-apart", reason=REASON)

    store.run(overrule, NADIA, opportunity=made, remark="options-apart", reason="")

    assert stands(store, made) == ("draft", {})
    with pytest.raises(Unsettled):
        go(store, made, "open")


@pytest.mark.parametrize("remark", ["options-apart", "threshold-services", "x" * 300])
def test_only_what_stands_in_the_way_can_be_overruled(store: Store, remark: str) -> None:
    made = ready(store, {"options": "included"}, arrangement="contract")

    with pytest.raises(Refusal, match="refusal-remark") as refused:
        store.run(overrule, NADIA, opportunity=made, remark=remark, reason=REASON)

    assert refused.value.facts == {"given": remark[:80], "allowed": "none"}


def test_reason_is_no_part_of_what_is_published(store: Store) -> None:
    made = ready(store, {"options": "apart"}, arrangement="contract")
    store.run(overrule, NADIA, opportunity=made, remark="options-apart", reason=REASON)

    go(store, made, "open")

    published = store.look(
        lambda unit: unit.connection.exec_driver_sql(
            "SELECT facts FROM opportunity_version"
        ).scalar_one()
    )
    assert REASON not in str(published)


def test_intention_stands_its_term_before_it_is_decided(store: Store, clock: Clock) -> None:
    opened = clock.now
    made = ready(store, ONE, **LOAN, answers_until=clock.now + timedelta(days=25))
    go(store, made, "open", "closed")
    clock.passes(hours=20 * 24 - 1)

    with pytest.raises(Refusal, match="refusal-intention") as refused:
        go(store, made, "decided")
    clock.passes(hours=1)
    go(store, made, "decided")

    until = opened + timedelta(days=20)
    assert refused.value.facts == {"until": until, "given": "T-1", "remark": "intention-short"}
    assert stands(store, made) == ("decided", {})


def test_installation_sets_the_term_of_an_intention(store: Store, clock: Clock) -> None:
    made = ready(store, ONE, **LOAN, answers_until=clock.now + timedelta(days=25))

    with pytest.raises(Unsettled) as refused:
        store.run(move_opportunity, NADIA, opportunity=made, state="open", intention_days=30)

    (remark,) = refused.value.remarks
    assert remark.facts == {"days": 30, "until": clock.now + timedelta(days=30)}


def test_intention_may_be_decided_earlier_with_a_reason(store: Store) -> None:
    made = ready(store, ONE, **LOAN)
    store.run(overrule, NADIA, opportunity=made, remark="intention-short", reason=REASON)

    go(store, made, "open", "closed", "decided")

    assert stands(store, made) == ("decided", {"intention-short": REASON})


def test_long_intention_that_was_closed_early_is_decided_with_a_reason(
    store: Store, clock: Clock
) -> None:
    made = ready(store, ONE, **LOAN, answers_until=clock.now + timedelta(days=25))
    go(store, made, "open", "closed")

    store.run(overrule, NADIA, opportunity=made, remark="intention-short", reason=REASON)
    go(store, made, "decided")

    assert stands(store, made) == ("decided", {"intention-short": REASON})


def test_intention_that_stood_its_term_has_nothing_in_the_way(store: Store, clock: Clock) -> None:
    made = ready(store, ONE, **LOAN, answers_until=clock.now + timedelta(days=25))
    go(store, made, "open", "closed")
    clock.passes(hours=20 * 24)

    with pytest.raises(Refusal, match="refusal-remark"):
        store.run(overrule, NADIA, opportunity=made, remark="intention-short", reason=REASON)
