"""One opportunity: what it is, what others asked, and how it is passed on."""

from collections.abc import Callable
from typing import Any

import pytest

from content.texts import Texts
from outreach.interests.correct import correct_answer
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.store import Store
from tests.bot.conftest import Person
from tests.bot.dialogues.answering import NADIA, answered, said
from tests.clock import Clock
from tests.conftest import LOUD


@pytest.fixture
def strip(kans: Callable[[str], int]) -> int:
    return kans("01")


def test_card_comes_first_then_one_thing_at_a_time(
    person: Person, talk: Callable[..., None], strip: int
) -> None:
    person.enter(opportunity=strip)

    talk(
        person,
        """
        > [Vertel meer]
        Tussen nummer 12 en nummer 48 van de Lindenstraat ligt een plantsoen van 620 vierkante
        meter. Nu maait de gemeente daar zes keer per jaar. Veel buren vinden het kaal en saai. Zij
        willen bloemen, een bank en minder tegels. …

        Waar: Lindenkom.

        Wat wil je doen?
        [Ik doe mee] [Tijd] [Geld] [Wie beslist] [Goed om te weten] [Wat is er nodig?]
        [Ik heb een vraag] [Doorgeven] [Andere kansen]
        > [Geld]
        Geld: € 4.500 voor de hele tijd.

        Vorm: beheerovereenkomst.

        Jij zorgt voor iets van de gemeente. Wij schrijven samen op wie wat doet.

        De gemeente helpt met: geld, gereedschap en hulp bij het regelen.

        Wat wil je doen?
        [Ik doe mee] [Tijd] [Wie beslist] [Goed om te weten] [Wat is er nodig?] [Ik heb een vraag]
        [Doorgeven] [Andere kansen]
        > [Goed om te weten]
        Goed om te weten: kies een onderwerp.

        Wat wil je doen?
        [Ik doe mee] [Onderdelen] [Waar we op letten] [Wie regelt wat] [Verzekering]
        [Als iemand stopt] [Spullen lenen] [Vergoeding] [Grond en gebouw] [Wat is er nodig?]
        [Ik heb een vraag] [Doorgeven] [Andere kansen]
        > [Verzekering]
        Wie meewerkt, valt onder de verzekering voor vrijwilligers van de gemeente. Die betaalt bij
        een ongeluk en bij schade aan anderen. Jij betaalt daar niets voor.

        Wat wil je doen?
        [Ik doe mee] [Onderdelen] [Waar we op letten] [Wie regelt wat] [Als iemand stopt]
        [Spullen lenen] [Vergoeding] [Grond en gebouw] [Wat is er nodig?] [Ik heb een vraag]
        [Doorgeven] [Andere kansen]
        > tijd
        Start: 11 januari 2027. Hoe lang: 2 jaar, daarna kijken we samen verder.

        Reageren kan tot en met 14 december 2026.

        Wat wil je doen?
        [Ik doe mee] [Geld] [Wie beslist] [Goed om te weten] [Wat is er nodig?] [Ik heb een vraag]
        [Doorgeven] [Andere kansen]
        > [Wie beslist]
        Rol van de gemeente: helper op de achtergrond.

        De mensen die de borders doen, kiezen samen de planten. Alle bewoners van de Lindenstraat
        stemmen over de bank.

        Wil je iemand spreken? Nadia de Wit van de gemeente helpt je. Typ “medewerker”.

        Wat wil je doen?
        [Ik doe mee] [Tijd] [Geld] [Goed om te weten] [Wat is er nodig?] [Ik heb een vraag]
        [Doorgeven] [Andere kansen]
        > [Ik doe mee]
        Fijn! Doe je mee …

        (stap 1 van 3)
        [alleen] [met een groep] [voor een organisatie]
        """,
    )


def test_answers_to_others_are_there_to_read(
    person: Person, talk: Callable[..., None], strip: int, waterdam: Store, texts: Texts
) -> None:
    person.enter(opportunity=strip)
    before = person.labels
    answered(
        waterdam,
        texts,
        strip,
        "Mogen kinderen meedoen?",
        "Ja, heel graag. Kom wel samen met een volwassene.",
    )
    person.enter(opportunity=strip)

    talk(
        person,
        """
        > [Wat anderen vroegen]
        Dit vroegen anderen al:

        Vraag: Mogen kinderen meedoen?
        Antwoord: Ja, heel graag. Kom wel samen met een volwassene.

        Wat wil je doen?
        [Ik doe mee] [Vertel meer] [Wat is er nodig?] [Ik heb een vraag] [Wat anderen vroegen]
        [Doorgeven] [Andere kansen]
        """,
    )

    assert "Wat anderen vroegen" not in before


