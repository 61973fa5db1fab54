"""What an update of Telegram means for us; an odd one means nothing."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.telegram.updates import Odd, Pressed, Written, news_in, sense
from bot.inbox import AddressNews, VenueNews
from tests.bot.channels.telegram.odd_updates import (
    FATMA,
    FILES,
    GONE,
    GROUP,
    ME,
    NEWS,
    OTHER_BOT,
    PRIVATE,
    THERE,
    arrival,
    message,
    read,
    updates,
)


@pytest.mark.parametrize(
    ("content", "facts"),
    [
        ({"text": "hoi"}, {"text": "hoi"}),
        ({"text": "/start"}, {"text": "/start"}),
        ({"text": "/start K7M2-AB"}, {"code": "K7M2-AB"}),
        ({"text": "/Start@waterdam_bot  K7M2"}, {"code": "K7M2"}),
        ({"text": "/start met twee"}, {"text": "/start met twee"}),
        (
            {"text": "hoi", "message_thread_id": 7, "is_topic_message": True},
            {"text": "hoi", "topic": 7},
        ),
        ({"photo": FILES}, {"media": {"kind": "photo", "file": "large"}}),
        (
            {"photo": FILES, "caption": "kijk"},
            {"media": {"kind": "photo", "file": "large"}, "text": "kijk"},
        ),
        ({"voice": FILES[0]}, {"media": {"kind": "voice", "file": "small"}}),
        ({"audio": FILES[0]}, {"media": {"kind": "voice", "file": "small"}}),
        (
            {"document": FILES[0] | {"mime_type": "image/png"}},
            {"media": {"kind": "photo", "file": "small"}},
        ),
        (
            {"document": FILES[0] | {"mime_type": "application/pdf", "file_name": "plan.pdf"}},
            {"media": {"kind": "file", "file": "small", "name": "plan.pdf"}},
        ),
        (
            {"document": FILES[0] | {"mime_type": "application/zip", "file_size": 9}},
            {"media": {"kind": "file", "refused": "kind"}},
        ),
        (
            {"voice": FILES[0] | {"mime_type": "audio/ogg", "file_size": 9}},
            {"media": {"kind": "voice", "file": "small", "size": "9"}},
        ),
        ({"sticker": FILES[0]}, {"media": {"kind": "other"}}),
        ({"location": {"latitude": 52.1, "longitude": 4.9}}, {"media": {"kind": "other"}}),
        ({"contact": {"phone_number": "+31612345678"}}, {"media": {"kind": "other"}}),
        (
            {"photo": FILES, "media_group_id": "g1"},
            {"media": {"kind": "photo", "file": "large", "album": "g1"}},
        ),
        (
            {"document": FILES[0] | {"mime_type": "application/pdf"}, "media_group_id": "g1"},
            {"media": {"kind": "file", "file": "small", "album": "g1"}},
        ),
    ],
)
def test_message_in_private_becomes_an_arrival(
    content: dict[str, Any], facts: dict[str, Any]
) -> None:
    assert read(message=message(**content)) == Written(arrival(**facts), 3)


@pytest.mark.parametrize(
    "content", [{"text": "liever zaterdag"}, {"caption": "liever zaterdag", "photo": FILES}]
)
def test_changed_message_corrects_what_was_said(content: dict[str, Any]) -> None:
    assert read(edited_message=message(**content)) == Written(
        arrival(text="liever zaterdag", corrects=True), 3
    )


@pytest.mark.parametrize(
    "changed",
    [
        message(location={"latitude": 52.1, "longitude": 4.9}),
        message(photo=FILES),
        message(sender=OTHER_BOT, text="hoi"),
        message(GROUP, text="@waterdam_bot"),
    ],
)
def test_change_that_says_nothing_to_us_is_nothing(changed: dict[str, Any]) -> None:
    assert read(edited_message=changed) is None


@pytest.mark.parametrize(
    ("code", "language"), [("en-US", "en"), ("EN", "en"), ("pt-br", "pt"), ("", "nl"), (None, "nl")]
)
def test_language_is_that_of_the_app_without_its_region(code: str | None, language: str) -> None:
    found = read(message=message(sender=FATMA | {"language_code": code}, text="hoi"))

    assert found == Written(arrival(text="hoi", language=language), 3)


def test_press_carries_code_label_and_question() -> None:
    rows = [
        [{"text": "Ja", "callback_data": "4.12.yes"}, {"text": "Nee", "callback_data": "4.12.no"}]
    ]
    under = message(text="Klopt dit?", reply_markup={"inline_keyboard": rows})

    found = read(callback_query={"id": "q", "from": FATMA, "message": under, "data": "4.12.no"})

    assert isinstance(found, Pressed)
    assert (found.query, found.arrival, found.rev) == (
        "q",
        arrival(text="Nee", choice="4.12.no"),
        12,
    )


@pytest.mark.parametrize(
    "press",
    [
        {"data": "1.1.yes"},
        {"message": message(GROUP), "data": "1.1.yes"},
        {"message": message(), "game_short_name": "schaak"},
    ],
)
def test_press_that_is_no_answer_is_answered_with_nothing(press: dict[str, Any]) -> None:
    assert read(callback_query={"id": "q", "from": FATMA} | press) == Pressed("q")


@pytest.mark.parametrize(("before", "after", "gone"), [(THERE, GONE, True), (GONE, THERE, False)])
def test_block_and_return_are_news_of_the_address(
    before: dict[str, Any], after: dict[str, Any], gone: bool
) -> None:
    change = {"chat": PRIVATE, "from": FATMA, "old_chat_member": before, "new_chat_member": after}

    assert read(my_chat_member=change) == AddressNews(channel="telegram", sender="5", gone=gone)


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"edited_channel_post": message(NEWS, None, text="hoi")},
        {"inline_query": {"id": "1"}},
        {"message": message()},
        {"message": message(pinned_message=message(text="x"))},
        {"message": message(sender=OTHER_BOT, text="hoi")},
        {"message": message(GROUP, text=["a"])},
        {"message": {"chat": "zz"}},
    ],
)
def test_update_that_asks_for_nothing_is_nothing(update: dict[str, Any]) -> None:
    assert read(**update) is None


@pytest.mark.parametrize(
    "content", [{"text": ["a"]}, {"photo": "x"}, {"reply_markup": 3}, {"message_id": "z"}]
)
def test_message_that_cannot_be_made_out_is_answered_all_the_same(content: dict[str, Any]) -> None:
    assert read(message=message() | content) == Written(arrival(media={"kind": "other"}))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b'{"update_id":"1"}',
        b'{"update_id":true}',
        b"[" * 60_000,
        b"\xff",
        b"1e999",
    ],
)
def test_what_is_no_update_is_odd(body: bytes) -> None:
    with pytest.raises(Odd):
        news_in(body, ME)


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(updates, min_size=20, max_size=20))
def test_any_update_means_something_or_nothing(batch: list[dict[str, Any]]) -> None:
    for update in batch:
        assert isinstance(sense(update, ME), (Written, VenueNews, AddressNews, Pressed, type(None)))
