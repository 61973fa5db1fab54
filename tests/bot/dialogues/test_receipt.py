"""Somebody asks for a receipt once more: as a file, on their own page, or in a mail."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.parties.person import person_at
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.conftest import Person
from tests.mailing import confirmed_mailbox

MAILED = (
    "SELECT delivery.message FROM delivery JOIN mailing ON mailing.id = mailing_id "
    "WHERE mailing.name = 'receipt_question' ORDER BY delivery.id"
)
Rows = Callable[[str], list[Any]]


def ask(person: Person, *questions: str) -> None:
    """Ask questions about the first record, whose answers nobody knows."""
    person.enter(opportunity=1)
    for question in questions:
        person.say("vraag")
        person.say(question)


@pytest.fixture
def ada(waterdam: Store, talk_with: Callable[..., Person]) -> Person:
    """Somebody on Telegram, who asked one thing."""
    person = talk_with(waterdam, "ada", channel="telegram")
    ask(person, "Is er een zwembad met een glijbaan?")
    return person


def test_receipt_comes_as_a_file_and_what_was_asked_stays_open(ada: Person) -> None:
    before = ada.text.rpartition("\n\n")[2]

    said = ada.say("ontvangstbewijs")

    assert said == (
        "Je ontvangstbewijs als pdf: Je vraag is verstuurd, 2 november 2026, 10:00.\n\n"
        "We gaan verder waar je was.\n\n" + before
    )
    assert ada.last.receipt == 1


def test_file_goes_along_once(ada: Person) -> None:
    ada.say("pdf")

    ada.say("help")

    assert ada.last.receipt == 0


def test_one_of_several_is_picked_by_its_button_or_its_number(ada: Person) -> None:
    ask(ada, "Is er ook een sauna?")

    said = ada.say("ontvangstbewijs")
    labels = ada.labels
    ada.press("2. Je vraag is verstuurd")
    by_button = ada.last.receipt
    ada.say("ontvangstbewijs")
    ada.say("1")

    assert said.startswith("1. Je vraag is verstuurd, 2 november 2026, 10:00\n\n2. Je vraag")
    assert labels == ["1. Je vraag is verstuurd", "2. Je vraag is verstuurd", "Geen"]
    assert (by_button, ada.last.receipt) == (1, 2)


def test_who_wants_none_of_them_gets_none(ada: Person) -> None:
    ask(ada, "Is er ook een sauna?")
    ada.say("ontvangstbewijs")

    ada.press("Geen")

    assert ada.last.receipt == 0


def test_in_a_browser_it_opens_its_page(person: Person) -> None:
    ask(person, "Is er een zwembad met een glijbaan?")

    person.say("ontvangstbewijs")

    [link] = [each for each in person.last.links if "ontvangst" in each.address]
    assert (link.address, link.label) == (
        "https://waterdam.example/chat/ontvangst/1",
        "Bewijs openen",
    )
    assert person.last.receipt == 0


def test_who_sent_nothing_is_told_so(person: Person) -> None:
    person.enter(opportunity=1)

    assert "Er is nog geen ontvangstbewijs." in person.say("ontvangstbewijs")


def test_who_is_mailed_may_have_it_mailed_again(waterdam: Store, ada: Person, rows: Rows) -> None:
    number = waterdam.look(person_at, channel="telegram", external_id="ada")
    confirmed_mailbox(waterdam, Actor("person", number, via="telegram"), "ada@mail.example")

    asked = ada.say("ontvangstbewijs")
    said = ada.press("Per e-mail")

    [(mail,)] = rows(MAILED)
    assert "Hoe wil je het hebben?" in asked
    assert "Je ontvangstbewijs is onderweg naar ada@mail.example." in said
    assert "Is er een zwembad met een glijbaan?" in str(mail)
    assert '"receipt": 1' in str(mail).replace("'", '"').replace('":1', '": 1')


def test_who_is_mailed_may_have_it_here(waterdam: Store, ada: Person, rows: Rows) -> None:
    number = waterdam.look(person_at, channel="telegram", external_id="ada")
    confirmed_mailbox(waterdam, Actor("person", number, via="telegram"), "ada@mail.example")
    ada.say("ontvangstbewijs")

    ada.press("Hier")

    assert (ada.last.receipt, rows(MAILED)) == (1, [])


def test_every_receipt_elsewhere_than_on_the_web_says_how_to_keep_it(
    waterdam: Store, ada: Person, person: Person
) -> None:
    ask(person, "Is er een zwembad met een glijbaan?")

    told = ["Bewaren als pdf? Typ “ontvangstbewijs”." in who.text for who in (ada, person)]

    assert told == [True, False]
