"""Open every file that is handed over: detect its kind, unpack it and decode it to UTF-8."""

import gzip
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from outreach.exchange.decode import HEAD, decode, encoding_of
from outreach.exchange.findings import BrokenFile
from outreach.exchange.kinds import READ, Kind, kind_of

CHUNK = 1 << 18
LARGEST_UNPACKED = 4_000_000_000
"""What a packed file may grow to: a few bytes can hold as much as any disk."""
TEXTS: tuple[Kind, ...] = ("json", "table", "page", "xml", "empty")
"""What can be read letter by letter, whatever somebody means by it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that can be read; `name` is what people call it."""

    kind: Kind
    path: Path
    name: str


@contextmanager
def open_file(path: Path, most: int = LARGEST_UNPACKED) -> Iterator[Opened]:
    """Open a file under any name; raises BrokenFile, which says what it is, if it is unreadable.

    An unpacked or decoded copy exists beside it only while it is open.
    """
    with tempfile.TemporaryDirectory(prefix="kansenbode-") as folder:
        kind, readable = kind_of(path), path
        if kind == "gzip":
            readable = _unpack(path, Path(folder, "unpacked"), most)
            kind = kind_of(readable, path.name)
            kind = "archive" if kind == "gzip" else kind
        if kind not in READ:
            raise BrokenFile("exchange-unreadable", kind=kind)
        if kind == "json":
            readable = _in_utf8(readable, Path(folder, "utf8"))
        yield Opened(kind, readable, path.name)


def read_text(path: Path) -> str:
    """Return the text of a file in any encoding; raises BrokenFile for anything else."""
    if kind_of(path) not in TEXTS:
        raise BrokenFile("exchange-no-text", given=path.name)
    return decode(path.read_bytes())[0]


def _unpack(path: Path, to: Path, most: int) -> Path:
    try:
        with gzip.open(path) as packed, to.open("wb") as file:
            while chunk := packed.read(CHUNK):
                file.write(chunk)
                if file.tell() > most:
                    raise BrokenFile("exchange-unpacked-large", most=most // 1_000_000)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise BrokenFile("exchange-damaged") from None
    return to


def _in_utf8(path: Path, to: Path) -> Path:
    """Write JSON of another encoding in UTF-8, which its reader needs; else return the path."""
    with path.open("rb") as file:
        encoding = encoding_of(file.read(HEAD))
        if encoding in ("utf-8", "utf-8-sig"):
            return path
    try:
        with (
            path.open(encoding=encoding, newline="") as wide,
            to.open("w", encoding="utf-8", newline="") as narrow,
        ):
            shutil.copyfileobj(wide, narrow, CHUNK)
    except UnicodeError:
        raise BrokenFile("exchange-damaged") from None
    return to
