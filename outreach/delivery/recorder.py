"""Stores how deliveries ended: many at once, and again later if the store cannot now."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta

from content.log import log
from outreach.delivery.errors import SendError
from outreach.delivery.pace import SenderPace
from outreach.delivery.results import Pause, Result, record_results
from outreach.store.store import Store
from outreach.store.unit import TICK


class Recorder:
    """The results of one sender that are not stored yet, and what it learned of its channels.

    `stored` is called with the results that were stored.
    """

    def __init__(
        self, store: Store, pace: SenderPace, stored: Callable[[Sequence[Result]], None]
    ) -> None:
        self._store, self._pace, self._stored = store, pace, stored
        self._results: list[Result] = []
        self._pauses: dict[str, Pause] = {}
        self._broken: set[str] = set()
        self._well: set[str] = set()
        self._soon: asyncio.TimerHandle | None = None
        self._writes: set[asyncio.Task[None]] = set()
        self._closing = False

    def note(self, result: Result) -> None:
        """Note how a delivery ended; it is stored in a moment, together with others."""
        self._results.append(result)
        if len(self._results) >= self._pace.rows:
            self._write()
        else:
            self._write_in(self._pace.group)

    def pause(self, channel: str, error: SendError) -> None:
        """Send nothing on a channel for a while; if our account is at fault, log that once."""
        if error.ours and channel not in self._broken:
            self._broken.add(channel)
            log.error("channel refuses our account", channel=channel, reason=error.key)
        until = self._store.clock() + timedelta(seconds=error.wait)
        self._pauses[channel] = Pause(until, error.key if error.ours else None)

    def works(self, channel: str) -> None:
        """Note that a channel took a message."""
        if channel in self._broken:
            self._broken.discard(channel)
            self._well.add(channel)
            log.info("channel takes messages again", channel=channel)

    def put(self, result: Result) -> None:
        """Keep a result to be stored with the last ones."""
        self._results.append(result)

    def closing(self) -> None:
        """From now on a failed write is not retried."""
        self._closing = True

    async def close(self) -> None:
        """Store the last results."""
        self._write()
        await asyncio.gather(*self._writes, return_exceptions=True)

    def _write_in(self, seconds: float) -> None:
        if self._soon is None:
            self._soon = asyncio.get_running_loop().call_later(seconds, self._write)

    def _write(self) -> None:
        if self._soon is not None:
            self._soon.cancel()
            self._soon = None
        if self._results:
            results, self._results = self._results, []
            task = asyncio.create_task(self._record(results))
            self._writes.add(task)
            task.add_done_callback(self._writes.discard)

    async def _record(self, results: list[Result]) -> None:
        pauses, well = self._pauses, tuple(self._well)
        self._pauses, self._well = {}, set()
        try:
            await self._store.write(record_results, TICK, results=results, held=pauses, well=well)
        except Exception as error:
            log.error("results not recorded", rows=len(results), error=type(error).__name__)
            self._pauses, self._well = pauses | self._pauses, self._well | set(well)
            self._results[:0] = results
            if not self._closing:
                self._write_in(self._pace.poll)
        else:
            self._stored(results)
