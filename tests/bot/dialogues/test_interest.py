"""Express interest: five questions at most, then it counts; all else may be skipped."""

from collections.abc import Callable
from typing import Any

import pytest

from content.fluent import wording
from tests.bot.conftest import Person


def test_group_without_legal_form_signs_up_and_tells_more(
    begun: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    talk(
        begun,
        """
        > met een groep
        Hoe heet jullie groep? Een eigen naam mag, jullie straat ook.

        (stap 1 van 3)
        [Nog geen naam]
        > Buren van de Lindenstraat
        Wat wil je doen of meebrengen? Een paar zinnen is genoeg.

        (stap 2 van 3)
        > Wij zijn met zes buren en hebben elke zaterdag tijd.
        Dit ga ik opslaan
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Naam: Buren van de Lindenstraat
        Wie: groep bewoners
        Wat je doet of meebrengt: Wij zijn met zes buren en hebben elke zaterdag tijd.

        Dit is geen offerte, je zit nergens aan vast. Alleen medewerkers van gemeente Waterdam
        kunnen dit lezen.

        Klopt dit?

        (stap 3 van 3)
        [Ja, opslaan] [Nee, veranderen]
        > ja
        Gelukt, je aanmelding is binnen!
        Code: CODE
        Verstuurd op: 2 november 2026, 10:00
        Via: de webchat
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Naam: Buren van de Lindenstraat
        Wie: groep bewoners
        Wat je doet of meebrengt: Wij zijn met zes buren en hebben elke zaterdag tijd.
        Antwoord uiterlijk: 12 november 2026
        Iets veranderen: Typ “mijn aanmeldingen”.

        Nadia de Wit leest je bericht.

        Wil je nog iets meer vertellen? Het zijn nog 8 korte vragen, ongeveer 2 minuten. Overslaan
        mag altijd.
        [Ja, graag] [Nee, het is goed]
        > ja graag
        Met hoeveel mensen zijn jullie ongeveer?

        (stap 1 van 8)
        [Overslaan]
        > wij zijn met 6
        Wil je één onderdeel doen, of meer? Kies er een, of typ welke.

        (stap 2 van 8)
        [De borders met bloemen] [Het gras] [De hoek met de bank] [Overslaan]
        > 1 en 3
        Waar doe je het liefst iets? Noem een plek of een straat.

        (stap 3 van 8)
        [Overslaan]
        > Bij de bank
        Wat heb je van de gemeente nodig?

        (stap 4 van 8)
        [Overslaan]
        > geen geld, wel planten
        Met wie zou je graag samenwerken?

        (stap 5 van 8)
        [Overslaan]
        > De school
        Hoe kunnen we je nog meer bereiken? Typ een e-mailadres of telefoonnummer als je dat wilt.
        Alleen medewerkers zien het.

        (stap 6 van 8)
        [Overslaan]
        > anna@waterdam.example
        Zo bereiken we je: anna@waterdam.example.

        Wil je hier een bericht krijgen bij nieuwe kansen? Je kunt altijd “stop” typen.

        (stap 7 van 8)
        [Ja] [Nee]
        > nee
        Is er nog iemand bij jullie die mee mag lezen en antwoorden? Dan geef ik je een code voor
        die persoon.

        (stap 8 van 8)
        [Ja] [Nee]
        > nee
        Dit is veranderd in je aanmelding
        Code: CODE
        Verstuurd op: 2 november 2026, 10:00
        Via: de webchat
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Met hoeveel mensen: 6
        Onderdelen: De borders met bloemen en De hoek met de bank
        Waar: Bij de bank
        Wat je nodig hebt: geen geld, wel planten
        Met wie: De school
        Zo bereiken we je: anna@waterdam.example
        Iets veranderen: Typ “mijn aanmeldingen”.

        Dank je wel! We weten nu genoeg.

        Wil je later verder, ook op een ander apparaat? Bewaar dan de link naar dit gesprek.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language] [Ander kanaal]
        [Mijn gegevens]
        """,
    )

    assert rows("SELECT kind, name, legal_form FROM party") == [
        ("residents_group", "Buren van de Lindenstraat", None)
    ]
    assert rows("SELECT state, brings, people, area, needs, partners, reach FROM interest") == [
        (
            "new",
            "Wij zijn met zes buren en hebben elke zaterdag tijd.",
            6,
            "Bij de bank",
            "geen geld, wel planten",
            "De school",
            "anna@waterdam.example",
        )
    ]
    assert rows("SELECT json_array_length(part_keys), answer_by FROM interest") == [
        (2, "2026-11-12")
    ]
    assert rows("SELECT purpose, scope, given, how, text_version FROM consent") == [
        ("news", "web", 0, "web", wording("interest-news", "nl")),
    ]


def test_resident_alone_may_skip_all_the_rest(
    begun: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    talk(
        begun,
        """
        > alleen
        Hoe mogen we je noemen? Alleen je voornaam is genoeg.

        (stap 1 van 3)
        > Anna
        Wat wil je doen of meebrengen? Een paar zinnen is genoeg.

        (stap 2 van 3)
        > Ik kan elke week een uur wieden.
        Dit ga ik opslaan
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Naam: Anna
        Wie: bewoner
        Wat je doet of meebrengt: Ik kan elke week een uur wieden.

        Dit is geen offerte, je zit nergens aan vast. Alleen medewerkers van gemeente Waterdam
        kunnen dit lezen.

        Klopt dit?

        (stap 3 van 3)
        [Ja, opslaan] [Nee, veranderen]
        > [Ja, opslaan]
        Gelukt, je aanmelding is binnen!
        Code: CODE
        Verstuurd op: 2 november 2026, 10:00
        Via: de webchat
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Naam: Anna
        Wie: bewoner
        Wat je doet of meebrengt: Ik kan elke week een uur wieden.
        Antwoord uiterlijk: 12 november 2026
        Iets veranderen: Typ “mijn aanmeldingen”.

        Nadia de Wit leest je bericht.

        Wil je nog iets meer vertellen? Het zijn nog 6 korte vragen, ongeveer één minuut. Overslaan
        mag altijd.
        [Ja, graag] [Nee, het is goed]
        > [Ja, graag]
        Wil je één onderdeel doen, of meer? Kies er een, of typ welke.

        (stap 1 van 6)
        [De borders met bloemen] [Het gras] [De hoek met de bank] [Overslaan]
        > [Overslaan]
        Waar doe je het liefst iets? Noem een plek of een straat.

        (stap 2 van 6)
        [Overslaan]
        > weet ik niet
        Wat heb je van de gemeente nodig?

        (stap 3 van 6)
        [Overslaan]
        > -
        Met wie zou je graag samenwerken?

        (stap 4 van 6)
        [Overslaan]
        > geen idee
        Hoe kunnen we je nog meer bereiken? Typ een e-mailadres of telefoonnummer als je dat wilt.
        Alleen medewerkers zien het.

        (stap 5 van 6)
        [Overslaan]
        > sla over
        Wil je hier een bericht krijgen bij nieuwe kansen? Je kunt altijd “stop” typen.

        (stap 6 van 6)
        [Ja] [Nee]
        > overslaan
        Dank je wel! We weten nu genoeg.

        Wil je later verder, ook op een ander apparaat? Bewaar dan de link naar dit gesprek.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language] [Ander kanaal]
        [Mijn gegevens]
        """,
    )

    assert rows("SELECT kind, name FROM party") == [("resident", "Anna")]
    assert rows("SELECT people, area, needs, partners, reach, part_keys FROM interest") == [
        (None,) * 5 + ("[]",)
    ]
    assert rows("SELECT * FROM consent") == []


def test_who_has_told_enough_is_asked_one_thing_only(begun: Person) -> None:
    for text in ("alleen", "Anna", "Ik kan wieden.", "ja"):
        begun.say(text)

    asked = begun.say("nee")

    assert asked.startswith("Hoe kunnen we je nog meer bereiken?")
    assert begun.say("overslaan").startswith("Dank je wel! We weten nu genoeg.")


def test_who_has_told_enough_elsewhere_is_asked_nothing(
    phone: Person, kans: Callable[[str], int]
) -> None:
    phone.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "alleen", "Anna", "Ik kan wieden.", "ja"):
        phone.say(text)

    told = phone.say("nee")

    assert told == "Dank je wel! We weten nu genoeg.\n\nWat wil je doen?"


def test_back_leads_to_an_extra_that_was_stored_and_another_answer_takes_its_place(
    begun: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in ("alleen", "Anna", "Ik kan wieden.", "ja", "ja", "1", "Vlierlaan", "Gieters"):
        begun.say(text)
    before = rows("SELECT area, needs FROM interest")

    asked = [begun.say("terug").split("?")[0] for _ in range(2)]
    for text in ("overslaan", "Planten"):
        begun.say(text)

    assert asked == ["Wat heb je van de gemeente nodig", "Waar doe je het liefst iets"]
    assert (before, rows("SELECT area, needs FROM interest")) == (
        [("Vlierlaan", "Gieters")],
        [(None, "Planten")],
    )
    assert rows("SELECT field, before FROM interest_change ORDER BY id")[-2:] == [
        ("area", '"Vlierlaan"'),
        ("needs", '"Gieters"'),
    ]


def test_news_that_was_wanted_a_moment_ago_is_not_wanted_once_skipped(
    begun: Person, rows: Callable[[str], list[Any]]
) -> None:
    answers = ("voor een organisatie", "De Schoffel", "bedrijf", "Wieden.", "ja", "ja")
    for text in (*answers, *("overslaan",) * 6, "ja", "terug", "overslaan"):
        begun.say(text)

    assert rows("SELECT given FROM consent ORDER BY id") == [(1,), (0,)]


def test_news_is_not_asked_again_of_who_wants_it(
    begun: Person, kans: Callable[[str], int], rows: Callable[[str], list[Any]]
) -> None:
    for text in ("alleen", "Anna", "Wieden.", "ja", "ja", *("overslaan",) * 5, "ja"):
        begun.say(text)
    begun.enter(opportunity=kans("05"))

    for text in ("ik doe mee", "alleen", "Anna", "Strooien.", "ja"):
        begun.say(text)

    assert "Het zijn nog 5 korte vragen, ongeveer één minuut." in begun.text
    assert rows("SELECT given FROM consent") == [(1,)]


@pytest.mark.parametrize("said", ["kleding en stof, fietsen", "Fietsen en kleding", "2 en 3"])
def test_parts_are_typed_by_name_or_by_number(
    person: Person, kans: Callable[[str], int], rows: Callable[[str], list[Any]], said: str
) -> None:
    person.enter(opportunity=kans("03"))
    for text in ("ik doe mee", "alleen", "Anna", "Ik naai.", "ja", "ja", said):
        person.say(text)

    assert rows("SELECT part_keys FROM interest") == [('["clothes","bicycles"]',)]
