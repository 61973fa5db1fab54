"""The switch of language on the chat's page: the open question is put again at once."""

from collections.abc import Awaitable, Callable
from functools import partial

from aiohttp import web

from bot.channels.web import CHANNEL
from bot.inbox import Arrival, Inbox
from bot.speech import COMMAND_MARK
from content.page.pages import fresh_nonce
from content.values import language_name

Speak = Callable[[str, str], Awaitable[None]]
# the checkers want a class for a key, and a kind of function is not one
SPEAK: web.AppKey[Speak] = web.AppKey("speak", Callable)  # type: ignore[arg-type]
"""Lets the conversation of a sender go on in another language."""
IN_ANOTHER_LANGUAGE = f"0.0.{COMMAND_MARK}language"
"""The option that the switch chooses, wherever the conversation is."""


def attach_speak(app: web.Application, inbox: Inbox) -> None:
    """Let the switch of language on the pages reach the conversation."""
    speaks: Speak = partial(speak, inbox)
    app[SPEAK] = speaks


async def speak(inbox: Inbox, sender: str, language: str) -> None:
    """Hand in that somebody wants to go on in a language."""
    arrival = Arrival(
        channel=CHANNEL,
        external_id=f"{sender[:16]}.{fresh_nonce()}",
        sender=sender,
        text=language_name(language, language),
        choice=IN_ANOTHER_LANGUAGE,
        language=language,
    )
    await inbox.take(arrival)
