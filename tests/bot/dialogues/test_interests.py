"""My interests: see them, add to one, take one back."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.interest import move_interest
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.conftest import Person

NADIA = Actor("staff", 1)


@pytest.fixture
def signed_up(person: Person, kans: Callable[[str], int]) -> Person:
    """Anna has signed up for the green strip and told no more."""
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "alleen", "Anna", "Ik kan wieden.", "ja", "annuleer"):
        person.say(text)
    return person


def test_without_any_the_menu_comes_back(person: Person, talk: Callable[..., None]) -> None:
    person.say("hoi")
    person.say("menu")

    talk(
        person,
        """
        > [Mijn aanmeldingen]
        Je hebt je nog nergens voor aangemeld.

        Wat wil je doen?
        [Verder waar ik was] [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen]
        [Taal · Language] [Ander kanaal] [Mijn gegevens]
        """,
    )


def test_something_is_added_and_what_was_is_kept(
    signed_up: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    talk(
        signed_up,
        """
        > mijn aanmeldingen
        1. Zorg mee voor het plantsoen in de Lindenstraat
        Naam: Anna. Code: CODE. Stand: nieuw. Antwoord uiterlijk: 12 november 2026.
        Wat je doet of meebrengt: Ik kan wieden.

        Welke aanmelding wil je openen?
        [Zorg mee voor het plantsoen in de Lindenstraat] [Menu]
        > 1
        Wat wil je doen?
        [Iets toevoegen] [Intrekken] [Kans bekijken] [Menu]
        > toevoegen
        Wat wil je toevoegen?
        > En ik heb een kruiwagen.
        Dat staat erbij.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )

    assert rows("SELECT brings FROM interest") == [("Ik kan wieden.\nEn ik heb een kruiwagen.",)]
    assert rows("SELECT field, before FROM interest_change") == [("brings", '"Ik kan wieden."')]


def test_one_is_withdrawn_only_when_sure(
    signed_up: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    talk(
        signed_up,
        """
        > [Mijn aanmeldingen]
        1. Zorg mee voor het plantsoen in de Lindenstraat
        Naam: Anna. Code: CODE. Stand: nieuw. Antwoord uiterlijk: 12 november 2026.
        Wat je doet of meebrengt: Ik kan wieden.

        Welke aanmelding wil je openen?
        [Zorg mee voor het plantsoen in de Lindenstraat] [Menu]
        > [Zorg mee voor het plantsoen in de Lindenstraat]
        Wat wil je doen?
        [Iets toevoegen] [Intrekken] [Kans bekijken] [Menu]
        > [Intrekken]
        Weet je zeker dat je je aanmelding voor “Zorg mee voor het plantsoen in de Lindenstraat”
        wilt intrekken?
        [Ja, intrekken] [Nee, laat staan]
        > [Nee, laat staan]
        Goed, je aanmelding blijft staan.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )
    kept = rows("SELECT state FROM interest")

    talk(
        signed_up,
        """
        > [Mijn aanmeldingen]
        1. Zorg mee voor het plantsoen in de Lindenstraat
        Naam: Anna. Code: CODE. Stand: nieuw. Antwoord uiterlijk: 12 november 2026.
        Wat je doet of meebrengt: Ik kan wieden.

        Welke aanmelding wil je openen?
        [Zorg mee voor het plantsoen in de Lindenstraat] [Menu]
        > plantsoen
        Wat wil je doen?
        [Iets toevoegen] [Intrekken] [Kans bekijken] [Menu]
        > intrekken
        Weet je zeker dat je je aanmelding voor “Zorg mee voor het plantsoen in de Lindenstraat”
        wilt intrekken?
        [Ja, intrekken] [Nee, laat staan]
        > ja
        Je aanmelding is ingetrokken. Jammer, maar goed dat je het zegt.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )

    assert (kept, rows("SELECT state FROM interest")) == ([("new",)], [("withdrawn",)])


@pytest.mark.parametrize("state", ["declined", "withdrawn"])
def test_ended_one_can_only_be_read(signed_up: Person, waterdam: Store, state: str) -> None:
    waterdam.run(move_interest, NADIA, interest=1, state=state)
    signed_up.press("Mijn aanmeldingen")

    signed_up.say("1")

    assert signed_up.labels == ["Kans bekijken", "Menu"]
    assert signed_up.press("Kans bekijken").startswith(
        "Zorg mee voor het plantsoen in de Lindenstraat."
    )


def test_reference_leads_to_them(signed_up: Person, rows: Callable[[str], list[Any]]) -> None:
    [(code,)] = rows("SELECT code FROM code WHERE kind = 'reference'")
    listed = signed_up.say("mijn aanmeldingen")
    signed_up.say("menu")

    assert signed_up.say(f" {code[:4]} {code[4:].lower()}") == listed
