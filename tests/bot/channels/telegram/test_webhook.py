"""The door at which Telegram posts: who may come in, and that each update is answered."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
import structlog
from hypothesis import HealthCheck, given, settings

from bot.course import Course
from bot.turn import Turns
from outreach.store.errors import StoreBusy
from outreach.store.store import Store
from tests.bot.channels.telegram.odd_updates import updates
from tests.bot.channels.telegram.town import TelegramTown, asked, says
from tests.botapi.server import BotApi

FATMA = {"id": 5, "is_bot": False, "first_name": "Fatma"}


def update(number: int = 1, text: str = "hoi", **more: Any) -> bytes:
    message = {
        "message_id": number,
        "from": FATMA,
        "chat": {"id": 5, "type": "private"},
        "date": 1,
        "text": text,
    }
    return orjson.dumps({"update_id": number, "message": message | more})


@pytest.fixture
def came(telegram: TelegramTown, stored: Callable[..., list[Any]]) -> Callable[[], list[Any]]:
    """The texts of all that was taken in."""
    return lambda: stored(telegram.store, "SELECT text FROM inbound ORDER BY id")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Telegram-Bot-Api-Secret-Token": ""},
        {"X-Telegram-Bot-Api-Secret-Token": "wrong"},
        {"X-Telegram-Bot-Api-Secret-Token": "é€"},
        {"Authorization": "secret"},
    ],
)
async def test_wrong_or_missing_secret_is_refused(
    telegram: TelegramTown, came: Callable[[], list[Any]], headers: dict[str, str]
) -> None:
    status = await telegram.post(update(), **headers)

    assert (status, came()) == (403, [])


async def test_wrong_secret_is_refused_before_the_body_is_read(telegram: TelegramTown) -> None:
    path = telegram.botapi.pusher.webhook.url.removeprefix(telegram.address)
    reader, writer = await asyncio.open_connection("127.0.0.1", telegram.port)
    head = (
        f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
        f"1000000\r\n\r\n"
    )

    # and not one byte of the body
    writer.write(head.encode())
    answer = await asyncio.wait_for(reader.readline(), 5)

    assert answer == b"HTTP/1.1 403 Forbidden\r\n"
    writer.close()


async def test_address_does_not_hold_the_token_and_others_are_not_there(
    telegram: TelegramTown,
) -> None:
    url = telegram.botapi.pusher.webhook.url

    assert telegram.botapi.token.partition(":")[2] not in url
    assert (
        await telegram.post(
            update(), f"{telegram.address}/telegram/{telegram.botapi.token}", **telegram.secret
        )
        == 404
    )


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 60_000, b'{"update_id":"x"}']
)
async def test_what_is_no_update_is_a_bad_request(
    telegram: TelegramTown, came: Callable[[], list[Any]], body: bytes
) -> None:
    assert (await telegram.post(body, **telegram.secret), came()) == (400, [])


async def test_large_update_is_taken_and_one_that_is_none_is_not(
    telegram: TelegramTown, came: Callable[[], list[Any]]
) -> None:
    large = update(
        entities=[{"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "1" * 500}]
        * 200
    )

    assert (len(large) > 65_536, await telegram.post(large, **telegram.secret)) == (True, 200)
    assert await telegram.post(update(2, "x" * 1_100_000), **telegram.secret) == 413
    assert came() == [("hoi",)]


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
async def test_guards_of_the_pages_do_not_hold_telegram_up(
    telegram: TelegramTown, headers: dict[str, str]
) -> None:
    asked_for = [
        telegram.post(update(number), **telegram.secret, **headers) for number in range(1, 80)
    ]

    statuses = await asyncio.gather(*asked_for)

    assert (telegram.settings.posts_per_minute, set(statuses)) == (60, {200})


async def test_store_that_cannot_write_asks_to_come_again(
    telegram: TelegramTown, came: Callable[[], list[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy(*_: Any, **__: Any) -> None:
        raise StoreBusy

    with monkeypatch.context() as patch:
        patch.setattr(telegram.store, "write", busy)
        first = await telegram.post(update(), **telegram.secret)
    second = await telegram.post(update(), **telegram.secret)

    assert (first, second, came()) == (503, 200, [("hoi",)])


@pytest.mark.parametrize("telegram", ["webhook", "polling"], indirect=True)
async def test_poison_is_set_aside_and_the_person_is_answered(
    telegram: TelegramTown,
    botapi: BotApi,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fatma, joe = botapi.user("Fatma"), botapi.user("Joe")
    question = await asked(fatma)

    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("geheim-bericht")

    with monkeypatch.context() as patch, structlog.testing.capture_logs() as logged:
        patch.setattr(Course, "answer", broken)
        answer = await says(fatma, "geheim-bericht")
    await asked(joe)

    assert answer.startswith("Oei, er ging iets mis bij mij.")
    assert answer.endswith(question.split("\n\n")[-1])
    assert stored(telegram.store, "SELECT text FROM inbound WHERE quarantined") == [
        ("geheim-bericht",)
    ]
    assert "geheim" not in str(logged)


async def test_news_that_nobody_can_take_is_told_and_not_sent_again(
    telegram: TelegramTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Turns, "take", broken)

    with structlog.testing.capture_logs() as logged:
        status = await telegram.post(update(), **telegram.secret)

    failed = [line["error"] for line in logged if line["log_level"] == "error"]
    assert (status, failed) == (200, ["ZeroDivisionError"])


async def test_press_is_answered_in_the_answer_to_the_post(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    fatma = botapi.user("Fatma")
    await asked(fatma)
    press = fatma.press("Per thema")
    await press.answered()

    bodies = [orjson.loads(attempt.body) for attempt in botapi.pusher.attempts if attempt.body]

    assert bodies == [{"method": "answerCallbackQuery", "callback_query_id": press.query.id}]


async def test_group_that_floods_gets_one_answer_and_nobody_waits(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    group, fatma = botapi.supergroup("Buren"), botapi.user("Fatma")
    group.add_bot()
    await group.until(1)

    for _ in range(50):
        group.mention(group.owner, "hoi")
        group.command(group.owner, "help")
    fatma.start()
    await fatma.chat.until(1)
    await botapi.calm()

    assert group.sent <= 2


async def test_post_in_a_channel_without_text_is_nothing(
    telegram: TelegramTown, botapi: BotApi, came: Callable[[], list[Any]]
) -> None:
    channel = botapi.channel("Nieuws")
    channel.add_bot()
    await botapi.calm()
    before = came()

    channel.post(photo=[{"file_id": "x"}])
    await botapi.calm()

    assert came() == before


async def test_odd_updates_are_all_answered_over_http(telegram: TelegramTown) -> None:
    assert telegram.server is not None
    statuses: set[int] = set()
    loop = asyncio.get_running_loop()

    @settings(
        max_examples=500, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    @given(updates)
    def any_update(content: dict[str, Any]) -> None:
        body = json.dumps(content).encode()
        statuses.add(
            asyncio.run_coroutine_threadsafe(telegram.post(body, **telegram.secret), loop).result(
                20
            )
        )

    await asyncio.to_thread(any_update)

    assert statuses == {200}


async def test_polling_opens_no_door(
    telegram: TelegramTown, botapi: BotApi, waterdam: Store, tmp_path: Path
) -> None:
    town = TelegramTown(botapi, waterdam, tmp_path, "polling")
    url, secret = botapi.pusher.webhook.url.replace(telegram.address, town.address), telegram.secret
    await telegram.stop()
    await town.serve()

    assert await town.post(update(), url, **secret) == 404
    await town.stop()
