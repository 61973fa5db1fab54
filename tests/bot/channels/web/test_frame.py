"""What stands around the conversation: days, times, groups, and what the menu says."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.channels.web.frame import Row, laid_out
from bot.speech import Speech
from content.message import Message
from content.texts import Texts
from outreach.delivery.history import Mine, Theirs
from tests.bot.channels.web.streams import listening
from tests.webclient import WebClient


def at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def theirs(moment: datetime | None) -> Theirs:
    return Theirs(1, Message("Hoi"), None, moment)


def mine(moment: datetime) -> Mine:
    return Mine("Hoi", "nonce", moment)


def shape(rows: list[Row]) -> list[tuple[date | None, bool]]:
    """Return the days that begin, and where a time is shown."""
    return [(row.day, row.ends) for row in rows]


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ([], []),
        ([theirs(at(2, 9, 0))], [(date(2026, 11, 2), True)]),
        # one side within five minutes
        ([theirs(at(2, 9, 0)), theirs(at(2, 9, 4))], [(date(2026, 11, 2), False), (None, True)]),
        ([theirs(at(2, 9, 0)), theirs(at(2, 9, 5))], [(date(2026, 11, 2), True), (None, True)]),
        # both sides within a minute
        ([theirs(at(2, 9, 0)), mine(at(2, 9, 0))], [(date(2026, 11, 2), False), (None, True)]),
        ([theirs(at(2, 9, 0)), mine(at(2, 9, 1))], [(date(2026, 11, 2), True), (None, True)]),
        # a day that begins between them
        (
            [mine(at(2, 23, 59)), mine(at(3, 0, 1))],
            [(date(2026, 11, 2), True), (date(2026, 11, 3), True)],
        ),
        ([theirs(None)], [(None, True)]),
    ],
)
def test_messages_are_laid_out_in_days_and_groups(
    lines: list[Mine | Theirs], shown: list[tuple[date | None, bool]]
) -> None:
    assert shape(laid_out(lines, UTC)) == shown


@pytest.mark.parametrize(
    ("seen", "fresh"),
    [
        (2, [False, False, False, True, False]),
        (1, [False, True, False, False, False]),
        # all of it was seen; nothing is known of what was seen
        (9, [False] * 5),
        (0, [False] * 5),
    ],
)
def test_first_message_that_was_not_seen_is_marked(seen: int, fresh: list[bool]) -> None:
    said: list[Mine | Theirs] = [
        Theirs(1, Message("Hoi"), None),
        Theirs(2, Message("Dag"), None),
        mine(at(2, 9, 0)),
        Theirs(3, Message("Er is antwoord"), None),
        Theirs(4, Message("Er is nog een"), None),
    ]

    assert [row.fresh for row in laid_out(said, UTC, seen)] == fresh


def test_day_begins_at_midnight_of_the_town() -> None:
    rows = laid_out([mine(at(2, 22, 30)), mine(at(2, 23, 30))], ZoneInfo("Europe/Amsterdam"))

    assert [row.day for row in rows] == [date(2026, 11, 2), date(2026, 11, 3)]


@pytest.mark.parametrize(
    ("key", "command"),
    [("chat-menu-human", "human"), ("chat-menu-data", "my_data"), ("chat-step-back", "back")],
)
def test_what_the_frame_says_for_a_person_is_understood(
    texts: Texts, key: str, command: str
) -> None:
    said = [texts.text(key, language).casefold() for language in texts.languages]

    assert {Speech(texts).command_of[word] for word in said} == {command}


async def test_stream_says_that_nobody_is_known_there_any_more(
    talking: WebClient, inbox: Any
) -> None:
    async with listening(talking, "?na=1") as reader:
        inbox.forgets = True
        await talking.post("/chat", data={"text": "vergeet mij"})
        told = [await reader.line() for _ in range(2)]

    assert told == ["", "event: gone"]


async def test_closed_conversation_leaves_the_other_tabs(talking: WebClient) -> None:
    async with listening(talking, "?na=1") as reader:
        await talking.post("/chat/weg")
        told = [await reader.line() for _ in range(2)]

    assert told == ["", "event: gone"]
