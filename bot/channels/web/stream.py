"""The stream down to the browser: server-sent events, each under the number of its delivery."""

import asyncio
import re
from functools import partial
from typing import Any

import orjson
from aiohttp import web

from bot.channels.web import CHANNEL
from bot.channels.web.bells import AT_ALL, Closing, Stream, WebBells
from bot.channels.web.cookie import person_of, sender_of
from bot.channels.web.pace import ChatPace
from content.log import log
from content.message import Card
from content.page.pictures import picture_of
from outreach.attachments.attachment import Shown
from outreach.delivery.history import Theirs, news
from outreach.delivery.numbers import last_numbers
from outreach.store.columns import LAST_ID
from outreach.store.errors import StoreError
from outreach.store.store import Store
from outreach.web.attended import DOOR, doing
from outreach.web.door import State
from outreach.web.keys import STORE
from outreach.web.limits import client_of

BEAT = b":\n\n"
PORTION = 50
"""Streams that are given a sign of life before others have their turn: 50 take two milliseconds."""
SPARE = 6
"""This fraction of the door's room is not for streams."""
LATER_SECONDS = 60
"""When a stream that made room may come again: tabs must not end each other for ever."""
NUMBER = re.compile(r"[0-9]{1,15}")
HEADERS = {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
}


async def look_around(store: Store, bells: WebBells, beat: float) -> None:
    """Look for lost wake-ups, for all streams of this process at once."""
    known: dict[str, int] = {}
    while not bells.closing:
        await asyncio.sleep(beat)
        try:
            known = await wake_behind(store, bells, known)
        except Exception as error:
            # Any error counts: if this loop ended, lost wake-ups would stay lost until the next
            # start.
            log.warning("look around failed", error=type(error).__name__)


async def keep_beating(bells: WebBells, seconds: float) -> None:
    """Give all streams of this process a sign of life again and again, by one timer for all."""
    while not bells.closing:
        await asyncio.sleep(seconds)
        await beat(bells)


async def beat(bells: WebBells) -> None:
    """Give all streams a sign of life; end those where nobody is any more."""
    for done, here in enumerate(bells.streams, 1):
        try:
            await here.beat()
        except ConnectionError:
            # its handler meets the same when it says goodbye, and ends
            here.over = True
            here.bell.set()
        if done % PORTION == 0:
            await asyncio.sleep(0)


async def wake_behind(store: Store, bells: WebBells, known: dict[str, int]) -> dict[str, int]:
    """Wake the streams of addresses with a new last number; return the numbers known now."""
    senders = bells.streaming
    found = await store.read(last_numbers, channel=CHANNEL, senders=senders) if senders else {}
    for sender, last in found.items():
        if known.get(sender) != last:
            bells.ring_here(sender)
    return found


async def stream(request: web.Request, bells: WebBells, pace: ChatPace) -> web.StreamResponse:
    """Send what is said at this address until the browser or the server stops, or it makes room."""
    sender = await sender_of(request)
    if sender is None or await person_of(request, sender) is None:
        return web.Response(status=204)
    answer = web.StreamResponse(headers=HEADERS)
    try:
        with bells.stream(sender, client_of(request), _most(request)) as here:
            await answer.prepare(request)
            here.beat = partial(_beat, request, answer)
            with doing(request, State.STREAM):
                await _tell(request, answer, bells, here, pace)
    except Closing as error:
        raise web.HTTPServiceUnavailable(headers={"Retry-After": "15"}) from error
    except StoreError as error:
        log.info("stream ended", reason=type(error).__name__)
    except TimeoutError:
        if request.transport is not None:
            # closed politely, the connection would wait for the reader again
            request.transport.abort()
    except ConnectionError:
        # browsers leave all the time: nothing to log
        pass
    return answer


async def _tell(
    request: web.Request,
    answer: web.StreamResponse,
    bells: WebBells,
    here: Stream,
    pace: ChatPace,
) -> None:
    last = number(request.headers.get("Last-Event-ID")) or number(request.query.get("na"))
    write = partial(_write, answer, pace.unread)
    rung = False
    await write(b"retry: 2000\n\n")
    while not bells.closing and not here.over:
        at = {"channel": CHANNEL, "external_id": here.address}
        lines = await request.app[STORE].read(news, **at, after=last)
        for line in lines:
            await write(b"id: %d\ndata: %s\n\n" % (line.seq, orjson.dumps(as_event(line))))
            last = line.seq
        if rung and not lines and await person_of(request, here.address) is None:
            # forgotten, or closed, in another tab: nothing of it may stay on this screen
            await write(b"event: gone\ndata: 0\n\n")
            return
        await here.bell.wait()
        here.bell.clear()
        rung = True
    if here.over:
        await write(
            b"retry: %d\nevent: later\ndata: %d\n\n" % (LATER_SECONDS * 1000, LATER_SECONDS)
        )


def _most(request: web.Request) -> int:
    """Return how many streams fit beside whoever writes."""
    door = request.app.get(DOOR)
    return AT_ALL if door is None else min(AT_ALL, door.most - door.most // SPARE)


async def _beat(request: web.Request, answer: web.StreamResponse) -> None:
    # What is still unsent is a sign of life too, and all others would wait behind it.
    if request.transport is None or not request.transport.get_write_buffer_size():
        await answer.write(BEAT)


async def _write(answer: web.StreamResponse, seconds: float, data: bytes) -> None:
    async with asyncio.timeout(seconds):
        await answer.write(data)


def events_answer(events: list[dict[str, Any]]) -> web.Response:
    """Answer the page's script with messages."""
    return web.Response(
        body=orjson.dumps({"events": events}),
        content_type="application/json",
        charset="utf-8",
        headers={"Cache-Control": "no-store"},
    )


def as_event(line: Theirs) -> dict[str, Any]:
    """Return a message for the page's script, with what it answers: other tabs may lack that."""
    mine, message = line.answers, line.message
    event: dict[str, Any] = {"seq": line.seq, **message.as_json(), "text": message.stepless}
    if message.cards:
        event["options"] = [option.as_json() for option in message.unlisted]
        event["parts"] = [
            part if isinstance(part, str) else _card(part)
            for part in message.parts(message.stepless)
        ]
    event["at"] = None if line.at is None else line.at.isoformat()
    event["mine"] = (
        None
        if mine is None
        else {"nonce": mine.nonce, "text": mine.text, "at": mine.at.isoformat()} | _sent(mine.file)
    )
    return event


def _sent(file: Shown | None) -> dict[str, Any]:
    """What came along, for a tab that did not send it itself."""
    if file is None:
        return {}
    named = {"number": file.number, "kind": file.kind, "name": file.name, "state": file.state}
    return {"file": named}


def _card(card: Card) -> dict[str, Any]:
    return {**card.as_json(), "picture": picture_of([card.theme])}


def number(text: str | None) -> int:
    """Read a number that a browser hands back, as high as a database takes; 0 for anything else."""
    return min(int(text), LAST_ID) if text is not None and NUMBER.fullmatch(text) else 0
