"""The opportunity changes, closes or goes while somebody answers it."""

from collections.abc import Callable

import pytest
from sqlalchemy import text as sql

from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.unit import NOBODY
from tests.bot.conftest import Person
from tests.clock import Clock


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
    return [
        tuple(row) for row in person.store.look(lambda unit: unit.connection.execute(query).all())
    ]


def test_changed_opportunity_is_told_asked_again_and_stored_with_its_new_version(
    almost: Person, told: Callable[..., str]
) -> None:
    almost.store.run(set_facts, NOBODY, opportunity=1, title="Een heel ander plantsoen")

    almost.say("ja")

    assert almost.text.startswith(
        told("refusal-opportunity-changed", title="Een heel ander plantsoen")
    )
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


def begun(person: Person, *answers: str) -> Person:
    """Somebody on the way to an interest."""
    person.enter(opportunity=1)
    for answer in ("ik doe mee", *answers):
        person.say(answer)
    return person


ON_THE_WAY = ["alleen", "Anna", "harken", "ja"]


@pytest.mark.parametrize(("state", "word"), [("closed", "gesloten"), ("withdrawn", "ingetrokken")])
@pytest.mark.parametrize("given", range(4))
def test_opportunity_that_ends_meanwhile_is_told_at_the_next_answer(
    state: str, word: str, given: int, person: Person, told: Callable[..., str]
) -> None:
    begun(person, *ON_THE_WAY[:given])
    person.store.run(move_opportunity, NOBODY, opportunity=1, state=state)

    person.say(ON_THE_WAY[given])

    title = "Zorg mee voor het plantsoen in de Lindenstraat"
    over, closed = told("interest-over", title=title), told("opportunity-closed", state=word)
    assert person.text.split("\n\n") == [over, closed, told("opportunity-over")]
    assert interests(person) == []


def test_deadline_that_passes_while_answering_closes(
    almost: Person, clock: Clock, told: Callable[..., str]
) -> None:
    clock.passes(days=365)

    almost.press("Ja, opslaan")

    assert told("opportunity-closed", state="gesloten") in almost.text
    assert interests(almost) == []


def test_extras_are_taken_after_the_end(
    person: Person, clock: Clock, told: Callable[..., str]
) -> None:
    begun(person, *ON_THE_WAY, "ja", "overslaan")
    clock.passes(days=365)

    person.say("Lindenstraat")

    assert told("interest-needs") in person.text


def test_button_of_before_the_end_leads_to_no_questions(
    person: Person, clock: Clock, told: Callable[..., str]
) -> None:
    person.enter(opportunity=1)
    clock.passes(days=365)

    person.press("Ik doe mee")

    assert person.text.split("\n\n") == [
        told("opportunity-closed", state="gesloten"),
        told("opportunity-over"),
    ]


def test_card_of_what_is_over_names_no_day_to_answer(person: Person, clock: Clock) -> None:
    clock.passes(days=365)

    person.enter(opportunity=1)

    assert "Reageren kan" not in person.text


@pytest.mark.parametrize(
    ("opportunity", "kind"), [(2, "voor een organisatie"), (7, "met een groep"), (7, "alleen")]
)
def test_who_has_to_work_together_hears_so(
    opportunity: int, kind: str, person: Person, told: Callable[..., str]
) -> None:
    person.enter(opportunity=opportunity)
    person.say("ik doe mee")
    person.say(kind)
    for said in ("De Schoffel", "iets anders")[: 2 if kind == "voor een organisatie" else 1]:
        person.say(said)

    assert told("interest-together") in person.text


@pytest.mark.parametrize("word", ["firma", "zzp", "buren", "stichting", "ik alleen"])
def test_kind_of_party_is_understood_in_peoples_own_words(
    word: str, person: Person, told: Callable[..., str]
) -> None:
    person.enter(opportunity=1)
    person.say("wat vragen we?")

    assert told("requirements-kind") not in person.say(word)


def test_draft_is_not_shown(person: Person, told: Callable[..., str]) -> None:
    person.store.run(
        lambda unit: unit.connection.execute(
            sql("UPDATE opportunity SET state = 'draft', version = 0 WHERE id = 1")
        ),
        NOBODY,
    )

    person.enter(opportunity=1)

    assert told("refusal-opportunity-unknown") in person.text


@pytest.mark.parametrize("number", [0, -1, 99, 10**30])
def test_unknown_opportunity_is_told(number: int, person: Person, told: Callable[..., str]) -> None:
    person.enter(opportunity=number)

    assert told("refusal-opportunity-unknown") in person.text
    assert told("menu-pick") in person.text
