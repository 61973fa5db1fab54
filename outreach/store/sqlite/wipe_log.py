"""Find which pages were written to a SQLite file, by its log.

The log's format: https://www.sqlite.org/fileformat2.html.
"""

import os
import struct
from dataclasses import dataclass
from pathlib import Path

HEADER = struct.Struct(">16x8s8x")
"""What all frames of the log have in common, until it is started again."""
FRAME = struct.Struct(">I20x")
"""Before each page: its number, counted from 1."""


@dataclass(slots=True)
class Log:
    """The log of a file, and how far it was read."""

    path: Path
    salt: bytes = b""
    frames: int = 0

    def written(self, frames: int, size: int) -> tuple[set[int], bool]:
        """Return the pages written since the last look, and if the log was started again.

        Pages are counted from 0. The log has this many `frames` by now, and `size` is a page's.
        Nothing is missed if somebody has read the file from one look to the next: meanwhile the log
        is not emptied, and starts again once at most.
        """
        try:
            # Closing this takes away nobody's locks: SQLite has none on a log.
            with self.path.open("rb") as file:
                header = file.read(HEADER.size)
                salt = HEADER.unpack(header)[0] if len(header) == HEADER.size else b""
                restarted = salt != self.salt
                new = range(0 if restarted else self.frames, frames)
                pages = {
                    _page(file.fileno(), HEADER.size + number * (FRAME.size + size))
                    for number in new
                }
        except FileNotFoundError:
            salt, restarted, pages = b"", self.salt != b"", set()
        self.salt, self.frames = salt, frames
        return pages, restarted


def _page(handle: int, place: int) -> int:
    (number,) = FRAME.unpack(os.pread(handle, FRAME.size, place))
    return int(number) - 1
