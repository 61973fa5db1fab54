"""The opportunity changes, closes or goes while somebody answers it."""

from collections.abc import Callable

import pytest
from sqlalchemy import text as sql

from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.unit import NOBODY
from tests.bot.conftest import Person
from tests.conftest import Clock


@pytest.fixture
def almost(person: Person) -> Person:
    """Somebody at the summary: one yes away from an interest."""
    person.enter(opportunity=1)
    person.press(person.labels[0])
    for answer in ("met een groep", "Buren", "Zes paar handen"):
        person.say(answer)
    return person


def interests(person: Person) -> list[tuple[int, str]]:
    query = sql("SELECT version, brings FROM interest")
    return [tuple(row) for row in person.store.look(lambda unit: unit.connection.execute(query).all())]


def test_changed_opportunity_is_told_asked_again_and_stored_with_its_new_version(
    almost: Person, told: Callable[..., str]
) -> None:
    almost.store.run(set_facts, NOBODY, opportunity=1, title="Een heel ander plantsoen")

    almost.say("ja")

    assert almost.text.startswith(told("refusal-opportunity-changed", title="Een heel ander plantsoen"))
    assert told("interest-sure") in almost.text
    assert interests(almost) == []
    almost.say("ja")
    assert interests(almost) == [(2, "Zes paar handen")]


def test_changed_opportunity_may_be_answered_differently(almost: Person) -> None:
    almost.store.run(set_facts, NOBODY, opportunity=1, title="Een heel ander plantsoen")
    almost.say("ja")

    for answer in ("nee", "3", "Toch maar twee handen"):
        almost.say(answer)

    assert "Een heel ander plantsoen" in almost.text
    almost.say("ja")
    assert interests(almost) == [(2, "Toch maar twee handen")]


@pytest.mark.parametrize("state", ["closed", "withdrawn"])
def test_closed_opportunity_is_told_and_ends_at_the_menu(state: str, almost: Person, told: Callable[..., str]) -> None:
    almost.store.run(move_opportunity, NOBODY, opportunity=1, state=state)

    almost.say("ja")

    refused, menu = almost.text.split("\n\n")
    assert refused.startswith(told("refusal-opportunity-closed", title="¶").split("¶")[0])
    assert menu == told("menu-pick")
    assert interests(almost) == []


def test_deadline_that_passes_while_answering_closes(almost: Person, clock: Clock, told: Callable[..., str]) -> None:
    clock.passes(days=365)

    almost.say("ja")

    assert told("menu-pick") in almost.text
    assert interests(almost) == []


def test_draft_is_not_shown(person: Person, told: Callable[..., str]) -> None:
    person.store.run(
        lambda unit: unit.connection.execute(sql("UPDATE opportunity SET state = 'draft', version = 0 WHERE id = 1")),
        NOBODY,
    )

    person.enter(opportunity=1)

    assert told("refusal-opportunity-unknown") in person.text


@pytest.mark.parametrize("number", [0, -1, 99, 10**30])
def test_unknown_opportunity_is_told(number: int, person: Person, told: Callable[..., str]) -> None:
    person.enter(opportunity=number)

    assert told("refusal-opportunity-unknown") in person.text
    assert told("menu-pick") in person.text
