"""Codes that are typed or brought along: trails, references, invitations and guesses."""

from collections.abc import Callable

import pytest
from sqlalchemy import text as sql

from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.venues.trail import lay_trail
from tests.bot.conftest import Person
from tests.clock import Clock


@pytest.fixture
def trail(waterdam: Store) -> str:
    """The code of a poster about the first opportunity."""
    return waterdam.run(lay_trail, NOBODY, opportunity=1, kind="poster")


def title(unit: Unit) -> str:
    return str(
        unit.connection.execute(sql("SELECT title FROM opportunity WHERE id = 1")).scalar_one()
    )


def spelled(code: str) -> list[str]:
    link = f"https://kansen.waterdam.example/c/{code}"
    typed = [code, code.lower(), f" {code[:4]} {code[4:]} ", f"{code[:4]}-{code[4:]}"]
    copied = [
        f"{code}.",
        f"code {code}.",
        f"Mijn code is {code}!",
        link,
        f"{link}.",
        f"/c/{code}.",
        f"/start {code}",
    ]
    sentences = [
        f"Hoi! Ik zag code {code} op een poster",
        f"Stuur deze link:\n{link}\n\nOf noem de code: {code}",
    ]
    return [*typed, *copied, *sentences]


@pytest.mark.parametrize("spelling", range(13))
def test_trail_that_is_typed_leads_to_its_opportunity(
    spelling: int, person: Person, trail: str, told: Callable[..., str]
) -> None:
    person.say(spelled(trail)[spelling])

    assert person.text.startswith(told("talk-hello"))
    assert person.store.look(title) in person.text
    assert told("opportunity-next") in person.text


def test_trail_is_remembered_as_the_first_that_brought_the_person(
    person: Person, trail: str, waterdam: Store
) -> None:
    later = waterdam.run(lay_trail, NOBODY, opportunity=2, kind="poster")

    person.enter(code=trail)
    person.say(later)

    query = sql("SELECT trail_id FROM person")
    assert waterdam.look(lambda unit: unit.connection.execute(query).scalars().all()) == [1]


def express(person: Person) -> tuple[str, str]:
    """Store an interest as a group; return its reference and an invitation."""
    person.enter(opportunity=1)
    person.press(person.labels[0])
    for answer in ("met een groep", "Buren", "Zes paar handen", "ja"):
        person.say(answer)
    query = sql("SELECT code FROM code WHERE kind = 'reference'")
    reference = person.store.look(lambda unit: unit.connection.execute(query).scalar_one())
    person.say("ja")
    for _ in range(9):
        if person.text.startswith("Is er nog iemand"):
            break
        person.say("overslaan")
    person.say("ja")
    query = sql("SELECT code FROM code WHERE kind = 'invitation'")
    return reference, person.store.look(lambda unit: unit.connection.execute(query).scalar_one())


def test_reference_shows_ones_own_interests_and_nobody_elses(
    waterdam: Store, talk_with: Callable[..., Person], told: Callable[..., str]
) -> None:
    anna, bram = talk_with(waterdam, "anna"), talk_with(waterdam, "bram")
    reference, _ = express(anna)

    anna.say(reference)
    bram.say(reference)

    assert "Zes paar handen" in anna.text
    assert "Zes paar handen" not in bram.text
    assert told("talk-code-reference") in bram.text


@pytest.mark.parametrize("sentence", range(11, 13))
def test_reference_in_a_sentence_is_seen(
    sentence: int, waterdam: Store, talk_with: Callable[..., Person], told: Callable[..., str]
) -> None:
    anna, bram = talk_with(waterdam, "anna"), talk_with(waterdam, "bram")
    reference, _ = express(anna)

    anna.say(spelled(reference)[sentence])
    bram.say(spelled(reference)[sentence])

    assert "Zes paar handen" in anna.text
    assert told("talk-code-reference") in bram.text


@pytest.mark.parametrize(
    "sentence",
    ["ik kreeg code {} van de buurvrouw", "My neighbour gave me {}, does it work?", "{} staat er"],
)
def test_invitation_in_a_sentence_is_seen(
    sentence: str, waterdam: Store, talk_with: Callable[..., Person], told: Callable[..., str]
) -> None:
    _, invitation = express(talk_with(waterdam, "anna"))
    bram = talk_with(waterdam, "bram")

    bram.say(sentence.format(f"{invitation[:4]}-{invitation[4:]}"))

    assert "Buren" in bram.text
    assert told("talk-code-unknown") not in bram.text


