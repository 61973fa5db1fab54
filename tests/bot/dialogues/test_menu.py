"""The menu, and the way back to where one was."""

from collections.abc import Callable
from typing import Any

from tests.bot.conftest import Person
from tests.bot.dialogues.conftest import GOES_ON


def test_menu_offers_the_way_back_to_what_waits(
    person: Person,
    talk: Callable[..., None],
    kans: Callable[[str], int],
    rows: Callable[[str], list[Any]],
) -> None:
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "groep", "De buren"):
        person.say(text)

    talk(
        person,
        """
        > menu
        Wat wil je doen?
        [Verder waar ik was] [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen]
        [Taal · Language] [Ander kanaal] [Mijn gegevens]
        > [Verder waar ik was]
        """,
        GOES_ON,
    )


def test_menu_without_anything_waiting_has_no_way_back(
    person: Person, talk: Callable[..., None]
) -> None:
    person.say("hoi")
    person.press("Alles bekijken")
    person.press("Menu")

    talk(
        person,
        """
        > blabla
        Kies een antwoord, of typ het zelf.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )


def test_cancel_leads_to_the_menu(person: Person, talk: Callable[..., None]) -> None:
    person.say("hoi")

    talk(
        person,
        """
        > annuleren
        Goed, we stoppen hiermee.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )
