"""What is published may be enough for who asks, or it is not."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.bot.conftest import Person


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
