"""What `doctor` asks about the bot: its token, where its messages go, and its public texts."""

from urllib.parse import urlsplit

from telegram import Bot, WebhookInfo
from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram.start import Hook
from content.texts import Texts

PORTS = (None, 443, 80, 88, 8443)
"""Ports that Telegram posts to (https://core.telegram.org/bots/api#setwebhook)."""
TELEGRAM = "api.telegram.org"
LOCAL = ("127.0.0.1", "localhost", "::1")


async def look_over(
    bot: Bot, hook: Hook, texts: Texts, language: str, *, api_host: str, privacy: str
) -> str | None:
    """Return what is wrong with the bot, in words of `content/`; None if all is well."""
    try:
        await bot.get_me()
        wrong = hook_troubles(hook, await bot.get_webhook_info(), public=api_host == TELEGRAM)
        description = (await bot.get_my_description()).description
    except InvalidToken:
        return texts.text("telegram-wrong", language, "token")
    except TelegramError:
        return texts.text("telegram-wrong", language, "away")
    found = [texts.text("telegram-wrong", language, name, reason=reason) for name, reason in wrong]
    if privacy not in description:
        found.append(texts.text("telegram-wrong", language, "privacy"))
    if api_host == TELEGRAM and urlsplit(privacy).hostname in LOCAL:
        found.append(texts.text("telegram-wrong", language, "local"))
    return " ".join(found) or None


def hook_troubles(hook: Hook, told: WebhookInfo, *, public: bool) -> list[tuple[str, str]]:
    """Name what keeps messages from us, each with Telegram's own reason if it gave one."""
    if not hook.address:
        return [("mode", "")] if told.url else []
    where = urlsplit(hook.address)
    if public and (where.scheme != "https" or where.port not in PORTS):
        return [("https", "")]
    if told.url != hook.address:
        return [("webhook", "")]
    if told.pending_update_count and told.last_error_message:
        return [("delivery", told.last_error_message)]
    return []
