"""What Telegram is told at each start: where its messages go, and what the bot says about itself.

Nobody waits for it: the web chat works even if the token is wrong, or Telegram is down. It is tried
again, and logged once.
"""

import asyncio
from dataclasses import dataclass

from telegram import Bot, BotCommand
from telegram.error import BadRequest, Conflict, InvalidToken

from bot.channels.telegram.calls import Elsewhere
from bot.channels.telegram.pace import ConnectPace
from bot.channels.telegram.updates import CHANNEL, WANTED, Me
from content.log import log
from content.texts import Texts
from outreach.delivery.account import keep_account
from outreach.delivery.channel import Abilities
from outreach.delivery.errors import ChannelBroken
from outreach.delivery.fit import shorten
from outreach.store.errors import StoreError
from outreach.store.store import Store
from outreach.store.unit import NOBODY

COMMANDS = ("start", "menu", "help", "stop")
LONGEST_DESCRIPTION, LONGEST_ABOUT = 512, 120


@dataclass(frozen=True, slots=True)
class Hook:
    """The address to which Telegram posts updates, and its secret. Without an address, we poll."""

    address: str = ""
    secret: str = ""


class StartTroubles:
    """Reports the bot's troubles to the operator: each one once, until all is well again."""

    def __init__(self, texts: Texts, language: str, pace: ConnectPace) -> None:
        self._texts, self._language = texts, language
        self._pace = pace
        self._told: set[str] = set()
        self._wait = self._pace.first

    def meet(self, error: Exception) -> float:
        """Log an error in words of `content/`; return the seconds until the next, later try."""
        name = _name(error)
        if name not in self._told:
            self._told.add(name)
            facts = {"reason": error.message} if isinstance(error, BadRequest) else {}
            log.error(
                CHANNEL, problem=self._texts.text("telegram-problem", self._language, name, **facts)
            )
        wait, self._wait = self._wait, min(self._wait * 2, self._pace.longest)
        return wait

    def over(self) -> None:
        """All is well: the same trouble is told again if it comes back."""
        if self._told:
            log.info(CHANNEL, problem=self._texts.text("telegram-problem", self._language, "over"))
        self._told.clear()
        self._wait = self._pace.first


async def connect(
    bot: Bot, store: Store, hook: Hook, can: Abilities, troubles: StartTroubles
) -> Me:
    """Try until Telegram knows where our messages go; return who we are."""
    while True:
        try:
            user = await bot.get_me()
            name = user.username or ""
            await store.write(keep_account, NOBODY, channel=CHANNEL, can=can, handle=name)
            if hook.address:
                await bot.set_webhook(
                    hook.address, secret_token=hook.secret, allowed_updates=WANTED
                )
            else:
                await bot.delete_webhook()
        except Exception as error:
            # if the task ended here nobody would start it again
            wait = troubles.meet(error)
        else:
            troubles.over()
            return Me(user.id, user.username or "")
        await asyncio.sleep(wait)


async def introduce(
    bot: Bot, texts: Texts, languages: tuple[str, ...], troubles: StartTroubles
) -> None:
    """Set what people see before they begin, and the commands; other languages get the first."""
    try:
        for language in languages:
            for code in (None, language) if language == languages[0] else (language,):
                commands = [
                    BotCommand(name, texts.text("telegram-commands", language, name))
                    for name in COMMANDS
                ]
                await bot.set_my_commands(commands, language_code=code)
                description = texts.text("telegram-description", language)
                await bot.set_my_description(
                    shorten(description, LONGEST_DESCRIPTION), language_code=code
                )
                about = shorten(texts.text("telegram-about", language), LONGEST_ABOUT)
                await bot.set_my_short_description(about, language_code=code)
    except Exception as error:
        # the bot works without it; the next start tries again
        troubles.meet(error)


def _name(error: Exception) -> str:
    if isinstance(error, (InvalidToken, ChannelBroken)) and not isinstance(error, Elsewhere):
        return "token"
    if isinstance(error, (Conflict, Elsewhere)):
        return "conflict"
    if isinstance(error, BadRequest):
        return "refused"
    return "store" if isinstance(error, StoreError) else "away"
