"""What somebody answered to requirements goes along when they sign up, or stays out."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.bot.conftest import Person

TOGETHER = "Je werkt samen met minstens één andere partij in dezelfde wijk"
CONTRACT = "Een contract kan alleen met een organisatie die een rechtsvorm heeft"


@pytest.fixture
def answered(person: Person, kans: Callable[[str], int]) -> Person:
    """A group has read what is needed: one thing can be done otherwise, one cannot."""
    person.enter(opportunity=kans("07"))
    for text in ("wat is er nodig?", "groep bewoners", "lukt niet", "ja", "lukt niet", "nee"):
        person.say(text)
    return person


@pytest.fixture
def in_interest(rows: Callable[[str], list[Any]]) -> Callable[[], list[tuple[str, str]]]:
    """What stands in the interest, requirement by requirement."""

    def read() -> list[tuple[str, str]]:
        ((meets,),) = rows("SELECT meets FROM interest")
        said = json.loads(meets) if isinstance(meets, str) else meets
        return [(each["text"].rstrip("."), each["can"]) for each in said]

    return read


def test_who_told_which_party_they_are_is_not_asked_again(
    answered: Person, talk: Callable[..., None]
) -> None:
    answered.say("ik doe mee")

    assert "Fijn! Je doet mee als groep bewoners." in answered.text
    assert "Hoe heet jullie groep?" in answered.text


def test_they_can_say_after_all_that_they_are_another_party(answered: Person) -> None:
    answered.say("ik doe mee")

    answered.say("terug")

    assert answered.labels == ["alleen", "met een groep", "voor een organisatie"]
    assert "Hoe mogen we je noemen?" in answered.say("alleen")


def test_answers_are_read_before_they_are_sent_and_stand_in_the_interest(
    answered: Person,
    in_interest: Callable[[], list[tuple[str, str]]],
    rows: Callable[[str], list[Any]],
) -> None:
    for text in ("ik doe mee", "De buren", "Wij koken."):
        answered.say(text)
    summary = answered.text

    answered.say("ja")

    assert f"Dit lukt anders: {TOGETHER}\nDit lukt niet: {CONTRACT}\n" in summary
    assert in_interest() == [(TOGETHER, "instead"), (CONTRACT, "unmet")]
    assert rows("SELECT count(*) FROM beforehand") == [(0,)]


def test_answers_are_left_out_at_the_summary(
    answered: Person,
    in_interest: Callable[[], list[tuple[str, str]]],
    rows: Callable[[str], list[Any]],
) -> None:
    for text in ("ik doe mee", "De buren", "Wij koken.", "nee", "wat lukt"):
        answered.say(text)
    asked = answered.text

    answered.say("nee")

    assert asked.startswith("Je antwoordde al op wat we vragen. Mag dat bij je aanmelding staan?")
    assert "Wij koken." in answered.text
    assert TOGETHER not in answered.text
    answered.say("ja")
    assert in_interest() == []
    assert rows("SELECT count(*) FROM beforehand") == [(0,)]


def test_answers_of_another_kind_of_party_stay_out(
    answered: Person, in_interest: Callable[[], list[tuple[str, str]]]
) -> None:
    for text in ("ik doe mee", "terug", "alleen", "Anna", "Ik kook."):
        answered.say(text)
    summary = answered.text

    answered.say("ja")

    assert TOGETHER not in summary
    assert in_interest() == []


def test_answers_given_in_between_lose_nothing_of_a_half_given_interest(
    person: Person, kans: Callable[[str], int]
) -> None:
    person.enter(opportunity=kans("07"))
    for text in ("ik doe mee", "groep", "De buren"):
        person.say(text)
    person.enter(opportunity=kans("01"))
    person.enter(opportunity=kans("07"))

    for text in ("wat is er nodig?", "groep bewoners", "lukt niet", "ja", "ja", "ik doe mee"):
        person.say(text)

    assert "Wat wil je doen of meebrengen?" in person.text
    assert TOGETHER in person.say("Wij koken.")


def test_answers_after_signing_up_are_put_in_only_with_a_yes(
    person: Person, kans: Callable[[str], int], in_interest: Callable[[], list[tuple[str, str]]]
) -> None:
    person.enter(opportunity=kans("07"))
    for text in ("ik doe mee", "groep", "De buren", "Wij koken.", "ja", "nee", "overslaan"):
        person.say(text)
    person.enter(opportunity=kans("07"))
    for text in ("wat is er nodig?", "groep bewoners", "lukt niet", "ja", "ja"):
        person.say(text)
    asked, before = person.text, in_interest()

    person.say("ja")

    assert "Zal ik deze antwoorden bij je aanmelding zetten?" in asked
    assert before == []
    assert in_interest() == [(TOGETHER, "instead"), (CONTRACT, "fine")]


def test_answers_are_given_anew_and_taken_away_in_my_interest(
    answered: Person,
    in_interest: Callable[[], list[tuple[str, str]]],
    rows: Callable[[str], list[Any]],
) -> None:
    for text in ("ik doe mee", "De buren", "Wij koken.", "ja", "nee", "overslaan"):
        answered.say(text)
    card = answered.say("mijn aanmeldingen")
    for text in ("veranderen", "wat lukt", "opnieuw antwoorden", "ja", "ja"):
        answered.say(text)
    anew = in_interest()

    for text in ("veranderen", "wat lukt", "weghalen"):
        answered.say(text)

    assert f"Dit lukt anders: {TOGETHER}\nDit lukt niet: {CONTRACT}\n" in card
    assert anew == [(TOGETHER, "fine"), (CONTRACT, "fine")]
    assert in_interest() == []
    assert rows("SELECT count(*) FROM interest_change WHERE field = 'meets'") == [(2,)]


def test_answers_are_read_in_the_language_of_who_reads_them(
    person: Person, kans: Callable[[str], int], talk_with: Callable[..., Person]
) -> None:
    john = talk_with(person.store, "john", "en")
    john.enter(opportunity=kans("07"))
    for text in ("requirements", "residents' group", "cannot", "yes", "yes", "i want to take part"):
        john.say(text)
    for text in ("The neighbours", "We cook."):
        john.say(text)

    assert "You can do otherwise: " in john.text
    assert TOGETHER not in john.text
