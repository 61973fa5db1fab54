"""A question: what is published answers it first, then a promise with a date."""

from collections.abc import Callable
from typing import Any

import pytest

from content.message import Message
from content.texts import Texts
from outreach.interests.question import answer_question, ask_question
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.bot.conftest import Person
from tests.clock import Clock
from tests.conftest import LOUD

NADIA = Actor("staff", 1)


@pytest.fixture
def strip(kans: Callable[[str], int], waterdam: Store, texts: Texts) -> int:
    """The green strip, about which somebody asked something already."""
    other, _ = waterdam.run(meet, NOBODY, channel="web", external_id="other", language="nl")
    asked = "Krijgen we gereedschap van de gemeente?"
    waterdam.run(ask_question, Actor("person", other), opportunity=kans("01"), text=asked)

    def notice(language: str, question: str, answer: str) -> Message:
        return texts.message("notice-answer", language, question=question, answer=answer)

    waterdam.run(
        answer_question,
        NADIA,
        question=1,
        answer="Ja: een maaier en scheppen.",
        public_text=asked,
        say=notice,
        quiet=LOUD,
    )
    return kans("01")


def test_like_question_comes_first_and_may_be_enough(
    person: Person, talk: Callable[..., None], strip: int, rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=strip)

    talk(
        person,
        """
        > ik heb een vraag
        Wat wil je weten? Alleen de gemeente leest je vraag.
        > Is er gereedschap van de gemeente?
        Dit lijkt op een vraag van iemand anders:
        Vraag: Krijgen we gereedschap van de gemeente?
        Antwoord: Ja: een maaier en scheppen.

        Dit staat bij deze kans:

        “Gereedschap en geld voor planten zijn er.”

        Is dat wat je zocht?
        [Ja, dank je] [Nee, stel mijn vraag] [Ik doe mee]
        > [Ja, dank je]
        Mooi! Dan hoef je niet te wachten.

        We gaan verder waar je was.

        Wat wil je doen?
        [Ik doe mee] [Vertel meer] [Wat is er nodig?] [Ik heb een vraag] [Wat anderen vroegen]
        [Doorgeven] [Andere kansen]
        """,
    )

    assert rows("SELECT count(*) FROM question") == [(1,)]


def test_question_is_sent_with_a_promise(
    person: Person, talk: Callable[..., None], strip: int, rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=strip)
    person.press("Ik heb een vraag")

    talk(
        person,
        """
        > Mag mijn hond mee naar het gereedschap van de gemeente?
        Dit lijkt op een vraag van iemand anders:
        Vraag: Krijgen we gereedschap van de gemeente?
        Antwoord: Ja: een maaier en scheppen.

        Dit staat bij deze kans:

        “Gereedschap en geld voor planten zijn er.”

        Is dat wat je zocht?
        [Ja, dank je] [Nee, stel mijn vraag] [Ik doe mee]
        > [Nee, stel mijn vraag]
        Je vraag is verstuurd
        Nummer: 2
        Verstuurd op: 2 november 2026, 10:00
        Via: de webchat
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Je schreef: Mag mijn hond mee naar het gereedschap van de gemeente?
        Antwoord uiterlijk: 12 november 2026
        Iets erbij zeggen: Typ “vraag”.

        Wat wil je doen?
        [Ik doe mee] [Vertel meer] [Wat is er nodig?] [Ik heb een vraag] [Wat anderen vroegen]
        [Doorgeven] [Andere kansen]
        """,
    )

    assert rows(
        "SELECT opportunity_id, kind, text, answer_by, for_all FROM question WHERE id = 2"
    ) == [
        (
            strip,
            "question",
            "Mag mijn hond mee naar het gereedschap van de gemeente?",
            "2026-11-12",
            0,
        )
    ]


def test_question_in_mid_interest_comes_back_to_it(
    person: Person, talk: Callable[..., None], strip: int
) -> None:
    person.enter(opportunity=strip)
    person.press("Ik doe mee")
    person.press("alleen")

    talk(
        person,
        """
        > vraag
        Wat wil je weten? Alleen de gemeente leest je vraag.
        > Krijg ik gereedschap van de gemeente?
        Dit lijkt op een vraag van iemand anders:
        Vraag: Krijgen we gereedschap van de gemeente?
        Antwoord: Ja: een maaier en scheppen.

        Dit staat bij deze kans:

        “Gereedschap en geld voor planten zijn er.”

        Is dat wat je zocht?
        [Ja, dank je] [Nee, stel mijn vraag] [Ik doe mee]
        > ja
        Mooi! Dan hoef je niet te wachten.

        We gaan verder waar je was.

        Hoe mogen we je noemen? Alleen je voornaam is genoeg.

        (stap 1 van 3)
        > Anna
        Wat wil je doen of meebrengen? Een paar zinnen is genoeg.

        (stap 2 van 3)
        """,
    )


