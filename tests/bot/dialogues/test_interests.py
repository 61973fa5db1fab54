"""My interests: which there are."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.bot.conftest import Person
from tests.bot.dialogues.signing_up import sign_up


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


def test_one_of_several_is_opened(
    person: Person, talk: Callable[..., None], kans: Callable[[str], int]
) -> None:
    sign_up(person, kans("01"))
    sign_up(person, kans("05"))

    talk(
        person,
        """
        > mijn aanmeldingen
        1. Zorg mee voor het plantsoen in de Lindenstraat
        Naam: Anna. Code: CODE. Stand: nieuw.

        2. Strooi mee bij sneeuw en ijs
        Naam: Anna. Code: CODE. Stand: nieuw.

        Welke aanmelding wil je openen?
        [Zorg mee voor het plantsoen in de Lindenstraat] [Strooi mee bij sneeuw en ijs] [Menu]
        > 2
        Je aanmelding voor “Strooi mee bij sneeuw en ijs”
        Naam: Anna
        Wie: bewoner
        Wat je doet of meebrengt: Ik kan wieden.
        Code: CODE
        Stand: nieuw
        Antwoord uiterlijk: 12 november 2026

        Wat wil je doen?
        [Veranderen] [Iets toevoegen] [Intrekken] [Kans bekijken] [Menu]
        """,
    )


@pytest.mark.parametrize("spoken", ["mijn aanmeldingen", "CODE"])
def test_only_one_and_one_by_its_reference_is_opened_at_once(
    person: Person, kans: Callable[[str], int], rows: Callable[[str], list[Any]], spoken: str
) -> None:
    sign_up(person, kans("01"))
    [(code,)] = rows("SELECT code FROM code WHERE kind = 'reference'")

    person.say(spoken.replace("CODE", f" {code[:4]} {code[4:].lower()}"))

    assert person.text.startswith(
        "Je aanmelding voor “Zorg mee voor het plantsoen in de Lindenstraat”\nNaam: Anna\n"
    )
