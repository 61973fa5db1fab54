"""The stream down to the browser: server-sent events, each under the number of its delivery."""

import asyncio
import re
from typing import Any

import orjson
from aiohttp import web

from bot.channels.web_bells import Bells, NoRoom
from bot.channels.web_cookie import sender_of
from bot.channels.web_history import Theirs, last_numbers, news, person_at
from content.log import log
from outreach.store.bells import rung
from outreach.store.errors import StoreError
from outreach.store.store import Store
from outreach.web.keys import STORE

HEARTBEAT = 15.0
NUMBER = re.compile(r"[0-9]{1,15}")
HEADERS = {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
}


async def look_around(store: Store, bells: Bells) -> None:
    """Find, for all streams of this process at once, what a wake-up that was lost on its way would have told."""
    known: dict[str, int] = {}
    while not bells.closing:
        await asyncio.sleep(HEARTBEAT)
        try:
            known = await wake_behind(store, bells, known)
        except Exception as error:
            # Whatever it was: ended in silence, nobody would look for lost wake-ups until the next start.
            log.warning("look around failed", error=type(error).__name__)


async def wake_behind(store: Store, bells: Bells, known: dict[str, int]) -> dict[str, int]:
    """Wake the streams of addresses that have another last number than was known; gives what is known now."""
    senders = bells.streaming
    found = await store.read(last_numbers, senders=senders) if senders else {}
    for sender, last in found.items():
        if known.get(sender) != last:
            bells.ring_here(sender)
    return found


async def stream(request: web.Request, bells: Bells) -> web.StreamResponse:
    """Send what is said at this address as it is said, until the browser or the server goes."""
    sender = sender_of(request)
    if sender is None or await request.app[STORE].read(person_at, external_id=sender) is None:
        return web.Response(status=204)
    answer = web.StreamResponse(headers=HEADERS)
    last = number(request.headers.get("Last-Event-ID")) or number(request.query.get("na"))
    try:
        with bells.stream(sender) as bell:
            await answer.prepare(request)
            await answer.write(b"retry: 2000\n\n")
            while not bells.closing:
                for line in await request.app[STORE].read(news, external_id=sender, after=last):
                    await answer.write(b"id: %d\ndata: %s\n\n" % (line.seq, orjson.dumps(as_event(line))))
                    last = line.seq
                while not await rung(bell, HEARTBEAT):
                    await answer.write(b":\n\n")
    except NoRoom as error:
        raise web.HTTPServiceUnavailable(headers={"Retry-After": "15"}) from error
    except (ConnectionError, StoreError) as error:
        log.info("stream ended", reason=type(error).__name__)
    return answer


def as_event(line: Theirs) -> dict[str, Any]:
    """Give a message as the page's script reads it, with what it answers: another tab may not have that yet."""
    mine = line.answers
    return {
        "seq": line.seq,
        **line.message.as_json(),
        "mine": None if mine is None else {"nonce": mine.nonce, "text": mine.text},
    }


def number(text: str | None) -> int:
    """Read a number that a browser hands back; 0 for anything else."""
    return int(text) if text is not None and NUMBER.fullmatch(text) else 0
