"""Every step from draft to decision: allowed or refused, with what lacks."""

from datetime import timedelta
from typing import Any

import pytest

from content.texts import Named
from outreach.opportunities.card import open_opportunities, opportunity_card, opportunity_page
from outreach.opportunities.codes import STATES
from outreach.opportunities.edit import get_opportunity, new_opportunity, set_facts
from outreach.opportunities.judge import Unfit
from outreach.opportunities.lifecycle import STEPS, move_opportunity
from outreach.opportunities.questions import checklist
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock
from tests.fit import new_fit

NADIA = Actor("staff", 1)
ROADS = {
    "draft": (),
    "exploring": ("exploring",),
    "open": ("open",),
    "closed": ("open", "closed"),
    "decided": ("open", "closed", "decided"),
    "withdrawn": ("open", "withdrawn"),
}
LACKS = [
    "summary",
    "description",
    "direction",
    "arrangement",
    "municipality_role",
    "themes",
    "answers_until",
    "official",
    "places",
]
EMPTY: dict[str, Any] = {
    "summary": "",
    "description": "",
    "official": "",
    "themes": [],
    "places": [],
}
BLANK = dict.fromkeys(checklist("combined"), "  ")
ALLOWED = {
    ("draft", "exploring"),
    ("draft", "open"),
    ("exploring", "open"),
    ("exploring", "withdrawn"),
    ("draft", "withdrawn"),
    ("open", "closed"),
    ("open", "withdrawn"),
    ("closed", "open"),
    ("closed", "decided"),
    ("closed", "withdrawn"),
}


@pytest.fixture
def ready(store: Store, clock: Clock) -> int:
    """A draft that can open."""
    return store.run(new_fit, NADIA)


def go(store: Store, opportunity: int, *states: str) -> None:
    for state in states:
        store.run(move_opportunity, NADIA, opportunity=opportunity, state=state)


def standing(store: Store, opportunity: int) -> dict[str, Any]:
    return store.look(lambda unit: get_opportunity(unit, opportunity=opportunity).model_dump())


@pytest.mark.parametrize("to", STATES)
@pytest.mark.parametrize("start", STATES)
def test_step_is_allowed_or_refused_with_what_is_allowed(
    store: Store, ready: int, start: str, to: str
) -> None:
    go(store, ready, *ROADS[start])
    before = standing(store, ready)

    if (start, to) in ALLOWED:
        go(store, ready, to)
        assert standing(store, ready)["state"] == to
    else:
        with pytest.raises(Refusal, match="refusal-step") as refused:
            go(store, ready, to)
        allowed = [Named("state", state) for state in STEPS[start]] or "none"
        assert refused.value.facts == {"state": Named("state", start), "allowed": allowed}
        assert standing(store, ready) == before


def test_each_published_step_is_a_version(store: Store, ready: int, clock: Clock) -> None:
    opened = clock.now
    versions = []
    for state in ("open", "closed", "open", "closed", "decided"):
        go(store, ready, state)
        versions.append(standing(store, ready)["version"])
        clock.passes(hours=1)

    assert versions == [1, 2, 3, 4, 5]
    assert standing(store, ready)["opened_at"] == opened
    assert standing(store, ready)["decided_at"] == clock.now - timedelta(hours=1)


def test_draft_that_is_explored_may_lack_answers_and_each_change_is_a_version(
    store: Store, ready: int, clock: Clock
) -> None:
    store.run(set_facts, NADIA, opportunity=ready, answers_until=None, official="")
    go(store, ready, "exploring")

    store.run(set_facts, NADIA, opportunity=ready, themes=[])

    facts = standing(store, ready)
    assert (facts["version"], facts["opened_at"], facts["themes"]) == (2, None, [])
    with pytest.raises(Unfit) as refused:
        go(store, ready, "open")
    assert refused.value.lacks == ["themes", "answers_until", "official"]


@pytest.mark.parametrize("lacks", ["summary", "description"])
def test_draft_without_what_people_read_is_not_explored(
    store: Store, ready: int, lacks: str
) -> None:
    store.run(set_facts, NADIA, opportunity=ready, **{lacks: ""})

    with pytest.raises(Unfit) as refused:
        go(store, ready, "exploring")

    assert refused.value.lacks == [lacks]


def test_draft_that_is_explored_is_read_but_on_no_list(store: Store, ready: int) -> None:
    go(store, ready, "exploring")

    card = store.look(opportunity_card, opportunity=ready, language="nl")

    assert card.state == "exploring"
    assert store.look(open_opportunities, language="nl") == []


@pytest.mark.parametrize("lacks", LACKS)
def test_open_names_the_one_fact_that_lacks(store: Store, ready: int, lacks: str) -> None:
    store.run(set_facts, NADIA, opportunity=ready, **{lacks: EMPTY.get(lacks)})

    with pytest.raises(Unfit) as refused:
        go(store, ready, "open")

    assert refused.value.lacks == [lacks]
    assert refused.value.facts == {"public": "no", "count": 1}


@pytest.mark.parametrize("direction", ["formal", "informal", "combined"])
def test_open_names_the_checklist_of_the_direction(
    store: Store, ready: int, direction: str
) -> None:
    store.run(set_facts, NADIA, opportunity=ready, direction=direction, checklist=BLANK)

    with pytest.raises(Unfit) as refused:
        go(store, ready, "open")

    assert refused.value.lacks == [f"checklist.{key}" for key in checklist(direction)]


def test_open_names_all_that_lacks_at_an_empty_draft(store: Store) -> None:
    empty = store.run(new_opportunity, NADIA, tender_id="T-2", ocid_prefix="ocds-xxxxxx")

    with pytest.raises(Unfit) as refused:
        go(store, empty, "open")

    assert refused.value.lacks == ["title", *LACKS]


@pytest.mark.parametrize("late", [timedelta(0), timedelta(days=1)])
def test_open_refuses_a_deadline_in_the_past(
    store: Store, ready: int, clock: Clock, late: timedelta
) -> None:
    clock.passes(days=7)
    clock.now += late

    with pytest.raises(Unfit) as refused:
        go(store, ready, "open")

    assert [fault.key for fault in refused.value.faults] == ["fault-answers-past"]


def test_draft_is_unseen(store: Store, ready: int) -> None:
    assert store.look(open_opportunities, language="nl") == []
    for rule in (opportunity_card, opportunity_page):
        with pytest.raises(Refusal, match="refusal-opportunity-unknown"):
            store.look(rule, opportunity=ready, language="nl")


def test_withdrawn_draft_stays_unseen_and_without_version(store: Store, ready: int) -> None:
    go(store, ready, "withdrawn")

    assert standing(store, ready)["version"] == 0
    with pytest.raises(Refusal, match="refusal-opportunity-unknown"):
        store.look(opportunity_card, opportunity=ready, language="nl")


@pytest.mark.parametrize("state", ["open", "closed", "decided", "withdrawn"])
def test_published_opportunity_stays_readable(store: Store, ready: int, state: str) -> None:
    go(store, ready, *ROADS[state])

    assert store.look(opportunity_card, opportunity=ready, language="nl").state == state
    assert [card.id for card in store.look(open_opportunities, language="nl")] == (
        [ready] if state == "open" else []
    )


@pytest.mark.parametrize("state", ["decided", "withdrawn"])
def test_ended_opportunity_changes_no_more(store: Store, ready: int, state: str) -> None:
    go(store, ready, *ROADS[state])

    with pytest.raises(Refusal, match="refusal-ended"):
        store.run(set_facts, NADIA, opportunity=ready, title="Nieuw")
