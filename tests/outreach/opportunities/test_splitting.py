"""Contracts of one place, theme and year that reach a threshold together only."""

from datetime import date
from typing import Any

import pytest

from content.texts import Money
from outreach.opportunities.checks import Remark
from outreach.opportunities.edit import get_opportunity, set_facts
from outreach.opportunities.judge import judge
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.place import add_places
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.fit import new_fit

NADIA = Actor("staff", 1)
TODAY = date(2026, 6, 1)
CONTRACT: dict[str, Any] = {
    "arrangement": "contract",
    "value_cents": 12_000_000,
    "themes": ["groen"],
    "starts_on": date(2027, 1, 1),
}
ELSEWHERE = {"code": "BU99010101", "year": 2026, "name": "Lindebuurt"}


def remarks(store: Store, opportunity: int) -> list[Remark]:
    def look(unit: Any) -> list[Remark]:
        row = get_opportunity(unit, opportunity=opportunity)
        return [each for each in judge(unit, row, today=TODAY).warnings if each.name == "split"]

    return store.look(look)


def test_two_contracts_that_reach_a_threshold_together_are_noticed(store: Store) -> None:
    first = store.run(new_fit, NADIA, **CONTRACT)
    second = store.run(new_fit, NADIA, tender_id="T-2", **CONTRACT)

    found = remarks(store, second)

    facts = {"others": ["T-1"], "total": Money(24_000_000), "threshold": 21_600_000}
    assert found == [Remark("warning-split", facts)]
    assert remarks(store, first)[0].facts["others"] == ["T-2"]


@pytest.mark.parametrize(
    "other",
    [
        {"themes": ["sport"]},
        {"starts_on": date(2028, 1, 1)},
        {"arrangement": "subsidy"},
        {"value_cents": 9_000_000},
        {"value_cents": None},
        {"currency": "GBP"},
        {"places": ["BU99010101"]},
    ],
)
def test_what_differs_is_not_added(store: Store, other: dict[str, Any]) -> None:
    store.run(add_places, NADIA, places=[dict(ELSEWHERE)])
    store.run(new_fit, NADIA, **CONTRACT)
    second = store.run(new_fit, NADIA, tender_id="T-2", **CONTRACT | other)

    assert remarks(store, second) == []


def test_one_that_was_taken_back_does_not_count(store: Store) -> None:
    first = store.run(new_fit, NADIA, **CONTRACT)
    second = store.run(new_fit, NADIA, tender_id="T-2", **CONTRACT)

    store.run(move_opportunity, NADIA, opportunity=first, state="withdrawn")

    assert remarks(store, second) == []


def test_one_above_the_threshold_by_itself_is_no_split(store: Store) -> None:
    store.run(new_fit, NADIA, **CONTRACT)
    second = store.run(new_fit, NADIA, tender_id="T-2", **CONTRACT | {"value_cents": 21_600_000})

    assert remarks(store, second) == []


def test_one_that_shares_two_places_counts_once(store: Store) -> None:
    store.run(add_places, NADIA, places=[dict(ELSEWHERE)])
    both = {"places": ["GM9901", "BU99010101"]}
    first = store.run(new_fit, NADIA, **CONTRACT)
    second = store.run(new_fit, NADIA, tender_id="T-2", **CONTRACT)
    for each in (first, second):
        store.run(set_facts, NADIA, opportunity=each, **both)

    assert remarks(store, second)[0].facts["total"] == Money(24_000_000)
