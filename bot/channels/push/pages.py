"""What a browser asks for to ring: our key, to ring from now on, and to ring no more.

Only the browser of a conversation may, and only to push services that the settings name: a made-up
address would let us post anywhere.
"""

import re
from collections.abc import Awaitable, Callable
from functools import partial

from aiohttp import web

from bot.channels.web import CHANNEL as TALK
from bot.channels.web.cookie import person_of, sender_of
from outreach.store.unit import Actor
from outreach.subscriptions.subscription import subscribe, unsubscribe
from outreach.web.form import read_form
from outreach.web.keys import PAGES, SETTINGS, STORE

WORKER = "ringing.js"
PATH = "/chat/meldingen"
LONGEST = 1_000
"""Letters of an endpoint: those of browsers have some two hundred."""
KEY = re.compile(r"[A-Za-z0-9_-]{87}")
"""A point of 65 bytes (RFC 8291, 3.2)."""
SECRET = re.compile(r"[A-Za-z0-9_-]{22}")
"""Of 16 bytes."""
ON, OFF = "chat-push-on", "chat-push-off"
"""Keys of what is pressed, which are proof."""
NOT_KEPT = {"Cache-Control": "no-store"}


def attach_ringing(app: web.Application, key: Callable[[], Awaitable[str]]) -> None:
    """Add the routes."""
    app.router.add_get(f"{PATH}.js", show_worker)
    app.router.add_get(PATH, partial(tell_key, key))
    app.router.add_post(PATH, turn_on)
    app.router.add_post(f"{PATH}/uit", turn_off)


async def show_worker(request: web.Request) -> web.Response:
    """Show the service worker: at an address that stays, looked at anew each time."""
    body = request.app[PAGES].assets.file(WORKER).body
    headers = {"Cache-Control": "no-cache"}
    return web.Response(body=body, content_type="text/javascript", charset="utf-8", headers=headers)


async def tell_key(key: Callable[[], Awaitable[str]], request: web.Request) -> web.Response:
    """Tell the key by which push services know us."""
    return web.json_response({"key": await key()}, headers=NOT_KEPT)


async def turn_on(request: web.Request) -> web.Response:
    """Let this browser ring."""
    actor, form = await _actor(request), await read_form(request)
    endpoint, p256dh, auth = (form.get(name, "") for name in ("endpoint", "p256dh", "auth"))
    settings = request.app[SETTINGS]
    keys = KEY.fullmatch(p256dh) and SECRET.fullmatch(auth)
    if not keys or len(endpoint) > LONGEST or not settings.rings(endpoint):
        raise web.HTTPBadRequest
    facts = {"endpoint": endpoint, "p256dh": p256dh, "auth": auth, "text": ON}
    await request.app[STORE].write(subscribe, actor, **facts)
    return web.json_response({"on": True}, headers=NOT_KEPT)


async def turn_off(request: web.Request) -> web.Response:
    """Let this browser ring no more."""
    actor, form = await _actor(request), await read_form(request)
    endpoint = form.get("endpoint", "")[:LONGEST]
    await request.app[STORE].write(unsubscribe, actor, endpoint=endpoint, text=OFF)
    return web.json_response({"on": False}, headers=NOT_KEPT)


async def _actor(request: web.Request) -> Actor:
    person = await person_of(request, await sender_of(request))
    if person is None:
        raise web.HTTPForbidden
    return Actor("person", person, via=TALK)
