"""Restart what may not end: a thread or task that ends is logged and makes health red."""

import asyncio
import threading
import time
import traceback
from collections import Counter
from collections.abc import Awaitable, Callable

DATABASE = "database"
"""The name of what is down if the database is damaged."""
PAUSES = (0.1, 0.5, 2.0, 5.0)
"""Seconds before a restart: longer each time, so that the log stays readable."""
WELL_SECONDS = 60.0
"""What ran for this long counts as having gone well."""


class Vigil:
    """Keep threads and tasks going; `down` names those that ended and were not restarted yet."""

    def __init__(self, pauses: tuple[float, ...] = PAUSES) -> None:
        self.pauses = pauses
        self.down: set[str] = set()
        self._ended: Counter[str] = Counter()

    def thread(
        self, name: str, work: Callable[[], None], closing: threading.Event
    ) -> threading.Thread:
        """Start a thread that repeats its work until that returns; once closing, one more time."""
        thread = threading.Thread(
            target=self._keep, args=(name, work, closing), name=f"kansenbode-{name}", daemon=True
        )
        thread.start()
        return thread

    def lose(self, name: str) -> None:
        """Note that something is down until somebody repairs it and restarts the server."""
        if name not in self.down:
            _tell("damaged", None, part=name)
        self.down.add(name)

    def slip(self, part: str, error: BaseException) -> None:
        """Log an error in a part of ours that ended nothing."""
        _tell("slip", error, part=part)

    async def task(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Do some work until it returns, or until this task is cancelled."""
        while True:
            began = time.monotonic()
            try:
                return await work()
            except (Exception, asyncio.CancelledError) as error:
                if isinstance(error, asyncio.CancelledError) and _is_cancelled():
                    raise
                pause = self._note(name, error, began)
            await asyncio.sleep(pause)
            self.down.discard(name)

    def _keep(self, name: str, work: Callable[[], None], closing: threading.Event) -> None:
        while True:
            began, last = time.monotonic(), closing.is_set()
            try:
                return work()
            except BaseException as error:
                # any error: nobody else would log it
                pause = self._note(name, error, began)
            if last:
                return None
            closing.wait(pause)
            self.down.discard(name)

    def _note(self, name: str, error: BaseException, began: float) -> float:
        """Log that something ended; return how long to wait before the restart."""
        self.down.add(name)
        if time.monotonic() - began > WELL_SECONDS:
            del self._ended[name]
        pause = self.pauses[min(self._ended[name], len(self.pauses) - 1)]
        self._ended[name] += 1
        _tell("ended and begins anew", part=name, error=error)
        return pause


def tell_all() -> None:
    """Log each thread that ends by an error, ours or a library's; never the error's text."""
    threading.excepthook = _tell_thread


def _tell_thread(ended: threading.ExceptHookArgs) -> None:
    name = ended.thread.name if ended.thread is not None else ""
    _tell("thread ended", thread=name, error=ended.exc_value)


def _tell(what: str, error: BaseException | None, **facts: str) -> None:
    # imported here: every store loads this file, and few of them log
    from content.log import log

    frames = [] if error is None else traceback.extract_tb(error.__traceback__)[-4:]
    log.error(
        what,
        **facts,
        error=type(error).__name__,
        where=[f"{frame.name}:{frame.lineno}" for frame in frames],
    )


def _is_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and bool(task.cancelling())
