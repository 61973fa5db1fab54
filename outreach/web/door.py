"""Limit the connections: how many, per client, and what each does; an idle one is closed first.

aiohttp limits none of this. A connection takes one of the process's files, which the database and
the sender need too.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from enum import IntEnum
from operator import attrgetter
from typing import Any, cast

from outreach.web.household import household
from outreach.web.pace import PACE

HEAD_SECONDS = 10.0
"""How long the head of a request may take; of a new connection, from when it was made."""
ANSWER_SECONDS = 300.0
"""How long an answer may take to be fetched, over the slowest of lines."""
GRACE_SECONDS = 2.0
"""A connection is never ended sooner than this, even if others wait for room."""
LOOK_SECONDS = 1.0
WELCOME = (b"kansenbode=", b"GET /health ")
HEAD_END = b"\r\n\r\n"
OF_ONE_CLIENT = 500
"""A school, an office or a street behind one address."""
SPARE = 4
"""This fraction of the room is never used for clients with too many connections already."""
BEYOND = 64
"""So many connections more are let in when there is no room, to hear that they may come back."""


class State(IntEnum):
    """What a connection does. If there is no room, the lowest ends, oldest first; never WORK."""

    IDLE = 0
    HEAD = 1
    BODY = 2
    STREAM = 3
    WORK = 4


class Connection(asyncio.Protocol):
    """One connection, around aiohttp's own protocol of it."""

    def __init__(self, door: "Door", make: Callable[[], asyncio.Protocol]) -> None:
        self._door, self._make = door, make
        self.inner: asyncio.Protocol | None = None
        self.client = ""
        self.crowd: Crowd | None = None
        """Those that it is counted among, once it is in."""
        self.extra = False
        """There are too many of its client: whatever it asks, it hears that it may come back."""
        self.told = False
        """It was told that it may come back, and has a moment to read that."""
        self._asking = False
        self.turn(State.HEAD)

    @property
    def longest(self) -> float:
        """How many seconds it may stay in this state."""
        if self.told:
            return GRACE_SECONDS
        return HEAD_SECONDS if self.state is State.HEAD else ANSWER_SECONDS

    @property
    def fetching(self) -> bool:
        """True if the last answer is still being sent, although its handler is done."""
        return self.state is State.IDLE and self.transport.get_write_buffer_size() > 0

    def turn(self, state: State) -> None:
        """Do something else from now on."""
        if self.crowd is not None:
            self.crowd.move(self, state)
        self.state, self.since = state, self._door.clock()
        if state is not State.HEAD:
            self._ask(state is State.WORK)

    def _ask(self, asking: bool) -> None:
        """Count this connection among the requests under way, or stop counting it."""
        self._door.asking += int(asking) - int(self._asking)
        self._asking = asking

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Come in, if there is room."""
        self.transport = cast(asyncio.Transport, transport)
        peer = str((transport.get_extra_info("peername") or ("",))[0])
        self.client = household(peer) or peer
        if not self._door.let_in(self):
            self.transport.abort()
            return
        self.inner = self._make()
        self._door.inside[self.inner] = self
        self.inner.connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Leave."""
        self._ask(False)
        self._door.let_out(self)
        if self.inner is not None:
            self._door.inside.pop(self.inner, None)
            self.inner.connection_lost(error)

    def data_received(self, data: bytes) -> None:
        """Pass on what comes; its first bytes begin a request."""
        if self.state is State.IDLE:
            self.turn(State.HEAD)
        if self.inner is None or self.told:
            return
        asks = self.state is State.HEAD and HEAD_END in data
        if self.extra or (asks and self._door.crowded(data)):
            self._tell_busy()
            return
        self.inner.data_received(data)
        # a line end without a head is not a request, however often it is sent
        if asks:
            self._ask(getattr(self.inner, "asked", True))

    def _tell_busy(self) -> None:
        """Answer that there are too many requests. If it closed at once, nobody would read it."""
        self.told = True
        self.transport.write(self._door.busy)
        self.transport.write_eof()
        self.turn(State.IDLE)

    def eof_received(self) -> bool | None:
        """Pass on that nothing more comes."""
        return None if self.inner is None else self.inner.eof_received()

    def pause_writing(self) -> None:
        """Pass on that the other side reads too slowly."""
        if self.inner is not None:
            self.inner.pause_writing()

    def resume_writing(self) -> None:
        """Pass on that it reads again."""
        if self.inner is not None:
            self.inner.resume_writing()


