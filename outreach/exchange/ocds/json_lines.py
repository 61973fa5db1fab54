"""JSON with a value on each line: a broken one stops none of the others."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ijson

from outreach.exchange.findings import BrokenFile
from outreach.exchange.ocds.json_stream import LARGEST_VALUE, WatchedFile

AROUND = b" \t\r\n\x1e,"
"""What stands around a value: record marks (RFC 7464), and the comma of
somebody who made a list of it.
"""


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """Stands for a line that cannot be read."""

    number: int


def is_lines(path: Path, most: int = LARGEST_VALUE) -> bool:
    """True if a file has a whole object on its first line, and more after that."""
    with path.open("rb") as raw:
        lines = (line for line in iter(lambda: raw.readline(most), b"") if line.strip(AROUND))
        first, second = next(lines, b""), next(lines, b"")
    # A whole package may be written as one line of any size: that is not loaded to find out.
    return bool(second) and first.endswith(b"\n") and _is_object(_bare(first))


def line_items(path: Path, watch: list[WatchedFile], most: int = LARGEST_VALUE) -> Iterator[Any]:
    """Return the value of each line, or BrokenLine; raises BrokenFile if the file ends too early.

    `watch` receives the file that is being read, so that a caller can show progress.
    """
    with path.open("rb") as raw:
        watch.append(file := WatchedFile(raw))
        for number, line in enumerate(iter(lambda: raw.readline(most), b""), 1):
            file.position += len(line)
            if not line.strip(AROUND):
                continue
            try:
                yield from _values(_bare(line))
            except (ijson.JSONError, ValueError, BrokenFile):
                if not line.endswith(b"\n") and len(line) < most:
                    # A download that broke off: nobody knows what is missing.
                    raise BrokenFile(
                        "exchange-truncated", byte=file.position, line=number
                    ) from None
                yield BrokenLine(number)


def _is_object(line: bytes) -> bool:
    """True if a line is one object; a number that is out of range makes it a broken one."""
    try:
        return [type(value) for value in _values(line)] == [dict]
    except BrokenFile as broken:
        return broken.key == "exchange-number-long" and line[:1] + line[-1:] == b"{}"
    except (ijson.JSONError, ValueError):
        return False


def _bare(line: bytes) -> bytes:
    return line.removeprefix(b"\xef\xbb\xbf").strip(AROUND)


def _values(line: bytes) -> list[Any]:
    return list(ijson.items(WatchedFile(io.BytesIO(line)), "", multiple_values=True))
