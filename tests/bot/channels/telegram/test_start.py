"""Connecting to Telegram: what is told at each start, and that trouble there stops nothing else."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import httpx
import pytest
import structlog
from pydantic import SecretStr

from bot.channels.telegram import start as telegram_start
from bot.channels.telegram.pace import ConnectPace
from bot.server import Pace
from outreach.client.pool import Patience
from outreach.store.errors import StoreBusy
from outreach.store.store import Store
from tests.bot.channels.telegram.town import TelegramTown, asked
from tests.botapi.faults import Fault, broken, hang, page, refused
from tests.botapi.server import BotApi

EAGER = Pace(connect=ConnectPace(first=0.01, longest=0.02))
"""Try again almost without a rest."""
HASTY = replace(EAGER, calls=Patience(connect=10, silence=0.2))
"""And give up soon what gets no answer."""
Serve = Callable[..., Awaitable[TelegramTown]]
OTHER = "4839574812:AAnotthetokenthatwasgivenoutbytelegram"


@pytest.fixture
async def serve(
    botapi: BotApi, waterdam: Store, tmp_path: Path
) -> AsyncIterator[Callable[..., Awaitable[TelegramTown]]]:
    """Serve without waiting for Telegram, with these settings."""
    towns: list[TelegramTown] = []

    async def start(mode: str = "polling", pace: Pace = EAGER, **more: Any) -> TelegramTown:
        towns.append(TelegramTown(botapi, waterdam, tmp_path, mode, pace, **more))
        await towns[-1].serve(connected=False)
        return towns[-1]

    yield start
    for town in towns:
        await town.stop()


async def pages_work(town: TelegramTown) -> bool:
    async with aiohttp.ClientSession() as session, session.get(f"{town.address}/chat") as answer:
        return answer.status == 200


def problems(logged: Sequence[Any]) -> list[str]:
    """What the operator is told."""
    return [line["problem"] for line in logged if line["event"] == "telegram"]


async def test_webhook_is_set_with_a_secret_and_what_we_want(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    webhook = botapi.pusher.webhook

    assert webhook.url.startswith(f"{telegram.address}/telegram/")
    assert (len(webhook.secret), webhook.allowed) == (
        64,
        ("message", "edited_message", "callback_query", "my_chat_member", "channel_post"),
    )


async def test_secret_of_the_settings_is_used(serve: Serve, botapi: BotApi) -> None:
    await serve("webhook", telegram_secret=SecretStr("long-random-word"))

    await botapi.until(lambda: botapi.pusher.webhook.secret == "long-random-word")


async def test_polling_takes_the_webhook_away_and_loses_nothing(
    telegram: TelegramTown, botapi: BotApi, serve: Serve
) -> None:
    fatma = botapi.user("Fatma")
    await telegram.stop()
    fatma.start()

    await serve("polling")

    assert (await fatma.chat.until(1))[0].text.startswith("Hoi!")
    assert botapi.pusher.webhook.url == ""


async def test_bot_tells_about_itself_in_every_language(
    telegram: TelegramTown, botapi: BotApi
) -> None:
    told = botapi.world.told

    assert {key[-1] for key in told["commands"]} == {"", "nl", "en"}
    assert [command["command"] for command in told["commands"]["default", ""]] == [
        "start",
        "menu",
        "help",
        "stop",
    ]
    assert (
        told["commands"]["default", ""]
        == told["commands"]["default", "nl"]
        != told["commands"]["default", "en"]
    )
    assert all(f"{telegram.address}/privacy" in text for text in told["description"].values())
    assert set(told["short_description"]) == {("",), ("nl",), ("en",)}


async def test_longest_organisation_still_fits(serve: Serve, botapi: BotApi) -> None:
    await serve(organisation="Gemeenschappelijke regeling " + "x" * 52)

    await botapi.until(lambda: len(botapi.world.told.get("short_description", {})) == 3)

    assert {call.status for call in botapi.calls if call.method.startswith("setMy")} == {200}


async def test_name_of_the_bot_is_kept_for_links(
    telegram: TelegramTown, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    assert stored(
        telegram.store, "SELECT channel, link FROM account WHERE channel = 'telegram'"
    ) == [("telegram", "https://t.me/waterdam_bot?start={code}")]


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_wrong_token_is_told_once_and_the_web_chat_goes_on(
    serve: Serve, botapi: BotApi, mode: str
) -> None:
    with structlog.testing.capture_logs() as logged:
        town = await serve(mode, telegram_token=SecretStr(OTHER))
        works = await pages_work(town)
        await asyncio.sleep(0.2)

    assert (works, problems(logged)) == (
        True,
        ["Telegram kent dit token niet. Kijk KANSENBODE_TELEGRAM_TOKEN na."],
    )
    assert OTHER not in str(logged)


@pytest.mark.parametrize(
    "fault", [broken(), page(502), hang(), refused(429, "Too Many Requests", retry_after=3)]
)
async def test_telegram_that_is_away_is_tried_again(
    serve: Serve, botapi: BotApi, fault: Fault
) -> None:
    botapi.faults.next("getMe", fault, times=2)
    fatma = botapi.user("Fatma")

    with structlog.testing.capture_logs() as logged:
        await serve(pace=HASTY)
        await asked(fatma)

    assert problems(logged) == [
        "Telegram is niet te bereiken. We proberen het steeds opnieuw.",
        "Telegram werkt weer.",
    ]


async def test_polling_goes_on_after_trouble(serve: Serve, botapi: BotApi) -> None:
    for fault in (
        broken(),
        page(403),
        refused(401, "Unauthorized"),
        refused(409, "Conflict: other getUpdates"),
    ):
        botapi.faults.next("getUpdates", fault)
    fatma = botapi.user("Fatma")

    await serve()

    assert (await asked(fatma)).startswith("Hoi!")


async def test_another_program_on_this_bot_is_told_once_in_clear_words(
    serve: Serve, botapi: BotApi
) -> None:
    conflict = botapi.faults.next(
        "getUpdates", refused(409, "Conflict: terminated by other getUpdates"), times=3
    )

    with structlog.testing.capture_logs() as logged:
        await serve()
        await botapi.until(lambda: conflict.met == 3)

    told = problems(logged)
    assert told[:1] == [
        (
            "Een ander programma haalt de berichten van deze bot op. Stop dat programma, of maak "
            "een "
            "eigen bot."
        )
    ]
    assert len(told) <= 2


async def test_address_that_telegram_refuses_is_told_with_its_reason(
    serve: Serve, botapi: BotApi
) -> None:
    botapi.faults.next(
        "setWebhook", refused(400, "Bad Request: bad webhook: HTTPS url must be provided"), times=2
    )

    with structlog.testing.capture_logs() as logged:
        await serve("webhook")
        await botapi.until(lambda: botapi.pusher.webhook.url)

    assert problems(logged)[0].casefold().endswith("bad webhook: https url must be provided")


async def test_profile_that_cannot_be_set_does_not_keep_messages_waiting(
    serve: Serve, botapi: BotApi
) -> None:
    botapi.faults.next("setMyCommands", refused(400, "Bad Request: BOT_COMMAND_INVALID"))
    fatma = botapi.user("Fatma")

    await serve()

    assert (await asked(fatma)).startswith("Hoi!")


async def test_fault_of_ours_in_the_profile_does_not_keep_messages_waiting(
    serve: Serve, botapi: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_start, "shorten", lambda text, longest: text[longest])
    fatma = botapi.user("Fatma")

    await serve()

    assert (await asked(fatma)).startswith("Hoi!")


async def test_update_that_was_not_stored_is_asked_for_again(
    serve: Serve, botapi: BotApi, waterdam: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = await serve()
    fatma, failures, write = botapi.user("Fatma"), [StoreBusy(), StoreBusy()], town.store.write

    async def busy(rule: Any, *more: Any, **values: Any) -> Any:
        if rule.__name__ == "turn" and failures:
            raise failures.pop()
        return await write(rule, *more, **values)

    monkeypatch.setattr(town.store, "write", busy)

    assert ((await asked(fatma))[:4], failures, fatma.chat.sent) == ("Hoi!", [], 1)


async def test_stop_in_the_middle_of_all_this_is_quick(serve: Serve, botapi: BotApi) -> None:
    botapi.faults.next("getMe", hang())
    town = await serve()
    await botapi.until(lambda: botapi.named("getMe"))

    async with asyncio.timeout(3):
        await town.stop()


async def test_no_other_client_makes_our_calls(
    botapi: BotApi, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    monkeypatch.setattr(httpx.AsyncClient, "__init__", lambda self, *_, **__: made.append(self))

    await serve()
    await asked(botapi.user("Fatma"))

    assert made == []


def test_who_has_no_bot_does_not_wait_for_its_library() -> None:
    program = (
        "import sys, main; print([name for name in ('telegram', 'httpx') if name in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )

    assert done.stdout == "[]\n"
