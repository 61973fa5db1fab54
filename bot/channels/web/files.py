"""Photos, voice messages and files in the web chat: taken in, and handed out to who sent them.

They are handed out as something to store, never as a page: what is in them cannot act on our site.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from urllib.parse import quote

from aiohttp import web

from bot.channels.web.cookie import known_token, own, sender_behind
from bot.channels.web.posted import NONCE, arrival_of
from bot.channels.web.stream import as_event, events_answer, number
from content.message import Message
from outreach.attachments.accepted import MEGABYTE, NotAccepted, accepted
from outreach.attachments.own import my_content
from outreach.delivery.history import Theirs
from outreach.store.errors import TooMany
from outreach.web.app import HEADERS
from outreach.web.keys import PAGES, SETTINGS
from outreach.web.limits import AS_IT_IS, UPLOADS, client_of
from outreach.web.page import reader_language, wants_json
from outreach.web.queues import Full, Queues
from outreach.web.upload import Upload, read_upload

PATH = "/chat/bestand"
CHAT = "/chat"
AT_ONCE, OF_CLIENT, WAITING = 8, 4, 40
"""Files that are taken in at the same time: each may be held in memory."""
BUSY_SECONDS = 5
RANGE = re.compile(r"bytes=([0-9]{1,12})-([0-9]{0,12})")
POLICY, PERMISSIONS = "Content-Security-Policy", "Permissions-Policy"
SHOWN = HEADERS[POLICY].replace("img-src", "media-src 'self' blob:; img-src blob:")
HEARD = HEADERS[PERMISSIONS].replace("microphone=()", "microphone=(self)")
"""The page of the chat may show what is still being sent, and record a voice."""
APART = {
    POLICY: "default-src 'none'; sandbox",
    "Cache-Control": "no-store",
    "Accept-Ranges": "bytes",
}

Exchange = Callable[..., Awaitable[web.Response]]
"""Hands in what came, and answers with what is said to it."""


def attach_files(app: web.Application, exchange: Exchange) -> None:
    """Add the routes of files; none is taken in where the installation keeps none."""
    if app[SETTINGS].files_mb:
        at_once, of_client = asyncio.Semaphore(AT_ONCE), Queues(OF_CLIENT, WAITING)
        app.router.add_post(PATH, partial(take_file, exchange, at_once, of_client))
        app[UPLOADS].add(PATH)
    app.router.add_get(PATH + "/{number:[1-9][0-9]{0,14}}", hand_out_file)


def allow_files(request: web.Request, answer: web.StreamResponse) -> None:
    """Let a page show what is being sent, and ask for the microphone."""
    if request.app[SETTINGS].files_mb:
        answer.headers[POLICY], answer.headers[PERMISSIONS] = SHOWN, HEARD


async def take_file(
    exchange: Exchange, at_once: asyncio.Semaphore, of_client: Queues, request: web.Request
) -> web.Response:
    """Take a file into the conversation; what is not accepted is told there."""
    token = await known_token(request)
    if token is None:
        return _tell_gone(request)
    sender = await sender_behind(request, token)
    try:
        async with of_client.turn(client_of(request)):
            if at_once.locked():
                raise TooMany(BUSY_SECONDS)
            async with at_once:
                upload = await read_upload(request, request.app[SETTINGS].file_mb * MEGABYTE)
                came = await asyncio.to_thread(judged, upload)
                arrival = None
                if came:
                    nonce, seen = upload.fields.get("nonce"), number(upload.fields.get("seen"))
                    arrival = await arrival_of(
                        request, sender, nonce, seen=seen or None, goes_on=True, **came
                    )
                after = number(upload.fields.get("na"))
                return await exchange(request, token, sender, arrival, after=after)
    except Full:
        raise web.HTTPTooManyRequests(headers={"Retry-After": str(BUSY_SECONDS)}) from None


def _tell_gone(request: web.Request) -> web.Response:
    """Answer whoever has no conversation any more; a script cannot read the page, and tries again.

    What it showed of the conversation has to go.
    """
    if not wants_json(request):
        raise web.HTTPSeeOther(CHAT)
    said = Message(request.app[PAGES].text("talk-gone", reader_language(request)))
    return events_answer([as_event(Theirs(0, said, None)) | {"gone": True}])


def judged(upload: Upload) -> dict[str, Any]:
    """Return what came along as the inbox takes it; nothing if no file was chosen."""
    if not upload.name and not upload.content and not upload.too_large:
        return {}
    media = {"kind": "file", "name": upload.name}
    if NONCE.fullmatch(album := upload.fields.get("album", "")):
        media["album"] = album
    if upload.too_large:
        return {"media": media | {"refused": "large"}}
    try:
        content = accepted(upload.content)
    except NotAccepted as error:
        return {"media": media | {"refused": error.reason}}
    return {"media": media | {"kind": content.kind}, "content": content}


async def hand_out_file(request: web.Request) -> web.Response:
    """Hand out a file to the person who sent it, whole or from a place on."""
    found = await own(request, my_content, number=number(request.match_info["number"]))
    request[AS_IT_IS] = True
    headers = APART | {
        "Content-Type": found.media_type,
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name)}",
    }
    size, part = len(found.content), RANGE.fullmatch(request.headers.get("Range", ""))
    if part is None:
        return web.Response(body=found.content, headers=headers)
    begin, end = int(part[1]), min(int(part[2] or size), size - 1)
    if not begin <= end < size:
        headers["Content-Range"] = f"bytes */{size}"
        return web.Response(status=416, headers=headers)
    headers["Content-Range"] = f"bytes {begin}-{end}/{size}"
    return web.Response(status=206, body=found.content[begin : end + 1], headers=headers)
