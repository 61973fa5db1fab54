"""No sequence of commands opens a record without the answers of its arrangement."""

from collections.abc import Callable
from itertools import count
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from outreach.opportunities.codes import ARRANGEMENTS, DIRECTIONS
from outreach.opportunities.edit import get_opportunity, set_facts
from outreach.opportunities.items import items_of
from outreach.opportunities.judge import judge
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.overrule import overrule, unsettled
from outreach.opportunities.questions import asked, questions
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit
from tests.fit import new_fit

NADIA = Actor("staff", 1)
COUNTED = count(1)
"""Every example makes a record of its own in the one store."""
Command = tuple[Callable[..., Any], dict[str, Any]]
ANSWERS = st.one_of(
    [
        st.fixed_dictionaries(
            {key: st.sampled_from([*question.codes, ""] if question.codes else ["Ja.", " ", ""])}
        )
        for key, question in questions().items()
    ]
)
FACTS = st.one_of(
    st.fixed_dictionaries({"arrangement": st.sampled_from(ARRANGEMENTS)}),
    st.fixed_dictionaries({"direction": st.sampled_from(DIRECTIONS)}),
    st.fixed_dictionaries({"checklist": ANSWERS}),
    st.fixed_dictionaries({"value_cents": st.sampled_from([None, 1, 90_000_000])}),
    st.fixed_dictionaries({"criteria": st.sampled_from([[], [{"text": "Hulp", "weight": 100}]])}),
)
COMMANDS = st.one_of(
    FACTS.map(lambda facts: (set_facts, facts)),
    st.sampled_from(["open", "closed", "exploring", "open"]).map(
        lambda state: (move_opportunity, {"state": state})
    ),
    st.sampled_from(["informal-contract", "intention-short", "options-apart"]).map(
        lambda remark: (overrule, {"remark": remark, "reason": "Nagekeken."})
    ),
)
LOAN: list[Command] = [
    (set_facts, {"arrangement": "loan_for_use"}),
    (set_facts, {"checklist": {"candidates": "more", "choosing": "Ja.", "price": "Ja."}}),
]


def complete(unit: Unit, opportunity: int) -> bool:
    """True if nothing that the arrangement asks is missing, reckoned once more from the data."""
    row = get_opportunity(unit, opportunity=opportunity)
    wanted = asked(row.direction, row.arrangement, row.checklist)
    answered = all(row.checklist.get(key, "").strip() for key in wanted.questions)
    lists = {"criteria": items_of(unit, "criteria", opportunity).first()}
    filled = all(
        lists[name] is not None if name in lists else getattr(row, name) is not None
        for name in wanted.facts
    )
    return answered and filled and not unsettled(row, judge(unit, row).warnings)


@example([*LOAN, (move_opportunity, {"state": "exploring"}), (move_opportunity, {"state": "open"})])
@example([*LOAN, (move_opportunity, {"state": "open"})])
@given(st.lists(COMMANDS, max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_what_opens_has_answered(store: Store, commands: list[Command]) -> None:
    made = store.run(new_fit, NADIA, tender_id=f"T-{next(COUNTED)}")

    for rule, values in commands:
        before = store.look(lambda unit: get_opportunity(unit, opportunity=made)).state
        try:
            store.run(rule, NADIA, opportunity=made, **values)
        except Refusal:
            continue
        if rule is move_opportunity and values["state"] == "open":
            assert before != "open"
            assert store.look(lambda unit: complete(unit, made))