class Crowd:
    """A client's connections by state, oldest first, so that ending one needs no search."""

    def __init__(self) -> None:
        self.count = 0
        # in a plain dict, finding the first would scan over all deleted entries
        self._doing: tuple[OrderedDict[Connection, None], ...] = tuple(OrderedDict() for _ in State)

    def add(self, one: Connection) -> None:
        """Take one in, as the newest of those that do the same."""
        self._doing[one.state][one] = None
        self.count += 1

    def move(self, one: Connection, state: State) -> None:
        """Count one as doing something else from now on."""
        del self._doing[one.state][one]
        self._doing[state][one] = None

    def drop(self, one: Connection) -> None:
        """Stop counting one."""
        del self._doing[one.state][one]
        self.count -= 1

    def who_may_go(self, now: float) -> Connection | None:
        """Return the one to end: the oldest in the lowest state."""
        oldest = (next(iter(doing), None) for doing in self._doing[: State.WORK])
        return next((one for one in oldest if one is not None and _may_go(one, now)), None)


class Door:
    """Let in so many connections, and so many of one client; `alike` behind one proxy."""

    def __init__(
        self,
        most: int,
        *,
        alike: bool,
        clock: Callable[[], float] = time.monotonic,
        most_asking: int = PACE.asking,
    ) -> None:
        self.most = most
        self._most_asking = most_asking
        self.clock = clock
        self.asking = 0
        self.busy = b""
        """The answer if there are too many requests, sent without reading any of them."""
        self.inside: dict[asyncio.Protocol, Connection] = {}
        """The connections, by aiohttp's protocol of each."""
        self._of_one = most if alike else min(OF_ONE_CLIENT, most // 2)
        self._of: dict[str, Crowd] = {}
        self._extra = Crowd()
        self._count = 0
        """How many these hold together."""

    def let_in(self, new: Connection) -> bool:
        """Let a connection in, ending another one if needed; return True if it is in."""
        own, extras = self._of.get(new.client), self.most - self.most // SPARE
        if own is not None and own.count >= self._of_one:
            new.extra = not self._make_way(own)
        elif self._count >= self.most:
            # first those that are told off beyond what is kept for them
            spare = self._extra.count > BEYOND and self._make_way(self._extra)
            new.extra = not (spare or self._make_way(self._largest()))
            extras = self.most + BEYOND
        if new.extra and not (self.busy and self._count < extras):
            return False
        new.crowd = self._extra if new.extra else self._of.setdefault(new.client, Crowd())
        new.crowd.add(new)
        self._count += 1
        return True

    def _largest(self) -> Crowd:
        return max(self._of.values(), key=attrgetter("count"), default=self._extra)

    def crowded(self, data: bytes) -> bool:
        """True if there are too many requests under way for this one."""
        most = self._most_asking * (2 if any(mark in data for mark in WELCOME) else 1)
        return self.asking >= most and bool(self.busy)

    def let_out(self, connection: Connection) -> None:
        """Stop counting a connection."""
        crowd, connection.crowd = connection.crowd, None
        if crowd is None:
            return
        crowd.drop(connection)
        self._count -= 1
        if not crowd.count and not connection.extra:
            del self._of[connection.client]

    def _make_way(self, crowd: Crowd) -> bool:
        found = crowd.who_may_go(self.clock())
        if found is not None:
            self._end(found)
        return found is not None

    def _end(self, connection: Connection) -> None:
        self.let_out(connection)
        connection.transport.abort()

    def under_way(self, since: float) -> bool:
        """True if a request from before a moment is not answered yet; streams do not count."""
        asked = (State.BODY, State.WORK)
        return any(one.state in asked and one.since <= since for one in self.inside.values())

    def look(self) -> None:
        """End connections that take too long."""
        now = self.clock()
        for one in list(self.inside.values()):
            if one.state is not State.STREAM and now - one.since > one.longest:
                self._end(one)

    async def watch(self) -> None:
        """Look at all connections, again and again."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            self.look()

    def wrap(self, make: Callable[[], Any]) -> Callable[[], Connection]:
        """Return what a listening socket makes of each connection."""
        return lambda: Connection(self, make)


def _may_go(one: Connection, now: float) -> bool:
    return now - one.since >= GRACE_SECONDS or not (
        one.state in (State.HEAD, State.BODY) or one.fetching or one.told
    )