def test_answer_that_was_corrected_says_since_when(
    person: Person, talk: Callable[..., None], strip: int, waterdam: Store, texts: Texts
) -> None:
    answered(waterdam, texts, strip, "Mogen kinderen meedoen?", "Nee.")
    right: dict[str, Any] = {
        "answer": "Ja, heel graag.",
        "public_text": None,
        "say": said,
        "say_corrected": said,
    }
    waterdam.run(correct_answer, NADIA, question=1, quiet=LOUD, **right)
    person.enter(opportunity=strip)
    person.press("Wat anderen vroegen")

    assert (
        "Antwoord: Ja, heel graag.\n\nDit antwoord is verbeterd op 2 november 2026" in person.text
    )


def test_sharing_gives_everybody_their_own_trail_and_the_same_one_again(
    person: Person, talk: Callable[..., None], strip: int, rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=strip)

    talk(
        person,
        """
        > [Doorgeven]
        Leuk dat je het doorgeeft! Stuur deze link: https://waterdam.example/c/CODE

        Of noem de code: CODE

        Wat wil je doen?
        [Ik doe mee] [Vertel meer] [Wat is er nodig?] [Ik heb een vraag] [Doorgeven]
        [Andere kansen]
        """,
    )
    first = person.text
    person.press("Doorgeven")

    assert person.text == first
    assert rows("SELECT opportunity_id, kind, person_id FROM trail") == [(strip, "share", 1)]


def test_trail_brings_a_friend_who_asks_first_and_their_interest_keeps_it(
    person: Person,
    talk_with: Callable[..., Person],
    waterdam: Store,
    strip: int,
    rows: Callable[[str], list[Any]],
) -> None:
    person.enter(opportunity=strip)
    person.press("Doorgeven")
    [(code,)] = rows("SELECT code FROM code WHERE kind = 'trail'")
    friend = talk_with(waterdam, "bram")

    friend.say(code.lower())
    for text in (
        "ik heb een vraag",
        "Is er een wc?",
        "ik doe mee",
        "alleen",
        "Bram",
        "Ik kan maaien.",
        "ja",
    ):
        friend.say(text)

    assert rows("SELECT trail_id, brings FROM interest") == [(1, "Ik kan maaien.")]
    assert rows("SELECT id, trail_id FROM person") == [(1, None), (2, 1)]


def test_question_asked_at_the_card_comes_back_to_the_card(
    person: Person, talk: Callable[..., None], strip: int
) -> None:
    person.enter(opportunity=strip)

    talk(
        person,
        """
        > [Ik heb een vraag]
        Wat wil je weten? Alleen de gemeente leest je vraag.
        > Krijgen we ook bloembollen?
        Je vraag is verstuurd
        Nummer: 1
        Verstuurd op: 2 november 2026, 10:00
        Via: de webchat
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Je schreef: Krijgen we ook bloembollen?
        Antwoord uiterlijk: 12 november 2026
        Iets erbij zeggen: Typ “vraag”.

        Wat wil je doen?
        [Ik doe mee] [Vertel meer] [Wat is er nodig?] [Ik heb een vraag] [Doorgeven]
        [Andere kansen]
        """,
    )


def test_closed_one_can_still_be_read(person: Person, strip: int, waterdam: Store) -> None:
    waterdam.run(move_opportunity, NADIA, opportunity=strip, state="closed")

    person.enter(opportunity=strip)

    assert person.text.split("\n\n")[2:] == [
        "Je kunt hier niet meer op reageren. De kans is gesloten.",
        "Wat wil je doen?",
    ]
    assert person.labels == ["Andere kansen"]


def test_one_whose_time_is_over_is_closed_at_once(person: Person, strip: int, clock: Clock) -> None:
    clock.passes(days=60)

    person.enter(opportunity=strip)

    assert "Je kunt hier niet meer op reageren. De kans is gesloten." in person.text
    assert person.labels == ["Andere kansen"]


def test_one_without_translation_says_so_in_english(
    english: Person, strip: int, waterdam: Store
) -> None:
    waterdam.run(set_facts, NADIA, opportunity=strip, translations={})

    english.enter(opportunity=strip)

    assert english.text.split("\n\n")[1].startswith(
        "Zorg mee voor het plantsoen in de Lindenstraat\n"
    )
    assert english.text.split("\n\n")[2:] == ["(only in Dutch)", "What would you like to do?"]


def test_draft_is_unseen(person: Person, talk: Callable[..., None], waterdam: Store) -> None:
    waterdam.run(
        lambda unit: unit.connection.exec_driver_sql(
            "UPDATE opportunity SET version = 0 WHERE id = 1"
        ),
        NADIA,
    )

    person.enter(opportunity=1)

    assert person.text.split("\n\n")[1:] == [
        "Deze kans ken ik niet. Misschien is die al weg.",
        "Wat wil je doen?",
    ]


def test_person_who_came_by_no_trail_goes_on_to_the_next_answer(
    person: Person, told: Callable[..., str]
) -> None:
    person.enter(opportunity=1)

    person.press("Vertel meer")
    person.press("Tijd")

    assert told("talk-failed") not in person.text
    assert person.text.endswith(told("opportunity-next"))
