"""The program's log, on standard error: standard output is for what a command has to show.

Strangers choose how often something happens, and what a library says about it. So each kind of line
is limited per minute, then counted; a line is short, without control characters, and of a library
only its constant words.
"""

import atexit
import logging
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from typing import Any, TextIO, cast

import structlog

MOST = 10
"""Lines of one kind in a minute."""
MINUTE = 60.0
LONGEST_VALUE, LONGEST_LINE = 500, 2_000
SUM = "sum_of"
"""Marks the line that tells how many there were."""
Line = MutableMapping[str, Any]


class _Out:
    """Standard error as it is now. If nobody reads it any more, a line is not worth an end."""

    def write(self, text: str) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.write(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.flush()


class Gate:
    """Let a limited number of lines per kind and minute through; count and log the rest."""

    def __init__(self, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = most, clock
        self._lock = threading.Lock()
        self._seen: Counter[str] = Counter()
        self._until = 0.0
        self._timer: threading.Timer | None = None

    def __call__(self, logger: object, method: str, line: Line) -> Line:
        """Let a line through, or drop it; a processor of structlog."""
        if line.pop(SUM, None) is not None:
            return line
        if self._clock() >= self._until:
            self.sum_up()
        kind = f"{line.get('event')} {line.get('logger', '')}".strip()
        with self._lock:
            self._seen[kind] += 1
            if self._seen[kind] <= self._most:
                return line
            if self._timer is None:
                timer = threading.Timer(self._until - self._clock(), self.sum_up)
                timer.daemon = True
                # a machine may have no thread left: the first line of the next minute sums up
                with suppress(RuntimeError):
                    timer.start()
                    self._timer = timer
        raise structlog.DropEvent

    def sum_up(self) -> None:
        """Begin the next minute, and log what was too much in the last one."""
        with self._lock:
            many = [(kind, count) for kind, count in self._seen.items() if count > self._most]
            self._seen.clear()
            self._until = self._clock() + MINUTE
            if self._timer is not None:
                self._timer.cancel()
            self._timer = None
        for kind, count in many:
            log.warning(f"{kind} ×{count} in the last minute", **{SUM: kind})


class Libraries(logging.Handler):
    """Log what libraries say in the same way: their constant words and the kind of error.

    The rest may hold a request, a token or an address. Strangers choose how often it happens, too.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Pass a record on."""
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        said = str(record.msg).partition("\n")[0]
        log.log(
            record.levelno, "library", logger=record.name, said=said[:LONGEST_VALUE], error=error
        )


def printable(value: object) -> str:
    """Return a value as one line of text, without characters that steer a terminal or a log."""
    text = str(value)[:LONGEST_VALUE]
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii")
        for sign in text
    )


def _plainly(logger: object, method: str, line: Line) -> Line:
    return {
        name: value if type(value) in (int, float, bool) else printable(value)
        for name, value in line.items()
    }


def _shortly(logger: object, method: str, line: Any) -> str:
    return str(line) if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]} …"


GATE = Gate()
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        GATE,
        _plainly,
        structlog.processors.TimeStamper(fmt="%Y-%m-%dT%H:%M:%SZ", utc=True),
        structlog.dev.ConsoleRenderer(colors=sys.stderr is not None and sys.stderr.isatty()),
        _shortly,
    ],
    logger_factory=lambda *_: structlog.PrintLogger(cast(TextIO, _Out())),
)
log = structlog.get_logger()
logging.getLogger().addHandler(Libraries(logging.WARNING))
atexit.register(GATE.sum_up)
