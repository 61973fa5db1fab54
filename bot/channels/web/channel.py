"""The web chat: posts come in, messages go down a stream; all of it works without a script too."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import partial
from typing import Any

from aiohttp import web

from bot.channels.web import CHANNEL
from bot.channels.web.bells import WebBells
from bot.channels.web.cookie import (
    Known,
    drop_cookie,
    known_token,
    new_token,
    person_of,
    put_cookie,
    sender_behind,
    sender_of,
    token_of,
)
from bot.channels.web.data import attach_data
from bot.channels.web.files import attach_files
from bot.channels.web.frame import chat_page, framed, show_subject
from bot.channels.web.loose import Loose
from bot.channels.web.pace import ChatPace
from bot.channels.web.posted import arrival_of
from bot.channels.web.speak import attach_speak
from bot.channels.web.stream import (
    as_event,
    events_answer,
    keep_beating,
    look_around,
    number,
    stream,
)
from bot.channels.web.unread import attach_unread, keep_seen
from bot.channels.web.visit import Visit, visit
from bot.channels.web.way_back import attach_return
from bot.inbox import Arrival, Inbox
from content.message import Message
from outreach.clean import MOST_TO_ONE, clean
from outreach.client.client import Client
from outreach.delivery.account import keep_account
from outreach.delivery.channel import Abilities, Receipt, Recipient
from outreach.delivery.errors import Unreachable
from outreach.delivery.history import FIRST, LAST, History, Theirs, label_of
from outreach.delivery.numbers import give_number
from outreach.parties.way_back import hash_of
from outreach.settings import Settings
from outreach.store.bells import rung
from outreach.store.errors import StoreError
from outreach.store.meanwhile import meanwhile
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.web.form import read_form
from outreach.web.keys import PAGES
from outreach.web.limits import STAYING, TALK_OF, admit_newcomer, reading
from outreach.web.page import wants_json

LONGEST = 4_000
LONGEST_TYPED = MOST_TO_ONE * LONGEST
"""A longer text is too long, however it is written."""
LONGEST_CHOICE = 200
LONGEST_CODE = 40
UNKNOWN_LABEL = "…"
"""Shown for a pressed option that this page never had."""
OPPORTUNITY = re.compile(r"[1-9][0-9]{0,14}")
WISHES = re.compile(r"join|question|candidate|explore|follow|meetings(-[1-9][0-9]{0,14})?")
"""What can be pressed on the page of an opportunity; a meeting by its number."""
END = "/chat#einde"
PACE = ChatPace()
INSECURE = "KANSENBODE_ADDRESS=https://…"


class WebChat:
    """The channel of the web chat. Sending numbers a delivery, so that every tab can read it.

    Without a store it can only be asked for its facts and its check.
    """

    name = CHANNEL
    can = Abilities(buttons=True, loose_buttons=False, silent=True, cards=True)

    def __init__(
        self, settings: Settings, store: Store | None = None, pace: ChatPace = PACE
    ) -> None:
        self._settings, self.pace = settings, pace
        if store is not None:
            self._store, self._bells = store, WebBells(store.bells)
        self._loose = Loose()

    async def send(self, to: Recipient, message: Message) -> Receipt:
        """Number the delivery and wake the streams of its address."""
        try:
            given = None
            if to.delivery is not None and to.address is not None:
                given = await self._store.write(
                    give_number, NOBODY, delivery=to.delivery, address=to.address
                )
        except StoreError as error:
            raise Unreachable from error
        if given is None:
            self._loose.keep(to.external_id, message)
        self._bells.ring(to.external_id)
        return Receipt(str(given or 0))

    def use(self, client: Client) -> None:
        """Sending asks nothing of others."""

    async def check(self) -> str | None:
        """Return INSECURE if what people write could be read on the way."""
        return None if self._settings.local or self._settings.https else INSECURE

    def attach(self, app: web.Application, inbox: Inbox) -> None:
        """Add the chat's routes; its streams end when the application shuts down."""
        app.router.add_get("/chat", self.show)
        app.router.add_post("/chat", partial(self.take, inbox))
        app.router.add_post("/chat/start", partial(self.start, inbox))
        attach_data(app)
        app.router.add_get("/chat/stream", self.stream, allow_head=False)
        app.router.add_get("/chat/over/{id:[1-9][0-9]{0,14}}", show_subject)
        attach_return(app, self._bells)
        attach_unread(app)
        attach_speak(app, inbox)
        attach_files(app, partial(self._exchange, inbox))
        app[TALK_OF] = Known().talk_of
        app[STAYING] |= {"/chat", "/chat/stream"}
        app.on_shutdown.append(self._close)
        app.on_startup.append(self._introduce)
        app.cleanup_ctx.append(self._beat)
        # without a shared database, every number is given in this very process, which also rings
        if self._store.database.shared:
            app.cleanup_ctx.append(self._look_around)

    async def show(self, request: web.Request) -> web.Response:
        """Show the conversation so far, or the way to begin one."""
        token, sender = token_of(request), await sender_of(request)
        before = number(request.query.get("voor"))
        if sender is not None and before:
            return await self._show_past(request, sender, before)
        found = Visit()
        if sender is not None:
            async with reading(request):
                found = await self._read(sender)
            if found.talk is not None and found.talk.waiting:
                with self._bells.listen(sender) as bell:
                    found = await self._settled(sender, bell)
        talk = found.talk
        loose = None if sender is None else self._loose.take(sender)
        values = await framed(request, talk, _spoken(request, talk))
        answer = chat_page(request, loose=loose, longest=LONGEST, **values)
        if token is not None and talk is not None:
            put_cookie(request, answer, token, found.lasts)
            keep_seen(request, answer, talk.last)
        elif loose is not None:
            drop_cookie(request, answer)
        return answer

    async def _show_past(self, request: web.Request, sender: str, before: int) -> web.Response:
        """Show what was said before a number; nothing can be answered there."""
        async with reading(request):
            talk = (await self._read(sender, before=before)).talk
        if talk is None or not talk.lines:
            raise web.HTTPSeeOther("/chat")
        values = await framed(request, talk, _spoken(request, talk))
        return chat_page(request, loose=None, **values)

    async def take(self, inbox: Inbox, request: web.Request) -> web.Response:
        """Take what somebody wrote or pressed. An empty post is accepted and ignored."""
        token = await self._token(request)
        form = await read_form(request)
        said, choice = form.get("text", ""), clean(form.get("choice", ""), LONGEST_CHOICE)
        text = clean(said[:LONGEST_TYPED], LONGEST + 1)
        if len(said) > LONGEST_TYPED or len(text) > LONGEST:
            raise web.HTTPRequestEntityTooLarge(LONGEST, len(said))
        sender = await sender_behind(request, token)
        if choice:
            at = {"channel": CHANNEL, "external_id": sender}
            text = await self._store.read(label_of, **at, choice=choice) or UNKNOWN_LABEL
        seen = number(form.get("seen")) or None
        arrival = None
        if text or choice:
            arrival = await arrival_of(
                request, sender, form.get("nonce"), text=text, choice=choice or None, seen=seen
            )
        after = number(form.get("na"))
        return await self._exchange(inbox, request, token, sender, arrival, after=after)

    async def start(self, inbox: Inbox, request: web.Request) -> web.Response:
        """Begin a conversation: about an opportunity, behind a trail, or just so."""
        token = await self._token(request)
        form = await read_form(request)
        sender = await sender_behind(request, token)
        about = form.get("opportunity", "")
        opportunity = int(about) if OPPORTUNITY.fullmatch(about) else None
        asked = form.get("wish", "")
        wish = asked if WISHES.fullmatch(asked) else None
        code = clean(form.get("code", ""), LONGEST_CODE) or None
        fresh = code or opportunity or await person_of(request, sender) is None
        arrival = None
        if fresh:
            where: dict[str, Any] = {"code": code, "opportunity": opportunity, "wish": wish}
            arrival = await arrival_of(request, sender, form.get("nonce"), **where)
        return await self._exchange(inbox, request, token, sender, arrival)

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Send each message when it is said."""
        return await stream(request, self._bells, self.pace)

    async def _read(self, sender: str, *, after: int = FIRST, before: int = LAST) -> Visit:
        return await self._store.read(visit, external_id=sender, after=after, before=before)

    async def _token(self, request: web.Request) -> str:
        """Return the secret of this browser's conversation, or a new one; no other is accepted."""
        known = await known_token(request)
        if known is None:
            admit_newcomer(request)
        return known or new_token()

    async def _exchange(
        self,
        inbox: Inbox,
        request: web.Request,
        token: str,
        sender: str,
        arrival: Arrival | None,
        *,
        after: int = FIRST,
    ) -> web.Response:
        """Hand in what came, if anything did, and answer with what is said to it."""
        with self._bells.listen(sender) as bell:
            comes = arrival is not None and await inbox.take(arrival)
            found = await self._settled(
                sender, bell, comes=comes, expects=arrival is not None, after=after
            )
        return self._answer(request, token, sender, found)

    def _answer(self, request: web.Request, token: str, sender: str, found: Visit) -> web.Response:
        """Answer when the reply can be read: the script gets what is new, others the page."""
        talk = found.talk
        if wants_json(request):
            answer = events_answer(self._events(talk, sender))
        else:
            if talk is None:
                # after "forget me" no other secret leads to the address any more
                self._loose.move(sender, hash_of(token))
            end = f"/chat#m{talk.last}" if talk and talk.last else END
            answer = web.Response(status=303, headers={"Location": end})
        if talk is not None or self._loose.waits_for(hash_of(token)):
            put_cookie(request, answer, token, found.lasts)
            keep_seen(request, answer, 0 if talk is None else talk.last)
        else:
            drop_cookie(request, answer)
        return answer

    def _events(self, talk: History | None, sender: str) -> list[dict[str, Any]]:
        lines = [] if talk is None else [line for line in talk.lines if isinstance(line, Theirs)]
        events = [as_event(line) for line in lines]
        loose = self._loose.take(sender)
        if loose is None:
            return events
        # after "forget me" nobody is known there any more: what the page still shows has to go
        return [*events, as_event(Theirs(0, loose, None)) | {"gone": talk is None}]

    async def _settled(
        self,
        sender: str,
        bell: asyncio.Event,
        *,
        comes: bool = False,
        expects: bool = False,
        after: int = FIRST,
    ) -> Visit:
        """Read the conversation when the answer under way has its number, or was too slow.

        If an answer `comes`, the bell that was listened to before rings for it.
        """
        loop = asyncio.get_running_loop()
        until = loop.time() + self.pace.answer
        if comes:
            await rung(bell, self.pace.answer)
        while True:
            found = await self._read(sender, after=after)
            if found.talk is None:
                done = not expects or self._loose.waits_for(sender)
            else:
                done = not found.talk.waiting
            if done or self._bells.closing or not await rung(bell, until - loop.time()):
                return found

    async def _introduce(self, app: web.Application) -> None:
        """Let rules know what this channel can do; until they do, quiet hours hold here too."""
        with suppress(StoreError):
            await self._store.write(keep_account, NOBODY, channel=CHANNEL, can=self.can, handle="")

    async def _beat(self, app: web.Application) -> AsyncIterator[None]:
        beat = partial(keep_beating, self._bells, self.pace.beat)
        async with meanwhile(self._store.vigil.task("beat", beat)):
            yield

    async def _look_around(self, app: web.Application) -> AsyncIterator[None]:
        look = partial(look_around, self._store, self._bells, self.pace.beat)
        async with meanwhile(self._store.vigil.task("streams", look)):
            yield

    async def _close(self, app: web.Application) -> None:
        self._bells.close()


def _spoken(request: web.Request, talk: History | None) -> str | None:
    """Return the language of a conversation, if there are pages in it."""
    return (
        talk.language
        if talk is not None and talk.language in request.app[PAGES].languages
        else None
    )
