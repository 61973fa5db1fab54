"""Waiting for what must come, without clocks."""

import asyncio
from collections.abc import Callable

PATIENCE = 20
TICK = 0.05
"""How often a condition is looked at where nothing changes here: it may speak
of the bot under test too.
"""


class Changes:
    """Wakes those who wait for a change."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    def tell(self) -> None:
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, condition: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Wait until a condition holds; it is looked at after every change, and now and then."""
        async with asyncio.timeout(seconds):
            while not condition():
                future = asyncio.get_running_loop().create_future()
                self._waiting.append(future)
                await asyncio.wait([future], timeout=TICK)
