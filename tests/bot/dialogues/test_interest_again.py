"""Express interest, change it, go back, give up, come back, or try twice."""

from collections.abc import Callable
from typing import Any

from outreach.store.store import Store
from tests.bot.conftest import Person
from tests.clock import Clock


def test_volunteer_changes_two_answers_before_it_counts(
    begun: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    for text in ("alleen", "Anna", "Ik kan wieden."):
        begun.say(text)

    talk(
        begun,
        """
        > nee
        Wat wil je veranderen?
        [Alleen of samen] [Je naam] [Wat je doet]
        > [Alleen of samen]
        Fijn! Doe je mee …

        (stap 1 van 3)
        [alleen] [met een groep] [voor een organisatie]
        > groep
        Hoe heet jullie groep? Een eigen naam mag, jullie straat ook.

        (stap 1 van 3)
        [Nog geen naam]
        > De buren
        Dit ga ik opslaan
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Naam: De buren
        Wie: groep bewoners
        Wat je doet of meebrengt: Ik kan wieden.

        Dit is geen offerte, je zit nergens aan vast. Alleen medewerkers van gemeente Waterdam
        kunnen dit lezen.

        Klopt dit?

        (stap 3 van 3)
        [Ja, opslaan] [Nee, veranderen]
        > [Nee, veranderen]
        Wat wil je veranderen?
        [Alleen of samen] [De naam van de groep] [Wat je doet]
        > [Wat je doet]
        Wat wil je doen of meebrengen? Een paar zinnen is genoeg.

        (stap 2 van 3)
        > Wij wieden en maaien.
        Dit ga ik opslaan
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Naam: De buren
        Wie: groep bewoners
        Wat je doet of meebrengt: Wij wieden en maaien.

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
        Naam: De buren
        Wie: groep bewoners
        Wat je doet of meebrengt: Wij wieden en maaien.
        Antwoord uiterlijk: 12 november 2026
        Iets veranderen: Typ “mijn aanmeldingen”.

        Nadia de Wit leest je bericht.

        Wil je nog iets meer vertellen? Het zijn nog 8 korte vragen, ongeveer 2 minuten. Overslaan
        mag altijd.
        [Ja, graag] [Nee, het is goed]
        """,
    )

    assert rows("SELECT kind, name, brings FROM party JOIN interest ON party_id = party.id") == [
        ("residents_group", "De buren", "Wij wieden en maaien.")
    ]


def test_back_drops_the_last_answer_until_it_counts(
    begun: Person, talk: Callable[..., None]
) -> None:
    for text in ("voor een organisatie", "De Schofel"):
        begun.say(text)

    talk(
        begun,
        """
        > terug
        Goed om te weten: deze kans is vooral voor bewoners. Jullie doen mee als partner van de
        bewoners.

        Hoe heet je organisatie?

        (stap 1 van 3)
        > De Schoffel
        Wat voor organisatie is het?

        (stap 1 van 3)
        [vereniging/stichting] [sociale onderneming] [bedrijf] [woningcorporatie] [zorg of welzijn]
        [school] [andere organisatie]
        > [sociale onderneming]
        Wat wil je doen of meebrengen? Een paar zinnen is genoeg.

        (stap 2 van 3)
        > Tien mensen en een aanhanger.
        Dit ga ik opslaan
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Naam: De Schoffel
        Wie: sociale onderneming
        Wat je doet of meebrengt: Tien mensen en een aanhanger.

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
        Naam: De Schoffel
        Wie: sociale onderneming
        Wat je doet of meebrengt: Tien mensen en een aanhanger.
        Antwoord uiterlijk: 12 november 2026
        Iets veranderen: Typ “mijn aanmeldingen”.

        Nadia de Wit leest je bericht.

        Wil je nog iets meer vertellen? Het zijn nog 9 korte vragen, ongeveer 2 minuten. Overslaan
        mag altijd.
        [Ja, graag] [Nee, het is goed]
        > terug
        Verder terug kan hier niet. Wat je al hebt verstuurd, blijft staan.

        Wil je nog iets meer vertellen? Het zijn nog 9 korte vragen, ongeveer 2 minuten. Overslaan
        mag altijd.
        [Ja, graag] [Nee, het is goed]
        """,
    )


def test_giving_up_half_way_is_no_loss(
    begun: Person,
    talk: Callable[..., None],
    talk_with: Callable[..., Person],
    waterdam: Store,
    clock: Clock,
    rows: Callable[[str], list[Any]],
) -> None:
    begun.say("met een groep")
    begun.say("De buren")
    clock.passes(days=5)
    later = talk_with(waterdam, "anna")

    talk(
        later,
        """
        > Wij hebben zes scheppen.
        Dit ga ik opslaan
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Naam: De buren
        Wie: groep bewoners
        Wat je doet of meebrengt: Wij hebben zes scheppen.

        Dit is geen offerte, je zit nergens aan vast. Alleen medewerkers van gemeente Waterdam
        kunnen dit lezen.

        Klopt dit?

        (stap 3 van 3)
        [Ja, opslaan] [Nee, veranderen]
        > cancel
        Goed, we stoppen hiermee.

        Er is niets verstuurd.

        Wat wil je doen?
        [Ik doe mee] [Vertel meer] [Wat is er nodig?] [Ik heb een vraag] [Doorgeven] [Andere kansen]
        > menu
        Wat wil je doen?
        [Verder waar ik was] [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen]
        [Taal · Language] [Ander kanaal] [Mijn gegevens]
        """,
    )

    assert rows("SELECT count(*) FROM party") == [(0,)]


def test_cancelling_the_rest_keeps_the_interest(
    begun: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    for text in ("alleen", "Anna", "Ik kan wieden.", "ja", "ja"):
        begun.say(text)

    talk(
        begun,
        """
        > laat maar
        Goed, we stoppen hiermee.

        Wat je al hebt verstuurd, blijft staan.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )

    assert rows("SELECT state FROM interest") == [("new",)]


def test_who_comes_back_hears_that_what_they_told_before_stands_again(
    begun: Person, kans: Callable[[str], int], rows: Callable[[str], list[Any]]
) -> None:
    for text in ("alleen", "Anna", "Ik wied.", "ja", "ja", "overslaan", "Vlierlaan", "annuleer"):
        begun.say(text)
    for text in ("mijn aanmeldingen", "intrekken", "ja"):
        begun.say(text)
    begun.enter(opportunity=kans("01"))

    for text in ("ik doe mee", "alleen", "Anna", "Ik maai.", "ja"):
        begun.say(text)

    assert "Je had je hier al eens aangemeld, en dat ingetrokken." in begun.text
    assert rows("SELECT state, brings, area FROM interest") == [("new", "Ik maai.", "Vlierlaan")]
    assert rows("SELECT before FROM interest_change WHERE field = 'brings'") == [('"Ik wied."',)]
