"""How work that waits for others ends when a server stops: soon."""

import asyncio
from collections.abc import Collection


async def let_end(tasks: Collection[asyncio.Task[None]], seconds: float) -> None:
    """Wait for tasks, so long at most; what goes on then is cancelled."""
    if not tasks:
        return
    _, late = await asyncio.wait(set(tasks), timeout=seconds)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
