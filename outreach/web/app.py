"""The application itself: its headers and limits, `/health` and the static files."""

import time
from collections.abc import AsyncIterator, Callable
from functools import partial

from aiohttp import web

from content.page.pages import Pages
from content.texts import Texts
from outreach.client.client import PATIENCE, Client
from outreach.client.pool import Patience
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.web.attended import attended
from outreach.web.errors import kind_errors
from outreach.web.health import Health
from outreach.web.keys import HTTP, MACHINES, PAGES, SETTINGS, STORE, Check
from outreach.web.limits import BODY_LIMIT, HEALTH, STATIC, attach_limits, guarded
from outreach.web.packed import ENCODING, takes_packed
from outreach.web.seen import show_seen
from outreach.web.town import town_of
from outreach.web.unread import Unread

LINE_LIMIT, FIELD_LIMIT = 8 * 1024, 32 * 1024
"""Bytes of an address and of a header.

To look up an address takes the square of its length, before any limit of ours; browsers send all
cookies of a host in one header.
"""
LINGER = 2.0
"""Seconds to read the rest of a refused body: a client that is still sending would miss our answer.
"""
HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "object-src 'none'",
            "frame-ancestors 'none'",
        )
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
DRAWING = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
"""The policy of an SVG: whoever opens it by itself sees a picture, in which nothing runs."""
NAME = "kansenbode"
HTTPS_ONLY = "max-age=31536000"


def make_app(
    settings: Settings,
    texts: Texts,
    store: Store,
    *,
    healthy: Check,
    clock: Callable[[], float] = time.monotonic,
    patience: Patience = PATIENCE,
) -> web.Application:
    """Make the application with `/health` and the static files; other rooms attach their routes."""
    unread = Unread()
    limits = {
        "max_line_size": LINE_LIMIT,
        "max_field_size": FIELD_LIMIT,
        "lingering_time": LINGER,
        "logger": unread,
    }
    app = web.Application(
        client_max_size=BODY_LIMIT,
        middlewares=[attended, kind_errors, guarded],
        handler_args=limits,
    )
    unread.app = app
    app[PAGES] = Pages(texts, town_of(settings))
    app[SETTINGS] = settings
    app[STORE] = store
    attach_limits(app, clock)
    app[MACHINES] = set()
    app.cleanup_ctx.append(partial(_client, patience))
    app.on_response_prepare.append(_add_headers)
    app.router.add_get(HEALTH, Health(healthy).show)
    app.router.add_get("/seen/{code}", show_seen)
    app.router.add_get(STATIC + "{name}", _static)
    return app


async def _client(patience: Patience, app: web.Application) -> AsyncIterator[None]:
    async with Client(patience) as client:
        app[HTTP] = client
        yield


def headers_of(app: web.Application) -> dict[str, str]:
    """Return the headers of every answer."""
    settings = app[SETTINGS]
    if not settings.https:
        return HEADERS
    below = "; includeSubDomains" if settings.hsts_subdomains else ""
    return HEADERS | {"Strict-Transport-Security": HTTPS_ONLY + below}


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    for name, value in headers_of(request.app).items():
        response.headers.setdefault(name, value)
    # by now aiohttp has set its name and Python's version
    response.headers["Server"] = NAME


async def _static(request: web.Request) -> web.Response:
    asset = request.app[PAGES].assets.find(request.match_info["name"])
    if asset is None:
        raise web.HTTPNotFound
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    if asset.drawing:
        headers["Content-Security-Policy"] = DRAWING
    body = asset.body
    if takes_packed(request):
        body, headers["Content-Encoding"] = asset.packed, ENCODING
    charset = "utf-8" if asset.text else None
    return web.Response(body=body, content_type=asset.kind, charset=charset, headers=headers)
