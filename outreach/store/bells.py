"""Wake-ups: a listener to a topic is told that there may be something to read, and nothing else."""

import asyncio
import threading
from asyncio import AbstractEventLoop
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

# its driver takes eight megabytes that a file has no use for
if TYPE_CHECKING:
    from outreach.store.postgresql.notify import Wire

Listener = tuple[AbstractEventLoop | None, asyncio.Event]


class Bells:
    """One bell per listener. They ring in this process only, or with a wire in every process."""

    def __init__(self, wire: "Wire | None" = None) -> None:
        self._listeners: dict[str, set[Listener]] = {}
        self._gate = threading.Lock()
        self._wire = wire
        if wire is not None:
            wire.connect_to(hear=self.ring_here, lose=self._wake_all)

    @contextmanager
    def listen(self, topic: str) -> Iterator[asyncio.Event]:
        """Yield a bell for a topic; it may ring once too often, but it misses nothing."""
        listener = (_here(), asyncio.Event())
        with self._gate:
            self._listeners.setdefault(topic, set()).add(listener)
        if self._wire is not None:
            self._wire.listen()
        try:
            yield listener[1]
        finally:
            with self._gate:
                self._listeners[topic].discard(listener)
                if not self._listeners[topic]:
                    del self._listeners[topic]

    def ring(self, topic: str) -> None:
        """Wake the listeners of a topic, here at once, elsewhere soon; any thread may call this."""
        self.ring_here(topic)
        if self._wire is not None:
            self._wire.tell(topic)

    def ring_here(self, topic: str) -> None:
        """Wake those who listen to a topic in this process only."""
        with self._gate:
            listeners = list(self._listeners.get(topic, ()))
        _set(listeners)

    def close(self) -> None:
        """Pass on what was rung; after that, no ring reaches other processes."""
        if self._wire is not None:
            self._wire.close()

    def _wake_all(self) -> None:
        with self._gate:
            listeners = [listener for group in self._listeners.values() for listener in group]
        _set(listeners)


async def rung(bell: asyncio.Event, seconds: float) -> bool:
    """Wait for a bell, at most this long; return True if it rang."""
    try:
        async with asyncio.timeout(seconds):
            await bell.wait()
    except TimeoutError:
        return False
    bell.clear()
    return True


def _set(listeners: list[Listener]) -> None:
    for loop, bell in listeners:
        if loop is None or loop is _here():
            bell.set()
        else:
            # that loop was closed: nobody waits any more
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(bell.set)


def _here() -> AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
