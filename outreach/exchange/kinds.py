"""Detect the kind of a file from its content: people, mail programs and browsers change names."""

import codecs
import re
import zipfile
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Literal

from outreach.exchange.decode import HEAD, decode

Kind = Literal[
    "json",
    "table",
    "workbook",
    "gzip",
    "empty",
    "pdf",
    "picture",
    "document",
    "archive",
    "damaged",
    "locked",
    "page",
    "xml",
    "program",
]
READ: tuple[Kind, ...] = ("json", "table", "workbook", "gzip")
"""The kinds that can be read; of the others we can only say what they are and what to do."""

BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"RIFF", "picture"),
    (b"BM", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"{\\rtf", "document"),
    (b"PK\x05\x06", "archive"),
    (b"7z\xbc\xaf'\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"SQLite format 3\0", "program"),
    (b"\x7fELF", "program"),
)
BLANK = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"
SHORT = (b"BM", b"BZh", b"RIFF")
"""Signs that a heading may begin with too: they count only where the
bytes after them are no text.
"""

TAR = slice(257, 262)
"""Where a tar archive says that it is one, after the name of its first file."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
SHEETS = ("xl/workbook.xml", "xl/workbook.bin")
DOCUMENTS = ("word/document.xml", "ppt/presentation.xml")
JSON_BEGINS = re.compile(r'\s*(\{\s*(["}]|$)|\[\s*([\[{"\]\d]|$))')
JSON_NAMES = (".json", ".jsonl", ".ndjson")


def kind_of(path: Path, name: str = "") -> Kind:
    """Return what a file is. Its name decides only between a table and unusual JSON."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head.strip(BLANK):
        return "empty"
    begins = head.removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n")
    if begins.startswith(b"PK\x03\x04"):
        return _zipped(path)
    if head.startswith(OLD_OFFICE):
        return "locked" if _holds(path, ENCRYPTED) else "workbook"
    if head[TAR] == b"ustar":
        return "archive"
    for sign, kind in BEGINNINGS:
        if begins.startswith(sign) and (sign not in SHORT or b"\0" in head):
            return kind
    return _written(decode(head)[0], name or path.name)


def _holds(path: Path, sign: bytes) -> bool:
    """True if bytes stand anywhere in a file, however large it is."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as whole:
        return whole.find(sign) >= 0


def _zipped(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if names.intersection(SHEETS):
                return "workbook"
            kind = b""
            if "mimetype" in names:
                with archive.open("mimetype") as file:
                    kind = file.read(80)
    except (zipfile.BadZipFile, OSError):
        return "damaged"
    except (NotImplementedError, RuntimeError):
        # Packed in a way that this Python does not know, or locked with a password.
        return "archive"
    if b"opendocument" in kind:
        return "workbook" if b"spreadsheet" in kind else "document"
    return "document" if names.intersection(DOCUMENTS) else "archive"


def _written(text: str, name: str) -> Kind:
    begins = text.lstrip("\ufeff \t\r\n")[:200].casefold()
    if begins.startswith(("<!doctype html", "<html", "<table", "<head", "<body", "<meta")):
        return "page"
    if begins.startswith("<?xml"):
        return "page" if "<html" in begins else "xml"
    # Controls beyond tabs and line ends in numbers that no text has: some program's own form.
    odd = sum(sign < " " and sign not in "\t\r\n\f\v\0\x1a" for sign in text)
    if odd > len(text) // 20 or text.count("\0") > len(text) // 5:
        return "program"
    json = JSON_BEGINS.match(text.lstrip("\ufeff")) or name.casefold().removesuffix(".gz").endswith(
        JSON_NAMES
    )
    return "json" if json else "table"
