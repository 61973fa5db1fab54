"""Read a spreadsheet workbook as rows of texts, each value as a Dutch person would type it."""

import re
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import IO, Any, cast

import orjson

from outreach.exchange.findings import BrokenFile
from outreach.exchange.table import sheets
from outreach.exchange.table.sheets import MOST_CELLS

READER = "outreach.exchange.table.sheets"
LARGEST = 200_000_000

CHUNK = 1 << 20
FILLED = re.compile(rb'<c [^<>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^<>/]*>')
LAST_CELL = 200
"""So much of a chunk is looked at again with the next one, as a cell may stand across both."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, whether people see it, and its rows from the first one on."""

    name: str
    visible: bool
    rows: list[list[str]]


def read_sheets(path: Path, reader: str = READER) -> list[Sheet]:
    """Return the sheets of a workbook; raises BrokenFile if it cannot be read or is too large.

    The module `reader` reads it in a process of its own.
    """
    _bound(path)
    found: list[Sheet] = []
    command = [sys.executable, "-P", "-m", reader, str(path)]
    with Popen(  # noqa: S603 - no shell
        command, stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL
    ) as reading:
        for line in cast("IO[bytes]", reading.stdout):
            told = _told(line)
            if isinstance(told, list):
                found[-1].rows.append(told)
            elif sheets.SHEET in told:
                found.append(Sheet(told[sheets.SHEET], told["visible"], []))
            elif sheets.REFUSED in told:
                raise BrokenFile(told[sheets.REFUSED], **told["facts"])
            else:
                return found
    raise BrokenFile("exchange-workbook-heavy")


def _told(line: bytes) -> Any:
    """Read what the reader tells; a line that it could not finish tells that it ended."""
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        raise BrokenFile("exchange-workbook-heavy") from None


def _bound(path: Path) -> None:
    """Refuse by name what people do by accident: much in little, and a cell far from all others."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        if sum(member.file_size for member in archive.infolist()) > LARGEST:
            raise BrokenFile("exchange-table-large", most=LARGEST // 1_000_000)
        for member in archive.infolist():
            if member.filename.startswith("xl/worksheets/") and member.filename.endswith(".xml"):
                _bound_sheet(archive, member)


def _bound_sheet(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    widest, held = 0, b""
    try:
        with archive.open(member) as file:
            while chunk := file.read(CHUNK):
                text = held + chunk
                for column, row in FILLED.findall(text):
                    widest = max(widest, _number(column))
                    if widest * int(row) > MOST_CELLS:
                        raise BrokenFile("exchange-cell-far", cell=f"{column.decode()}{int(row)}")
                held = text[-LAST_CELL:]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        raise BrokenFile("exchange-workbook-broken") from None


def _number(column: bytes) -> int:
    found = 0
    for letter in column:
        found = found * 26 + letter - ord("A") + 1
    return found
