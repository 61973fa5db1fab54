"""Express interest: five questions at most, then it counts; all else may be skipped."""

from collections.abc import Callable
from typing import Any

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
        Dit ga ik opslaan:
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Naam: Buren van de Lindenstraat (groep bewoners)
        Wat je doet of meebrengt: Wij zijn met zes buren en hebben elke zaterdag tijd.

        Dit is geen offerte, je zit nergens aan vast. Alleen medewerkers van gemeente Waterdam
        kunnen dit lezen.

        Klopt dit?

        (stap 3 van 3)
        [Ja, opslaan] [Nee, veranderen]
        > ja
        Gelukt, je aanmelding is binnen! Je code is CODE. Bewaar die goed.

        Nadia de Wit leest je bericht. Je hoort uiterlijk 12 november 2026 van ons.

        Wil je nog iets meer vertellen? Het zijn een paar korte vragen, en overslaan mag altijd.
        [Ja, graag] [Nee, het is goed]
        > ja graag
        Met hoeveel mensen zijn jullie ongeveer?
        [Overslaan]
        > wij zijn met 6
        Wil je één onderdeel doen, of meer? Kies er een, of typ de nummers.
        [De borders met bloemen] [Het gras] [De hoek met de bank] [Overslaan]
        > 1 en 3
        Waar doe je het liefst iets? Noem een plek of een straat.
        [Overslaan]
        > Bij de bank
        Wat heb je van de gemeente nodig?
        [Overslaan]
        > geen geld, wel planten
        Met wie zou je graag samenwerken?
        [Overslaan]
        > De school
        Is er nog iemand bij jullie die mee mag lezen en antwoorden? Dan geef ik je een code voor
        die persoon.
        [Ja] [Nee] [Overslaan]
        > nee
        Hoe kunnen we je nog meer bereiken? Typ een e-mailadres of telefoonnummer als je dat wilt.
        Alleen medewerkers zien het.
        [Overslaan]
        > anna@waterdam.example
        Zo bereiken we je: anna@waterdam.example.

        Wil je hier een bericht krijgen bij nieuwe kansen in je buurt? Je kunt altijd “stop” typen.
        [Ja] [Nee] [Overslaan]
        > nee
        Dank je wel! We weten nu genoeg.

        Wil je later verder, ook op een ander apparaat? Bewaar dan de link naar dit gesprek:
        https://waterdam.example/chat/bewaar

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
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
        Dit ga ik opslaan:
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Naam: Anna (bewoner)
        Wat je doet of meebrengt: Ik kan elke week een uur wieden.

        Dit is geen offerte, je zit nergens aan vast. Alleen medewerkers van gemeente Waterdam
        kunnen dit lezen.

        Klopt dit?

        (stap 3 van 3)
        [Ja, opslaan] [Nee, veranderen]
        > [Ja, opslaan]
        Gelukt, je aanmelding is binnen! Je code is CODE. Bewaar die goed.

        Nadia de Wit leest je bericht. Je hoort uiterlijk 12 november 2026 van ons.

        Wil je nog iets meer vertellen? Het zijn een paar korte vragen, en overslaan mag altijd.
        [Ja, graag] [Nee, het is goed]
        > [Ja, graag]
        Wil je één onderdeel doen, of meer? Kies er een, of typ de nummers.
        [De borders met bloemen] [Het gras] [De hoek met de bank] [Overslaan]
        > [Overslaan]
        Waar doe je het liefst iets? Noem een plek of een straat.
        [Overslaan]
        > weet ik niet
        Wat heb je van de gemeente nodig?
        [Overslaan]
        > -
        Met wie zou je graag samenwerken?
        [Overslaan]
        > geen idee
        Hoe kunnen we je nog meer bereiken? Typ een e-mailadres of telefoonnummer als je dat wilt.
        Alleen medewerkers zien het.
        [Overslaan]
        > sla over
        Wil je hier een bericht krijgen bij nieuwe kansen in je buurt? Je kunt altijd “stop” typen.
        [Ja] [Nee] [Overslaan]
        > overslaan
        Dank je wel! We weten nu genoeg.

        Wil je later verder, ook op een ander apparaat? Bewaar dan de link naar dit gesprek:
        https://waterdam.example/chat/bewaar

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )

    assert rows("SELECT kind, name FROM party") == [("resident", "Anna")]
    assert rows("SELECT people, area, needs, partners, reach, part_keys FROM interest") == [
        (None,) * 5 + ("[]",)
    ]
    assert rows("SELECT * FROM consent") == []


def test_who_has_told_enough_is_asked_two_things_only(begun: Person) -> None:
    for text in ("alleen", "Anna", "Ik kan wieden.", "ja"):
        begun.say(text)

    asked = [
        begun.say(text).split("?")[0].split("\n\n")[-1] for text in ("nee", "overslaan", "nee")
    ]

    assert asked == [
        "Hoe kunnen we je nog meer bereiken",
        "Wil je hier een bericht krijgen bij nieuwe kansen in je buurt",
        "Wil je later verder, ook op een ander apparaat",
    ]
