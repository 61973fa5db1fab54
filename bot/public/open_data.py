"""The open data behind the pages: what everybody may read, as OCDS, for programs."""

import asyncio
import time
from dataclasses import dataclass, field

from aiohttp import web

from outreach.exchange.ocds_out import Publisher, public_package, publisher_of, write_package
from outreach.web import PAGES, SETTINGS, STORE

FRESH = 60.0
"""Seconds for which everybody gets the same package of all: making it takes a while, and nobody needs it newer."""
HEADERS = {
    "Cache-Control": f"public, max-age={FRESH:.0f}",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Whoever builds a page of their own on it may read it from there."""


@dataclass
class Kept:
    """The package of all as it was made last; whoever asks while it is made waits for that one."""

    body: bytes = b""
    until: float = 0.0
    making: asyncio.Lock = field(default_factory=asyncio.Lock)


KEPT = web.AppKey("open_data", Kept)


async def show_all(request: web.Request) -> web.Response:
    """Give the opportunities that changed last, as one release package."""
    kept = request.app[KEPT]
    async with kept.making:
        if time.monotonic() >= kept.until:
            package = await request.app[STORE].read(public_package, publisher=_publisher(request))
            kept.body, kept.until = write_package(package or {}), time.monotonic() + FRESH
    return _json(kept.body)


async def show_one(request: web.Request) -> web.Response:
    """Give the opportunity whose number stands in the address, as a release package."""
    opportunity = int(request.match_info["id"])
    package = await request.app[STORE].read(public_package, publisher=_publisher(request), opportunity=opportunity)
    if package is None:
        raise web.HTTPNotFound
    return _json(write_package(package))


def _publisher(request: web.Request) -> Publisher:
    return publisher_of(request.app[SETTINGS], request.app[PAGES].texts)


def _json(body: bytes) -> web.Response:
    return web.Response(body=body, content_type="application/json", charset="utf-8", headers=HEADERS)
