"""One judge for every state and every door: what lacks, what cannot be right, what to think of."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from content.texts import Money, Named
from outreach.opportunities.checks import Remark
from outreach.opportunities.edit import get_opportunity, new_opportunity, set_facts
from outreach.opportunities.judge import Fault, Judged, Unfit, judge
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock
from tests.fit import FIT, make_fit, new_fit

NADIA = Actor("staff", 1)
PAST = datetime(2020, 1, 1, tzinfo=UTC)
VALUE, PARTS, TITLE = (Named("fact", name) for name in ("value_cents", "parts", "title"))
MOST = Money(100_000_000_000)
CRITERIA = [{"text": "Prijs", "weight": 90}, {"text": "Buurt", "weight": 40}]
WRONG: list[tuple[dict[str, Any], Fault]] = [
    (
        {"value_cents": -50_000},
        Fault("value_cents", "fault-negative", {"what": VALUE, "amount": Money(-50_000)}),
    ),
    (
        {"value_cents": 10**11 + 1},
        Fault(
            "value_cents",
            "fault-amount",
            {"what": VALUE, "amount": Money(10**11 + 1), "most": MOST},
        ),
    ),
    (
        {"parts": [{"key": "1", "title": "Maaien", "budget_cents": -1}]},
        Fault("parts", "fault-negative", {"what": PARTS, "amount": Money(-1)}),
    ),
    ({"currency": "euro"}, Fault("currency", "fault-currency", {"given": "euro"})),
    (
        {"title": "a" * 121},
        Fault("title", "fault-long", {"what": TITLE, "given": 121, "most": 120}),
    ),
    ({"criteria": CRITERIA}, Fault("criteria", "fault-weights", {"sum": 130})),
    ({"criteria": CRITERIA[:1]}, Fault("criteria", "fault-weights", {"sum": 90})),
    ({"answers_until": PAST}, Fault("answers_until", "fault-answers-past", {"until": PAST})),
    ({"questions_until": PAST}, Fault("questions_until", "fault-questions-past", {"until": PAST})),
    ({"answer_days": 999}, Fault("answer_days", "fault-answer-days", {"given": 999, "most": 365})),
]


def judged(store: Store, opportunity: int) -> Judged:
    return store.look(lambda unit: judge(unit, get_opportunity(unit, opportunity=opportunity)))


@pytest.fixture
def draft(store: Store) -> int:
    return store.run(new_fit, NADIA)


@pytest.fixture
def public(store: Store, draft: int) -> int:
    store.run(move_opportunity, NADIA, opportunity=draft, state="open")
    return draft


@pytest.mark.parametrize(("facts", "fault"), WRONG)
def test_draft_keeps_what_is_wrong_and_cannot_open(
    store: Store, draft: int, facts: dict[str, Any], fault: Fault
) -> None:
    store.run(set_facts, NADIA, opportunity=draft, **facts)

    with pytest.raises(Unfit) as refused:
        store.run(move_opportunity, NADIA, opportunity=draft, state="open")

    assert (refused.value.lacks, refused.value.faults) == ([], [fault])


@pytest.mark.parametrize(("facts", "fault"), WRONG)
def test_public_record_may_not_become_wrong(
    store: Store, public: int, facts: dict[str, Any], fault: Fault
) -> None:
    with pytest.raises(Unfit) as refused:
        store.run(set_facts, NADIA, opportunity=public, **facts)

    assert (refused.value.lacks, refused.value.faults) == ([], [fault])
    assert judged(store, public) == Judged([], [], [])


@pytest.mark.parametrize(
    ("facts", "lacks"),
    [
        ({"title": " "}, ["title"]),
        ({"summary": "", "description": ""}, ["summary", "description"]),
        ({"themes": [], "places": []}, ["themes", "places"]),
        ({"direction": None}, ["direction"]),
        ({"checklist": {"insurance": " "}}, ["checklist.insurance"]),
        ({"direction": "formal", "checklist": {"notice": ""}}, ["checklist.notice"]),
    ],
)
@pytest.mark.parametrize("steps", [(), ("closed",)])
def test_public_record_may_not_become_incomplete(
    store: Store, public: int, steps: tuple[str, ...], facts: dict[str, Any], lacks: list[str]
) -> None:
    for state in steps:
        store.run(move_opportunity, NADIA, opportunity=public, state=state)

    with pytest.raises(Unfit) as refused:
        store.run(set_facts, NADIA, opportunity=public, **facts)

    assert (refused.value.lacks, refused.value.faults) == (lacks, [])


def test_questions_may_not_end_after_answers(store: Store, public: int, clock: Clock) -> None:
    late, until = clock.now + timedelta(days=9), clock.now + timedelta(days=7)

    with pytest.raises(Unfit) as refused:
        store.run(set_facts, NADIA, opportunity=public, questions_until=late)

    facts = {"questions": late, "answers": until}
    assert refused.value.faults == [Fault("questions_until", "fault-questions-late", facts)]


def test_a_deadline_that_has_passed_keeps_nobody_from_mending_the_rest(
    store: Store, public: int, clock: Clock
) -> None:
    clock.passes(days=8)

    changed = store.run(set_facts, NADIA, opportunity=public, title="Zorg mee met ons")

    assert changed == ["title"]
    with pytest.raises(Unfit):
        store.run(
            set_facts, NADIA, opportunity=public, answers_until=clock.now - timedelta(hours=1)
        )


def test_criteria_without_weights_need_not_add_up(store: Store, public: int) -> None:
    criteria = [{"text": "Buurt", "weight": 0}, {"text": "Plezier", "weight": 0}]

    assert store.run(set_facts, NADIA, opportunity=public, criteria=criteria) == ["criteria"]


def test_empty_draft_lacks_everything_and_is_kept(store: Store) -> None:
    empty = store.run(new_opportunity, NADIA, tender_id="T-2", ocid_prefix="ocds-xxxxxx")

    lacks = judged(store, empty).lacks
    store.run(make_fit, NADIA, opportunity=empty)

    assert set(lacks) == {*FIT, "answers_until"} - {"checklist"}
    assert judged(store, empty) == Judged([], [], [])


@pytest.mark.parametrize(
    ("facts", "warning"),
    [
        ({"direction": "formal"}, Remark("warning-formal-no-money", {})),
        (
            {"requirements": [{"text": "Jaarrekening van 3 jaar", "kinds": ["resident"]}]},
            Remark(
                "warning-requirement",
                {
                    "text": "Jaarrekening van 3 jaar",
                    "why": "accounts",
                    "kinds": [Named("party", "resident")],
                },
            ),
        ),
        (
            {"requirements": [{"text": "Inschrijving bij de KvK"}]},
            Remark(
                "warning-requirement",
                {
                    "text": "Inschrijving bij de KvK",
                    "why": "registration",
                    "kinds": [
                        Named("party", kind)
                        for kind in ("resident", "residents_group", "self_organisation")
                    ],
                },
            ),
        ),
    ],
)
def test_what_is_odd_is_a_warning_and_opens(
    store: Store, draft: int, facts: dict[str, Any], warning: Remark
) -> None:
    store.run(set_facts, NADIA, opportunity=draft, **facts)

    store.run(move_opportunity, NADIA, opportunity=draft, state="open")

    assert judged(store, draft).warnings == [warning]


@pytest.mark.parametrize(
    "requirement",
    [
        {"text": "Jaarrekening van 3 jaar", "kinds": ["firm"]},
        {"text": "Jaarrekening van 3 jaar", "alternative": "Een gesprek met de wijkmanager"},
        {"text": "Je bent er elke week"},
    ],
)
def test_what_residents_can_do_is_no_warning(
    store: Store, draft: int, requirement: dict[str, Any]
) -> None:
    store.run(set_facts, NADIA, opportunity=draft, requirements=[requirement])

    assert judged(store, draft).warnings == []


def test_a_beginning_before_the_last_day_is_a_warning(store: Store, draft: int) -> None:
    store.run(set_facts, NADIA, opportunity=draft, starts_on=date(2020, 1, 1))

    assert [warning.key for warning in judged(store, draft).warnings] == ["warning-starts-early"]
