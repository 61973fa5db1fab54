"""A workbook of a spreadsheet program as rows of texts: each value as a Dutch hand would have typed it."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from outreach.exchange.findings import BrokenFile

LARGEST = 200_000_000
MOST_CELLS = 5_000_000
"""The reader makes room for every cell up to the last one that holds something, also when all between are empty."""

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


def read_sheets(path: Path) -> Iterator[Sheet]:
    """Give the sheets of a workbook in order; raises BrokenFile where it cannot be read."""
    # Most runs of the program never meet a workbook.
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    _bound(path)
    try:
        with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
            for known in book.sheets_metadata:
                if known.typ == SheetTypeEnum.WorkSheet:
                    rows = book.get_sheet_by_name(known.name).to_python(skip_empty_area=False)
                    texts = [[text_of(value) for value in row] for row in rows]
                    yield Sheet(known.name, known.visible == SheetVisibleEnum.Visible, texts)
    except PasswordError:
        raise BrokenFile("exchange-unreadable", kind="locked") from None
    except CalamineError:
        raise BrokenFile("exchange-workbook-broken") from None


def text_of(value: Any) -> str:
    """Write a value as the same cell would stand in a CSV: 12500, 0,4, ja, 2026-12-31 17:00."""
    match value:
        case str():
            return value
        case bool():
            return "ja" if value else "nee"
        case float() | int():
            return number_text(value)
        case datetime():
            whole = value + timedelta(microseconds=500_000)
            moment = whole.replace(microsecond=0)
            if moment.time() == time():
                return moment.date().isoformat()
            return moment.isoformat(" ", "seconds").removesuffix(":00")
        case date():
            return value.isoformat()
    return str(value)


def number_text(value: float) -> str:
    """Write a number with a comma and the fifteen figures that a spreadsheet keeps: 0,3 and not 0,30000000000000004."""
    text = format(Decimal(format(value, ".15g")), "f")
    return text.replace(".", ",") if "." not in text else text.rstrip("0").rstrip(".").replace(".", ",")


def _bound(path: Path) -> None:
    """Refuse what would fill the memory: much in little, and a cell far from all others."""
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
