"""Tables as files for a spreadsheet: a workbook, or text. Values stay what they are;
no text becomes a formula.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from outreach.exchange.table.formula import inert, kept_dash
from outreach.exchange.table.sheets import number_text
from outreach.refusal import Refusal
from outreach.store.new_file import require_new, write_new

LONGEST = 32_767
"""What a cell of a workbook holds at most; its end says where a text was cut."""
END_OF_DAY = time(23, 59, 59)
YEARS = range(1901, 10_000)
"""Years that a workbook can count with."""
NARROWEST, WIDEST = 8, 60
FORMATS = {date: "dd-mm-yyyy", datetime: "dd-mm-yyyy hh:mm", Decimal: "#,##0.00", str: "@"}
CHOICES = "choices"
FILLED_IN = 1_000
"""So many rows of a table to fill in have drop-down lists."""


@dataclass(frozen=True, slots=True)
class Page:
    """One table: its name, its headings and its rows. None is an empty cell, a Decimal an amount.

    A page to fill in has, for each column, the choices and the kind of its cells.
    """

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Any]]
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    kinds: Mapping[int, type] = field(default_factory=dict)


def write_pages(path: Path, pages: Sequence[Page], zone: ZoneInfo) -> None:
    """Write tables to a new private file: a workbook, or the first table as CSV.

    The end of its name decides which. Refuses as `require_sheet` does.
    """
    require_sheet(path)
    write_new(path, MADE[path.suffix.casefold()](pages, zone))


def require_sheet(path: Path) -> None:
    """Refuse a file name of another kind; raises FileThere if there is such a file."""
    if path.suffix.casefold() not in MADE:
        raise Refusal("refusal-file-kind", given=path.name, allowed=list(MADE))
    require_new(path)


def as_csv(pages: Sequence[Page], zone: ZoneInfo) -> bytes:
    """Write the first table with semicolons, in UTF-8 with a mark, as Dutch spreadsheets do."""
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(map(inert, pages[0].headings))
    rows.writerows([_written(value, zone) for value in row] for row in pages[0].rows)
    return text.getvalue().encode("utf-8-sig")


def as_workbook(pages: Sequence[Page], zone: ZoneInfo) -> bytes:
    """Write each table as a sheet: headings that stay in sight, filters, real days and numbers."""
    # Most runs of the program never make a workbook.
    from xlsxwriter import Workbook

    raw = io.BytesIO()
    never = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with Workbook(raw, never | {"in_memory": True}) as book:
        formats = {
            kind: book.add_format({"num_format": form, "valign": "top"})
            for kind, form in FORMATS.items()
        }
        formats[list] = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for page in pages:
            sheet = book.add_worksheet(page.name)
            _fill(sheet, page, zone, formats, bold)
        for page, sheet in zip(pages, list(book.worksheets()), strict=True):
            _let_choose(book, sheet, page)
    return raw.getvalue()


def _fill(sheet: Any, page: Page, zone: ZoneInfo, formats: Mapping[type, Any], bold: Any) -> None:
    for column, heading in enumerate(page.headings):
        sheet.write_string(0, column, heading, bold)
        texts = [_written(row[column], zone) for row in page.rows]
        longest = max(
            (len(line) for text in (heading, *texts) for line in text.split("\n")), default=0
        )
        sheet.set_column(
            column,
            column,
            min(max(longest + 2, NARROWEST), WIDEST),
            formats.get(page.kinds.get(column, type(None))),
        )
    for number, row in enumerate(page.rows, 1):
        for column, value in enumerate(row):
            _put(sheet, number, column, _meant(value, zone), formats)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(page.rows), 1), len(page.headings) - 1)


def _put(sheet: Any, row: int, column: int, value: Any, formats: Mapping[type, Any]) -> None:
    match value:
        case None | "":
            return
        case datetime() | date():
            sheet.write_datetime(row, column, value, formats[type(value)])
        case Decimal():
            sheet.write_number(row, column, float(value), formats[Decimal])
        case int() | float():
            sheet.write_number(row, column, value)
        case _:
            text = kept_dash(str(value))
            text = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
            sheet.write_string(
                row, column, text, formats[list if len(text) > WIDEST or "\n" in text else str]
            )


def _let_choose(book: Any, sheet: Any, page: Page) -> None:
    """Offer what can be chosen in a column; long lists only fit on a sheet of their own."""
    if not page.choices:
        return
    lists = book.add_worksheet(CHOICES)
    lists.hide()
    for place, (column, names) in enumerate(page.choices.items()):
        lists.write_column(0, place, names)
        source = [0, place, len(names) - 1, place]
        # If several may be named, other typed text has to stay.
        given = {"validate": "list", "source": _range(*source), "error_type": "information"}
        sheet.data_validation(len(page.rows) + 1, column, FILLED_IN, column, given)


def _range(top: int, left: int, bottom: int, right: int) -> str:
    from xlsxwriter.utility import xl_range_abs

    return f"={CHOICES}!{xl_range_abs(top, left, bottom, right)}"


def _meant(value: Any, zone: ZoneInfo) -> Any:
    """Return a value as a spreadsheet holds it: local time, and the end of a day as that day."""
    if isinstance(value, datetime):
        value = value.astimezone(zone).replace(tzinfo=None) if value.tzinfo else value
        value = value.replace(microsecond=0)
        if value.time() == time():
            # Read again, a moment at midnight would be the day that then ends.
            return f"{value:%d-%m-%Y %H:%M}"
        value = value.date() if value.time() == END_OF_DAY else value
    if isinstance(value, date) and value.year not in YEARS:
        return value.isoformat()
    return value


def _written(value: Any, zone: ZoneInfo) -> str:
    """A value as somebody would type it."""
    match value := _meant(value, zone):
        case None:
            return ""
        case datetime():
            return value.strftime("%d-%m-%Y %H:%M") + (
                f":{value.second:02}" if value.second else ""
            )
        case date():
            return value.strftime("%d-%m-%Y")
        case Decimal():
            return str(value).replace(".", ",")
        case int() | float():
            return number_text(value)
    return inert(str(value))


Made = Callable[[Sequence[Page], ZoneInfo], bytes]
MADE: dict[str, Made] = {".xlsx": as_workbook, ".csv": as_csv}
