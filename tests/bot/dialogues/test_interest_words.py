"""What people say around a sign-up in words of their own."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.bot.conftest import Person
from tests.bot.dialogues.signing_up import sign_up


@pytest.fixture
def summary(person: Person, kans: Callable[[str], int]) -> Person:
    """A group is at its summary."""
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "groep", "De buren", "Wij wieden en maaien."):
        person.say(text)
    return person


@pytest.mark.parametrize(
    "text",
    [
        "ik doe toch weer mee",
        "toch meedoen",
        "ik wil toch meedoen",
        "ik wil weer meedoen",
        "toch wil ik meehelpen",
    ],
)
def test_who_withdrew_and_takes_part_after_all_is_led_to_that_sign_up(
    person: Person, kans: Callable[[str], int], text: str
) -> None:
    sign_up(person, kans("01"))
    for answer in ("mijn aanmeldingen", "intrekken", "ja"):
        person.say(answer)

    person.say(text)

    assert "Doe je mee …" in person.text
    assert person.labels == ["alleen", "met een groep", "voor een organisatie"]


@pytest.mark.parametrize("text", ["i want to join after all", "i want to join again"])
def test_who_withdrew_is_led_there_in_english_too(
    english: Person, kans: Callable[[str], int], text: str
) -> None:
    english.enter(opportunity=kans("01"))
    for answer in ("count me in", "alone", "Joe", "I can weed.", "yes", "no", "skip"):
        english.say(answer)
    for answer in ("my interests", "withdraw", "yes"):
        english.say(answer)

    english.say(text)

    assert "Are you taking part …" in english.text


def test_who_withdrew_and_wants_to_help_is_shown_what_there_is(
    person: Person, kans: Callable[[str], int]
) -> None:
    sign_up(person, kans("01"))
    for answer in ("mijn aanmeldingen", "intrekken", "ja"):
        person.say(answer)

    person.say("ik wil helpen")

    assert "Doe je mee …" not in person.text
    assert "Andere buurt" in person.labels


@pytest.mark.parametrize("text", ["overslaan", "niks", "niets"])
def test_nothing_is_not_offered_to_be_added_at_the_summary(summary: Person, text: str) -> None:
    summary.say(text)

    assert "Dit erbij zetten?" not in summary.text
    assert summary.labels[:2] == ["Ja, opslaan", "Nee, veranderen"]


@pytest.mark.parametrize("text", ["nee, de naam moet zijn De Schapen", "nee de naam is De Schapen"])
def test_name_is_corrected_while_a_later_question_is_open(
    person: Person, kans: Callable[[str], int], text: str
) -> None:
    person.enter(opportunity=kans("01"))
    for answer in ("ik doe mee", "groep", "De Schappen"):
        person.say(answer)

    told = person.say(text)

    assert told.startswith("Dat heb ik in je antwoord veranderd.\n\nWat wil je doen of meebrengen?")
    assert "Naam: De Schapen\n" in person.say("Wij wieden en maaien.")


@pytest.mark.parametrize("text", ["Nee heb ik, ja kun je krijgen", "nee maar wij hebben een kar"])
def test_answer_that_begins_with_no_stays_an_answer(
    person: Person, kans: Callable[[str], int], text: str
) -> None:
    person.enter(opportunity=kans("01"))
    for answer in ("ik doe mee", "groep", "De Schapen"):
        person.say(answer)

    person.say(text)

    assert "Dat heb ik in je antwoord veranderd." not in person.text


@pytest.mark.parametrize("text", ["trek me terug", "ik wil me terugtrekken"])
def test_who_takes_it_back_in_the_menu_gives_up_the_sign_up_that_waits(
    summary: Person, rows: Callable[[str], list[Any]], text: str
) -> None:
    summary.say("menu")

    told = summary.say(text)

    assert told.startswith("Goed, we stoppen hiermee.\n\nEr is niets verstuurd.")
    assert "Verder waar ik was" not in summary.labels
    assert rows("SELECT count(*) FROM interest") == [(0,)]


def test_who_takes_it_back_in_the_menu_is_shown_the_interest_that_stands(
    person: Person, kans: Callable[[str], int]
) -> None:
    sign_up(person, kans("01"))
    person.say("menu")

    assert person.say("trek me terug").startswith("Je aanmelding voor “")


@pytest.mark.parametrize("text", ["wat is dit", "wat is dit?"])
def test_who_asks_what_this_is_in_a_sign_up_is_told(begun: Person, text: str) -> None:
    told = begun.say(text)

    assert "Medewerker: typ" not in told
    assert "Fijn! Doe je mee …" in told
