"""What is said at an open question and is no answer: done, offered or taken along, never stored."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.bot.asking import at_interest
from tests.bot.conftest import Person


@pytest.fixture
def named(person: Person) -> Person:
    """Somebody who is asked for the name of their group."""
    at_interest(person)
    person.press("met een groep")
    return person


def test_wish_in_a_sentence_is_done_at_an_open_question(
    named: Person, told: Callable[..., str]
) -> None:
    assert told("stop-keep") in named.say("ik wil geen berichten meer")


def test_what_may_be_an_answer_is_asked_and_taken_at_a_tap(
    named: Person, told: Callable[..., str]
) -> None:
    named.say("Vergeet Mij Nietjes")
    assert named.labels == ["Wis mijn gegevens", "Nee, mijn antwoord", "Nog geen naam"]

    named.press("Nee, mijn antwoord")
    named.say("Wij wieden.")

    assert "Vergeet Mij Nietjes" in named.text


def test_what_was_offered_is_done_at_a_tap(named: Person, told: Callable[..., str]) -> None:
    named.say("Vergeet Mij Nietjes")

    named.press("Wis mijn gegevens")

    assert told("forget-sure") in named.text


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("ja", "forget-sure"),
        ("nee", "interest-give"),
        ("👍", "forget-sure"),
        ("👎", "interest-give"),
        ("...", "interest-group-name"),
    ],
)
def test_yes_and_no_answer_what_was_offered(
    said: str, key: str, named: Person, told: Callable[..., str]
) -> None:
    named.say("Vergeet Mij Nietjes")

    assert told(key) in named.say(said)


def test_tap_of_an_older_question_takes_nothing(named: Person, told: Callable[..., str]) -> None:
    named.say("Vergeet Mij Nietjes")
    code = named.last.options[1].code
    named.say("De Schapen")

    named.hand_in(choice=code)

    assert told("talk-old-button") in named.text


def test_question_goes_to_the_town_hall_at_one_tap_and_the_way_goes_on(
    named: Person, told: Callable[..., str], rows: Callable[[str], list[Any]]
) -> None:
    named.say("mag mijn hond mee?")
    assert told("talk-heard-question") in named.text

    named.press("Vraag de gemeente")

    assert rows("SELECT text, opportunity_id FROM question") == [("mag mijn hond mee?", 1)]
    assert told("interest-group-name") in named.text


def test_question_at_an_open_question_is_answered_in_passing_and_sent_at_one_tap(
    named: Person, told: Callable[..., str], rows: Callable[[str], list[Any]]
) -> None:
    named.say("krijgen we er geld voor?")

    assert "€ 4.500" in named.text
    assert told("interest-group-name") in named.text

    named.press("Vraag de gemeente")

    assert rows("SELECT text, opportunity_id FROM question") == [("krijgen we er geld voor?", 1)]
    assert told("interest-group-name") in named.text


def test_yes_after_what_was_said_in_passing_sends_nothing(
    named: Person, rows: Callable[[str], list[Any]]
) -> None:
    named.say("krijgen we er geld voor?")

    named.say("ja")

    assert rows("SELECT count(*) FROM question") == [(0,)]


def test_no_answer_is_explained_and_asked_again(named: Person, told: Callable[..., str]) -> None:
    for said in ("wat bedoel je?", "weet niet", "ja"):
        assert told("interest-group-name") in named.say(said)


def test_sentence_is_asked_about_before_it_is_a_name(
    named: Person, told: Callable[..., str]
) -> None:
    named.say("wij kunnen water geven")

    assert told("talk-heard-sentence", words="wij kunnen water geven") in named.text
    assert named.labels == ["Ja, zo heten we", "Terug", "Nog geen naam"]


@pytest.mark.parametrize(("said", "key"), [("ja", "interest-give"), ("nee", "interest-group-name")])
def test_yes_makes_a_sentence_the_name_and_no_does_not(
    said: str, key: str, named: Person, told: Callable[..., str]
) -> None:
    named.say("wij kunnen water geven")

    assert told(key) in named.say(said)


def test_what_comes_next_is_told_at_any_question(named: Person, told: Callable[..., str]) -> None:
    at_name = named.say("wat komt hierna?")
    named.say("De Schapen")
    named.say("Wij wieden.")
    at_summary = named.say("wat gebeurt er daarna")
    named.say("annuleer")
    at_card = named.say("hoe gaat het straks verder?")

    assert told("talk-heard-ahead-step", left=2) in at_name
    assert told("talk-heard-ahead") in at_summary
    assert told("talk-heard-ahead") in at_card


def test_what_comes_next_is_told_truly_after_the_sign_up(
    named: Person, told: Callable[..., str]
) -> None:
    for answer in ("De Schapen", "Wij wieden.", "ja", "ja"):
        named.say(answer)

    assert told("talk-heard-ahead-skip", left=7) in named.say("wat komt hierna?")
    for _ in range(7):
        named.say("overslaan")
    assert told("talk-heard-ahead-skip", left=0) in named.say("wat komt hierna?")


@pytest.mark.parametrize("said", [None, "we hebben nog geen naam"])
def test_group_without_a_name_is_stored_in_words_that_staff_read(
    said: str | None, named: Person, rows: Callable[[str], list[Any]]
) -> None:
    if said is None:
        named.press("Nog geen naam")
    else:
        named.say(said)
    named.say("Wij wieden.")
    named.press("Ja, opslaan")

    assert rows("SELECT name FROM party") == [("Nog geen naam",)]


def test_stop_before_our_question_was_seen_is_a_stop(
    named: Person, told: Callable[..., str]
) -> None:
    seen = named.last.rev
    named.say("De Schapen")

    named.say("ik wil geen berichten meer", seen=seen)

    assert told("stop-keep") in named.text


def test_yes_at_a_number_sends_no_question_that_nobody_offered_to_send(
    named: Person, told: Callable[..., str], rows: Callable[[str], list[Any]]
) -> None:
    for said in ("De Schapen", "Wij wieden.", "ja", "ja"):
        named.say(said)
    named.say("krijgen we er geld voor?")

    named.say("ja")

    assert told("interest-people") in named.text
    assert rows("SELECT text FROM question") == []


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("0612345678", "Dat is een nummer of adres."),
        ("anna@mail.example", "Dat is een nummer of adres."),
        ("tot wanneer kan ik reageren?", "Reageren kan tot en met 14 december 2026."),
    ],
)
def test_what_is_no_number_is_heard_where_a_number_is_asked(
    named: Person, told: Callable[..., str], text: str, heard: str
) -> None:
    for said in ("De Schapen", "Wij wieden.", "ja", "ja"):
        named.say(said)

    named.say(text)

    assert heard in named.text
    assert told("interest-people") in named.text


@pytest.mark.parametrize("text", ["0612345678", "06 - 12 34 56 78", "anna@mail.example"])
def test_number_or_address_alone_is_not_what_somebody_brings(
    named: Person, told: Callable[..., str], text: str
) -> None:
    named.say("De Schapen")

    named.say(text)

    assert told("talk-heard-contact") in named.text
    assert told("interest-give") in named.text


@pytest.mark.parametrize("text", ["vertel meer", "waar gaat dit over?"])
def test_what_this_is_about_is_told_half_way(
    person: Person, told: Callable[..., str], text: str
) -> None:
    at_interest(person)

    person.say(text)

    assert "De gemeente zoekt buren die samen het plantsoen" in person.text
    assert told("interest-kind") in person.text


@pytest.mark.parametrize(
    "text",
    [
        "nou me vrouw en ik en de buurman",
        "mijn man en ik",
        "ik en de buren van hiernaast",
        "wij en onze kinderen",
    ],
)
def test_people_who_are_named_beside_somebody_are_a_group(
    person: Person, told: Callable[..., str], text: str
) -> None:
    at_interest(person)

    person.say(text)

    assert told("interest-group-name") in person.text


@pytest.mark.parametrize("text", ["me and my husband", "my neighbour and i"])
def test_people_who_are_named_in_english_are_a_group_too(english: Person, text: str) -> None:
    at_interest(english)

    english.say(text)

    assert english.script.speech.texts.text("interest-group-name", "en") in english.text


@pytest.mark.parametrize("text", ["ik ben de buurman", "mijn vrouw vroeg het mij"])
def test_somebody_who_is_only_named_makes_no_group(
    person: Person, told: Callable[..., str], text: str
) -> None:
    at_interest(person)

    person.say(text)

    assert told("interest-group-name") not in person.text


@pytest.mark.parametrize("text", ["rot op met je app", "stelletje prutsers"])
def test_who_is_angry_may_stop_or_speak_to_somebody(person: Person, text: str) -> None:
    person.say("menu")

    person.say(text)

    assert person.labels[:2] == ["Medewerker", "Stop berichten"]


@pytest.mark.parametrize("text", ["ja", "ja leuk", "wij willen wel"])
def test_yes_to_what_was_just_told_takes_part(
    person: Person, told: Callable[..., str], text: str
) -> None:
    person.enter(opportunity=1)

    person.say(text)

    assert told("interest-kind") in person.text


def test_no_that_gives_up_all_of_it_leaves_the_summary(
    named: Person, told: Callable[..., str]
) -> None:
    for answer in ("De Schapen", "Wij wieden."):
        named.say(answer)

    named.say("nee, laat maar")

    assert told("talk-cancelled-nothing") in named.text


def test_who_takes_part_where_one_thing_is_listed_is_not_shown_all(
    person: Person, told: Callable[..., str]
) -> None:
    person.say("hoi")
    person.say("iets met groen")

    person.say("ik doe mee")

    assert told("interest-kind") in person.text
