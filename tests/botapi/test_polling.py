import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.botapi.conftest import Answer
from tests.botapi.server import BotApi
from tests.botapi.user import User

MESSAGES = ["een", "twee", "drie"]


@pytest.fixture
def written(botapi: BotApi) -> User:
    fatma = botapi.user()
    fatma.start()
    for text in MESSAGES:
        fatma.write(text)
    return fatma


async def poll(call: Callable[..., Awaitable[Answer]], **values: Any) -> list[tuple[int, str]]:
    status, updates = await call("getUpdates", **values)
    assert status == 200
    return [(update["update_id"], update["message"]["text"]) for update in updates]


async def test_updates_stay_until_they_are_confirmed(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], written: User
) -> None:
    first = await poll(call)

    again = await poll(call)
    rest = await poll(call, offset=first[1][0] + 1)
    none = await poll(call, offset=first[-1][0] + 1)

    assert [text for _, text in first] == ["/start", *MESSAGES]
    assert (again, rest, none) == (first, first[2:], [])
    assert [number for number, _ in first] == sorted(number for number, _ in first)


async def test_limit_and_negative_offset(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], written: User
) -> None:
    assert [text for _, text in await poll(call, limit=2)] == ["/start", "een"]
    assert [text for _, text in await poll(call, offset=-1)] == ["drie"]
    assert [text for _, text in await poll(call)] == ["drie"]


async def test_long_poll_answers_as_soon_as_something_comes(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]]
) -> None:
    fatma = botapi.user()
    waiting = asyncio.create_task(poll(call, timeout=50))
    await botapi.until(lambda: botapi.named("getUpdates"))

    fatma.start()

    assert [text for _, text in await waiting] == ["/start"]


async def test_only_kinds_that_were_asked_for_are_kept(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]]
) -> None:
    fatma = botapi.user()
    await call("getUpdates", allowed_updates=["callback_query"])
    fatma.start()
    await call(
        "sendMessage",
        chat_id=fatma.id,
        text="Kies",
        reply_markup={"inline_keyboard": [[{"text": "Ja", "callback_data": "1"}]]},
    )

    fatma.press("Ja")
    fatma.block()

    _, updates = await call("getUpdates")
    assert [list(update)[1] for update in updates] == ["callback_query"]


async def test_unasked_chat_member_is_not_sent(botapi: BotApi) -> None:
    assert botapi.world.updates.add("chat_member", {}, ("chat", 1)) is None
