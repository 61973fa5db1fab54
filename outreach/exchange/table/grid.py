"""The rows of a table, from a text or a workbook, numbered as a spreadsheet numbers them."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from outreach.exchange.decode import decode
from outreach.exchange.findings import BrokenFile, ImportFinding
from outreach.exchange.opened import Opened
from outreach.exchange.table.sheets import MOST_CELLS
from outreach.exchange.table.workbook import read_sheets

LARGEST = 20_000_000
SEPARATORS = ";,\t|"
SEP = re.compile(r'\s*"?sep=(.)"?[ \t;,]*(\r\n|\r|\n|$)', re.IGNORECASE)
"""What Excel may write above a table, to say what stands between its cells."""

OF_A_ROW = 4
END = "\x1c"
"""Stands on a row of its own after the last one."""

Rows = list[tuple[int, list[str]]]
Fits = Callable[[list[str]], bool]
"""Tells whether a row of headings is that of the table that is looked for."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows that hold something, each with its number, and whether they were texts."""

    rows: Rows
    workbook: bool = False
    findings: list[ImportFinding] = field(default_factory=list)

    @property
    def headings(self) -> list[str]:
        """The first row."""
        return self.rows[0][1] if self.rows else []


def read_grid(opened: Opened, fits: Fits) -> Grid:
    """Read a table; of a workbook the first visible sheet whose headings fit."""
    if opened.path.stat().st_size > LARGEST:
        raise BrokenFile("exchange-table-large", most=LARGEST // 1_000_000)
    return (
        _of_workbook(opened, fits)
        if opened.kind == "workbook"
        else _of_text(opened.path.read_bytes(), fits)
    )


def _of_workbook(opened: Opened, fits: Fits) -> Grid:
    sheets = [(sheet, _filled(sheet.rows)) for sheet in read_sheets(opened.path)]
    fitting = [(sheet, rows) for sheet, rows in sheets if rows and fits(rows[0][1])]
    seen = [(sheet, rows) for sheet, rows in fitting if sheet.visible]
    if fitting and not seen:
        raise BrokenFile("exchange-sheet-hidden", sheet=fitting[0][0].name[:60])
    if not seen:
        return Grid(
            next((rows for sheet, rows in sheets if sheet.visible and rows), []), workbook=True
        )
    chosen, rows = seen[0]
    names = ", ".join(sheet.name[:60] for sheet, _ in seen[1:])
    others = (
        [ImportFinding("exchange-sheets", facts={"sheet": chosen.name[:60], "others": names})]
        if names
        else []
    )
    return Grid(rows, workbook=True, findings=others)


def _of_text(raw: bytes, fits: Fits) -> Grid:
    text, windows = decode(raw)
    text = text.replace("\0", "").removeprefix("\ufeff")
    said = SEP.match(text)
    if said:
        text = text[said.end() :]
    csv.field_size_limit(LARGEST)
    try:
        rows, number, end = _counted(
            _cells(f"{text}\n{END}", said.group(1) if said else _separator(text, fits))
        )
    except csv.Error:
        raise BrokenFile("exchange-no-table") from None
    if end != [END]:
        # A quote that closes nowhere takes all that follows into one cell.
        raise BrokenFile("exchange-quote-open", row=number)
    return Grid(rows, findings=[ImportFinding("exchange-cp1252", "1")] if windows else [])


def _separator(text: str, fits: Fits) -> str:
    """Return the separator that yields the expected headings, or otherwise the most headings.

    A heading may itself contain the other separators.
    """

    def headings(separator: str) -> tuple[bool, int]:
        first = next((row for row in _cells(text, separator) if any(row)), [])
        return fits(first), len(first)

    return max(SEPARATORS, key=headings)


def _cells(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _counted(rows: Iterable[list[str]]) -> tuple[Rows, int, list[str]]:
    """Return the filled rows with their numbers, the last number, and the last row.

    Raises BrokenFile if there are too many cells; a row itself counts as a few cells.
    """
    found, cells, number, row = Rows(), 0, 0, list[str]()
    for number, row in enumerate(rows, 1):
        cells += len(row) + OF_A_ROW
        if cells > MOST_CELLS:
            raise BrokenFile("exchange-cells-many", most=MOST_CELLS)
        if _is_filled(row):
            found.append((number, row))
    return found, number, row


def _filled(rows: list[list[str]]) -> Rows:
    return [(number, cells) for number, cells in enumerate(rows, 1) if _is_filled(cells)]


def _is_filled(cells: list[str]) -> bool:
    return any(cell.strip() for cell in cells)
