"""Nothing is asked that is known: from a page, after a start half-way, after a cancel."""

from collections.abc import Callable

import pytest

from bot.channels.web.speak import IN_ANOTHER_LANGUAGE
from content.texts import Texts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.unit import NOBODY
from tests.bot.asking import at_interest, stored
from tests.bot.conftest import Person
from tests.bot.dialogues.signing_up import sign_up


def test_i_take_part_on_the_page_leads_to_the_first_question(
    person: Person, told: Callable[..., str]
) -> None:
    person.hand_in(opportunity=1, wish="join")

    assert told("interest-kind") in person.text
    assert told("opportunity-next") not in person.text


def test_i_take_part_pressed_twice_goes_on(person: Person, told: Callable[..., str]) -> None:
    person.hand_in(opportunity=1, wish="join")
    person.say("alleen")

    person.hand_in(opportunity=1, wish="join")

    assert person.text.split("\n\n")[:2] == [told("talk-resume"), told("interest-own-name")]


def test_question_on_the_page_is_asked_for_at_once(
    person: Person, told: Callable[..., str]
) -> None:
    person.hand_in(opportunity=1, wish="question")

    assert told("question-words") in person.text


@pytest.mark.parametrize("word", ["start", "/start", "begin"])
def test_start_half_way_goes_on_and_offers_to_begin_anew(
    person: Person, word: str, told: Callable[..., str]
) -> None:
    at_interest(person)
    person.say("alleen")
    person.say("Anna")

    person.say(word)

    assert person.text.split("\n\n")[:2] == [told("talk-resume"), told("interest-give")]
    assert person.labels == [told("talk-offer", "again")]
    person.say("Ik wied.")
    person.say("ja")
    assert stored(person) == [("Anna", "Ik wied.")]


@pytest.mark.parametrize("way", ["press", "opnieuw beginnen"])
def test_begin_anew_begins_anew(person: Person, way: str, told: Callable[..., str]) -> None:
    at_interest(person)
    person.say("alleen")
    person.say("start")

    if way == "press":
        person.press(told("talk-offer", "again"))
    else:
        person.say(way)

    assert told("welcome-way") in person.text
    assert told("interest-own-name") not in person.say("start")


def test_start_brings_back_an_interest_that_waits_beneath(
    person: Person, told: Callable[..., str]
) -> None:
    at_interest(person)
    person.say("alleen")
    person.enter(opportunity=2)

    person.say("start")

    assert told("interest-own-name") in person.text


def test_start_where_nothing_was_given_begins(person: Person, told: Callable[..., str]) -> None:
    at_interest(person)

    person.say("start")

    assert told("welcome-way") in person.text


def test_cancel_half_way_says_that_nothing_was_sent_and_leads_back(
    person: Person, told: Callable[..., str]
) -> None:
    at_interest(person)
    person.say("alleen")

    person.say("annuleer")

    assert person.text.split("\n\n") == [
        told("talk-cancelled"),
        told("talk-cancelled-nothing"),
        told("opportunity-next"),
    ]


def test_cancel_after_sending_says_that_it_stays(person: Person, told: Callable[..., str]) -> None:
    at_interest(person)
    for answer in ("alleen", "Anna", "Ik wied.", "ja", "ja", "annuleer"):
        person.say(answer)

    assert person.text.split("\n\n")[:2] == [told("talk-cancelled"), told("talk-cancelled-sent")]


@pytest.mark.parametrize("wish", [None, "join"])
def test_who_signed_up_already_hears_so_at_the_first_press(
    person: Person, wish: str | None, told: Callable[..., str]
) -> None:
    sign_up(person, 1)

    person.hand_in(opportunity=1, wish=wish)
    if wish is None:
        person.say("ik doe mee")

    assert told("interest-already-next") in person.text
    person.press(told("interest-already-next", "see"))
    assert "Ik kan wieden." in person.text


def test_who_signed_up_already_may_do_so_for_others(
    person: Person, told: Callable[..., str]
) -> None:
    sign_up(person, 1)
    person.hand_in(opportunity=1, wish="join")

    person.press(told("interest-already-next", "new"))

    assert told("interest-kind") in person.text


def test_closed_opportunity_is_told_at_the_first_press(
    person: Person, told: Callable[..., str]
) -> None:
    person.store.run(move_opportunity, NOBODY, opportunity=1, state="closed")

    person.hand_in(opportunity=1, wish="join")

    assert told("opportunity-over") in person.text
    assert told("interest-kind") not in person.text


def test_switch_of_language_puts_the_open_question_again(
    person: Person, told: Callable[..., str], texts: Texts
) -> None:
    person.hand_in(opportunity=1, wish="join")
    person.say("alleen")

    person.hand_in(choice=IN_ANOTHER_LANGUAGE, text="English")

    assert person.text.split("\n\n")[:3] == [
        texts.text(key, "en") for key in ("language-chosen", "talk-resume", "interest-own-name")
    ]
