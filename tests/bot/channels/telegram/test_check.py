"""What `doctor` finds about the bot, in both languages."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import HttpUrl, SecretStr
from telegram import Bot, WebhookInfo

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.check import hook_troubles, look_over
from bot.channels.telegram.start import Hook
from bot.server import own_channels
from content.texts import Texts
from outreach.settings import Settings
from tests.botapi.faults import page
from tests.botapi.pushing import Webhook
from tests.botapi.server import BotApi

ADDRESS = "https://kansen.waterdam.example"
TEXTS = Texts(organisation="Gemeente Waterdam", address=ADDRESS)
Check = Callable[..., Any]


@pytest.fixture
def bot(botapi: BotApi) -> Callable[..., Telegram]:
    """The channel as `doctor` has it: no store, no application."""
    botapi.world.told["description"] = {("",): f"Hoi! {ADDRESS}/privacy"}

    def make(mode: str = "polling", language: str = "nl", **more: Any) -> Telegram:
        own = {"telegram_token": SecretStr(botapi.token), "telegram_api": HttpUrl(botapi.address)}
        facts = own | {"telegram_mode": mode, "address": HttpUrl(ADDRESS)} | more
        return Telegram(Settings.demo(**facts), TEXTS, None, language)

    return make


def set_webhook(botapi: BotApi, url: str) -> None:
    botapi.pusher.webhook = Webhook(url)


async def test_all_is_well_with_a_bot_that_polls(bot: Check) -> None:
    assert await bot().check() is None


async def test_all_is_well_with_a_webhook_that_is_ours(bot: Check, botapi: BotApi) -> None:
    telegram = bot("webhook")
    set_webhook(botapi, f"{ADDRESS}{telegram.path}")

    assert await telegram.check() is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Telegram kent dit token niet. Vraag @BotFather om het goede token."),
        ("en", "Telegram does not know this token. Ask @BotFather for the right one."),
    ],
)
async def test_wrong_token_is_told_in_the_language_of_who_asks(
    bot: Check, language: str, said: str
) -> None:
    assert await bot(language=language, telegram_token=SecretStr("1:x")).check() == said


async def test_telegram_that_does_not_answer_is_told(bot: Check, botapi: BotApi) -> None:
    botapi.faults.next("getWebhookInfo", page(502))

    assert await bot().check() == "Telegram geeft geen antwoord."


async def test_webhook_that_is_still_there_keeps_messages_from_who_polls(
    bot: Check, botapi: BotApi
) -> None:
    set_webhook(botapi, "https://old.example/telegram")

    assert str(await bot().check()).startswith(
        "Telegram stuurt de berichten nog naar een webadres."
    )


@pytest.mark.parametrize("url", ["", "https://old.example/telegram"])
async def test_webhook_that_is_not_ours_is_told(bot: Check, botapi: BotApi, url: str) -> None:
    set_webhook(botapi, url)

    assert str(await bot("webhook").check()).startswith("Telegram kent ons webadres nog niet.")


async def test_messages_that_do_not_arrive_are_told_with_the_reason(
    bot: Check, botapi: BotApi
) -> None:
    telegram = bot("webhook")
    set_webhook(botapi, f"{ADDRESS}{telegram.path}")
    botapi.pusher.last_error = (1, "Wrong response from the webhook: 502 Bad Gateway")
    botapi.user("Fatma").start()

    said = str(await telegram.check())

    assert said == (
        "Telegram kan de berichten niet bij ons afleveren: Wrong response from the webhook: "
        ""
        "502 Bad Gateway"
    )


@pytest.mark.parametrize(
    ("address", "public", "wrong"),
    [
        ("https://kansen.waterdam.example/x", True, []),
        ("https://kansen.waterdam.example:8443/x", True, []),
        ("http://kansen.waterdam.example/x", True, [("https", "")]),
        ("https://kansen.waterdam.example:8080/x", True, [("https", "")]),
        ("http://kansen.waterdam.example/x", False, []),
    ],
)
def test_telegram_itself_posts_to_https_and_few_ports_only(
    address: str, public: bool, wrong: list[Any]
) -> None:
    told = WebhookInfo(address, has_custom_certificate=False, pending_update_count=0)

    assert hook_troubles(Hook(address, "s"), told, public=public) == wrong


async def test_profile_without_the_privacy_page_is_told(bot: Check, botapi: BotApi) -> None:
    botapi.world.told["description"] = {("",): "Hoi!"}

    assert str(await bot().check()).startswith(
        "In het profiel van de bot staat geen link naar de privacypagina."
    )


@pytest.mark.parametrize(
    ("language", "begins"), [("nl", "Telegram geeft geen"), ("en", "Telegram does not answer")]
)
async def test_doctor_asks_in_the_language_of_its_command_line(
    botapi: BotApi, language: str, begins: str
) -> None:
    own = {"telegram_token": SecretStr(botapi.token), "telegram_api": HttpUrl(botapi.address)}
    botapi.faults.next("getMe", page(502))

    channels = {channel.name: channel for channel in own_channels(Settings.demo(**own), language)}

    assert str(await channels["telegram"].check()).startswith(begins)


def test_doctor_asks_nothing_of_telegram_where_there_is_no_bot() -> None:
    names = [channel.name for channel in own_channels(Settings.demo(), "nl")]

    assert names == ["web", "push"]


@pytest.mark.parametrize(
    ("host", "privacy", "warned"),
    [
        ("api.telegram.org", "http://127.0.0.1:8080/privacy", True),
        ("api.telegram.org", f"{ADDRESS}/privacy", False),
        ("127.0.0.1", "http://127.0.0.1:8080/privacy", False),
    ],
)
async def test_links_to_this_computer_are_warned_of(
    botapi: BotApi, host: str, privacy: str, warned: bool
) -> None:
    botapi.world.told["description"] = {("",): privacy}
    async with Bot(botapi.token, base_url=botapi.base_url) as asked:
        found = await look_over(asked, Hook("", ""), TEXTS, "en", api_host=host, privacy=privacy)

    assert found == (TEXTS.text("telegram-wrong", "en", "local") if warned else None)
