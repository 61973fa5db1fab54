"""The open data behind the pages: what everybody may read, as OCDS, for programs."""

import asyncio
import hashlib
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from aiohttp import ETag, web

from outreach.exchange.ocds.exporting import public_mark, public_package, write_package
from outreach.exchange.ocds.publisher import Publisher, publisher_of
from outreach.web.keys import PAGES, SETTINGS, STORE

FRESH = 60.0
"""Seconds for which everybody gets the same package: making one is slow."""
MOST_BYTES = 16_000_000
"""The size of all cached packages; beyond that the oldest one is dropped."""
LONGEST_MOMENT = 40
ALL = 0
"""The cache key of the package with all opportunities; the others have an opportunity's number."""
HEADERS = {
    "Cache-Control": f"public, max-age={FRESH:.0f}",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Pages of others may read it too."""


@dataclass(frozen=True, slots=True)
class Made:
    """A package of the record with this `mark`; a program that has this `tag` has it already."""

    mark: Any
    body: bytes
    tag: str
    modified: datetime
    until: float


@dataclass(slots=True)
class Kept:
    """The cached packages. One is made at a time: other requests wait for it and get it too."""

    made: dict[int, Made] = field(default_factory=dict)
    making: asyncio.Lock = field(default_factory=asyncio.Lock)
    most: int = MOST_BYTES

    def fresh(self, number: int, mark: Any) -> Made | None:
        """Return the package of this mark, if it is fresh."""
        made = self.made.get(number)
        return (
            made
            if made is not None and made.mark == mark and time.monotonic() < made.until
            else None
        )

    def keep(self, number: int, made: Made) -> None:
        """Cache a package, and drop the oldest ones if all together are too large."""
        self.made.pop(number, None)
        self.made[number] = made
        while sum(len(one.body) for one in self.made.values()) > self.most and len(self.made) > 1:
            del self.made[next(iter(self.made))]


KEPT = web.AppKey("open_data", Kept)


async def show_all(request: web.Request) -> web.Response:
    """Answer with the opportunities that changed last, as one release package."""
    return _answer(request, await _package(request, ALL, None))


async def show_one(request: web.Request) -> web.Response:
    """Answer with the opportunity whose number is in the address, as a release package."""
    number = int(request.match_info["id"])
    mark = await request.app[STORE].read(public_mark, opportunity=number)
    if mark is None:
        raise web.HTTPNotFound
    return _answer(request, await _package(request, number, mark))


async def _package(request: web.Request, number: int, mark: Any) -> Made:
    kept = request.app[KEPT]
    made = kept.fresh(number, mark)
    if made is not None:
        return made
    async with kept.making:
        made = kept.fresh(number, mark)
        if made is None:
            made = await _make(request, number, mark)
            kept.keep(number, made)
    return made


async def _make(request: web.Request, number: int, mark: Any) -> Made:
    chosen = {} if number == ALL else {"opportunity": number}
    package = await request.app[STORE].read(public_package, publisher=_publisher(request), **chosen)
    if package is None:
        raise web.HTTPNotFound
    body = await asyncio.to_thread(write_package, package)
    modified = datetime.fromisoformat(package["publishedDate"])
    return Made(
        mark, body, hashlib.sha256(body).hexdigest()[:32], modified, time.monotonic() + FRESH
    )


def _publisher(request: web.Request) -> Publisher:
    return publisher_of(request.app[SETTINGS], request.app[PAGES].texts)


def _answer(request: web.Request, made: Made) -> web.Response:
    """Answer with a package, or with 304 if the program has it."""
    if _has(request, made):
        answer = web.Response(status=304, headers=HEADERS)
    else:
        answer = web.Response(
            body=made.body, content_type="application/json", charset="utf-8", headers=HEADERS
        )
    answer.etag, answer.last_modified = ETag(made.tag), made.modified
    return answer


def _has(request: web.Request, made: Made) -> bool:
    """True if a program has this package; tags count before its date (RFC 9110, 13.2.2)."""
    if "If-None-Match" in request.headers:
        return any(tag.value in (made.tag, "*") for tag in request.if_none_match or ())
    since = _moment(request.headers.get("If-Modified-Since", ""))
    return since is not None and made.modified.replace(microsecond=0) <= since


def _moment(header: str) -> datetime | None:
    """Read a moment (RFC 9110, 5.6.7); None for anything else, at which aiohttp may fail."""
    try:
        return parsedate_to_datetime(header[:LONGEST_MOMENT]).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
