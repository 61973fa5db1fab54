"""Forget me: asked once, then done for good."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.parties.party import JOIN
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit
from tests.bot.conftest import Person

OF_A_PERSON = (
    "person",
    "address",
    "membership",
    "consent",
    "conversation",
    "inbound",
    "delivery",
    "question",
)


@pytest.fixture
def signed_up(person: Person, kans: Callable[[str], int]) -> Person:
    person.enter(opportunity=kans("01"))
    for text in (
        "ik doe mee",
        "alleen",
        "Anna",
        "Ik kan wieden.",
        "ja",
        "nee",
        "overslaan",
        "ja",
        "ja",
    ):
        person.say(text)
    return person


def test_yes_leaves_no_row_of_the_person_and_an_interest_without_words(
    signed_up: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    talk(
        signed_up,
        """
        > vergeet mij
        Weet je het zeker? Ik wis dan op elk kanaal je berichten, je naam en hoe we je bereiken.
        Daarna kan niemand dat terughalen.

        Je open aanmeldingen vervallen. Zonder je naam bewaren we alleen dat ze er waren. Doen er
        meer mensen mee in je groep? Dan gaat de groep zonder jou verder.
        [Ja, wis alles] [Nee, bewaar het]
        > [Ja, wis alles]
        Je gegevens zijn gewist. Niemand kan ze nog zien, en we weten niet meer wie je bent. Binnen
        een dag zijn ze ook van de schijf. Alleen in reservekopieën staan ze nog, tot we die
        weggooien. Dank je wel, en misschien tot ziens!
        """,
    )

    assert [table for table in OF_A_PERSON if rows(f"SELECT * FROM {table}")] == []
    assert rows(
        "SELECT kind, name, state, brings FROM party JOIN interest ON party_id = party.id"
    ) == [("resident", "", "withdrawn", "")]
    assert rows("SELECT * FROM code") == []


def test_who_comes_back_after_is_somebody_new(
    signed_up: Person, rows: Callable[[str], list[Any]]
) -> None:
    signed_up.say("wis mijn gegevens")
    signed_up.say("ja")

    signed_up.say("hoi")

    assert signed_up.text.startswith("Hoi! Ik ben de automatische assistent van gemeente Waterdam")
    assert rows("SELECT id FROM person") == [(2,)]


def test_no_keeps_everything(
    signed_up: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    talk(
        signed_up,
        """
        > vergeet mij
        Weet je het zeker? Ik wis dan op elk kanaal je berichten, je naam en hoe we je bereiken.
        Daarna kan niemand dat terughalen.

        Je open aanmeldingen vervallen. Zonder je naam bewaren we alleen dat ze er waren. Doen er
        meer mensen mee in je groep? Dan gaat de groep zonder jou verder.
        [Ja, wis alles] [Nee, bewaar het]
        > nee
        Goed, ik wis niets.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )

    assert rows("SELECT name, state, brings FROM party JOIN interest ON party_id = party.id") == [
        ("Anna", "new", "Ik kan wieden.")
    ]


@pytest.fixture
def founder(
    person: Person,
    talk_with: Callable[..., Person],
    waterdam: Store,
    kans: Callable[[str], int],
    rows: Callable[[str], list[Any]],
) -> Person:
    """Somebody whose group goes on without them, with their name and number in its texts."""
    for opportunity, answers in (
        ("01", ("alleen", "Anna", "Ik kan wieden.", "ja", "nee", "overslaan")),
        ("02", ("met een groep", "Groep Anna", "Bel Anna op 06-48151623", "ja")),
    ):
        person.enter(opportunity=kans(opportunity))
        for text in ("ik doe mee", *answers):
            person.say(text)
    (group,) = rows("SELECT id FROM party WHERE kind != 'resident'")[0]
    other = talk_with(waterdam, "bea")
    other.say("hoi")
    (member,) = rows("SELECT id FROM person ORDER BY id DESC")[0]
    waterdam.run(_join, Actor("person", member), party=group)
    return person


def _join(unit: Unit, *, party: int) -> None:
    unit.run(JOIN, {"party_id": party, "person_id": unit.actor.id, "joined_at": unit.now})


@pytest.mark.parametrize(
    ("answer", "name", "brings"),
    [
        ("ja", "Groep …", "Bel … op …"),
        ("Ja, wis ook dat", "Groep …", "Bel … op …"),
        ("Ja, laat dat staan", "Groep Anna", "Bel Anna op 06-48151623"),
        ("2", "Groep Anna", "Bel Anna op 06-48151623"),
    ],
)
def test_words_that_lead_to_a_person_in_what_their_group_keeps_are_shown_and_theirs_to_choose(
    founder: Person, rows: Callable[[str], list[Any]], answer: str, name: str, brings: str
) -> None:
    asked = founder.say("vergeet mij")

    done = founder.say(answer)

    assert "Zonder jou gaat verder: Groep Anna." in asked
    assert "Daarin staat nog van jou: Anna en 06-48151623." in asked
    assert done.startswith("Je gegevens zijn gewist.")
    assert rows(
        "SELECT name, brings FROM party JOIN interest ON party_id = party.id WHERE kind != "
        "'resident'"
    ) == [(name, brings)]


def test_no_keeps_the_words_in_a_group_too(
    founder: Person, rows: Callable[[str], list[Any]]
) -> None:
    founder.say("vergeet mij")

    assert founder.say("nee").startswith("Goed, ik wis niets.")
    assert rows("SELECT name FROM party WHERE kind != 'resident'") == [("Groep Anna",)]


@pytest.fixture
def unnamed(founder: Person, change: Callable[..., None], waterdam: Store) -> Person:
    """A founder who takes part in groups only: we know no name of theirs."""
    change(waterdam, "UPDATE party SET name = '' WHERE kind = 'resident'")
    return founder


@pytest.mark.parametrize(
    ("called", "asked", "name", "brings"),
    [
        ("Anna", "Daarin staat nog van jou: Anna en 06-48151623.", "Groep …", "Bel … op …"),
        ("anna de Boer", "Daarin staat nog van jou: Anna en 06-48151623.", "Groep …", "Bel … op …"),
        ("Carla", "Die naam vind ik daar niet.", "Groep Anna", "Bel Anna op …"),
        ("nee hoor", "Daarin staat nog van jou: 06-48151623.", "Groep Anna", "Bel Anna op …"),
    ],
)
def test_who_never_told_a_name_is_asked_what_they_are_called_in_the_group(
    unnamed: Person,
    rows: Callable[[str], list[Any]],
    called: str,
    asked: str,
    name: str,
    brings: str,
) -> None:
    shown = unnamed.say("vergeet mij")

    found = unnamed.say(called)
    done = unnamed.say("ja")

    assert shown.startswith("Zonder jou gaat verder: Groep Anna.")
    assert asked in found
    assert done.startswith("Je gegevens zijn gewist.")
    assert rows(
        "SELECT name, brings FROM party JOIN interest ON party_id = party.id WHERE kind != "
        "'resident'"
    ) == [(name, brings)]


def test_no_at_the_last_question_keeps_all_whatever_was_typed_before(
    unnamed: Person, rows: Callable[[str], list[Any]]
) -> None:
    for said in ("vergeet mij", "Anna"):
        unnamed.say(said)

    assert unnamed.say("nee").startswith("Goed, ik wis niets.")
    assert rows("SELECT name FROM party WHERE kind != 'resident'") == [("Groep Anna",)]
