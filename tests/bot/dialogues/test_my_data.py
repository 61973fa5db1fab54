"""What we hold of somebody, in words, and what they allowed."""

from collections.abc import Callable
from typing import Any

import pytest

from content.fluent import wording
from outreach.parties.consent import permit
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.conftest import Person


def test_all_that_is_held_is_told_and_the_conversation_goes_on(
    person: Person, talk: Callable[..., None], kans: Callable[[str], int]
) -> None:
    person.say("hoi")
    person.press("Bij mij in de buurt")
    person.say("Lindenkom")
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "alleen", "Anna", "Ik wied.", "ja", "ja", *("overslaan",) * 5):
        person.say(text)

    talk(
        person,
        """
        > mijn gegevens
        Dit hebben we van je: 16 berichten, 1 aanmelding en 0 vragen.

        Je doet mee als: Anna.

        Je buurt: Lindenkom.

        Je krijgt geen berichten over nieuwe kansen.

        Open hier, waar je nu chat, alles als bestand:
        https://waterdam.example/chat/mijn-gegevens.json

        Wil je dat we alles wissen? Typ dan “vergeet mij”.

        We gaan verder waar je was.

        Wil je hier een bericht krijgen bij nieuwe kansen? Je kunt altijd “stop” typen.

        (stap 6 van 6)
        [Ja] [Nee]
        > ja
        Dank je wel! We weten nu genoeg.

        Wil je later verder, ook op een ander apparaat? Bewaar dan de link naar dit gesprek.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        > [Mijn gegevens]
        Dit hebben we van je: 18 berichten, 1 aanmelding en 0 vragen.

        Je doet mee als: Anna.

        Je buurt: Lindenkom.

        Je krijgt berichten over nieuwe kansen: de webchat.

        Open hier, waar je nu chat, alles als bestand:
        https://waterdam.example/chat/mijn-gegevens.json

        Wil je dat we alles wissen? Typ dan “vergeet mij”.

        Dit heb je goed gevonden. Wil je iets terugnemen?
        [Nieuws over kansen] [Laat alles zo]
        > [Nieuws over kansen]
        Dat is teruggenomen.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )


def test_what_was_left_to_be_reached_by_is_told(
    begun: Person,
) -> None:
    for text in ("alleen", "Anna", "Ik wied.", "ja", "nee", "anna@mail.example"):
        begun.say(text)

    told = begun.say("mijn gegevens")

    assert "Zo mag de gemeente je bereiken: anna@mail.example." in told


def test_little_is_held_of_who_only_looked(person: Person, talk: Callable[..., None]) -> None:
    person.say("hoi")

    talk(
        person,
        """
        > gegevens
        Dit hebben we van je: 2 berichten, 0 aanmeldingen en 0 vragen.

        Je krijgt geen berichten over nieuwe kansen.

        Open hier, waar je nu chat, alles als bestand:
        https://waterdam.example/chat/mijn-gegevens.json

        Wil je dat we alles wissen? Typ dan “vergeet mij”.

        We gaan verder waar je was.

        Waar wil je kijken?
        [Bij mij in de buurt] [Per thema] [Alles bekijken]
        """,
    )


@pytest.fixture
def allowed(person: Person, kans: Callable[[str], int]) -> Person:
    """Anna allowed all that is asked, and that others see her name."""
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "alleen", "Anna", "Ik wied.", "ja", "ja", *("overslaan",) * 5, "ja"):
        person.say(text)
    for text in ("medewerker", "Belt u mij?", "ja"):
        person.say(text)
    anna = Actor("person", 1, via="web")
    person.store.run(permit, anna, purpose="name", given=True, text="interest-news", scope="1")
    return person


def test_all_that_was_allowed_is_told_and_may_be_taken_back(
    allowed: Person, talk: Callable[..., None]
) -> None:
    allowed.say("mijn gegevens")

    assert allowed.text.split("\n\n")[2:5] == [
        "Je krijgt berichten over nieuwe kansen: de webchat.",
        "Bij één aanmelding mag de naam in het openbare verslag staan.",
        "Een medewerker mag lezen wat je hier schreef tot aan je bericht.",
    ]
    assert allowed.labels == [
        "Nieuws over kansen",
        "Naam in verslag",
        "Gesprek lezen",
        "Laat alles zo",
    ]


@pytest.mark.parametrize(
    ("label", "purposes"),
    [
        ("Nieuws over kansen", {"news"}),
        ("Naam in verslag", {"name"}),
        ("Gesprek lezen", {"talk"}),
        ("Laat alles zo", set()),
    ],
)
def test_what_is_taken_back_is_that_and_nothing_else(
    allowed: Person, rows: Callable[[str], list[Any]], label: str, purposes: set[str]
) -> None:
    allowed.say("mijn gegevens")
    allowed.press(label)

    kept = rows("SELECT purpose, how, text_version FROM consent WHERE NOT given")
    assert kept == [(purpose, "web", wording("my_data-back", "nl")) for purpose in purposes]


def test_nothing_is_asked_where_nothing_stands(allowed: Person) -> None:
    for label in ("Nieuws over kansen", "Naam in verslag", "Gesprek lezen"):
        allowed.say("mijn gegevens")
        allowed.press(label)

    allowed.say("mijn gegevens")

    assert allowed.labels[0] == "Kansen bekijken"


def test_file_is_offered_where_it_can_be_opened(
    waterdam: Store, talk_with: Callable[..., Person]
) -> None:
    person = talk_with(waterdam, "ben", channel="telegram")
    person.say("hoi")

    person.say("mijn gegevens")

    assert "mijn-gegevens.json" not in person.text
    assert "Wil je alles als bestand? Typ dan “medewerker”." in person.text
