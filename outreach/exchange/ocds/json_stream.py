"""Read large JSON in little memory, and say at which byte a file is broken."""

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any, BinaryIO

import ijson

from outreach.exchange.findings import BrokenFile

CHUNK = 1 << 16
DEEPEST = 200
"""Brackets inside brackets: the parser keeps the way to each value, so 100,000 of
them would eat all memory.
"""

LARGEST_VALUE = 32_000_000
"""Bytes of a record: it is held in memory whole, and takes some twenty times as much there.
Honest ones have a million.
"""

FIGURES = 4_300
"""Figures of a number that Python reads; of a longer one the parser makes a fault that
can end the whole program.
"""
LONG_NUMBER = re.compile(rb"[0-9]{%d}" % (FIGURES + 1))
SIGNS = re.compile(rb'\\.|"|' + LONG_NUMBER.pattern, re.DOTALL)
BOM = b"\xef\xbb\xbf"
BRACKETS = b"[]{}"
OTHERS = bytes(set(range(256)) - set(BRACKETS))
STEPS = [1 if byte in b"[{" else -1 for byte in range(256)]


class WatchedFile:
    """A file as the parser reads it: counts bytes, and refuses absurd nesting and numbers.

    With `most`, at most so many bytes may stand between one value and the next; `begin` is told of
    each. From `slowly` on it returns one byte at a time, so that the parser fails at the very byte
    that is wrong.
    """

    def __init__(self, file: BinaryIO, slowly: int | None = None, most: int | None = None) -> None:
        self.position = 0
        self._file = file
        self._most, self._begun = most, 0
        self._slowly = slowly
        self._depth = 0
        self._in_text = False
        self._held = b""
        self._figures = b""
        self._line = 1
        if file.read(len(BOM)) == BOM:
            self.position = len(BOM)
        else:
            file.seek(0)

    def read(self, size: int = CHUNK) -> bytes:
        """Return the next bytes."""
        if size <= 0:
            return b""
        if self._slowly is not None:
            size = 1 if self.position >= self._slowly else min(size, self._slowly - self.position)
        chunk = self._file.read(size)
        self._watch(chunk)
        self.position += len(chunk)
        if self._most is not None and self.position - self._begun > self._most:
            raise BrokenFile(
                "exchange-record-large", most=self._most // 1_000_000, byte=self._begun
            )
        return chunk

    def begin(self) -> None:
        """Be told that a value was read, and the next one begins."""
        self._begun = self.position

    def _watch(self, chunk: bytes) -> None:
        """Follow the brackets and figures outside texts, by operations on whole chunks only."""
        escaped, text = len(self._held), self._held + chunk
        self._held = b"\\" if (len(text) - len(text.rstrip(b"\\"))) % 2 else b""
        text = text[: len(text) - len(self._held)].replace(b"\\\\", b"").replace(b'\\"', b"")
        parts = text.split(b'"')
        outside = self._figures + b"".join(parts[self._in_text :: 2])
        if LONG_NUMBER.search(outside):
            before = chunk[: self._long_number(chunk, escaped)]
            byte, line = self.position + len(before) + 1, self._line + before.count(b"\n")
            raise BrokenFile("exchange-number-long", byte=byte, line=line)
        self._line += chunk.count(b"\n")
        self._figures = outside[len(outside.rstrip(b"0123456789")) :]
        brackets = outside.translate(None, OTHERS)
        self._in_text ^= len(parts) % 2 == 0
        depths = list(accumulate(map(STEPS.__getitem__, brackets), initial=self._depth))
        self._depth = depths[-1]
        if max(depths) > DEEPEST:
            raise BrokenFile("exchange-too-deep", deepest=DEEPEST, byte=self.position)

    def _long_number(self, chunk: bytes, start: int) -> int:
        """Find the number that is too long, skipping texts; it may have begun before this chunk."""
        in_text = self._in_text
        for found in SIGNS.finditer(chunk, start):
            if found[0] == b'"':
                in_text = not in_text
            elif not in_text and found[0][:1].isdigit():
                return found.start()
        return 0


def items(
    path: Path, prefix: str, watch: list[WatchedFile], most: int = LARGEST_VALUE
) -> Iterator[Any]:
    """Return the values under a prefix one by one; raises BrokenFile with the place of the fault.

    The file may hold many values, one a line, as many programs write long lists. `watch` receives
    the file that is being read, so that a caller can show progress.
    """
    with path.open("rb") as raw:
        file = WatchedFile(raw, most=most)
        watch.append(file)
        try:
            for item in ijson.items(file, prefix, buf_size=CHUNK, multiple_values=True):
                file.begin()
                yield item
        except (ijson.JSONError, ValueError):
            raise broken(path) from None


def prefix_of(path: Path, lists: Mapping[str, str], most: int = LARGEST_VALUE) -> str:
    """Find the path of the records: in a list of a package, in a bare list, or one by one."""
    with path.open("rb") as raw:
        try:
            events = ijson.basic_parse(WatchedFile(raw, most=most), multiple_values=True)
            first = next(events)[0]
            if first == "start_array":
                return "item"
            depth, key = 0, ""
            for event, value in events:
                if depth == 0 and event == "map_key":
                    key = value
                elif (
                    depth == 0 and event == "start_array" and key in lists and first == "start_map"
                ):
                    return lists[key]
                if depth == 0 and key == "ocid":
                    return ""
                depth += event.startswith("start_") - event.startswith("end_")
                if depth < 0:
                    return ""
        except (ijson.JSONError, ValueError):
            raise broken(path) from None
        except StopIteration:
            pass
    return ""


def broken(path: Path) -> BrokenFile:
    """Return the byte and the line at which a file stops being JSON in UTF-8."""
    chunk = _failing_chunk(path)
    with path.open("rb") as raw:
        file = WatchedFile(raw, slowly=chunk)
        reason = "exchange-broken"
        try:
            for _ in ijson.basic_parse(file, buf_size=CHUNK, multiple_values=True):
                pass
        except (ijson.JSONError, ValueError) as error:
            reason = _reason(str(error))
        raw.seek(0)
        before = raw.read(file.position)
    return BrokenFile(reason, byte=file.position, line=before.count(b"\n") + 1)


def _failing_chunk(path: Path) -> int:
    start = 0
    with path.open("rb") as raw:
        file = WatchedFile(raw)
        events = ijson.basic_parse(file, buf_size=CHUNK, multiple_values=True)
        try:
            for _ in events:
                start = max(start, file.position - CHUNK)
        except (ijson.JSONError, ValueError):
            return max(start, file.position - CHUNK, 0)
    return start


def _reason(error: str) -> str:
    if "EOF" in error:
        return "exchange-truncated"
    return "exchange-not-utf8" if "UTF8" in error else "exchange-broken"
