"""The open data behind the pages: what everybody may read, as OCDS, for programs."""

import asyncio
import hashlib
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from aiohttp import ETag, web

from outreach.exchange.ocds.exporting import (
    Publisher,
    public_mark,
    public_package,
    publisher_of,
    write_package,
)
from outreach.web.keys import PAGES, SETTINGS, STORE

FRESH = 60.0
"""Seconds for which everybody gets the same package: making it takes a while,
and nobody needs it newer.
"""
MOST_BYTES = 16_000_000
"""What is kept of packages in all; beyond that the one that was made first goes."""
LONGEST_MOMENT = 40
ALL = 0
"""Stands for the package of all where others have the number of their opportunity."""
HEADERS = {
    "Cache-Control": f"public, max-age={FRESH:.0f}",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Whoever builds a page of their own on it may read it from there."""


@dataclass(frozen=True, slots=True)
class Made:
    """A package as it was made, of the record as the `mark` has it; a program that has
    this `tag` has it already.
    """

    mark: Any
    body: bytes
    tag: str
    modified: datetime
    until: float


@dataclass(slots=True)
class Kept:
    """The packages that were made last. One is made at a time: whoever asks meanwhile
    waits, and then has it too.
    """

    made: dict[int, Made] = field(default_factory=dict)
    making: asyncio.Lock = field(default_factory=asyncio.Lock)

    def fresh(self, number: int, mark: Any) -> Made | None:
        """Give a package that still says what the record says."""
        made = self.made.get(number)
        return (
            made
            if made is not None and made.mark == mark and time.monotonic() < made.until
            else None
        )

    def keep(self, number: int, made: Made) -> None:
        """Keep a package, and let the oldest go where all together are too large."""
        self.made.pop(number, None)
        self.made[number] = made
        while sum(len(one.body) for one in self.made.values()) > MOST_BYTES and len(self.made) > 1:
            del self.made[next(iter(self.made))]


KEPT = web.AppKey("open_data", Kept)


async def show_all(request: web.Request) -> web.Response:
    """Give the opportunities that changed last, as one release package."""
    return _answer(request, await _package(request, ALL, None))


async def show_one(request: web.Request) -> web.Response:
    """Give the opportunity whose number stands in the address, as a release package."""
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
    """Give a package, or only say that it is the one that the program has."""
    if _has(request, made):
        answer = web.Response(status=304, headers=HEADERS)
    else:
        answer = web.Response(
            body=made.body, content_type="application/json", charset="utf-8", headers=HEADERS
        )
    answer.etag, answer.last_modified = ETag(made.tag), made.modified
    return answer


def _has(request: web.Request, made: Made) -> bool:
    """Tell whether a program has this package; where it names tags, its date says
    nothing (RFC 9110, 13.2.2).
    """
    if "If-None-Match" in request.headers:
        return any(tag.value in (made.tag, "*") for tag in request.if_none_match or ())
    since = _moment(request.headers.get("If-Modified-Since", ""))
    return since is not None and made.modified.replace(microsecond=0) <= since


def _moment(header: str) -> datetime | None:
    """Read a moment as programs write it (RFC 9110, 5.6.7); None for anything else,
    at which aiohttp may fail.
    """
    try:
        return parsedate_to_datetime(header[:LONGEST_MOMENT]).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
