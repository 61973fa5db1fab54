"""What an update about a group or a channel of others means for the inbox."""

from typing import Any

import pytest

from bot.channels.telegram.updates import News
from bot.inbox import VenueNews
from tests.bot.channels.telegram.odd_updates import (
    ADMIN,
    ANONYMOUS,
    AS_CHANNEL,
    FATMA,
    FILES,
    GONE,
    GROUP,
    NEWS,
    OTHER_BOT,
    RESTRICTED,
    TELEGRAM_ITSELF,
    THERE,
    message,
    read,
    venue,
)


@pytest.mark.parametrize(
    ("chat", "before", "after", "found"),
    [
        (GROUP, {"status": "left"}, THERE, venue("joined")),
        (GROUP, THERE, GONE, venue("left")),
        (GROUP, RESTRICTED, {"status": "restricted"}, venue("left")),
        (GROUP, THERE, ADMIN, None),
        (GROUP, THERE, RESTRICTED, None),
        (GROUP, {"status": "left"}, GONE, None),
        (
            NEWS,
            {"status": "left"},
            ADMIN,
            venue("joined", kind="broadcast", venue="-9", name="Nieuws"),
        ),
    ],
)
def test_coming_and_going_in_a_venue(
    chat: dict[str, Any], before: dict[str, Any], after: dict[str, Any], found: VenueNews | None
) -> None:
    change = {"chat": chat, "from": FATMA, "old_chat_member": before, "new_chat_member": after}

    assert read(my_chat_member=change) == found


@pytest.mark.parametrize(
    "content",
    [
        {"text": "/help@waterdam_bot"},
        {"text": "/help@Waterdam_Bot nu"},
        {"text": "hoi @waterdam_bot, wie ben je?"},
        {"caption": "@waterdam_bot", "photo": FILES},
        {"text": "dank je", "reply_to_message": {"from": {"id": 77, "is_bot": True}}},
        {"text": "@waterdam_bot", "from": ANONYMOUS},
        {"text": "@waterdam_bot", "from": AS_CHANNEL, "sender_chat": NEWS},
        {
            "text": "@waterdam_bot",
            "message_thread_id": 12,
            "reply_to_message": {"from": TELEGRAM_ITSELF},
        },
    ],
)
def test_what_is_addressed_to_us_in_a_group_is_told_without_its_text(
    content: dict[str, Any],
) -> None:
    assert read(message=message(GROUP) | content) == venue("addressed", message=3)


def test_answer_to_a_message_of_ours_tells_which() -> None:
    ours = {"message_id": 42, "from": {"id": 77, "is_bot": True}}

    told = read(message=message(GROUP, text="dank je", reply_to_message=ours))

    assert told == venue("addressed", message=3, answered=42)


@pytest.mark.parametrize(
    ("facts", "topic"),
    [
        ({"message_thread_id": 77, "is_topic_message": True}, 77),
        ({"message_thread_id": 12}, None),
        ({}, None),
    ],
)
def test_topic_is_told_where_we_were_addressed_in_one(
    facts: dict[str, Any], topic: int | None
) -> None:
    asked = message(GROUP, text="/help@waterdam_bot", **facts)

    assert read(message=asked) == venue("addressed", topic=topic, message=3)


@pytest.mark.parametrize(
    "content",
    [
        {"text": "vraag het @waterdam_bot", "from": TELEGRAM_ITSELF, "is_automatic_forward": True},
        {
            "text": "vraag het @waterdam_bot",
            "forward_origin": {"type": "user", "sender_user": FATMA},
        },
        {"text": "wie doet er mee?"},
        {"text": "/help"},
        {"text": "/help@other_bot"},
        {"text": "@waterdam_bot2"},
        {"text": "mail@waterdam_bot"},
        {"text": "ja", "reply_to_message": {"from": FATMA}},
        {"text": "@waterdam_bot", "from": OTHER_BOT},
        {"photo": FILES},
        {"new_chat_members": [OTHER_BOT | {"id": 77}]},
        {"left_chat_member": OTHER_BOT | {"id": 77}},
    ],
)
def test_what_people_say_to_each_other_is_nothing_to_us(content: dict[str, Any]) -> None:
    assert read(message=message(GROUP) | content) is None


def test_group_that_moves_is_told_from_both_sides() -> None:
    basic = GROUP | {"id": -3, "type": "group"}
    moved = venue("moved", venue="-3", moved_to="-8")

    assert read(message=message(basic, migrate_to_chat_id=-8)) == moved
    assert read(message=message(GROUP, migrate_from_chat_id=-3)) == moved


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ({"text": "Nieuws!"}, None),
        ({}, None),
        ({"poll": {"id": "1"}}, None),
        ({"text": "vraag het @waterdam_bot"}, None),
        ({"text": "/help@waterdam_bot"}, None),
        ({"text": "en dit?", "reply_to_message": {"from": {"id": 77, "is_bot": True}}}, None),
    ],
)
def test_post_in_a_channel_is_for_its_readers(content: dict[str, Any], found: News) -> None:
    assert read(channel_post=message(NEWS, None, **content)) == found
