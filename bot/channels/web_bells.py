"""Wake-ups of the web chat: who listens at an address, in whichever process, is told that something can be read."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b

from outreach.store import bells

AT_ONE_ADDRESS = 8
AT_ALL = 2_000


class NoRoom(Exception):
    """There are as many streams as this process, or this address, may have."""


class Bells:
    """One bell per listener. A ring carries no message: the listener reads what is new from the store."""

    def __init__(self, everywhere: bells.Bells) -> None:
        self._everywhere = everywhere
        self._listening: set[asyncio.Event] = set()
        self._streams: Counter[str] = Counter()
        self.closing = False

    @contextmanager
    def listen(self, address: str) -> Iterator[asyncio.Event]:
        """Give a bell that rings for an address until the block ends."""
        with self._everywhere.listen(_topic(address)) as bell:
            self._listening.add(bell)
            try:
                yield bell
            finally:
                self._listening.discard(bell)

    @contextmanager
    def stream(self, address: str) -> Iterator[asyncio.Event]:
        """As `listen`, for a listener that stays; raises NoRoom where there are too many of those."""
        if self.closing or self._streams.get(address, 0) >= AT_ONE_ADDRESS or self._streams.total() >= AT_ALL:
            raise NoRoom
        self._streams[address] += 1
        try:
            with self.listen(address) as bell:
                yield bell
        finally:
            self._streams[address] -= 1
            if not self._streams[address]:
                del self._streams[address]

    def ring(self, address: str) -> None:
        """Wake those who listen at an address."""
        self._everywhere.ring(_topic(address))

    def ring_here(self, address: str) -> None:
        """Wake those who listen at an address in this process."""
        self._everywhere.ring_here(_topic(address))

    @property
    def streaming(self) -> list[str]:
        """The addresses that have a stream in this process."""
        return list(self._streams)

    def close(self) -> None:
        """Wake everybody for the last time."""
        self.closing = True
        for bell in self._listening:
            bell.set()


def _topic(address: str) -> str:
    """What is rung: who hears it on the way learns no address from it."""
    return f"web:{blake2b(address.encode(), digest_size=12).hexdigest()}"
