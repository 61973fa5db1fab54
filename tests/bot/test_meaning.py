"""What an arrival means, read without a store: conversation and open question are plain values."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.heard import Heard
from bot.inbox import Arrival
from bot.meaning import (
    Addition,
    Answer,
    Beginning,
    Code,
    Command,
    Correction,
    FromPage,
    Meaning,
    Nothing,
    OldButton,
    Reading,
    Taken,
)
from bot.questions import one_of
from bot.speech import Speech
from bot.steps import Ask
from content.texts import Texts
from outreach.conversations.conversation import ConversationState, Run

KIND: Ask[str] = Ask("interest-kind", one_of("alone", "group", "organisation"))
SPEECH = Speech(Texts(organisation="Waterdam", address="Waterdam"))
CODE = "X3J2RBNA"
UNDER_WAY = Run("interest")


def reading(
    *, run: Run = UNDER_WAY, misses: int = 0, asks: list[int] | None = None, **arrival: Any
) -> Reading:
    """Read an arrival in a conversation with question 5 open; `asks` counts the peeks."""
    now = datetime(2026, 11, 28, tzinfo=UTC)
    conversation = ConversationState(7, 1, 1, "nl", now, rev=5, misses=misses, run=run)

    def peek() -> Ask[Any] | None:
        (asks if asks is not None else []).append(1)
        return KIND if run.dialogue else None

    given = Arrival(channel="web", external_id="m1", sender="anna", **arrival)
    return Reading(given, conversation, SPEECH, peek)


@pytest.mark.parametrize(
    ("arrival", "meaning"),
    [
        ({"text": "alleen"}, Answer(Heard("alleen"))),
        ({"text": "iets anders"}, Answer(Heard("iets anders"))),
        ({"text": "iets anders", "seen": 4}, Addition()),
        ({"text": "iets anders", "seen": 5}, Answer(Heard("iets anders"))),
        ({"text": "iets anders", "seen": 4, "corrects": True}, Correction()),
        ({"text": "iets anders", "seen": 5, "corrects": True}, Answer(Heard("iets anders"))),
        ({"text": "STOP!", "seen": 4, "corrects": True}, Command("stop")),
        ({"text": "mijn gegevens"}, Command("my_data")),
        ({"text": "/stop@een_bot"}, Command("stop")),
        ({"text": "/start"}, Command("start")),
        ({"text": f"/start {CODE}"}, Code(CODE)),
        ({"text": CODE.lower()}, Code(CODE, typed=True)),
        ({"text": f"Ik las {CODE} ergens"}, Code(CODE)),
        ({"text": f"alleen {CODE}"}, Answer(Heard(f"alleen {CODE}"))),
        ({"code": "abc"}, Code("abc")),
        ({"opportunity": 3}, FromPage(3)),
        ({"choice": CODE}, Code(CODE, pressed=True)),
        ({"choice": "7.5.group"}, Answer(Heard(choice="group"))),
        ({"choice": "7.4.group"}, OldButton("group")),
        ({"choice": "8.5.group"}, OldButton("group")),
        ({"choice": "7.5"}, OldButton("5")),
        ({"choice": "7.4.!human"}, Command("human")),
        ({"choice": "7.5.!stop"}, Command("stop")),
        ({"choice": "7.5.!nonsense"}, OldButton()),
        ({"choice": "7.5.!said12"}, Taken("said", 12)),
        ({"choice": "7.4.!said12"}, OldButton()),
        ({"choice": "7.5.!ask12"}, Taken("ask", 12)),
        ({"choice": "7.4.!ask12"}, OldButton()),
        ({"choice": "7.4.!tell12"}, OldButton()),
        ({"choice": "7.4.!at3"}, FromPage(3)),
        ({"media": {"kind": "photo"}}, Nothing()),
        ({"text": "alleen", "media": {"kind": "photo"}}, Answer(Heard("alleen"))),
    ],
)
def test_arrival_means(arrival: dict[str, Any], meaning: Meaning) -> None:
    assert reading(**arrival).meaning() == meaning


@pytest.mark.parametrize("arrival", [{"text": "hoi"}, {"media": {"kind": "photo"}}])
def test_anything_begins_a_conversation_that_is_not_under_way(arrival: dict[str, Any]) -> None:
    assert reading(run=Run(), **arrival).meaning() == Beginning()


@pytest.mark.parametrize(
    ("misses", "text", "meaning"),
    [
        (2, "4", Answer(Heard("4"))),
        (3, "4", Command("human")),
        (3, "3", Answer(Heard("3"))),
        (3, "alleen", Answer(Heard("alleen"))),
    ],
)
def test_colleague_who_is_offered_is_one_more_option(
    misses: int, text: str, meaning: Meaning
) -> None:
    assert reading(misses=misses, text=text).meaning() == meaning


@pytest.mark.parametrize(
    ("arrival", "peeks"),
    [
        ({"text": "alleen"}, 0),
        ({"choice": "7.5.group"}, 0),
        ({"text": CODE}, 0),
        ({"text": f"alleen {CODE}"}, 1),
        ({"text": f"alleen {CODE}", "misses": 3}, 1),
    ],
)
def test_open_question_is_looked_at_only_if_needed_and_once(
    arrival: dict[str, Any], peeks: int
) -> None:
    asks: list[int] = []

    reading(asks=asks, **arrival).meaning()

    assert len(asks) == peeks


@pytest.mark.parametrize(
    ("arrival", "unreadable"),
    [
        ({"media": {"kind": "voice"}}, True),
        ({"media": {"kind": "voice"}, "corrects": True, "seen": 4}, False),
        ({"media": {"kind": "voice"}, "code": CODE}, False),
        ({"text": "hoi"}, False),
    ],
)
def test_what_cannot_be_read_is_known(arrival: dict[str, Any], unreadable: bool) -> None:
    assert reading(**arrival).unreadable == unreadable
