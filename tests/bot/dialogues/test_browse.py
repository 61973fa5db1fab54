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

        1. Begin een repaircafé op de Tjalkenwerf. Kun je een lamp, fiets of broek repareren? Op de
        Tjalkenwerf staat een werkplaats klaar voor een repaircafé van en voor buren. Reageren kan
        tot en met 7 december 2026.

        2. Samen koken in de buurtkeuken aan de Pannenkaai. Wie kookt er mee in de nieuwe
        buurtkeuken? We zoeken koks, buren en organisaties die er samen drie avonden per week van
        maken. Reageren kan tot en met 17 december 2026.

        3. Zorg mee voor het plantsoen in de Lindenstraat. De gemeente zoekt buren die samen het
        plantsoen in de Lindenstraat mooi houden. Gereedschap en geld voor planten zijn er. Reageren
        kan tot en met 14 december 2026.

        Waar wil je meer over weten?
        [Begin een repaircafé op de Tjalkenwerf] [Samen koken in de buurtkeuken aan de Pannenkaai]
        [Zorg mee voor het plantsoen in de Lindenstraat] [Andere buurt] [Per thema]
        [Alles, nieuw eerst] [Menu]
        > 3
        Zorg mee voor het plantsoen in de Lindenstraat. De gemeente zoekt buren die samen het
        plantsoen in de Lindenstraat mooi houden. Gereedschap en geld voor planten zijn er. Reageren
        kan tot en met 14 december 2026.

        Wat wil je doen?
        [Ik doe mee] [Vertel meer] [Wat vragen we?] [Ik heb een vraag] [Vragen van anderen]
        [Doorgeven] [Andere kansen]
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

    assert [first.count("Reageren kan tot en met"), second.count("Reageren kan tot en met")] == [
        5,
        3,
    ]
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
        In welke wijk of buurt woon je? Kies er een, of typ de naam.
        [Hazelmeden] [Sluiskom] [Vlierdammen] [Zilverkreken] [Bloesemdreef] [Hazelhorn]
        > Lindenkom
        Hier kun je nu aan meedoen:

        1. Hulp bij het huishouden, samen met de buurt. Waterdam zoekt partijen die 180 huishoudens
        helpen met het huishouden en daarbij samenwerken met elkaar en met de buurt. Reageren kan
        tot en met 17 december 2026.

        2. Zorg mee voor het plantsoen in de Lindenstraat. De gemeente zoekt buren die samen het
        plantsoen in de Lindenstraat mooi houden. Gereedschap en geld voor planten zijn er. Reageren
        kan tot en met 14 december 2026.

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

        1. Een buurtbatterij voor de Schapenwaard. Bewoners van de Schapenwaard willen zelf stroom
        opslaan in een buurtbatterij. De gemeente leent de grond. Wie doet er mee? Reageren kan tot
        en met 27 december 2026.

        Waar wil je meer over weten?
        [Een buurtbatterij voor de Schapenwaard] [Andere buurt] [Per thema] [Alles, nieuw eerst]
        [Menu]
        > [Menu]
        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )
