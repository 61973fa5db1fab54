"""STOP holds at once; what concerns one's own interest may stay."""

from collections.abc import Callable
from typing import Any

import pytest

from content.fluent import wording
from tests.bot.conftest import Person

STOPPED = "SELECT stopped_at IS NOT NULL FROM person"


@pytest.fixture
def signed_up(person: Person, kans: Callable[[str], int]) -> Person:
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "alleen", "Anna", "Ik kan wieden.", "ja", "annuleer"):
        person.say(text)
    return person


def test_stop_holds_before_anything_is_asked(
    signed_up: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    talk(
        signed_up,
        """
        > STOP
        Je krijgt geen berichten meer van ons, ook niet over een aanmelding. Wil je daar nog wel
        nieuws over? Kies dan “Alleen aanmelding”.
        [Alleen aanmelding] [Alles uit]
        """,
    )

    assert rows(STOPPED) == [(1,)]


def test_news_on_ones_own_interest_may_stay(
    signed_up: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    signed_up.say("stop")

    talk(
        signed_up,
        """
        > alleen mijn aanmelding
        Goed. Je hoort alleen nog iets over je eigen aanmelding.
        """,
    )

    assert rows(STOPPED) == [(0,)]


def test_everything_may_go(
    signed_up: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    signed_up.say("afmelden")

    talk(
        signed_up,
        """
        > [Alles uit]
        Goed. Je hoort niets meer, tot je zelf weer iets stuurt. Typ “start” om opnieuw te beginnen.
        """,
    )

    assert rows(STOPPED) == [(1,)]


def test_stop_in_english_works_in_a_dutch_conversation(
    person: Person, rows: Callable[[str], list[Any]]
) -> None:
    person.say("hoi")

    person.say("Unsubscribe!")

    assert rows(STOPPED) == [(1,)]


@pytest.mark.parametrize("kept", ["alles uit", "alleen mijn aanmelding"])
def test_news_is_taken_back_with_proof_either_way(
    person: Person, rows: Callable[[str], list[Any]], kept: str
) -> None:
    person.say("hoi")
    for text in ("stop", "alles uit", "start", "ja", "stop", kept):
        person.say(text)

    assert rows("SELECT purpose, scope, given, how, text_version FROM consent ORDER BY id")[1:] == [
        ("news", "web", 0, "web", wording("stop-keep", "nl"))
    ]
