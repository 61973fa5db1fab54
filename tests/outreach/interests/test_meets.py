"""Answers to requirements: beforehand, taken along, in the words that were read."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.meets import (
    Met,
    SaidBefore,
    answer_beforehand,
    beforehand,
    count_answers,
    take_beforehand,
)
from outreach.interests.own import answer_in_interest, own_interest
from outreach.opportunities.card import requirements_for
from outreach.opportunities.edit import find_by_tender_id, set_facts
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit

NADIA = Actor("staff", 1)
GROUP = "residents_group"


@pytest.fixture
def soup(waterdam: Store) -> int:
    """The opportunity that asks something of groups."""
    found = waterdam.look(lambda unit: find_by_tender_id(unit, tender_id="WD-2026-07"))
    assert found is not None
    return found


@pytest.fixture
def numbers(waterdam: Store, soup: int) -> list[int]:
    asked = waterdam.look(
        lambda unit: requirements_for(unit, opportunity=soup, kind=GROUP, language="nl")
    )
    return [item.id for item in asked]


def read(store: Store, who: Actor, opportunity: int, language: str = "nl") -> SaidBefore | None:
    return store.run(beforehand, who, opportunity=opportunity, language=language)


def test_what_is_said_again_stands_in_its_place(
    waterdam: Store, soup: int, numbers: list[int], ada: Actor
) -> None:
    for can in ("fine", "unmet"):
        answers = [(numbers[0], can)]
        waterdam.run(answer_beforehand, ada, opportunity=soup, kind=GROUP, answers=answers)

    found = read(waterdam, ada, soup)

    assert found is not None
    assert [each.can for each in found.meets] == ["unmet"]


def test_it_is_nobody_elses(
    waterdam: Store, soup: int, numbers: list[int], ada: Actor, join: Callable[..., Actor]
) -> None:
    bob = join("bob")
    answers = [(numbers[0], "fine")]
    waterdam.run(answer_beforehand, ada, opportunity=soup, kind=GROUP, answers=answers)

    assert read(waterdam, bob, soup) is None


def test_requirement_that_is_worded_anew_is_read_as_it_was_answered(
    waterdam: Store, soup: int, numbers: list[int], ada: Actor
) -> None:
    answers = [(numbers[0], "fine")]
    waterdam.run(answer_beforehand, ada, opportunity=soup, kind=GROUP, answers=answers)
    before = read(waterdam, ada, soup)

    waterdam.run(set_facts, NADIA, opportunity=soup, requirements=[])

    assert read(waterdam, ada, soup) == before


def test_requirement_that_is_gone_is_not_answered(waterdam: Store, soup: int, ada: Actor) -> None:
    waterdam.run(answer_beforehand, ada, opportunity=soup, kind=GROUP, answers=[(999_999, "fine")])

    assert read(waterdam, ada, soup) is None


def test_it_is_taken_once_and_by_the_same_kind_of_party(
    waterdam: Store, soup: int, numbers: list[int], ada: Actor
) -> None:
    answers = [(numbers[0], "fine")]
    waterdam.run(answer_beforehand, ada, opportunity=soup, kind=GROUP, answers=answers)

    taken = [
        [each["can"] for each in waterdam.run(take_beforehand, ada, opportunity=soup, kind=kind)]
        for kind in ("firm", GROUP, GROUP)
    ]

    assert taken == [[], ["fine"], []]


def test_what_cannot_be_done_as_asked_is_counted(
    waterdam: Store, numbers: list[int], ada: Actor
) -> None:
    answers = list(zip(numbers, ("instead", "fine"), strict=True))
    waterdam.run(count_answers, ada, answers=answers)

    unmet = f"SELECT sum(unmet) FROM requirement WHERE id IN ({numbers[0]}, {numbers[1]})"
    assert waterdam.look(lambda unit: unit.connection.exec_driver_sql(unmet).scalar()) == 1


def test_it_stands_in_an_interest_and_is_changed_and_taken_away_there(
    waterdam: Store, soup: int, numbers: list[int], ada: Actor
) -> None:
    done = waterdam.run(
        express_interest,
        ada,
        opportunity=soup,
        version=1,
        party=PartyDraft(GROUP, "De buren"),
        brings="soep",
    )

    def said() -> list[Met]:
        def rule(unit: Unit) -> Any:
            return own_interest(unit, interest=done.interest, language="nl").meets

        return list(waterdam.run(rule, ada))

    cans = []
    for answers in ([(numbers[0], "instead"), (numbers[1], "fine")], []):
        waterdam.run(answer_in_interest, ada, interest=done.interest, answers=answers)
        cans.append([each.can for each in said()])

    assert cans == [["instead", "fine"], []]
