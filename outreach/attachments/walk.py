"""Walk through the parts of a file, one behind the other; raise if one does not end in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
MOST_PARTS = 20_000
"""Far more than in files that people make: each takes a step, whatever its size."""


class Broken(Exception):
    """A file ends too early, or is not what its first bytes say."""


class Unwanted(Exception):
    """A file is whole, but of a kind that is not accepted."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a file: what it is, where it begins, where its inside begins, and its end."""

    name: bytes
    begin: int
    inside: int
    end: int


def few(parts: Iterable[T]) -> Iterator[T]:
    """Yield parts; raise Broken if there are more than any real file has."""
    for count, part in enumerate(parts):
        if count == MOST_PARTS:
            raise Broken
        yield part


def boxes(content: bytes | bytearray, begin: int, end: int) -> Iterator[Part]:
    """Yield the boxes of ISO 14496-12 between two places."""
    at = begin
    while at < end:
        size, name, inside = _number(content, at, 4, end), bytes(content[at + 4 : at + 8]), at + 8
        if size == 1:
            size, inside = _number(content, at + 8, 8, end), at + 16
        elif size == 0:
            size = end - at
        if size < inside - at or at + size > end:
            raise Broken
        yield Part(name, at, inside, at + size)
        at += size


def png_chunks(content: bytes, begin: int) -> Iterator[Part]:
    """Yield the chunks of a PNG (W3C, 5.3) until its end; the four bytes of a sum end each."""
    at = begin
    while True:
        size, name = _number(content, at, 4, len(content)), content[at + 4 : at + 8]
        end = at + 12 + size
        if end > len(content):
            raise Broken
        yield Part(name, at, at + 8, end)
        if name == b"IEND":
            return
        at = end


def riff_chunks(content: bytes, begin: int, end: int) -> Iterator[Part]:
    """Yield the chunks of a RIFF file; each begins at an even place."""
    at = begin
    while at + 8 <= end:
        stop = at + 8 + int.from_bytes(content[at + 4 : at + 8], "little")
        if stop > end:
            raise Broken
        yield Part(content[at : at + 4], at, at + 8, stop)
        at = stop + stop % 2


def _number(content: bytes | bytearray, at: int, length: int, end: int) -> int:
    if at + length > end:
        raise Broken
    return int.from_bytes(content[at : at + length])
