"""A question: what is published answers it first, then a promise with a date."""

from collections.abc import Callable
from typing import Any

from tests.bot.conftest import Person
from tests.clock import Clock


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


def test_question_about_a_thing_that_stands_nowhere_is_sent_and_that_is_said(
    person: Person, strip: int, rows: Callable[[str], list[Any]], told: Callable[..., str]
) -> None:
    person.enter(opportunity=strip)
    person.press("Ik heb een vraag")

    person.say("Moet ik een vog hebben?")

    assert told("answers-unnamed", thing="vog") in person.text
    assert rows("SELECT count(*) FROM question") == [(2,)]


def test_after_a_question_nothing_is_told_twice(
    person: Person, kans: Callable[[str], int], told: Callable[..., str]
) -> None:
    card = person.enter(opportunity=kans("01"))
    person.say("ik heb een vraag")

    sent = person.say("Mogen er ook rozen in de borders?")

    assert told("opportunity-next") in sent
    assert told("talk-hello") not in sent
    # what the card tells before its question does not come again
    assert card.split("\n\n")[1] not in sent
