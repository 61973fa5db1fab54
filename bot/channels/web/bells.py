"""Wake-ups of the web chat: tell the streams of an address, in every process, that there is news.

If there are too many streams, the oldest one of the same conversation, client or crowd ends: a new
one is always let in.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b

from outreach.store import bells

AT_ONE_ADDRESS = 8
"""Tabs of one conversation that somebody looks at: a browser has six connections to one site."""
AT_ONE_CLIENT = 200
"""A school or a street behind one address."""
AT_ALL = 5_000
"""Fewer where the door has less room: whoever writes needs a connection beside them."""


class Closing(Exception):
    """The server stops: a browser that connects now gets the next server."""


async def _silent() -> None:
    """Give no sign of life: nobody is there yet."""


@dataclass(slots=True, eq=False)
class Stream:
    """A listener that stays, at an address of ours, of a client; `over` if it had to make room.

    `beat` gives the other side a sign of life; raises ConnectionError if nobody is there.
    """

    address: str
    client: str
    bell: asyncio.Event = field(default_factory=asyncio.Event)
    over: bool = False
    beat: Callable[[], Awaitable[None]] = _silent


class WebBells:
    """One bell per listener. A ring carries no message: the listener reads what is new itself."""

    def __init__(self, everywhere: bells.Bells) -> None:
        self._everywhere = everywhere
        self._listening: set[asyncio.Event] = set()
        self._at: dict[str, dict[Stream, None]] = {}
        """The streams at each of our addresses, the oldest first."""
        self._of: dict[str, dict[Stream, None]] = {}
        """The same ones, by the client that they go to."""
        self._count = 0
        self.closing = False

    @contextmanager
    def listen(self, address: str) -> Iterator[asyncio.Event]:
        """Return a bell that rings for an address until the block ends."""
        with self._everywhere.listen(_topic(address)) as bell:
            self._listening.add(bell)
            try:
                yield bell
            finally:
                self._listening.discard(bell)

    @contextmanager
    def stream(self, address: str, client: str, most: int = AT_ALL) -> Iterator[Stream]:
        """Like `listen`, for a listener that stays; with so many in all, an older one ends.

        Raises Closing.
        """
        if self.closing:
            raise Closing
        self._make_room(address, client, most)
        with self.listen(address) as bell:
            here = Stream(address, client, bell)
            for streams in (self._at.setdefault(address, {}), self._of.setdefault(client, {})):
                streams[here] = None
            self._count += 1
            try:
                yield here
            finally:
                self._drop(here)

    def _make_room(self, address: str, client: str, most: int) -> None:
        """End the oldest stream of an address or client at its limit, or of the largest client."""
        if len(self._at.get(address, ())) >= AT_ONE_ADDRESS:
            self._end(self._at[address])
        elif len(self._of.get(client, ())) >= AT_ONE_CLIENT:
            self._end(self._of[client])
        elif self._count >= most:
            self._end(max(self._of.values(), key=len))

    def _end(self, streams: dict[Stream, None]) -> None:
        oldest = next(iter(streams))
        oldest.over = True
        oldest.bell.set()
        self._drop(oldest)

    def _drop(self, stream: Stream) -> None:
        if stream not in self._at.get(stream.address, ()):
            return
        self._count -= 1
        for books, name in ((self._at, stream.address), (self._of, stream.client)):
            del books[name][stream]
            if not books[name]:
                del books[name]

    def ring(self, address: str) -> None:
        """Wake all listeners of an address."""
        self._everywhere.ring(_topic(address))

    def ring_here(self, address: str) -> None:
        """Wake all listeners of an address in this process."""
        self._everywhere.ring_here(_topic(address))

    @property
    def streaming(self) -> list[str]:
        """The addresses that have a stream in this process."""
        return list(self._at)

    @property
    def streams(self) -> list[Stream]:
        """The streams of this process."""
        return [stream for streams in self._at.values() for stream in streams]

    def close(self) -> None:
        """Wake everybody for the last time."""
        self.closing = True
        for bell in self._listening:
            bell.set()


def _topic(address: str) -> str:
    """Return the topic of an address: a hash, so that other listeners learn no address from it."""
    return f"web:{blake2b(address.encode(), digest_size=12).hexdigest()}"
