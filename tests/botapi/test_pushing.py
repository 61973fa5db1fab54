"""Webhooks: order, retries, secret, duplicates, methods in the answer."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web

from tests.botapi.conftest import Answer, Hook
from tests.botapi.server import BotApi
from tests.botapi.user import User

PRESSABLE = {"inline_keyboard": [[{"text": "Ja", "callback_data": "1.ja"}]]}


@pytest.fixture
async def pushed(botapi: BotApi, call: Callable[..., Awaitable[Answer]], hook: Hook) -> User:
    """A user who started, with the webhook set."""
    await call(
        "setWebhook",
        url=hook.url,
        secret_token="geheim-1",
        allowed_updates=["message", "callback_query"],
    )
    fatma = botapi.user()
    fatma.start()
    await botapi.calm()
    return fatma


async def test_updates_are_pushed_in_order_with_the_secret(
    botapi: BotApi, hook: Hook, pushed: User
) -> None:
    texts = [f"bericht {number}" for number in range(20)]

    for text in texts:
        pushed.write(text)
    await botapi.calm()

    assert hook.texts() == ["/start", *texts]
    assert [update["update_id"] for update in hook.updates] == sorted(
        {update["update_id"] for update in hook.updates}
    )
    assert {headers["X-Telegram-Bot-Api-Secret-Token"] for headers in hook.headers} == {"geheim-1"}


async def test_refused_update_comes_again_before_the_next(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], hook: Hook, pushed: User
) -> None:
    failures = [500, 429, 302]
    hook.says = lambda update: web.Response(status=failures.pop(0) if failures else 200)

    pushed.write("een")
    pushed.write("twee")
    await botapi.calm()

    assert hook.texts() == ["/start", "een", "een", "een", "een", "twee"]
    assert [attempt.status for attempt in botapi.pusher.attempts] == [200, 500, 429, 302, 200, 200]
    _, info = await call("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 302 Found"


async def test_other_chats_go_on_while_one_is_stuck(
    botapi: BotApi, hook: Hook, pushed: User
) -> None:
    other = botapi.user("Joop")
    hook.says = lambda update: web.Response(status=503 if "vast" in str(update) else 200)

    pushed.write("vast")
    pushed.write("erna")
    other.start()
    await botapi.until(lambda: hook.texts().count("/start") == 2 and hook.texts().count("vast") > 2)

    assert "erna" not in hook.texts()


async def test_press_may_overtake_a_text(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], hook: Hook, pushed: User
) -> None:
    await call("sendMessage", chat_id=pushed.id, text="Kies", reply_markup=PRESSABLE)
    botapi.pusher.hold(("chat", pushed.id))

    pushed.write("eerst")
    pushed.press("Ja")
    await botapi.until(lambda: len(hook.updates) == 2)
    botapi.pusher.release(("chat", pushed.id))
    await botapi.calm()

    assert [list(update)[1] for update in hook.updates] == ["message", "callback_query", "message"]
    assert hook.updates[1]["update_id"] > hook.updates[2]["update_id"]


async def test_only_so_many_are_under_way_at_once(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], hook: Hook
) -> None:
    under_way, most, gate = set(), [], asyncio.Event()

    async def slow(update: dict[str, Any]) -> web.Response:
        under_way.add(update["update_id"])
        most.append(len(under_way))
        await gate.wait()
        under_way.discard(update["update_id"])
        return web.Response()

    hook.says = slow
    await call("setWebhook", url=hook.url, max_connections=3)
    for _ in range(8):
        botapi.user().start()
    await botapi.until(lambda: len(under_way) == 3)
    gate.set()
    await botapi.calm()

    assert (max(most), len(hook.updates)) == (3, 8)


async def test_duplicates_come_on_demand(botapi: BotApi, hook: Hook, pushed: User) -> None:
    botapi.pusher.repeats = 1
    pushed.write("dubbel")
    await botapi.calm()
    botapi.pusher.repeats = 0
    botapi.world.updates.again(hook.updates[0]["update_id"])
    await botapi.calm()

    assert hook.texts() == ["/start", "dubbel", "dubbel", "/start"]
    assert hook.updates[0] == hook.updates[3]


async def test_method_in_the_answer_is_carried_out(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], hook: Hook, pushed: User
) -> None:
    await call("sendMessage", chat_id=pushed.id, text="Kies", reply_markup=PRESSABLE)
    hook.says = lambda update: web.json_response(
        {
            "method": "answerCallbackQuery",
            "callback_query_id": update["callback_query"]["id"],
            "text": "Fijn!",
        }
    )

    press = pushed.press("Ja")

    assert (await press.answered(), botapi.count(method="answerCallbackQuery")) == ("Fijn!", 1)


async def test_method_that_asks_something_is_not_carried_out(
    botapi: BotApi, hook: Hook, pushed: User
) -> None:
    hook.says = lambda update: web.Response(
        text="method=deleteWebhook", content_type="application/x-www-form-urlencoded"
    )

    pushed.write("hoi")
    await botapi.calm()

    assert (botapi.named("deleteWebhook"), botapi.pusher.webhook.url) == ([], hook.url)


async def test_webhook_info_tells_what_stands(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], hook: Hook, pushed: User
) -> None:
    botapi.pusher.hold(("chat", pushed.id))
    pushed.write("wacht")
    await botapi.until(lambda: botapi.world.updates.pending)

    info = await call("getWebhookInfo")
    await call("deleteWebhook")
    after = await call("getWebhookInfo")

    assert info == (
        200,
        {
            "url": hook.url,
            "has_custom_certificate": False,
            "pending_update_count": 1,
            "max_connections": 40,
            "ip_address": "127.0.0.1",
            "allowed_updates": ["message", "callback_query"],
        },
    )
    assert after == (200, {"url": "", "has_custom_certificate": False, "pending_update_count": 1})


async def test_what_waits_is_pushed_once_a_webhook_is_set(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], hook: Hook
) -> None:
    botapi.user().start("vroeg")

    await call("setWebhook", url="https://bot.waterdam.example/telegram")
    await botapi.until(lambda: botapi.pusher.attempts)
    unreachable = botapi.pusher.attempts[0].status
    botapi.pusher.hosts["https://bot.waterdam.example/telegram"] = hook.url
    await botapi.calm()

    assert (unreachable, hook.texts()) == (None, ["/start vroeg"])


async def test_server_comes_back_after_an_outage(botapi: BotApi, hook: Hook, pushed: User) -> None:
    port = botapi.port
    await botapi.stop()
    pushed.write("tijdens")

    await botapi.start(port)
    await botapi.calm()

    assert hook.texts() == ["/start", "tijdens"]
