"""Express interest a second time, or find that the opportunity changed or closed meanwhile."""

from collections.abc import Callable
from typing import Any

from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.conftest import Person

NADIA = Actor("staff", 1)


def test_same_party_twice_is_sent_to_its_own_interest(
    begun: Person,
    talk: Callable[..., None],
    kans: Callable[[str], int],
    rows: Callable[[str], list[Any]],
) -> None:
    answers = ("alleen", "Anna", "Ik kan wieden.", "ja")
    for text in (*answers, "annuleer"):
        begun.say(text)
    begun.enter(opportunity=kans("01"))
    begun.say("ik doe mee")
    for text in ("nog iemand aanmelden", *answers[:-1]):
        begun.say(text)

    talk(
        begun,
        """
        > ja
        Anna heeft zich hier al voor aangemeld. Kijk bij “mijn aanmeldingen”.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language] [Ander kanaal]
        [Mijn gegevens]
        > mijn aanmeldingen
        Je aanmelding voor “Zorg mee voor het plantsoen in de Lindenstraat”
        Naam: Anna
        Wie: bewoner
        Wat je doet of meebrengt: Ik kan wieden.
        Code: CODE
        Stand: nieuw
        Antwoord uiterlijk: 12 november 2026

        Wat wil je doen?
        [Veranderen] [Iets toevoegen] [Intrekken] [Kans bekijken] [Menu]
        """,
    )

    assert rows("SELECT count(*) FROM interest") == [(1,)]


def test_opportunity_that_changed_meanwhile_is_looked_at_again_and_the_answers_stay(
    begun: Person,
    talk: Callable[..., None],
    waterdam: Store,
    kans: Callable[[str], int],
    rows: Callable[[str], list[Any]],
) -> None:
    for text in ("alleen", "Anna", "Ik kan wieden."):
        begun.say(text)
    waterdam.run(
        set_facts,
        NADIA,
        opportunity=kans("01"),
        title="Zorg mee voor het plantsoen aan de Lindenlaan",
    )

    talk(
        begun,
        """
        > ja
        “Zorg mee voor het plantsoen aan de Lindenlaan” is net veranderd. Kijk nog even of het voor
        jou zo klopt.

        Dit ga ik opslaan
        Kans: Zorg mee voor het plantsoen aan de Lindenlaan
        Naam: Anna
        Wie: bewoner
        Wat je doet of meebrengt: Ik kan wieden.

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
        Kans: Zorg mee voor het plantsoen aan de Lindenlaan
        Naam: Anna
        Wie: bewoner
        Wat je doet of meebrengt: Ik kan wieden.
        Antwoord uiterlijk: 12 november 2026
        Iets veranderen: Typ “mijn aanmeldingen”.

        Nadia de Wit leest je bericht.

        Wil je nog iets meer vertellen? Het zijn nog 6 korte vragen, ongeveer één minuut. Overslaan
        mag altijd.
        [Ja, graag] [Nee, het is goed]
        """,
    )

    assert rows(
        "SELECT interest.version, opportunity.version FROM interest JOIN opportunity ON "
        "opportunity_id = opportunity.id"
    ) == [(2, 2)]


def test_opportunity_that_closed_meanwhile_takes_no_interest(
    begun: Person,
    talk: Callable[..., None],
    waterdam: Store,
    kans: Callable[[str], int],
    rows: Callable[[str], list[Any]],
) -> None:
    for text in ("alleen", "Anna", "Ik kan wieden."):
        begun.say(text)
    waterdam.run(move_opportunity, NADIA, opportunity=kans("01"), state="closed")

    talk(
        begun,
        """
        > ja
        Jammer, “Zorg mee voor het plantsoen in de Lindenstraat” is intussen afgelopen. Wat je hier
        typte, is niet verstuurd.

        Je kunt hier niet meer op reageren. De kans is gesloten.

        Wat wil je doen?
        [Andere kansen]
        """,
    )

    assert rows("SELECT count(*) FROM interest") == [(0,)]
