"""My interest: a card, and each line of it changed, added to or taken away."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.interest import move_interest
from outreach.interests.lot import draw_lot
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.conftest import Person
from tests.bot.dialogues.signing_up import sign_up

NADIA = Actor("staff", 1)
CHANGES = "SELECT field, before FROM interest_change ORDER BY id"


@pytest.fixture
def signed_up(person: Person, kans: Callable[[str], int]) -> Person:
    """Anna has signed up for the green strip and told no more."""
    sign_up(person, kans("01"))
    return person


@pytest.fixture
def group(person: Person, kans: Callable[[str], int]) -> Person:
    """A group has signed up for the green strip and told all that it was asked."""
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "groep", "De buren", "Wij wieden.", "ja", "ja", "6", "1 en 3"):
        person.say(text)
    for text in ("Bij de bank", "planten", "De school", "anna@mail.example", "nee", "nee"):
        person.say(text)
    return person


def test_all_that_is_stored_is_read(group: Person, talk: Callable[..., None]) -> None:
    talk(
        group,
        """
        > mijn aanmeldingen
        Je aanmelding voor “Zorg mee voor het plantsoen in de Lindenstraat”
        Naam: De buren
        Wie: groep bewoners
        Wat je doet of meebrengt: Wij wieden.
        Met hoeveel mensen: 6
        Onderdelen: De borders met bloemen en De hoek met de bank
        Waar: Bij de bank
        Wat je nodig hebt: planten
        Met wie: De school
        Zo bereiken we je: anna@mail.example
        Code: CODE
        Stand: nieuw
        Antwoord uiterlijk: 12 november 2026

        Wat wil je doen?
        [Veranderen] [Iets toevoegen] [Intrekken] [Kans bekijken] [Menu]
        > [Veranderen]
        Wat wil je veranderen of weghalen?
        [Alleen of samen] [De naam van de groep] [Wat je doet] [Aantal mensen] [Onderdelen] [Waar]
        [Wat je nodig hebt] [Met wie] [Hoe we je bereiken] [Wat lukt] [Laat alles zo]
        > [Waar]
        Waar doe je het liefst iets? Noem een plek of een straat.
        [Weghalen]
        > terug
        Wat wil je veranderen of weghalen?
        [Alleen of samen] [De naam van de groep] [Wat je doet] [Aantal mensen] [Onderdelen] [Waar]
        [Wat je nodig hebt] [Met wie] [Hoe we je bereiken] [Wat lukt] [Laat alles zo]
        """,
    )


@pytest.mark.parametrize(
    ("line", "answer", "column", "now", "change"),
    [
        ("Wat je doet", "Wij maaien.", "brings", "Wij maaien.", ("brings", '"Wij wieden."')),
        ("Aantal mensen", "wij zijn met 8", "people", 8, ("people", "6")),
        ("Aantal mensen", "weghalen", "people", None, ("people", "6")),
        ("Onderdelen", "2", "part_keys", '["grass"]', ("part_keys", '["borders","bench"]')),
        ("Onderdelen", "weghalen", "part_keys", "[]", ("part_keys", '["borders","bench"]')),
        ("Waar", "Vlierlaan", "area", "Vlierlaan", ("area", '"Bij de bank"')),
        ("Wat je nodig hebt", "weghalen", "needs", None, ("needs", '"planten"')),
        ("Met wie", "weghalen", "partners", None, ("partners", '"De school"')),
        ("Hoe we je bereiken", "weghalen", "reach", None, ("reach", '"anna@mail.example"')),
        ("De naam van de groep", "De Linde", "name", "De Linde", ("party", '"De buren"')),
    ],
)
def test_each_line_is_changed_or_taken_away_and_what_it_was_is_kept(
    group: Person,
    rows: Callable[[str], list[Any]],
    line: str,
    answer: str,
    column: str,
    now: object,
    change: tuple[str, str],
) -> None:
    before = len(rows(CHANGES))
    for text in ("mijn aanmeldingen", "veranderen"):
        group.say(text)
    group.press(line)

    told = group.say(answer)

    assert told.startswith("Dit is veranderd in je aanmelding\nCode: ")
    assert "\n\nJe aanmelding voor “" in told
    (stored,) = rows(f"SELECT {column} FROM interest JOIN party ON party.id = party_id")
    assert stored == (now,)
    assert [(field, str(was)) for field, was in rows(CHANGES)[before:]] == [change]


def test_who_took_part_alone_becomes_a_group(
    signed_up: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in ("mijn aanmeldingen", "veranderen", "alleen of samen", "groep", "De buren"):
        signed_up.say(text)

    assert "Naam: De buren\nWie: groep bewoners\n" in signed_up.text
    assert rows("SELECT kind, name FROM party") == [("residents_group", "De buren")]
    assert rows(CHANGES)[-2:] == [("party", '"Anna"'), ("kind", '"resident"')]


def test_nothing_changes_of_who_leaves_it_all(
    signed_up: Person, rows: Callable[[str], list[Any]]
) -> None:
    before = rows(CHANGES)
    for text in ("mijn aanmeldingen", "veranderen"):
        signed_up.say(text)

    signed_up.press("Laat alles zo")

    assert signed_up.text.startswith("Je aanmelding voor “")
    assert rows(CHANGES) == before


def test_organisation_takes_its_name_in_public_back(
    person: Person, kans: Callable[[str], int], rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "organisatie", "De Schoffel", "bedrijf", "Wieden.", "ja", "ja"):
        person.say(text)
    for text in (*("overslaan",) * 7, "ja", "overslaan"):
        person.say(text)
    allowed = "Naam in openbaar verslag: dat mag" in person.say("mijn aanmeldingen")

    person.press("Veranderen")
    person.press("Naam in verslag")
    person.say("nee")

    assert (allowed, "openbare verslag" in person.text) == (True, False)
    assert rows("SELECT purpose, scope, given FROM consent ORDER BY id") == [
        ("name", "1", 1),
        ("name", "1", 0),
    ]


def test_something_is_added_and_what_was_is_kept(
    signed_up: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in ("mijn aanmeldingen", "toevoegen"):
        signed_up.say(text)

    told = signed_up.say("En ik heb een kruiwagen.")

    assert told.startswith("Dit is veranderd in je aanmelding\nCode: ")
    assert "\n\nJe aanmelding voor “" in told
    assert rows("SELECT brings FROM interest") == [("Ik kan wieden.\nEn ik heb een kruiwagen.",)]
    assert rows(CHANGES)[-1] == ("brings", '"Ik kan wieden."')


@pytest.mark.parametrize(
    ("answer", "told", "state"),
    [
        ("nee", "Goed, je aanmelding blijft staan.", "new"),
        ("ja", "Je aanmelding is ingetrokken\nCode: ", "withdrawn"),
    ],
)
def test_one_is_withdrawn_only_when_sure(
    signed_up: Person, rows: Callable[[str], list[Any]], answer: str, told: str, state: str
) -> None:
    signed_up.say("mijn aanmeldingen")

    asked = signed_up.press("Intrekken")

    assert asked.startswith("Weet je zeker dat je je aanmelding voor “Zorg mee voor het plantsoen")
    assert signed_up.say(answer).startswith(told)
    assert rows("SELECT state FROM interest") == [(state,)]


@pytest.mark.parametrize(
    "text", ["trek me terug", "ik wil me terugtrekken", "intrekken graag", "ik doe toch niet mee"]
)
def test_it_is_withdrawn_in_own_words(signed_up: Person, text: str) -> None:
    signed_up.say("mijn aanmeldingen")

    assert signed_up.say(text).startswith("Weet je zeker dat je je aanmelding voor")


def test_one_withdrawn_while_more_was_asked_is_not_said_to_be_in(
    person: Person, kans: Callable[[str], int]
) -> None:
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "alleen", "Anna", "Ik wied.", "ja", "menu", "mijn aanmeldingen"):
        person.say(text)

    person.press("Intrekken")
    person.say("ja")

    assert "Verder waar ik was" not in person.labels


def test_cancel_at_the_card_says_that_nothing_was_changed(signed_up: Person) -> None:
    signed_up.say("mijn aanmeldingen")
    signed_up.press("Veranderen")

    said = signed_up.say("annuleer").split("\n\n")

    assert said[1] == "Er is niets veranderd."


@pytest.mark.parametrize("state", ["declined", "withdrawn"])
def test_ended_one_can_only_be_read_and_promises_no_answer(
    signed_up: Person, waterdam: Store, state: str
) -> None:
    waterdam.run(move_interest, NADIA, interest=1, state=state)

    signed_up.press("Mijn aanmeldingen")

    assert "Antwoord uiterlijk" not in signed_up.text
    assert signed_up.labels == ["Kans bekijken", "Menu"]
    assert signed_up.press("Kans bekijken").startswith(
        "Zorg mee voor het plantsoen in de Lindenstraat\n"
    )


def test_nothing_is_added_to_what_was_withdrawn_meanwhile(
    signed_up: Person, waterdam: Store, rows: Callable[[str], list[Any]]
) -> None:
    for text in ("mijn aanmeldingen", "toevoegen"):
        signed_up.say(text)
    waterdam.run(move_interest, NADIA, interest=1, state="withdrawn")

    told = signed_up.say("En ik heb een kruiwagen.")

    assert told.startswith("Deze aanmelding is afgelopen. Je kunt die niet meer veranderen.")
    assert rows("SELECT brings FROM interest") == [("Ik kan wieden.",)]


def test_own_number_in_a_lot_stands_there_once_it_was_drawn(
    signed_up: Person, waterdam: Store, kans: Callable[[str], int]
) -> None:
    opportunity = kans("01")
    scarce = {"scheme": "Begroting.", "scarce": "scarce", "division": "lot"}
    facts: dict[str, Any] = {"arrangement": "subsidy", "value_cents": 500_00, "checklist": scarce}
    waterdam.run(set_facts, NADIA, opportunity=opportunity, **facts)
    before = signed_up.say("mijn aanmeldingen")
    waterdam.run(move_opportunity, NADIA, opportunity=opportunity, state="closed")
    waterdam.run(draw_lot, NADIA, opportunity=opportunity)

    after = signed_up.say("mijn aanmeldingen")

    assert "loting" not in before
    assert "Nummer in de loting: 1\nPlek na de loting: 1\n" in after
