"""How much one client may ask of us, and from which pages."""

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from aiohttp import web

from outreach.web.keys import MACHINES, SETTINGS, Handler

BODY_LIMIT = 64 * 1024
CLIENTS = 10_000
READING = ("GET", "HEAD", "OPTIONS")
OWN_PAGES = ("same-origin", "none")


class Quota:
    """So many deeds per client in a span of seconds, kept in memory for the clients that were seen last."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._step = seconds / most
        self._room = seconds - self._step
        self._clock = clock
        self._used_until: OrderedDict[str, float] = OrderedDict()

    def wait(self, client: str) -> float:
        """Give the seconds until this client may do it again; 0 where it may now."""
        return max(0.0, round(self._used_until.get(client, 0.0) - self._clock() - self._room, 6))

    def spend(self, client: str) -> None:
        """Count one deed of this client."""
        self._used_until[client] = max(self._used_until.get(client, 0.0), self._clock()) + self._step
        self._used_until.move_to_end(client)
        if len(self._used_until) > CLIENTS:
            self._used_until.popitem(last=False)


POSTS = web.AppKey("posts", Quota)


def client_of(request: web.Request) -> str:
    """The address that a client is counted by: of IPv6 the /64, since one household has all of it."""
    hops = request.headers.getall("X-Forwarded-For", []) if request.app[SETTINGS].behind_proxy else []
    told = ",".join(hops).rpartition(",")[2].strip() or request.remote or ""
    try:
        found = ip_address(told)
    except ValueError:
        return told[:64]
    return str(IPv6Address(int(found) >> 64 << 64)) if isinstance(found, IPv6Address) else str(found)


@web.middleware
async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse bodies that are too large, forms of other sites, and clients that post too fast; services are apart."""
    if request.path in request.app[MACHINES]:
        return await handler(request)
    length = request.content_length or 0
    if length > BODY_LIMIT:
        raise web.HTTPRequestEntityTooLarge(BODY_LIMIT, length)
    if request.method not in READING:
        if not _from_our_pages(request):
            raise web.HTTPForbidden
        hold_back(request.app[POSTS], client_of(request))
        request.app[POSTS].spend(client_of(request))
    return await handler(request)


def hold_back(quota: Quota, client: str) -> None:
    """Answer 429, with how long to wait, where a client used up its quota."""
    wait = quota.wait(client)
    if wait:
        raise web.HTTPTooManyRequests(headers={"Retry-After": str(int(wait) + 1)})


def _from_our_pages(request: web.Request) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OWN_PAGES
    origin = request.headers.get("Origin")
    own = (request.host, urlsplit(str(request.app[SETTINGS].address)).netloc)
    return origin is None or origin.partition("://")[2] in own
