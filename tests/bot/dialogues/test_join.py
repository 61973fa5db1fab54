"""A second contact person joins by an invitation: once, within seven days."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.store.store import Store
from tests.bot.conftest import Person
from tests.clock import Clock


@pytest.fixture
def code(person: Person, kans: Callable[[str], int], rows: Callable[[str], list[Any]]) -> str:
    """Anna signed up her group and has a code for somebody else."""
    person.enter(opportunity=kans("05"))
    for text in ("ik doe mee", "groep", "De Strooiers", "Wij strooien.", "ja", "ja"):
        person.say(text)
    while "tweede contactpersoon" not in person.text:
        person.say("ja" if person.text.startswith("Is er nog iemand") else "overslaan")
    [(code,)] = rows("SELECT code FROM code WHERE kind = 'invitation'")
    assert f"Geef deze code aan je tweede contactpersoon: {code}." in person.text
    assert f"stuur deze link: https://waterdam.example/c/{code}." in person.text
    return str(code)


def test_invited_one_joins_and_sees_what_the_group_offered(
    code: str,
    talk: Callable[..., None],
    talk_with: Callable[..., Person],
    waterdam: Store,
    rows: Callable[[str], list[Any]],
) -> None:
    bram = talk_with(waterdam, "bram")
    bram.say(code.lower())

    talk(
        bram,
        """
        > [Ja, ik doe mee]
        Welkom! Je bent nu ook contactpersoon van “De Strooiers”.

        Je aanmelding voor “Strooi mee bij sneeuw en ijs”
        Naam: De Strooiers
        Wie: groep bewoners
        Wat je doet of meebrengt: Wij strooien.
        Code: CODE
        Stand: nieuw
        Antwoord uiterlijk: 12 november 2026

        Wat wil je doen?
        [Veranderen] [Iets toevoegen] [Intrekken] [Kans bekijken] [Menu]
        """,
    )

    assert rows("SELECT party_id, person_id FROM membership") == [(1, 1), (1, 2)]


def test_who_would_rather_not_leaves_the_code_as_it_was(
    code: str, talk_with: Callable[..., Person], waterdam: Store, rows: Callable[[str], list[Any]]
) -> None:
    bram = talk_with(waterdam, "bram")
    asked = bram.say(code)

    bram.say("liever niet")

    assert bram.text == "Wat wil je doen?"
    assert bram.say(code) == asked.split("\n\n")[-1]
    assert rows("SELECT person_id FROM membership") == [(1,)]


def test_code_works_once(
    code: str,
    talk: Callable[..., None],
    talk_with: Callable[..., Person],
    waterdam: Store,
    rows: Callable[[str], list[Any]],
) -> None:
    bram, clara = talk_with(waterdam, "bram"), talk_with(waterdam, "clara")
    bram.say(code)
    bram.say("ja")
    clara.say("hoi")

    clara.say(code)

    assert clara.text.startswith("Deze code ken ik niet. Misschien is die verlopen.")
    assert rows("SELECT person_id FROM membership") == [(1,), (2,)]


@pytest.mark.parametrize(("days", "joins"), [(6.9, True), (7, False)])
def test_code_works_for_seven_days(
    code: str,
    talk_with: Callable[..., Person],
    waterdam: Store,
    clock: Clock,
    days: float,
    joins: bool,
) -> None:
    clock.passes(days=days)

    told = talk_with(waterdam, "bram").say(code)

    assert (
        "Je bent uitgenodigd door “De Strooiers”." in told,
        "Deze code ken ik niet." in told,
    ) == (joins, not joins)


def test_code_that_was_used_while_asking_is_refused_kindly(
    code: str, talk: Callable[..., None], talk_with: Callable[..., Person], waterdam: Store
) -> None:
    bram, clara = talk_with(waterdam, "bram"), talk_with(waterdam, "clara")
    bram.say(code)
    clara.say(code)
    clara.say("ja")

    talk(
        bram,
        """
        > ja
        Deze uitnodiging werkt niet meer. Vraag een nieuwe code aan wie je heeft uitgenodigd.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )
