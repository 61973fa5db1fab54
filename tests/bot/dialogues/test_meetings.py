"""Somebody sees when they can come by, signs up, and leaves again."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.meetings.telling import LEADS
from outreach.opportunities.lifecycle import move_opportunity
from outreach.parties.person import person_at
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.bot.conftest import Person
from tests.clock import Clock
from tests.mailing import confirmed_mailbox
from tests.outreach.meetings.meeting_at import come, meeting_at, somebody

Rows = Callable[[str], list[Any]]
MAILED = (
    "SELECT delivery.message FROM delivery JOIN mailing ON mailing.id = mailing_id "
    "WHERE mailing.name = 'email-receipt-meeting'"
)
COMES = "SELECT people, seated, needs FROM attendance ORDER BY id"


@pytest.fixture
def evening(waterdam: Store, strip: int, clock: Clock) -> int:
    return meeting_at(
        waterdam,
        strip,
        clock,
        seats=3,
        access=["wheelchair", "loop"],
        interpreters=["tr"],
        notes="Er is koffie.",
    )


def test_somebody_signs_up_and_leaves_again(
    person: Person, talk: Callable[..., None], strip: int, evening: int, rows: Rows
) -> None:
    person.enter(opportunity=strip)

    talk(
        person,
        """
        > [Wanneer langskomen?]
        Kom langs: informatieavond
        Wanneer: maandag 9 november 2026, 10:00–12:00
        Waar: Buurthuis De Kajuit, Vlierlaan 2
        Plaatsen: Nog vrij: 3
        Er is: plek voor een rolstoel en een ringleiding
        Tolk: Turks
        Handig: Er is koffie.

        Kom je ook? Meedoen hoeft nog niet.
        [Ja, ik kom] [Terug naar de kans]
        > [Ja, ik kom]
        Met hoeveel mensen kom je? Tel jezelf mee.
        [Alleen ik]
        > met 2 mensen
        Heb je iets nodig om erbij te kunnen zijn? Bijvoorbeeld een tolk, of plek voor een rolstoel.
        Je hoeft niets te zeggen. Na de bijeenkomst wissen we het.
        [Nee, niets nodig]
        """,
    )
    said = person.say("een plek voor een rolstoel")

    assert "Je staat op de lijst, met 2 mensen. Tot dan!" in said
    address = f"https://waterdam.example/bijeenkomsten/{evening}.ics"
    assert address in [link.address for link in person.last.links]
    assert rows(COMES) == [(2, True, "een plek voor een rolstoel")]

    person.press("Wanneer langskomen?")
    assert person.labels == ["Ander aantal mensen", "Ik kom toch niet", "Terug naar de kans"]
    assert "Je staat niet meer op de lijst." in person.press("Ik kom toch niet")
    assert rows(COMES) == []


def test_who_comes_alone_and_needs_nothing_presses_twice(
    english: Person, strip: int, evening: int, rows: Rows
) -> None:
    english.enter(opportunity=strip)
    for label in ("When can I come by?", "Yes, I will come", "Only me", "No, nothing"):
        english.press(label)

    assert "You are on the list. See you then!" in english.text
    assert rows(COMES) == [(1, True, None)]


def test_who_is_mailed_gets_when_and_where_in_their_language(
    waterdam: Store, english: Person, strip: int, evening: int, rows: Rows
) -> None:
    english.enter(opportunity=strip)
    number = waterdam.look(person_at, channel="web", external_id=english.name)
    confirmed_mailbox(waterdam, Actor("person", number, via="web"), "joe@mail.example")

    for label in ("When can I come by?", "Yes, I will come", "Only me", "No, nothing"):
        english.press(label)

    [(mail,)] = rows(MAILED)
    assert "Help look after the green strip in Lindenstraat" in str(mail)
    assert f"/bijeenkomsten/{evening}.ics" in str(mail)


def test_full_meeting_has_a_waiting_list(
    person: Person, waterdam: Store, strip: int, evening: int
) -> None:
    come(waterdam, evening, somebody(waterdam, "bram"), 3)
    person.enter(opportunity=strip)

    said = person.press("Wanneer langskomen?")
    for label in ("Ja, ik kom", "Alleen ik", "Nee, niets nodig"):
        person.press(label)

    assert "Vol. Je kunt op de wachtlijst." in said
    assert "Je staat op de wachtlijst, op plek 1." in person.text


def test_another_number_may_not_fit(
    person: Person, waterdam: Store, strip: int, evening: int, rows: Rows
) -> None:
    come(waterdam, evening, somebody(waterdam, "bram"), 2)
    person.enter(opportunity=strip)
    person.press("Wanneer langskomen?")
    for label in ("Ja, ik kom", "Alleen ik", "Nee, niets nodig"):
        person.press(label)
    person.press("Wanneer langskomen?")
    person.press("Ander aantal mensen")

    assert "Er is geen plek meer bij. Wat er stond, blijft staan." in person.say("2")
    assert rows(COMES) == [(2, True, None), (1, True, None)]


@pytest.mark.parametrize(
    "words",
    ["bijeenkomst", "Is er een informatieavond?", "wanneer is de open dag", "informatie avond"],
)
def test_meeting_is_found_by_words_at_the_card_and_in_the_menu(
    person: Person, strip: int, evening: int, words: str
) -> None:
    person.enter(opportunity=strip)
    at_card = person.say(words)
    person.say("menu")
    in_menu = person.say(words)

    assert ["Kom langs: informatieavond" in said for said in (at_card, in_menu)] == [True, True]


@pytest.mark.parametrize("words", ["meeting", "when is the information evening?", "open day"])
def test_meeting_is_found_in_english(english: Person, strip: int, evening: int, words: str) -> None:
    english.enter(opportunity=strip)

    assert "Come by: information evening" in english.say(words)


def test_one_of_several_is_shown_and_the_next_is_a_button_away(
    person: Person, waterdam: Store, strip: int, evening: int, clock: Clock
) -> None:
    meeting_at(waterdam, strip, clock, kind="work_day", location="Lindenstraat 1")
    person.enter(opportunity=strip)

    first = person.press("Wanneer langskomen?")
    second = person.press("Andere bijeenkomst")
    third = person.press("Andere bijeenkomst")

    shown = ["Kom langs: werkdag" in said for said in (first, second, third)]
    assert shown == [False, True, False]


def test_nothing_is_offered_where_there_is_no_meeting(person: Person, strip: int) -> None:
    person.enter(opportunity=strip)

    assert "Wanneer langskomen?" not in person.labels
    assert "Er staat nu geen bijeenkomst gepland." in person.say("bijeenkomst")


def test_own_meetings_stand_among_what_somebody_signed_up_for(
    person: Person, waterdam: Store, strip: int, evening: int, clock: Clock
) -> None:
    meeting_at(waterdam, strip, clock, kind="open_day", location="Lindenstraat 1")
    person.enter(opportunity=strip)
    for _ in range(2):
        person.press("Wanneer langskomen?")
        if "Ander aantal mensen" in person.labels:
            person.press("Andere bijeenkomst")
        for label in ("Ja, ik kom", "Alleen ik", "Nee, niets nodig"):
            person.press(label)

    said = person.say("mijn aanmeldingen")

    assert "Je komt naar de informatieavond: maandag 9 november 2026, 10:00–12:00" in said
    assert "Je komt naar de open dag" in said
    assert "Ik kom toch niet" in (person.press("Lindenstraat 1"), person.labels)[1]


def test_who_wants_to_hear_nothing_is_taken_off_the_list(
    person: Person, strip: int, evening: int, rows: Rows
) -> None:
    person.enter(opportunity=strip)
    person.press("Wanneer langskomen?")
    for label in ("Ja, ik kom", "Alleen ik", "Nee, niets nodig"):
        person.press(label)
    person.say("stop")
    kept = rows(COMES)
    said = person.press("Alles uit")

    assert (kept, rows(COMES)) == ([(1, True, None)], [])
    assert "Je staat ook niet meer op de lijst van een bijeenkomst" in said


def test_button_on_the_page_leads_to_its_meeting_also_of_what_is_closed(
    person: Person, waterdam: Store, strip: int, evening: int, clock: Clock
) -> None:
    other = meeting_at(waterdam, strip, clock, kind="work_day")
    waterdam.run(move_opportunity, NOBODY, opportunity=strip, state="closed")

    person.hand_in(opportunity=strip, wish=f"meetings-{other}")

    assert "Kom langs: werkdag" in person.text


def test_option_under_a_notice_leads_to_its_meeting(
    person: Person, waterdam: Store, strip: int, evening: int, clock: Clock
) -> None:
    other = meeting_at(waterdam, strip, clock, kind="work_day")
    person.enter(opportunity=strip)

    person.hand_in(text="Bekijken", choice=f"{LEADS}{other}")

    assert "Kom langs: werkdag" in person.text
