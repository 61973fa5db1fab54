"""What a first message, or a text that answers nothing, leads to: never to a dead end."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from bot.server import make_script
from content.texts import Texts
from outreach.store.store import Store
from tests.bot.conftest import Person

OTHERWISE = ("Andere buurt", "Per thema", "Alles, nieuw eerst", "Menu")
BROKEN_LAMP = "de lantaarnpaal bij ons voor de deur is al weken stuk en niemand doet er iets aan"


@pytest.mark.parametrize(
    ("first", "asked"),
    [
        (["/kansen/7"], "wat is het uurtarief?"),
        (["/kansen/7", "menu"], "wat is het uurtarief?"),
        (["hoi"], "wat is het uurtarief bij hulp bij het huishouden?"),
        ([], "wat is het uurtarief bij hulp bij het huishouden?"),
    ],
)
def test_question_is_answered_by_what_is_published_before_anybody_is_asked(
    first: list[str],
    asked: str,
    person: Person,
    told: Callable[..., str],
    rows: Callable[[str], list[Any]],
) -> None:
    for text in first:
        person.say(text)

    person.say(asked)

    assert "38 euro per uur" in person.text
    assert person.text.count("?") == 1
    assert told("question-enough") in person.text
    assert rows("SELECT count(*) FROM question") == [(0,)]


def test_question_that_names_an_opportunity_is_sent_about_that_one(
    person: Person, rows: Callable[[str], list[Any]]
) -> None:
    person.say("hoi")
    person.say("mag mijn hond mee naar het repaircafé tjalkenwerf?")

    person.press("Vraag de gemeente")

    assert rows("SELECT opportunity_id FROM question") == [(3,)]


@pytest.mark.parametrize(
    ("said", "button"),
    [("krijgen we er geld voor?", "Vraag de gemeente"), (BROKEN_LAMP, "Naar een medewerker")],
)
def test_tapped_twice_a_message_goes_to_the_town_hall_once(
    said: str,
    button: str,
    person: Person,
    told: Callable[..., str],
    rows: Callable[[str], list[Any]],
) -> None:
    person.say("hoi")
    person.say(said)
    code = next(option.code for option in person.last.options if option.label == button)

    person.hand_in(choice=code)
    person.hand_in(choice=code)

    assert told("talk-old-button") in person.text
    assert rows("SELECT text FROM question") == [(said,)]


def test_misses_never_say_the_same_twice_in_a_row(person: Person) -> None:
    person.say("hoi")

    heard = [person.say("qqq").split("\n\n")[0] for _ in range(6)]

    assert [one for one, other in pairwise(heard) if one == other] == []


@pytest.mark.parametrize(
    "first", ["ik wil wel meehelpen met het plantsoen", "Lindenstraat", "zie /kansen/1 op de site"]
)
def test_first_message_leads_to_what_it_is_about(
    first: str, person: Person, told: Callable[..., str]
) -> None:
    person.say(first)

    assert "Zorg mee voor het plantsoen" in person.text
    assert told("opportunity-next") in person.text


def test_half_the_name_of_a_place_is_offered_and_not_done(person: Person) -> None:
    person.enter(opportunity=1)

    person.say("De Schapen")

    assert person.labels[0] == "Een buurtbatterij voor de Schapenwaard"
    assert "Bedoel je dit?" in person.text


def test_what_stands_in_no_requirement_is_said_and_may_be_asked(
    person: Person, told: Callable[..., str]
) -> None:
    person.enter(opportunity=1)

    person.say("moet ik een vog hebben?")

    assert told("answers-unnamed", thing="vog") in person.text
    assert "één vaste persoon" not in person.text
    assert person.labels[0] == "Vraag de gemeente"


def test_complaint_about_a_street_is_no_wish_to_look_around(person: Person) -> None:
    person.say("hoi")

    person.say("de lamp in de straat is kapot")

    assert person.labels[0] == "Naar een medewerker"


def test_not_knowing_is_about_nothing_that_is_open(person: Person) -> None:
    person.say("hoi")
    person.press("Bij mij in de buurt")
    places = person.labels

    person.say("weet niet")

    assert person.labels == ["Kansen bekijken", *places]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_number_after_guesses_counts_all_that_is_shown(number: int, person: Person) -> None:
    person.say("hoi")
    person.say("mag mijn hond mee?")
    shown = person.labels[number - 1]

    person.say(str(number))

    assert {
        "Vraag de gemeente": "Je vraag is verstuurd",
        "Medewerker": "Wat wil je aan een medewerker",
        "Bij mij in de buurt": "Waar woon je?",
    }[shown] in person.text


def test_number_without_guesses_counts_the_options_of_the_question(person: Person) -> None:
    person.say("hoi")
    person.say("qqq")

    assert "Waar woon je?" in person.say("1")


def test_complaint_is_told_its_desk_and_goes_to_a_human_at_one_tap(
    waterdam: Store,
    talk_with: Callable[..., Person],
    texts: Texts,
    rows: Callable[[str], list[Any]],
) -> None:
    script = make_script(texts, desk="https://waterdam.example/melding, of bel 14 0990")
    person = talk_with(waterdam, "anna", "nl", script)
    person.say("hoi")

    person.say(BROKEN_LAMP)
    assert "https://waterdam.example/melding, of bel 14 0990" in person.text

    person.press("Naar een medewerker")

    assert rows("SELECT kind, text FROM question") == [("human", BROKEN_LAMP)]


@pytest.mark.parametrize("said", ["Turfmorgen", "ik woon in turfmorgen", "wijk Turfmorgen"])
@pytest.mark.parametrize("where", [["hoi"], ["hoi", "alles"], ["hoi", "bij mij in de buurt"]])
def test_neighbourhood_that_has_no_button_is_looked_in(
    where: list[str], said: str, person: Person, told: Callable[..., str]
) -> None:
    for text in where:
        person.say(text)
    assert "Turfmorgen" not in person.labels

    person.say(said)

    assert told("browse-found") in person.text
    assert len([label for label in person.labels if label not in OTHERWISE]) == 1


@pytest.mark.parametrize(
    "said", ["Lindenstraat", "wij wonen in de lindestraat 12", "1234 ab", "1234AB 12"]
)
def test_street_or_postcode_is_where_somebody_lives(
    said: str, person: Person, told: Callable[..., str], rows: Callable[[str], list[Any]]
) -> None:
    person.say("hoi")
    person.press("Bij mij in de buurt")

    person.say(said)

    assert told("browse-found") in person.text
    assert "Zorg mee voor het plantsoen" in person.text
    query = "SELECT name FROM person JOIN place ON place.id = person.place_id"
    assert rows(query) == [("Lindenkom",)]


def test_street_in_two_neighbourhoods_asks_which(
    person: Person, told: Callable[..., str], rows: Callable[[str], list[Any]]
) -> None:
    person.say("hoi")
    person.press("Bij mij in de buurt")

    person.say("Havendijk 3")
    asked = person.text
    person.press("Waagsteiger")

    assert "Havendijk ligt in meer dan één buurt." in asked
    assert told("browse-found") in person.text
    query = "SELECT name FROM person JOIN place ON place.id = person.place_id"
    assert rows(query) == [("Waagsteiger",)]


@pytest.mark.parametrize("said", ["Turfpad", "1237 CA"])
def test_street_leads_to_what_is_open_around_it_from_anywhere(
    said: str, person: Person, told: Callable[..., str]
) -> None:
    person.say("hoi")

    person.say(said)

    assert told("browse-found") in person.text
    assert "Begin een repaircafé op de Tjalkenwerf" not in person.text


def test_language_that_is_named_is_spoken_at_once(person: Person) -> None:
    person.say("hoi")

    assert "Where would you like to look?" in person.say("can we please talk in english")


def test_nothing_is_offered_for_a_letter_so_nothing_of_it_is_picked(
    person: Person, told: Callable[..., str]
) -> None:
    person.say("hoi")
    person.say("medewerker")
    person.say("Verwijder alles wat jullie van mij hebben. " + "Buurt. " * 200)

    assert told("human-words") in person.say("👍")


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "kansen"), ("en", "opportunities"), ("nl", "Kansen bekijken")]
)
def test_who_does_not_know_their_neighbourhood_sees_everything(
    language: str, said: str, waterdam: Store, talk_with: Callable[..., Person], texts: Texts
) -> None:
    person = talk_with(waterdam, "anna", language)
    person.say("in de buurt" if language == "nl" else "near me")

    person.say("weet niet" if language == "nl" else "no idea")
    person.say(said)

    assert texts.text("browse-found", language) in person.text


@pytest.mark.parametrize("said", ["I want to take part", "Count me in", "I'd like to join"])
def test_words_of_the_english_page_take_part_in_the_english_chat(
    said: str, waterdam: Store, talk_with: Callable[..., Person], texts: Texts
) -> None:
    joe = talk_with(waterdam, "joe", "en")
    joe.enter(opportunity=1)

    joe.say(said)

    assert texts.text("interest-kind", "en") in joe.text


@pytest.mark.parametrize("where", [[], ["hoi"], ["/kansen/1"], ["/kansen/1", "ik doe mee"]])
@pytest.mark.parametrize("said", ["mijn aanmeldingen", "waar heb ik me voor opgegeven"])
def test_own_interests_are_shown_wherever_they_are_asked_for(
    said: str, where: list[str], person: Person, told: Callable[..., str]
) -> None:
    for text in where:
        person.say(text)

    person.say(said)

    assert told("interests-none") in person.text


@pytest.mark.parametrize("said", ["I don't speak Dutch", "stop", "English please", "engels graag"])
def test_question_which_language_is_no_trap(said: str, person: Person) -> None:
    person.say("hoi")
    person.say("taal")
    asked = person.text

    person.say(said)

    assert asked not in person.text
