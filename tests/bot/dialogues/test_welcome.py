"""The first conversation: what this is, and where to look."""

from collections.abc import Callable
from typing import Any

from tests.bot.conftest import Person


def test_near_home_forgives_a_spelling_mistake(
    person: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    talk(
        person,
        """
        > hallo
        Hoi! Ik ben de automatische assistent van gemeente Waterdam, geen mens.

        De gemeente zoekt mensen die een taak in de buurt willen overnemen of delen. Denk aan
        groen, samen koken of een buurthuis. Je hoeft geen bedrijf of vereniging te zijn.

        Waar wil je kijken?
        [Bij mij in de buurt] [Per thema] [Alles bekijken]
        > [Bij mij in de buurt]
        Waar woon je? Kies een wijk of buurt, of typ je straat of postcode.
        [Hazelmeden] [Sluiskom] [Vlierdammen] [Zilverkreken] [Bloesemdreef] [Hazelhorn]
        > Panenkaay
        Hier kun je nu aan meedoen:

        1. Hulp bij het huishouden, samen met de buurt Waar: Waterdam Geld: € 3.283.200 Tot en met:
        17 december 2026

        2. Samen koken in de buurtkeuken aan de Pannenkaai Waar: Pannenkaai en Waagsteiger Geld: €
        96.000 Tot en met: 17 december 2026

        Waar wil je meer over weten?
        [Hulp bij het huishouden, samen met de buurt]
        [Samen koken in de buurtkeuken aan de Pannenkaai] [Andere buurt] [Per thema]
        [Alles, nieuw eerst] [Menu]
        """,
    )

    assert rows("SELECT place.name, themes FROM person JOIN place ON place.id = place_id") == [
        ("Pannenkaai", "[]")
    ]


def test_theme_is_remembered(
    person: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    person.say("hoi")

    talk(
        person,
        """
        > 2
        Welk thema vind je leuk?
        [groen] [ontmoeten] [zorg] [jeugd] [sport] [cultuur] [energie] [werk] [veiligheid]
        [verkeer] [afval] [overig]
        > afval
        Hier kun je nu aan meedoen:

        1. Begin een repaircafé op de Tjalkenwerf Waar: Tjalkenwerf Geld: € 1.800 Tot en met: 7
        december 2026

        Waar wil je meer over weten?
        [Begin een repaircafé op de Tjalkenwerf] [Andere buurt] [Per thema] [Alles, nieuw eerst]
        [Menu]
        """,
    )

    assert rows("SELECT place_id, themes FROM person") == [(None, '["afval"]')]


def test_everything_stores_nothing_of_the_person(
    person: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    person.say("hoi")

    person.press("Alles bekijken")

    assert person.text.startswith(
        "Hier kun je nu aan meedoen:\n\n1. Een buurtbatterij voor de Schapenwaard\n"
    )
    assert rows("SELECT place_id, themes FROM person") == [(None, "[]")]


def test_unknown_neighbourhood_is_asked_in_other_words_and_back_is_a_way_out(
    person: Person, talk: Callable[..., None]
) -> None:
    person.say("hoi")

    talk(
        person,
        """
        > in de buurt
        Waar woon je? Kies een wijk of buurt, of typ je straat of postcode.
        [Hazelmeden] [Sluiskom] [Vlierdammen] [Zilverkreken] [Bloesemdreef] [Hazelhorn]
        > Amsterdam
        Die plek ken ik niet. Typ je straat of postcode, of kies een wijk of buurt.

        Waar woon je? Kies een wijk of buurt, of typ je straat of postcode.
        [Hazelmeden] [Sluiskom] [Vlierdammen] [Zilverkreken] [Bloesemdreef] [Hazelhorn]
        > de Jordaan
        Ik zoek je wijk of buurt. Typ je straat of postcode, zonder huisnummer. Liever niet? Typ dan
        “kansen”.

        Waar woon je? Kies een wijk of buurt, of typ je straat of postcode.
        [Hazelmeden] [Sluiskom] [Vlierdammen] [Zilverkreken] [Bloesemdreef] [Hazelhorn]
        > terug
        De gemeente zoekt mensen die een taak in de buurt willen overnemen of delen. Denk aan groen,
        samen koken of een buurthuis. Je hoeft geen bedrijf of vereniging te zijn.

        Waar wil je kijken?
        [Bij mij in de buurt] [Per thema] [Alles bekijken]
        """,
    )


def test_third_misunderstanding_offers_a_human(person: Person, talk: Callable[..., None]) -> None:
    person.say("hoi")
    person.press("Per thema")
    person.say("blauw")
    person.say("paars")

    talk(
        person,
        """
        > roze
        Sorry, ik begrijp je nog steeds niet. Wil je een medewerker spreken? Typ dan “medewerker”.

        Welk thema vind je leuk?
        [groen] [ontmoeten] [zorg] [jeugd] [sport] [cultuur] [energie] [werk] [veiligheid]
        [verkeer] [afval] [overig] [Medewerker]
        > [Medewerker]
        Wat wil je aan een medewerker vragen of vertellen? Alleen de gemeente leest dit.
        """,
    )
