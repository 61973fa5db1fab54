"""The channel Telegram: private chats with buttons, and posts in groups and channels of others.

How calls are made, and what comes in, is in the files beside this one.
"""

import asyncio
import hashlib
import hmac
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache, partial
from typing import Any

import orjson
from aiohttp import web

from bot.channels.telegram.buttons import keyboard
from bot.channels.telegram.calls import Calls, Unchanged
from bot.channels.telegram.check import look_over
from bot.channels.telegram.files import Files
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.looks import (
    LABEL_LENGTH,
    PREVIEW,
    kept_rows,
    link_rows,
    marked,
    preview,
    settled,
)
from bot.channels.telegram.pace import ConnectPace
from bot.channels.telegram.shown import Shown
from bot.channels.telegram.start import Hook, StartTroubles, connect, introduce
from bot.channels.telegram.updates import CHANNEL, Me, Pressed
from bot.inbox import Inbox
from bot.papers import File, Papers
from content.message import Message
from content.texts import Texts
from outreach.attachments.attachment import Allowance
from outreach.client.client import Client
from outreach.client.pool import Patience
from outreach.delivery.channel import Abilities, Receipt, Recipient
from outreach.delivery.errors import TooFast, TopicClosed, Unreachable
from outreach.receipts.receipt import receipt_at
from outreach.settings import Settings
from outreach.store.errors import StoreError
from outreach.store.store import Store
from outreach.web.keys import HTTP, MACHINES

TEXT_LENGTH, CAPTION_LENGTH = 4096, 1024
ENCODED = 64
"""How many encoded broadcasts are cached."""
GROUP_PACE = timedelta(seconds=3)
"""Twenty messages a minute in one group (https://core.telegram.org/bots/faq#broadcasting-to-users).
"""
CHAT_LINK = "https://t.me/{handle}?start={code}"
"""https://core.telegram.org/bots/features#deep-linking"""
CHECK = Patience(connect=8, silence=8)


def utf16(text: str) -> int:
    """Count a text as Telegram does, in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


PACE = ConnectPace()


class Telegram:
    """One bot. `language` is the one in which an operator is told what is wrong; else the first
    one.
    """

    name = CHANNEL
    can = Abilities(
        buttons=True,
        label_length=LABEL_LENGTH,
        text_length=TEXT_LENGTH,
        caption_length=CAPTION_LENGTH,
        length=utf16,
        edits=True,
        cards=True,
        files=True,
        pace=timedelta(seconds=1),
        link=CHAT_LINK,
    )

    def __init__(
        self,
        settings: Settings,
        texts: Texts,
        store: Store | None,
        language: str | None = None,
        pace: ConnectPace = PACE,
    ) -> None:
        token, api = settings.telegram_token.get_secret_value().strip(), str(settings.telegram_api)
        self._settings, self._texts, self._store = settings, texts, store
        polls = settings.telegram_mode == "polling"
        self.can = replace(self.can, rate=settings.telegram_rate, alone=polls)
        self._paid = settings.telegram_paid
        self._pace = pace
        self._language = language or settings.languages[0]
        self._calls = Calls(token, api)
        self._shown, self._papers = Shown(), Papers(settings, texts)
        self._going: list[asyncio.Task[None]] = []
        self._me = Me(int(number) if (number := token.partition(":")[0]).isdecimal() else 0)
        self.path = f"/telegram/{_mark(token, 'path')[:16]}"
        secret = settings.telegram_secret.get_secret_value() or _mark(token, "secret")
        address = f"{settings.base_url}{self.path}"
        self._hook = Hook(address, secret) if not polls else Hook()

    def use(self, client: Client) -> None:
        """Make calls by this client: the application's, once it runs."""
        self._calls.use(client)

    async def send(self, to: Recipient, message: Message) -> Receipt:
        """Send one message, and return its number in the chat; skip a topic that is closed."""
        try:
            return await self._sent(to, message)
        except TopicClosed:
            if message.topic is None or _is_venue(to.external_id):
                raise
        return await self._sent(to, replace(message, topic=None))

    async def _sent(self, to: Recipient, message: Message) -> Receipt:
        chat, rev = to.external_id, message.rev
        file = await self._file(to, message.receipt)
        if rev:
            self._shown.begins(chat, rev)
        try:
            result = await self._called(to, message, file)
            number = result["message_id"] if isinstance(result, dict) else None
            if not isinstance(number, int):
                raise Unreachable
        except TooFast as error:
            self._shown.fails(chat, rev)
            # a chat has a pace of its own, which we keep: so this is about the account
            error.account = not _is_venue(chat)
            raise
        except BaseException:
            self._shown.fails(chat, rev)
            raise
        self._shown.stands(chat, rev, number)
        return Receipt(str(number), GROUP_PACE if _is_venue(chat) else None)

    async def _called(self, to: Recipient, message: Message, file: File | None) -> Any:
        """Make the call for a message, with its file if it has one."""
        chat = to.external_id
        if file is not None:
            values = {"chat_id": chat, "caption": marked(message)}
            values |= _values(message, _is_venue(chat))
            return await self._calls.upload("sendDocument", values, "document", file)
        encoded = _encoded_once if to.broadcast else _encoded
        method, rest = encoded(message, _is_venue(chat), self._paid)
        return await self._calls.call_encoded(method, b'{"chat_id":"%s",%s' % (chat.encode(), rest))

    async def _file(self, to: Recipient, number: int) -> File | None:
        """Return the file of a receipt; None if it is gone, so that its words go by themselves."""
        if not number or to.address is None or self._store is None:
            return None
        try:
            kept = await self._store.read(receipt_at, address=to.address, receipt=number)
        except StoreError as error:
            raise Unreachable from error
        return None if kept is None else await self._papers.of(kept)

    async def edit(self, to: Recipient, receipt: str, message: Message) -> None:
        """Replace the text of the message with this number."""
        kind = "caption" if message.picture else "text"
        values = {"chat_id": to.external_id, "message_id": int(receipt), kind: marked(message)}
        values |= _shared(message, _is_venue(to.external_id))
        with suppress(Unchanged):
            await self._calls.call(f"editMessage{kind.capitalize()}", values)

    async def check(self) -> str | None:
        """Ask Telegram whether all is well with the bot."""
        privacy = f"{self._settings.base_url}/privacy"
        host = self._settings.telegram_api.host or ""
        look = partial(look_over, self._calls.bot, self._hook, self._texts, self._language)
        if self._calls.ready:
            return await look(api_host=host, privacy=privacy)
        # no application runs
        async with Client(CHECK) as client:
            self.use(client)
            return await look(api_host=host, privacy=privacy)

    def attach(self, app: web.Application, inbox: Inbox) -> None:
        """Take what comes in, as long as the application runs: through a webhook, or by polling."""
        if self._store is None:
            raise ValueError("without a store, nothing can be taken in")
        intake = Intake(
            self._calls, self._store, self._shown, self._me, self._hook.secret, self._settle
        )
        if self._hook.address:
            app.router.add_post(self.path, partial(intake.receive, inbox))
            app[MACHINES].add(self.path)
        app.cleanup_ctx.append(partial(self._running, intake, inbox, self._store))
        # before the sender closes
        app.on_shutdown.append(self._stop)

    async def _running(
        self, intake: Intake, inbox: Inbox, store: Store, app: web.Application
    ) -> AsyncIterator[None]:
        self.use(app[HTTP])
        files = Files(self._calls, store, self._texts, Allowance.of(self._settings))
        works: dict[str, Callable[[], Awaitable[None]]] = {
            "telegram": partial(self._go, intake, inbox, store),
            "files": files.run,
        }
        self._going = [
            asyncio.create_task(store.vigil.task(name, work)) for name, work in works.items()
        ]
        yield
        await self._stop(app)
        await intake.close()

    async def _stop(self, app: web.Application) -> None:
        for going in self._going:
            going.cancel()
        if self._going:
            await asyncio.wait(self._going)

    async def _go(self, intake: Intake, inbox: Inbox, store: Store) -> None:
        troubles = StartTroubles(self._texts, self._language, self._pace)
        intake.me = await connect(self._calls.bot, store, self._hook, self.can, troubles)
        await introduce(self._calls.bot, self._texts, self._settings.languages, troubles)
        if not self._hook.address:
            await intake.poll(inbox, troubles)

    async def _settle(self, press: Pressed, counts: bool) -> None:
        """Remove the buttons under a question; if the press counted, show what was chosen."""
        message, arrival = press.message, press.arrival
        if message is None or message.reply_markup is None or arrival is None:
            return
        values: dict[str, Any] = {"chat_id": message.chat.id, "message_id": message.message_id}
        values |= kept_rows(message.reply_markup)
        new = settled(message, arrival.text)
        if not counts or not message.text or not arrival.text or utf16(new["text"]) > TEXT_LENGTH:
            await self._calls.call("editMessageReplyMarkup", values)
            return
        await self._calls.call("editMessageText", values | new)


