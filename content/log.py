"""The program's own log: on standard error, because standard output is for what a command was asked to show."""

import sys
from contextlib import suppress
from typing import TextIO, cast

import structlog


class _Out:
    """Standard error as it is now. Where nobody reads it any more, what would have been told is not worth an end."""

    def write(self, text: str) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.write(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.flush()


structlog.configure(logger_factory=lambda *_: structlog.PrintLogger(cast(TextIO, _Out())))
log = structlog.get_logger()