def test_invitation_works_once(
    waterdam: Store, talk_with: Callable[..., Person], told: Callable[..., str]
) -> None:
    anna, bram, carla = (talk_with(waterdam, name) for name in ("anna", "bram", "carla"))
    _, invitation = express(anna)

    bram.say(invitation)
    bram.say("ja")
    carla.say(invitation)

    assert "Zes paar handen" in bram.text
    assert told("talk-code-unknown") in carla.text


def test_invitation_runs_out(
    waterdam: Store, talk_with: Callable[..., Person], clock: Clock, told: Callable[..., str]
) -> None:
    _, invitation = express(talk_with(waterdam, "anna"))
    clock.passes(days=7, seconds=1)

    assert told("talk-code-unknown") in talk_with(waterdam, "bram").say(invitation)


def test_unknown_code_is_told_and_the_question_comes_again(
    person: Person, told: Callable[..., str]
) -> None:
    person.say("menu")

    person.say("ABCD2345")

    assert person.text.split("\n\n") == [told("talk-code-unknown"), told("menu-pick")]


def test_unknown_code_of_a_new_person_brings_the_welcome(
    person: Person, told: Callable[..., str]
) -> None:
    person.enter(code="ABCD2345")

    assert told("talk-code-unknown") in person.text
    assert told("welcome-way") in person.text


@pytest.mark.parametrize("brought", ["'; DROP TABLE code", "x" * 1_000_000, "\ud800\x00", "{ $x }"])
def test_nonsense_as_a_code_is_unknown(
    brought: str, person: Person, told: Callable[..., str]
) -> None:
    person.enter(code=brought)

    assert told("talk-code-unknown") in person.text


def test_eleventh_code_within_an_hour_is_not_looked_up(
    person: Person, trail: str, clock: Clock, told: Callable[..., str]
) -> None:
    person.say("menu")
    for number in range(10):
        person.say(f"ABCD234{'23456789AB'[number]}")

    refused = person.say(trail)
    clock.passes(hours=1)

    assert told("talk-code-unknown") in refused
    assert told("opportunity-next") in person.say(trail)


def test_guesses_of_one_address_do_not_hinder_another(
    waterdam: Store, talk_with: Callable[..., Person], trail: str, told: Callable[..., str]
) -> None:
    guesser = talk_with(waterdam, "guesser")
    for number in range(11):
        guesser.say(f"ABCD234{'23456789ABC'[number]}")

    assert told("opportunity-next") in talk_with(waterdam, "anna").say(trail)


def test_right_code_is_no_guess(person: Person, trail: str, told: Callable[..., str]) -> None:
    for _ in range(12):
        person.say(trail)

    assert told("opportunity-next") in person.text


def test_group_name_that_looks_like_a_code_is_a_name(
    person: Person, told: Callable[..., str]
) -> None:
    person.enter(opportunity=1)
    person.press(person.labels[0])
    person.say("met een groep")

    person.say("Buren 234")

    assert told("interest-give") in person.text


@pytest.mark.parametrize(
    "sentence", ["Ik las {} op een poster", "zie https://kansen.waterdam.example/c/{}"]
)
def test_answer_with_a_code_in_it_is_an_answer(
    sentence: str, person: Person, trail: str, told: Callable[..., str]
) -> None:
    person.enter(opportunity=1)
    for answer in ("ik doe mee", "alleen", "Anna"):
        person.say(answer)

    person.say(sentence.format(trail))

    assert sentence.format(trail) in person.text
    assert told("interest-sure") in person.text


@pytest.mark.parametrize(
    "typed", ["X3J2RBN0", "code x3j2 rbno", "Ik heb code XLJ2RBNA", "/start X1J2RBNA"]
)
def test_code_with_letters_that_no_code_has_is_told_so(
    typed: str, person: Person, told: Callable[..., str]
) -> None:
    person.say("menu")

    assert person.say(typed).split("\n\n") == [told("talk-code-misread"), told("menu-pick")]


@pytest.mark.parametrize("typed", ["/start met twee", "/start@een_bot", "/START"])
def test_start_with_something_behind_it_starts(
    typed: str, person: Person, told: Callable[..., str]
) -> None:
    assert told("welcome-way") in person.say(typed)


def test_number_of_people_that_looks_like_a_code_is_a_number(
    person: Person, told: Callable[..., str]
) -> None:
    person.enter(opportunity=1)
    person.press(person.labels[0])
    for answer in ("met een groep", "Buren", "Zes paar handen", "ja", "ja"):
        person.say(answer)
    assert told("interest-people") in person.text

    person.say("25 mensen")

    query = sql("SELECT people FROM interest")
    assert person.store.look(lambda unit: unit.connection.execute(query).scalar_one()) == 25
    assert told("talk-code-unknown") not in person.text
