"""How much may be asked of us: per conversation first, per client with a wide limit.

And from which pages. A client is an address: of a household, but also of a school, a library or a
mobile network. So what one person may do is counted by their conversation, if it is known; a client
has room for hundreds of them. The numbers and their reasons: docs/decisions/0032.
"""

import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from aiohttp import web

from outreach.web.household import household
from outreach.web.keys import MACHINES, PAGES, SETTINGS, Handler
from outreach.web.queues import Full, Queues

BODY_LIMIT = 64 * 1024
CLIENTS = 10_000
READING = ("GET", "HEAD", "OPTIONS")
OWN_PAGES = ("same-origin", "none")
FORWARDED = "X-Forwarded-For"
HEALTH, STATIC = "/health", "/static/"
"""What costs next to nothing: monitoring and browsers ask for it all the time."""
CROWD = 20
"""Conversations that may all be as busy behind one client as one may be by itself."""
NEW_CONVERSATIONS = 10
"""New ones of a client in an hour, for each message that a conversation may send in a minute."""
READ_SECONDS = 6
"""In so many seconds a conversation reads as many units as it may send messages in a minute."""
CROWD_READS, CROWD_SECONDS = 10, 15
"""A client reads ten times as many in so many seconds."""
UNIT_BYTES = 16 * 1024
"""A page costs a unit, and one more for so many bytes: a long page takes more work."""
FILE_UNIT_BYTES = 1024 * 1024
AS_IT_IS = web.RequestKey("as_it_is", bool)
"""Whether what is answered is handed out as it is stored: that takes little work."""
AT_ONCE, AT_ONCE_OF_CLIENT = 2, 3
"""Readings at the same time: the store has four readers, and one client must leave one to others.
"""
WAITING, WAITING_OF_CLIENT = 16, 200


