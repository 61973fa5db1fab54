"""End work that waits for others soon when a server stops."""

import asyncio
from collections.abc import Collection


async def let_end(tasks: Collection[asyncio.Task[None]], seconds: float) -> None:
    """Wait for tasks, at most this long; those still running are cancelled."""
    if not tasks:
        return
    _, late = await asyncio.wait(set(tasks), timeout=seconds)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
