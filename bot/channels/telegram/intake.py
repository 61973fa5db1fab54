"""Hand Telegram's updates to the inbox: from the webhook, or by polling.

An update counts as taken once the inbox has stored it. Telegram never sends again what a webhook
answered with 2xx.
"""

import asyncio
import hmac
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

import orjson
from aiohttp import web

from bot.channels.telegram.buttons import is_place, option_at
from bot.channels.telegram.calls import Calls
from bot.channels.telegram.shown import Shown
from bot.channels.telegram.start import StartTroubles
from bot.channels.telegram.updates import (
    CHANNEL,
    WANTED,
    Me,
    News,
    Odd,
    Pressed,
    Written,
    news_in,
    sense,
)
from bot.failures import PassOver
from bot.inbox import AddressNews, Arrival, Inbox, VenueNews
from content.log import log
from outreach.delivery.ending import let_end
from outreach.store.store import Store
from outreach.web.body import read_body

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - its name only
LARGEST_UPDATE = 512 * 1024
"""Bytes: more than the longest message with all that may belong to it. Reading one blocks
everybody.
"""
POLL_SECONDS = 50
"""How long Telegram holds an empty answer back."""
PATIENCE = 10
LAST_SECONDS = 0.5

AfterPress = Callable[[Pressed, bool], Coroutine[Any, Any, None]]
"""What is done to the old message after a press, and whether that was the last question.

Nobody waits for it.
"""


class Intake:
    """Takes updates, by webhook or polling. `me` is filled in once Telegram told who we are."""

    def __init__(
        self, calls: Calls, store: Store, shown: Shown, me: Me, secret: str, after: AfterPress
    ) -> None:
        self.me = me
        self._calls, self._store, self._shown, self._after = calls, store, shown, after
        self._secret = secret.encode()
        self._behind: set[asyncio.Task[None]] = set()

    async def receive(self, inbox: Inbox, request: web.Request) -> web.Response:
        """Answer one post of Telegram's; without the secret nothing of it is read."""
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=403)
        body = await read_body(request, LARGEST_UPDATE)
        try:
            news = news_in(body, self.me)
        except Odd:
            return web.Response(status=400)
        await self.take(inbox, news)
        if not isinstance(news, Pressed):
            return web.Response()
        answer = {"method": "answerCallbackQuery", "callback_query_id": news.query}
        return web.Response(body=orjson.dumps(answer), content_type="application/json")

    async def poll(self, inbox: Inbox, troubles: StartTroubles) -> None:
        """Poll for updates, one after the other, for ever; ask again for what was not stored."""
        offset = 0
        while True:
            values = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": WANTED}
            try:
                updates = await self._calls.call(
                    "getUpdates", values, seconds=POLL_SECONDS + PATIENCE
                )
                passed = not updates
                for update in updates:
                    number = await self._take_polled(inbox, update)
                    if number is not None:
                        offset, passed = number + 1, True
                    # let the answer be sent before the next message is read
                    await asyncio.sleep(0)
                if not passed:
                    # asked for again at once, they would come again at once, without end
                    raise Odd
                troubles.over()
            except Exception as error:
                await asyncio.sleep(troubles.meet(error))

    async def take(self, inbox: Inbox, news: News) -> None:
        """Hand in what came; raises NotNow if the store takes nothing now."""
        # sent again it would fail again, and hold up all that comes after it
        with PassOver("update failed", channel=CHANNEL, kind=type(news).__name__):
            await self._hand_in(inbox, news)

    async def close(self) -> None:
        """Wait a moment for tasks in the background."""
        await let_end(self._behind, LAST_SECONDS)

    async def _hand_in(self, inbox: Inbox, news: News) -> None:
        match news:
            case Written(arrival, number):
                when = self._shown.stood if arrival.corrects else self._shown.seen
                seen = None if number is None else when(arrival.sender, number)
                await inbox.take(replace(arrival, seen=seen))
            case VenueNews():
                await inbox.take_venue_news(news)
            case AddressNews():
                await inbox.take_address_news(news)
            case Pressed(arrival=Arrival() as arrival):
                # before the answer becomes the last one
                counts = self._shown.is_last(arrival.sender, news.rev)
                if await inbox.take(await self._resolved(arrival, news)):
                    self._go_on(self._after(news, counts))

    async def _resolved(self, arrival: Arrival, press: Pressed) -> Arrival:
        """Find the code of a button that could not carry it."""
        data = arrival.choice or ""
        if not is_place(data) or press.message is None:
            return arrival
        where = {
            "channel": CHANNEL,
            "external_id": arrival.sender,
            "receipt": str(press.message.message_id),
        }
        # without the code the question is put again; the press itself may not be lost
        with PassOver("button not found", channel=CHANNEL):
            return replace(arrival, choice=await self._store.read(option_at, **where, data=data))
        return arrival

    async def _take_polled(self, inbox: Inbox, update: Any) -> int | None:
        """Take one update; return its number, or None if it has none: then it is not an update."""
        try:
            news = sense(update, self.me)
        except Odd:
            return None
        await self.take(inbox, news)
        if isinstance(news, Pressed):
            self._go_on(self._answer(news.query))
        number: int = update["update_id"]
        return number

    async def _answer(self, query: str) -> None:
        await self._calls.call("answerCallbackQuery", {"callback_query_id": query})

    def _go_on(self, deed: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(_best_effort(deed))
        self._behind.add(task)
        task.add_done_callback(self._behind.discard)


async def _best_effort(deed: Coroutine[Any, Any, None]) -> None:
    """Run it, log failures, never raise."""
    try:
        await deed
    except Exception as error:
        log.info("telegram nicety failed", error=type(error).__name__)