@lru_cache(ENCODED)
def _encoded_once(message: Message, venue: bool, paid: bool) -> tuple[str, bytes]:
    """Cached `_encoded` for broadcasts only: personal messages must not stay in memory."""
    return _encoded(message, venue, paid, broadcast=True)


def _encoded(
    message: Message, venue: bool, paid: bool, *, broadcast: bool = False
) -> tuple[str, bytes]:
    """The method, and its values in JSON but for the chat, which is put before them."""
    values = _values(message, venue) | (
        {"allow_paid_broadcast": True} if paid and broadcast else {}
    )
    if message.picture:
        return "sendPhoto", orjson.dumps(
            values | {"photo": message.picture, "caption": marked(message)}
        )[1:]
    return "sendMessage", orjson.dumps(values | {"text": marked(message)})[1:]


def _values(message: Message, venue: bool) -> dict[str, Any]:
    """What every new message has, whatever is in it."""
    values = _shared(message, venue)
    values |= {} if message.topic is None else {"message_thread_id": message.topic}
    if message.answers is not None:
        values["reply_parameters"] = {
            "message_id": message.answers,
            "allow_sending_without_reply": True,
        }
    return values


def _shared(message: Message, venue: bool) -> dict[str, Any]:
    values: dict[str, Any] = {"parse_mode": "HTML", PREVIEW: preview(message)}
    rows: list[list[dict[str, str]]] = []
    # a press in a group would answer for everybody
    if message.options and not venue:
        rows += keyboard(message.options, message.cards)
    rows += link_rows(message)
    return values | ({"reply_markup": {"inline_keyboard": rows}} if rows else {})


def _is_venue(chat: str) -> bool:
    """Groups and channels have negative numbers."""
    return chat.startswith("-")


def _mark(token: str, purpose: str) -> str:
    """Derive something from the token that does not give it away, and stays the same."""
    return hmac.new(token.encode(), f"kansenbode {purpose}".encode(), hashlib.sha256).hexdigest()
