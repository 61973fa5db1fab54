"""Look around, five at a time."""

from collections.abc import Callable
from typing import Any

from tests.bot.conftest import Person


def test_pages_hold_five_and_the_number_opens_one(
    person: Person, talk: Callable[..., None]
) -> None:
    person.say("hallo")
    person.press("Alles bekijken")

    talk(
        person,
        """
        > [Meer kansen]
        Hier kun je nu aan meedoen:

        6. Begin een repaircafé op de Tjalkenwerf Waar: Tjalkenwerf Geld: € 1.800 Tot en met: 7
        december 2026

        7. Samen koken in de buurtkeuken aan de Pannenkaai Waar: Pannenkaai en Waagsteiger Geld: €
        96.000 Tot en met: 17 december 2026

        8. Zorg mee voor het plantsoen in de Lindenstraat Waar: Lindenkom Geld: € 4.500 Tot en met:
        14 december 2026

        Waar wil je meer over weten?
        [Begin een repaircafé op de Tjalkenwerf] [Samen koken in de buurtkeuken aan de Pannenkaai]
        [Zorg mee voor het plantsoen in de Lindenstraat] [Andere buurt] [Per thema]
        [Alles, nieuw eerst] [Menu]
        > 8
        Zorg mee voor het plantsoen in de Lindenstraat De gemeente zoekt buren die samen het
        plantsoen in de Lindenstraat mooi houden. Gereedschap en geld voor planten zijn er. Waar:
        Lindenkom Geld: € 4.500 Reageren tot en met: 14 december 2026

        Wat wil je doen?
        [Ik doe mee] [Vertel meer] [Wat is er nodig?] [Ik heb een vraag] [Doorgeven]
        [Andere kansen]
        """,
    )


def test_pages_together_hold_every_open_opportunity_once(
    person: Person, rows: Callable[[str], list[Any]]
) -> None:
    person.say("hallo")
    first = person.press("Alles bekijken")
    labels = [person.labels[:5]]
    second = person.press("Meer kansen")
    labels.append(person.labels[:3])

    titles = [title for page in labels for title in page]

    assert [page.count("Tot en met:") for page in (first, second)] == [5, 3]
    assert [n for n in range(1, 10) if f"\n{n}. " in first + second] == [*range(1, 9)]
    assert len(set(titles)) == 8
    assert "Meer kansen" not in person.labels


def test_nothing_open_says_where_else_to_look(
    person: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    person.say("hallo")
    person.press("Per thema")

    talk(
        person,
        """
        > overig
        Hier is nu niets open. Kijk eens bij een andere buurt of een ander thema.

        Waar wil je meer over weten?
        [Andere buurt] [Per thema] [Alles, nieuw eerst] [Menu]
        > [Andere buurt]
        Waar woon je? Kies een wijk of buurt, of typ je straat of postcode.
        [Hazelmeden] [Sluiskom] [Vlierdammen] [Zilverkreken] [Bloesemdreef] [Hazelhorn]
        > Lindenkom
        Hier kun je nu aan meedoen:

        1. Hulp bij het huishouden, samen met de buurt Waar: Waterdam Geld: € 3.283.200 Tot en met:
        17 december 2026

        2. Zorg mee voor het plantsoen in de Lindenstraat Waar: Lindenkom Geld: € 4.500 Tot en met:
        14 december 2026

        Waar wil je meer over weten?
        [Hulp bij het huishouden, samen met de buurt]
        [Zorg mee voor het plantsoen in de Lindenstraat] [Andere buurt] [Per thema]
        [Alles, nieuw eerst] [Menu]
        """,
    )

    assert rows("SELECT place.name FROM person JOIN place ON place.id = place_id") == [
        ("Lindenkom",)
    ]


def test_theme_may_be_changed_and_the_menu_is_near(
    person: Person, talk: Callable[..., None]
) -> None:
    person.say("hallo")
    person.press("Alles bekijken")
    person.press("Per thema")

    talk(
        person,
        """
        > energie
        Hier kun je nu aan meedoen:

        1. Een buurtbatterij voor de Schapenwaard Waar: Schapenwaard Geld: € 8.000 Tot en met: 27
        december 2026

        Waar wil je meer over weten?
        [Een buurtbatterij voor de Schapenwaard] [Andere buurt] [Per thema] [Alles, nieuw eerst]
        [Menu]
        > [Menu]
        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language] [Ander kanaal]
        [Mijn gegevens]
        """,
    )
