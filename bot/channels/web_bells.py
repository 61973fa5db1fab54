"""Wake-ups within this process: who listens at an address is told that there is something to read."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

AT_ONE_ADDRESS = 8
AT_ALL = 2_000


class NoRoom(Exception):
    """There are as many streams as this process, or this address, may have."""


class Bells:
    """One bell per listener. A ring carries no message: the listener reads what is new from the store."""

    def __init__(self) -> None:
        self._bells: dict[str, set[asyncio.Event]] = {}
        self._streams: Counter[str] = Counter()
        self.closing = False

    @contextmanager
    def listen(self, address: str) -> Iterator[asyncio.Event]:
        """Give a bell that rings for an address until the block ends."""
        bell = asyncio.Event()
        self._bells.setdefault(address, set()).add(bell)
        try:
            yield bell
        finally:
            self._bells[address].discard(bell)
            if not self._bells[address]:
                del self._bells[address]

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
        for bell in self._bells.get(address, ()):
            bell.set()

    def close(self) -> None:
        """Wake everybody for the last time."""
        self.closing = True
        for address in self._bells:
            self.ring(address)


async def rung(bell: asyncio.Event, seconds: float) -> bool:
    """Wait for a bell, at most so long; tell whether it rang."""
    try:
        async with asyncio.timeout(seconds):
            await bell.wait()
    except TimeoutError:
        return False
    bell.clear()
    return True