def test_after_the_deadline_it_is_refused_kindly_and_a_human_still_listens(
    person: Person,
    talk: Callable[..., None],
    strip: int,
    clock: Clock,
    rows: Callable[[str], list[Any]],
) -> None:
    clock.passes(days=35)
    person.enter(opportunity=strip)
    person.press("Ik heb een vraag")

    talk(
        person,
        """
        > Mag mijn hond mee?
        Vragen stellen kon tot en met 30 november 2026. Wil je toch iemand spreken? Typ dan
        “medewerker”.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )
    person.enter(opportunity=strip)
    person.say("medewerker")
    person.say("Mag mijn hond mee?")

    assert rows("SELECT kind, opportunity_id, text FROM question WHERE id > 1") == [
        ("human", strip, "Mag mijn hond mee?")
    ]


def test_question_from_the_menu_is_about_nothing_in_particular(
    person: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    person.say("hoi")
    person.say("menu")

    talk(
        person,
        """
        > [Een vraag stellen]
        Wat wil je weten? Alleen de gemeente leest je vraag.
        > Wanneer is het stadhuis open?
        Je vraag is verstuurd
        Nummer: 1
        Verstuurd op: 2 november 2026, 10:00
        Via: de webchat
        Je schreef: Wanneer is het stadhuis open?
        Antwoord uiterlijk: 12 november 2026
        Iets erbij zeggen: Typ “vraag”.

        We gaan verder waar je was.

        Waar wil je kijken?
        [Bij mij in de buurt] [Per thema] [Alles bekijken]
        """,
    )

    assert rows("SELECT opportunity_id, kind FROM question") == [(None, "question")]


def test_what_is_published_is_said_with_its_source_and_may_be_enough(
    person: Person,
    talk: Callable[..., None],
    kans: Callable[[str], int],
    rows: Callable[[str], list[Any]],
) -> None:
    person.enter(opportunity=kans("07"))
    person.press("Ik heb een vraag")

    talk(
        person,
        """
        > wat is het uurtarief
        Dit staat bij deze kans:

        “De gemeente betaalt 38 euro per uur.”

        Is dat wat je zocht?
        [Ja, dank je] [Nee, stel mijn vraag] [Ik doe mee]
        > ja
        Mooi! Dan hoef je niet te wachten.

        Wat wil je doen?
        [Ik doe mee] [Vertel meer] [Wat is er nodig?] [Ik heb een vraag] [Doorgeven]
        [Andere kansen]
        """,
    )

    assert rows("SELECT count(*) FROM question") == [(0,)]


@pytest.mark.parametrize("answer", ["nee", "Nee, stel mijn vraag"])
def test_what_is_not_enough_is_sent_with_one_tap(
    answer: str, person: Person, kans: Callable[[str], int], rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=kans("07"))
    person.say("wat is het uurtarief?")

    person.say(answer)

    assert rows("SELECT opportunity_id, text FROM question") == [
        (kans("07"), "wat is het uurtarief?")
    ]


@pytest.mark.parametrize(
    "answer", ["nee dank je", "bedankt", "nee hoor, dank je wel", "nee bedankt"]
)
def test_thanks_with_a_no_is_enough(
    answer: str, person: Person, strip: int, rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=strip)
    person.say("is er gereedschap?")

    assert "Mooi! Dan hoef je niet te wachten." in person.say(answer)
    assert rows("SELECT count(*) FROM question") == [(1,)]


@pytest.mark.parametrize("words", ["Ik doe mee", "ja ik doe mee", "mooi, ik wil meedoen"])
def test_who_knows_enough_takes_part_at_once(
    words: str, person: Person, strip: int, told: Callable[..., str], rows: Callable[[str], Any]
) -> None:
    person.enter(opportunity=strip)
    person.say("is er gereedschap?")

    person.say(words)

    assert told("interest-kind") in person.text
    assert rows("SELECT count(*) FROM question") == [(1,)]


def test_who_takes_part_half_way_goes_on_there(
    person: Person, strip: int, told: Callable[..., str]
) -> None:
    person.enter(opportunity=strip)
    person.say("ik doe mee")
    person.say("alleen")
    person.say("vraag")
    person.say("is er gereedschap?")

    person.press("Ik doe mee")

    assert told("talk-resume") in person.text
    assert told("interest-own-name") in person.text


def test_question_about_a_thing_that_stands_nowhere_is_sent_and_that_is_said(
    person: Person, strip: int, rows: Callable[[str], list[Any]], told: Callable[..., str]
) -> None:
    person.enter(opportunity=strip)
    person.press("Ik heb een vraag")

    person.say("Moet ik een vog hebben?")

    assert told("answers-unnamed", thing="vog") in person.text
    assert rows("SELECT count(*) FROM question") == [(2,)]
