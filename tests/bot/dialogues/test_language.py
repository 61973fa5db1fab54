"""Another language from now on; what was answered stays."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.server import make_script
from content.texts import LanguageName, Texts
from outreach.store.store import Store
from tests.bot.conftest import Person


def offering(*languages: str) -> Texts:
    return Texts(None, languages, organisation="gemeente Waterdam", address="x")


def test_language_changes_in_mid_interest_and_the_answers_stay(
    person: Person,
    talk: Callable[..., None],
    kans: Callable[[str], int],
    rows: Callable[[str], list[Any]],
) -> None:
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "alleen", "Joe"):
        person.say(text)

    talk(
        person,
        """
        > taal
        In welke taal wil je praten? In which language?
        [Nederlands] [English]
        > engels
        Fine, we will talk in English.

        Let us go on where you were.

        What would you like to do or bring? A few sentences are enough.

        (step 2 of 3)
        > I can mow.
        I am going to store this
        Opportunity: Help look after the green strip in Lindenstraat
        Name: Joe
        Who: resident
        What you do or bring: I can mow.

        This is not a bid, and it binds you to nothing. Only staff of gemeente Waterdam can read
        this.

        Is this right?

        (step 3 of 3)
        [Yes, store it] [No, change it]
        > yes
        Done, we have your interest!
        Code: CODE
        Sent on: 2 November 2026, 10:00
        Through: the web chat
        Opportunity: Help look after the green strip in Lindenstraat
        Name: Joe
        Who: resident
        What you do or bring: I can mow.
        Answer by: 12 November 2026
        To change something: Type “my interests”.

        Nadia de Wit will read your message.

        Would you like to tell a little more? There are 6 short questions left, about one minute.
        You may skip any of them.
        [Yes, please] [No, this is fine]
        """,
    )

    assert rows("SELECT name, brings, language FROM party, interest, person") == [
        ("Joe", "I can mow.", "en")
    ]


def test_dutch_comes_back(english: Person, talk: Callable[..., None]) -> None:
    english.say("hi")

    talk(
        english,
        """
        > language
        In which language would you like to talk? In welke taal?
        [Nederlands] [English]
        > dutch
        Prima, we praten Nederlands.

        We gaan verder waar je was.

        Waar wil je kijken?
        [Bij mij in de buurt] [Per thema] [Alles bekijken]
        """,
    )


@pytest.mark.parametrize("words", ["ik doe mee", "Ik wil graag meedoen."])
def test_who_goes_on_with_what_waits_need_not_choose_a_language(
    person: Person, kans: Callable[[str], int], told: Callable[..., str], words: str
) -> None:
    person.enter(opportunity=kans("01"))
    person.say("taal")

    joining = person.say(words)
    person.say("taal")
    asked_again = person.say(words)
    person.say("taal")
    named = person.say("alleen")

    assert told("interest-kind") in joining
    assert told("interest-kind") in asked_again
    assert told("interest-own-name") in named


def test_who_takes_part_where_nothing_waits_sees_what_there_is(
    person: Person, told: Callable[..., str]
) -> None:
    person.say("menu")
    person.say("taal")

    assert told("browse-pick") in person.say("ik doe mee")


@pytest.mark.parametrize("words", ["3", "ja", "nee", "👍", "blauw"])
def test_what_is_not_meant_for_what_waits_leaves_the_language_open(
    person: Person, kans: Callable[[str], int], told: Callable[..., str], words: str
) -> None:
    person.enter(opportunity=kans("01"))
    person.say("ik doe mee")
    person.say("taal")

    assert told("language-which") in person.say(words)


@pytest.mark.parametrize("words", ["Nederlands", "In het Nederlands graag"])
def test_language_that_is_spoken_already_is_taken_at_its_word(
    person: Person, told: Callable[..., str], words: str
) -> None:
    person.say("menu")

    assert person.say(words).startswith(told("language-chosen"))


def test_who_speaks_little_of_it_is_asked_which_language(
    person: Person, told: Callable[..., str]
) -> None:
    person.say("menu")

    assert told("language-which") in person.say("ik spreek slecht Nederlands")


def test_language_of_an_app_that_is_not_offered_is_answered_in_the_first_one(
    waterdam: Store, talk_with: Callable[..., Person], texts: Texts
) -> None:
    joe = talk_with(waterdam, "joe", "en", script=make_script(offering("nl")))

    joe.say("hi")
    assert texts.text("welcome-way", "nl") in joe.text

    joe.say("english please")
    assert joe.labels == ["Nederlands"]


def test_first_language_that_is_offered_is_that_of_everybody_else(
    waterdam: Store, talk_with: Callable[..., Person], texts: Texts
) -> None:
    ada = talk_with(waterdam, "ada", "fr", script=make_script(offering("en", "nl")))

    assert texts.text("welcome-way", "en") in ada.say("salut")


def test_person_whose_language_is_not_offered_any_more_goes_on_in_the_first_one(
    english: Person, rows: Callable[[str], list[Any]], texts: Texts
) -> None:
    english.say("hi")
    english.restart(make_script(offering("nl")))

    assert english.say("?") == "\n\n".join(
        [texts.text("welcome-way", "nl", "unclear"), texts.text("welcome-way", "nl")]
    )
    assert rows("SELECT language FROM person") == [("nl",)]


@pytest.mark.parametrize("words", ["Anna", "alleen", "weet niet", "hallo", "vertel meer", "blauw"])
def test_nobody_is_kept_at_the_question_which_language(
    person: Person, kans: Callable[[str], int], told: Callable[..., str], words: str
) -> None:
    person.enter(opportunity=kans("01"))
    person.say("ik doe mee")
    person.say("alleen")
    person.say("taal")

    once = person.say(words)
    again = person.say(words)

    assert told("language-which") in once
    assert told("interest-own-name") in again
    assert told("language-which") not in again


def test_back_leads_out_of_the_question_which_language(
    person: Person, kans: Callable[[str], int], told: Callable[..., str]
) -> None:
    person.enter(opportunity=kans("01"))
    person.say("ik doe mee")
    person.say("taal")

    assert told("interest-kind") in person.say("terug")


@pytest.mark.parametrize("words", ["I want to join", "where is it", "I like cooking"])
def test_who_writes_another_language_has_said_which_one(
    person: Person, kans: Callable[[str], int], texts: Texts, words: str
) -> None:
    person.enter(opportunity=kans("01"))
    person.say("taal")

    assert texts.text("language-chosen", "en") in person.say(words)


@pytest.mark.parametrize(
    ("words", "asked"),
    [("please delete all my data", "forget-sure"), ("i want no more messages", "stop-keep")],
)
def test_what_is_urgent_goes_before_the_language_in_which_it_is_said(
    person: Person, rows: Callable[[str], list[Any]], words: str, asked: str
) -> None:
    person.say("menu")
    person.say("taal")

    person.say(words)

    assert rows("SELECT asked FROM conversation") == [(asked,)]


@pytest.mark.parametrize(
    ("words", "tongue"), [("Türkçe", "tr"), ("ik spreek alleen Turks", "tr"), ("po polsku", "pl")]
)
def test_who_names_a_language_that_is_not_spoken_is_met_in_it(
    person: Person, texts: Texts, words: str, tongue: str
) -> None:
    spoken = [LanguageName(code) for code in texts.languages]
    person.say("menu")

    greeted = texts.text("abroad-choose", tongue, spoken=spoken)
    assert person.say(words).startswith(greeted)