class Quota:
    """So many units per client in a number of seconds; remembers the clients seen last."""

    def __init__(
        self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._step = seconds / most
        self._room = seconds - self._step
        self._clock = clock
        self._used_until: OrderedDict[str, float] = OrderedDict()

    def wait(self, client: str) -> float:
        """Return the seconds until this client may do it again; 0 if it may now."""
        return max(0.0, round(self._used_until.get(client, 0.0) - self._clock() - self._room, 6))

    def spend(self, client: str, units: int = 1) -> None:
        """Count one deed of this client, or one that weighs as many."""
        self._used_until[client] = (
            max(self._used_until.get(client, 0.0), self._clock()) + self._step * units
        )
        self._used_until.move_to_end(client)
        if len(self._used_until) > CLIENTS:
            self._used_until.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Meter:
    """What is counted twice: for a conversation, and for the client that it comes from."""

    talk: Quota
    client: Quota

    def spend(self, client: str, talk: str | None, units: int = 1) -> None:
        """Count it for both."""
        self.client.spend(client, units)
        if talk is not None:
            self.talk.spend(talk, units)


TalkOf = Callable[[web.Request], Awaitable[str | None]]
POSTS = web.AppKey("posts", Meter)
PAGES_READ = web.AppKey("pages_read", Meter)
NEWCOMERS = web.AppKey("newcomers", Quota)
# the checkers want a class for a key, and a kind of function is not one
TALK_OF: web.AppKey[TalkOf] = web.AppKey("talk_of", Callable)  # type: ignore[arg-type]
"""Finds the conversation of a request, if we made it; set by the channel that has conversations."""
STAYING: web.AppKey[set[str]] = web.AppKey("staying", set)
"""Paths whose answer may take long without any work: they take their turn at reading themselves."""
UPLOADS: web.AppKey[set[str]] = web.AppKey("uploads", set)
"""Paths that take a file: their handlers limit its size themselves."""
QUEUES = web.AppKey("queues", Queues)
QUEUES_OF_CLIENT = web.AppKey("queues_of_client", Queues)


def attach_limits(app: web.Application, clock: Callable[[], float]) -> None:
    """Attach the counters to the application; all of them follow from one setting."""
    busy = app[SETTINGS].posts_per_minute
    app[POSTS] = Meter(Quota(busy, 60, clock), Quota(busy * CROWD, 60, clock))
    app[PAGES_READ] = Meter(
        Quota(busy, READ_SECONDS, clock), Quota(busy * CROWD_READS, CROWD_SECONDS, clock)
    )
    app[NEWCOMERS] = Quota(busy * NEW_CONVERSATIONS, 3600, clock)
    app[TALK_OF] = _of_nobody
    app[STAYING] = set()
    app[UPLOADS] = set()
    app[QUEUES] = Queues(AT_ONCE, WAITING)
    app[QUEUES_OF_CLIENT] = Queues(AT_ONCE_OF_CLIENT, WAITING_OF_CLIENT)


async def _of_nobody(request: web.Request) -> str | None:
    return None


def client_of(request: web.Request) -> str:
    """Return the address by which a client is counted.

    Behind a proxy it is the last one that the proxy names, without its port, or else that of the
    connection.
    """
    hops = request.headers.getall(FORWARDED, []) if request.app[SETTINGS].behind_proxy else []
    return household(",".join(hops).rpartition(",")[2]) or household(request.remote or "") or ""


@web.middleware
async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse bodies that are too large, forms of other sites, and clients that ask too much.

    Posts of services are exempt.
    """
    if _is_apart(request):
        return await handler(request)
    length = request.content_length or 0
    if length > BODY_LIMIT and request.path not in request.app[UPLOADS]:
        raise web.HTTPRequestEntityTooLarge(BODY_LIMIT, length)
    if request.method not in READING and not _from_our_pages(request):
        raise web.HTTPForbidden
    meter = request.app[PAGES_READ if request.method in READING else POSTS]
    client = client_of(request)
    hold_back(meter.client, client)
    talk = await request.app[TALK_OF](request)
    if talk is not None:
        hold_back(meter.talk, talk)
    meter.spend(client, talk)
    if request.method not in READING:
        return await handler(request)
    answer = await _read(request, handler)
    meter.spend(client, talk, _weight(request, answer))
    return answer


def _is_apart(request: web.Request) -> bool:
    """True for posts of a service, and for what costs next to nothing."""
    if request.method not in READING:
        return request.path in request.app[MACHINES]
    return (
        request.path == HEALTH
        or request.app[PAGES].assets.find(request.path.removeprefix(STATIC)) is not None
    )


async def _read(request: web.Request, handler: Handler) -> web.StreamResponse:
    if request.path in request.app[STAYING]:
        return await handler(request)
    async with reading(request):
        return await handler(request)


@asynccontextmanager
async def reading(request: web.Request) -> AsyncIterator[None]:
    """Wait for a turn of this conversation and client; answers 429 if too many of theirs wait."""
    talk = await request.app[TALK_OF](request)
    async with AsyncExitStack() as stack:
        try:
            if talk is not None:
                await stack.enter_async_context(request.app[QUEUES].turn(talk))
            await stack.enter_async_context(request.app[QUEUES_OF_CLIENT].turn(client_of(request)))
        except Full:
            raise web.HTTPTooManyRequests(headers={"Retry-After": "5"}) from None
        yield


def _weight(request: web.Request, answer: web.StreamResponse) -> int:
    body = answer.body if isinstance(answer, web.Response) else None
    unit = FILE_UNIT_BYTES if request.get(AS_IT_IS, False) else UNIT_BYTES
    return len(body) // unit if isinstance(body, bytes) else 0


def admit_newcomer(request: web.Request) -> None:
    """Count a new conversation; answers 429 if its client began too many."""
    client = client_of(request)
    hold_back(request.app[NEWCOMERS], client)
    request.app[NEWCOMERS].spend(client)


class Waits(Protocol):
    """Something that returns how long a client has to wait."""

    def wait(self, client: str) -> float: ...


def hold_back(quota: Waits, client: str) -> None:
    """Answer 429, with how long to wait, if a client used up its quota."""
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
