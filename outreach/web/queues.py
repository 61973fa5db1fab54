"""Queues: so much of one client is done at the same time, and so much more may wait."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass


class Full(Exception):
    """As many wait already as may."""


@dataclass(slots=True)
class Queue:
    """The queue of one client: those served and those waiting, counted together."""

    room: asyncio.Semaphore
    present: int = 0


class Queues:
    """So many at once per client, and so many more that wait."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self._at_once, self._most = at_once, at_once + waiting
        self._lines: dict[str, Queue] = {}

    @asynccontextmanager
    async def turn(self, client: str) -> AsyncIterator[None]:
        """Wait for a turn, and have it until the block ends; raises Full."""
        line = self._lines.setdefault(client, Queue(asyncio.Semaphore(self._at_once)))
        if line.present >= self._most:
            raise Full
        line.present += 1
        try:
            async with line.room:
                yield
        finally:
            line.present -= 1
            if not line.present:
                del self._lines[client]
