"""Where only one party is expected, whoever wants it too says so and is heard first."""

from collections.abc import Callable
from typing import Any

import pytest

from content.texts import Texts
from outreach.interests.question import answer_question
from outreach.interests.tell import Telling, move_opportunity_and_tell
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.conftest import Person
from tests.clock import Clock
from tests.conftest import LOUD

NADIA = Actor("staff", 1)
WORDS = "Wij zijn de tennisclub en willen daar padelbanen maken."


@pytest.fixture
def battery(kans: Callable[[str], int]) -> int:
    """The ground for the battery, for which one party is expected."""
    return kans("08")


@pytest.fixture
def go(waterdam: Store, battery: int, texts: Texts) -> Callable[[str], None]:
    """Move the record of the battery to a state."""
    telling = Telling(texts, LOUD)

    def run(state: str) -> None:
        waterdam.run(
            move_opportunity_and_tell, NADIA, opportunity=battery, state=state, telling=telling
        )

    return run


def test_who_wants_it_too_says_so_and_hears_when_an_answer_comes(
    person: Person, talk: Callable[..., None], battery: int, rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=battery)

    talk(
        person,
        f"""
        > [Ook belangstelling]
        Je hebt ook belangstelling voor “Een buurtbatterij voor de Schapenwaard”. Vertel kort wie
        je bent en wat je ermee wilt doen. Alleen de gemeente leest dit.
        > {WORDS}
        Dank je, je belangstelling is doorgegeven
        Nummer: 1
        Verstuurd op: 2 november 2026, 10:00
        Via: de webchat
        Kans: Een buurtbatterij voor de Schapenwaard
        Je schreef: {WORDS}
        Antwoord uiterlijk: 12 november 2026
        Iets erbij zeggen: Typ “medewerker”.

        De gemeente kijkt hier eerst naar. Daarvoor beslist zij niets.

        Wat wil je doen?
        [Ik doe mee] [Ook belangstelling] [Vertel meer] [Wat is er nodig?] [Ik heb een vraag]
        [Doorgeven] [Andere kansen]
        """,
    )

    assert rows("SELECT person_id, opportunity_id, kind, text, for_all FROM question") == [
        (1, battery, "candidate", WORDS, 0)
    ]


def test_card_says_that_one_is_expected_and_until_when_others_can_speak(
    person: Person, english: Person, battery: int
) -> None:
    assert "Wij verwachten dat maar één partij dit kan." in person.enter(opportunity=battery)
    assert "We expect that only one party can do this." in english.enter(opportunity=battery)


@pytest.mark.parametrize("number", ["01", "03", "07"])
def test_elsewhere_nobody_is_asked(person: Person, kans: Callable[[str], int], number: str) -> None:
    said = person.enter(opportunity=kans(number))

    assert "Ook belangstelling" not in person.labels
    assert "maar één partij" not in said


def test_page_leads_to_the_same_question(
    person: Person, battery: int, told: Callable[..., str]
) -> None:
    person.hand_in(opportunity=battery, wish="candidate")

    title = "Een buurtbatterij voor de Schapenwaard"
    assert told("candidate-words", title=title) in person.text


def test_after_the_last_day_it_is_too_late(
    person: Person, battery: int, clock: Clock, rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=battery)
    clock.passes(hours=24 * 60)

    person.press("Ook belangstelling")

    assert "Ook belangstelling" not in person.labels
    assert rows("SELECT count(*) FROM question") == [(0,)]


def test_nothing_is_decided_before_they_have_an_answer(
    person: Person,
    battery: int,
    go: Callable[[str], None],
    waterdam: Store,
    clock: Clock,
    texts: Texts,
    rows: Callable[[str], list[Any]],
) -> None:
    person.enter(opportunity=battery)
    person.press("Ook belangstelling")
    person.say(WORDS)
    clock.passes(hours=24 * 30)
    go("closed")

    with pytest.raises(Refusal, match="refusal-unheard") as refused:
        go("decided")
    waterdam.run(
        answer_question,
        NADIA,
        question=1,
        answer="De grond is te klein voor padelbanen.",
        public_text=None,
        say=lambda language, question, answer: texts.message(
            "notice-answer", language, question=question, answer=answer
        ),
        quiet=LOUD,
    )
    go("decided")

    assert refused.value.facts == {"count": 1, "questions": "1"}
    (state,) = rows("SELECT state FROM opportunity WHERE tender_id = 'WD-2026-08'")
    assert state == ("decided",)
