"""Start again after a stop: consent for news is asked again."""

from collections.abc import Callable
from typing import Any

import pytest

from content.fluent import wording
from tests.bot.conftest import Person


@pytest.fixture
def stopped(person: Person) -> Person:
    person.say("hoi")
    person.say("stop")
    person.say("alles uit")
    return person


@pytest.mark.parametrize(("answer", "given"), [("ja", 1), ("nee", 0)])
def test_start_undoes_a_stop_and_asks_for_news_anew(
    stopped: Person,
    talk: Callable[..., None],
    rows: Callable[[str], list[Any]],
    answer: str,
    given: int,
) -> None:
    talk(
        stopped,
        """
        > start
        Fijn dat je er weer bent!

        Wil je hier een bericht krijgen bij nieuwe kansen? Je kunt altijd “stop” typen.
        [Ja] [Nee]
        """,
    )
    stopped.say(answer)

    assert rows("SELECT stopped_at FROM person") == [(None,)]
    assert rows("SELECT purpose, scope, given, how, text_version FROM consent") == [
        ("news", "web", given, "web", wording("start-news", "nl"))
    ]
    assert stopped.text == "Wat wil je doen?"


def test_what_is_written_after_a_stop_is_answered_but_undoes_nothing(
    stopped: Person, rows: Callable[[str], list[Any]]
) -> None:
    stopped.say("hallo?")

    assert stopped.text == "Wat wil je doen?"
    assert rows("SELECT stopped_at IS NOT NULL FROM person") == [(1,)]


def test_start_without_a_stop_begins_anew(person: Person, talk: Callable[..., None]) -> None:
    person.say("hoi")
    person.press("Per thema")

    talk(
        person,
        """
        > begin
        De gemeente zoekt mensen die een taak in de buurt willen overnemen of delen. Denk aan groen,
        samen koken of een buurthuis. Je hoeft geen bedrijf of vereniging te zijn.

        Waar wil je kijken?
        [Bij mij in de buurt] [Per thema] [Alles bekijken]
        """,
    )


def test_news_may_be_skipped(stopped: Person, rows: Callable[[str], list[Any]]) -> None:
    stopped.say("start")
    stopped.say("overslaan")

    assert stopped.text == "Wat wil je doen?"
    assert rows("SELECT stopped_at FROM person") == [(None,)]
    assert rows("SELECT * FROM consent") == []


def test_news_that_was_wanted_before_the_stop_is_not_assumed(
    person: Person, rows: Callable[[str], list[Any]]
) -> None:
    person.say("hoi")
    for text in ("stop", "alles uit", "start", "ja", "stop", "alles uit", "start", "overslaan"):
        person.say(text)

    assert rows("SELECT scope, given, text_version FROM consent ORDER BY id") == [
        ("web", 1, wording("start-news", "nl")),
        ("web", 0, wording("stop-keep", "nl")),
    ]
