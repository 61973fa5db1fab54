"""A private word with the contact official; the talk itself is read with permission only."""

from collections.abc import Callable
from typing import Any

import pytest

from content.fluent import wording
from content.texts import Texts
from outreach.interests.tell import Telling
from outreach.interests.write import write_to_party
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.conftest import Person
from tests.clock import Clock
from tests.conftest import LOUD


def test_message_goes_to_the_contact_by_name(
    person: Person,
    talk: Callable[..., None],
    kans: Callable[[str], int],
    rows: Callable[[str], list[Any]],
) -> None:
    person.enter(opportunity=kans("01"))

    talk(
        person,
        """
        > medewerker
        Je bericht gaat naar Nadia de Wit, over “Zorg mee voor het plantsoen in de Lindenstraat”.
        Wat wil je vragen of vertellen? Alleen de gemeente leest dit.
        > Ik zit in een rolstoel. Kan ik ook meedoen?
        Je bericht aan een medewerker is verstuurd
        Nummer: 1
        Verstuurd op: 2 november 2026, 10:00
        Via: de webchat
        Kans: Zorg mee voor het plantsoen in de Lindenstraat
        Je schreef: Ik zit in een rolstoel. Kan ik ook meedoen?
        Antwoord uiterlijk: 12 november 2026
        Iets erbij zeggen: Typ “medewerker”.

        Mag de medewerker ook dit gesprek lezen, tot hier? Dan hoef je niets twee keer te vertellen.
        [Ja] [Nee]
        > overslaan
        We gaan verder waar je was.

        Wat wil je doen?
        [Ik doe mee] [Vertel meer] [Wat is er nodig?] [Ik heb een vraag] [Doorgeven] [Andere kansen]
        """,
    )

    assert rows(
        "SELECT person_id, opportunity_id, kind, text, answer_by, for_all FROM question"
    ) == [(1, kans("01"), "human", "Ik zit in een rolstoel. Kan ik ook meedoen?", "2026-11-12", 0)]


def test_without_an_opportunity_any_colleague_answers(
    person: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    person.say("hoi")

    talk(
        person,
        """
        > ik wil een mens spreken
        Wat wil je aan een medewerker vragen of vertellen? Alleen de gemeente leest dit.
        > ???
        Dat begrijp ik niet goed. Kun je het anders zeggen?

        Wat wil je aan een medewerker vragen of vertellen? Alleen de gemeente leest dit.
        > Kunt u mij bellen?
        Je bericht aan een medewerker is verstuurd
        Nummer: 1
        Verstuurd op: 2 november 2026, 10:00
        Via: de webchat
        Je schreef: Kunt u mij bellen?
        Antwoord uiterlijk: 12 november 2026
        Iets erbij zeggen: Typ “medewerker”.

        Mag de medewerker ook dit gesprek lezen, tot hier? Dan hoef je niets twee keer te vertellen.
        [Ja] [Nee]
        > overslaan
        We gaan verder waar je was.

        Waar wil je kijken?
        [Bij mij in de buurt] [Per thema] [Alles bekijken]
        """,
    )

    assert rows("SELECT opportunity_id, kind, text FROM question") == [
        (None, "human", "Kunt u mij bellen?")
    ]


@pytest.mark.parametrize(
    ("answer", "given", "said"),
    [
        (
            "ja",
            1,
            (
                "Goed, de medewerker kan het gesprek lezen. Bij “mijn gegevens” neem je dat weer "
                "terug."
            ),
        ),
        ("nee", 0, "Goed, de medewerker leest alleen je bericht."),
    ],
)
def test_whether_the_talk_may_be_read_is_kept_with_proof(
    person: Person, rows: Callable[[str], list[Any]], answer: str, given: int, said: str
) -> None:
    person.say("hoi")
    person.say("medewerker")
    person.say("Kunt u mij bellen?")
    person.say(answer)

    assert person.text.startswith(said)
    assert rows("SELECT purpose, scope, given, how, text_version FROM consent") == [
        ("talk", "1", given, "web", wording("human-read", "nl"))
    ]


def test_skipping_allows_nothing_and_refuses_nothing(
    person: Person, rows: Callable[[str], list[Any]]
) -> None:
    person.say("hoi")
    person.say("medewerker")
    person.say("Kunt u mij bellen?")
    person.say("overslaan")

    assert rows("SELECT * FROM consent") == []


def test_who_walks_away_from_the_last_question_has_been_heard(
    person: Person, rows: Callable[[str], list[Any]]
) -> None:
    person.say("hoi")
    person.say("medewerker")
    person.say("Kunt u mij bellen?")

    assert rows("SELECT text FROM question") == [("Kunt u mij bellen?",)]


@pytest.fixture
def written(waterdam: Store, person: Person, kans: Callable[[str], int], texts: Texts) -> None:
    """Somebody signed up, and a colleague wrote to them about it."""
    person.enter(opportunity=kans("01"))
    for said in ("ik doe mee", "alleen", "Ada", "Ik wied.", "ja", "nee", "overslaan"):
        person.say(said)
    telling = Telling(texts, LOUD)
    waterdam.run(
        write_to_party, Actor("staff", 1), interest=1, text="Kun je dinsdag?", telling=telling
    )


ABOUT = "Je bericht gaat naar Nadia de Wit, over “Zorg mee voor het plantsoen in de Lindenstraat”."


def test_answer_to_what_a_colleague_wrote_comes_with_the_interest(
    person: Person, written: None, rows: Callable[[str], list[Any]], kans: Callable[[str], int]
) -> None:
    ((reference,),) = rows("SELECT code FROM code WHERE kind = 'reference'")

    person.hand_in(choice=reference)
    assert person.text.startswith(ABOUT)
    person.say("Ja, om tien uur.")

    asked = rows("SELECT opportunity_id, interest_id, kind, text FROM question")
    assert asked == [(kans("01"), 1, "human", "Ja, om tien uur.")]


def test_word_for_a_colleague_is_the_answer_once(
    person: Person, written: None, rows: Callable[[str], list[Any]], clock: Clock
) -> None:
    person.say("medewerker")
    assert person.text.startswith(ABOUT)
    clock.passes(seconds=1)
    person.say("Ja, om tien uur.")
    person.say("nee")
    person.say("medewerker")
    person.say("Iets anders.")

    assert rows("SELECT interest_id, text FROM question") == [
        (1, "Ja, om tien uur."),
        (None, "Iets anders."),
    ]


def test_word_about_another_opportunity_is_no_answer(
    person: Person, written: None, rows: Callable[[str], list[Any]], kans: Callable[[str], int]
) -> None:
    person.enter(opportunity=kans("02"))

    person.say("medewerker")
    person.say("Kan dit ook?")

    assert rows("SELECT opportunity_id, interest_id FROM question") == [(kans("02"), None)]


def test_reference_of_another_is_no_way_in(
    waterdam: Store,
    person: Person,
    written: None,
    rows: Callable[[str], list[Any]],
    talk_with: Callable[..., Person],
) -> None:
    ((reference,),) = rows("SELECT code FROM code WHERE kind = 'reference'")
    stranger = talk_with(waterdam, "stranger", "nl")
    stranger.say("hoi")

    stranger.hand_in(choice=reference)

    assert stranger.text.startswith("Met deze code vindt de gemeente een aanmelding terug.")
