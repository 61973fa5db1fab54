"""At the summary an answer is changed in words: they lead to the question that they name."""

from collections.abc import Callable

import pytest

from tests.bot.asking import stored
from tests.bot.conftest import Person


@pytest.fixture
def group(person: Person) -> Person:
    """A group that is asked whether all is right."""
    person.enter(opportunity=1)
    for answer in ("ik doe mee", "met een groep", "De Schepen", "Wij wieden elke zaterdag."):
        person.say(answer)
    return person


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("nee, de naam klopt niet", "interest-group-name"),
        ("ik wil de naam veranderen", "interest-group-name"),
        ("de naam van de groep", "interest-group-name"),
        ("er zit een fout in onze naam", "interest-group-name"),
        ("the name is wrong", "interest-group-name"),
        ("het is niet voor een groep", "interest-kind"),
        ("verander wat we doen", "interest-give"),
        ("wat wij meebrengen klopt niet", "interest-give"),
        ("change what we bring", "interest-give"),
    ],
)
def test_words_at_the_summary_lead_to_the_answer_that_they_name(
    group: Person, said: str, key: str, told: Callable[..., str]
) -> None:
    group.say(said)

    assert group.text.startswith(told("talk-changing"))
    assert told(key) in group.text


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("no, the name is not right", "interest-group-name"),
        ("I want to change the name", "interest-group-name"),
        ("it is not for a group", "interest-kind"),
        ("change what we do", "interest-give"),
    ],
)
def test_words_in_english_lead_there_too(english: Person, said: str, key: str) -> None:
    english.enter(opportunity=1)
    for answer in ("count me in", "with a group", "The Ships", "We weed every Saturday."):
        english.say(answer)

    english.say(said)

    texts = english.script.speech.texts
    assert english.text.startswith(texts.text("talk-changing", "en"))
    assert texts.text(key, "en") in english.text


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("nee de naam is De Schapen", "De Schapen"),
        ("de naam moet De Schapen zijn", "De Schapen"),
        ("verander de naam in De Schapen", "De Schapen"),
        ("we heten “De Schapen”", "De Schapen"),
        ("no, the name is The Sheep", "The Sheep"),
    ],
)
def test_name_that_is_said_at_once_is_shown_for_a_yes(
    group: Person, said: str, name: str, told: Callable[..., str]
) -> None:
    group.say(said)

    assert group.text.startswith(told("talk-corrected"))
    assert stored(group) == []
    group.say("ja")
    assert stored(group) == [(name, "Wij wieden elke zaterdag.")]


def test_words_name_the_answer_after_a_no_too(group: Person, told: Callable[..., str]) -> None:
    group.say("nee")
    group.say("de naam klopt niet")

    assert told("interest-group-name") in group.text
    group.say("De Schapen")
    group.say("ja")
    assert stored(group) == [("De Schapen", "Wij wieden elke zaterdag.")]


@pytest.mark.parametrize("said", ["ik doe toch alleen mee", "nee ik wil toch alleen"])
def test_choice_that_is_named_is_made_and_not_asked_again(
    group: Person, said: str, told: Callable[..., str]
) -> None:
    group.say(said)

    assert group.text.startswith(told("talk-corrected"))
    assert told("interest-own-name") in group.text
    for answer in ("Anna", "ja"):
        group.say(answer)
    assert stored(group) == [("Anna", "Wij wieden elke zaterdag.")]


def test_three_changes_of_mind_in_a_row_end_right(group: Person) -> None:
    for said in (
        "nee de naam is De Bokken",
        "verander wat we doen",
        "Wij koken.",
        "toch niet, de naam moet anders",
        "De Schapen",
        "het is niet voor een groep",
        "alleen",
        "Anna",
        "nee mijn naam is Annie",
        "ja",
    ):
        group.say(said)

    assert stored(group) == [("Annie", "Wij koken.")]


def test_more_of_the_answer_is_no_change(group: Person) -> None:
    group.say("we brengen ook een kruiwagen mee en het is gezellig")
    group.say("ja")

    assert stored(group) == [
        (
            "De Schepen",
            "Wij wieden elke zaterdag.\nwe brengen ook een kruiwagen mee en het is gezellig",
        )
    ]


def test_what_was_sent_is_not_changed_by_words(group: Person) -> None:
    group.say("ja")

    group.say("de naam klopt niet")

    assert stored(group) == [("De Schepen", "Wij wieden elke zaterdag.")]
