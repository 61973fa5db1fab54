"""What a command shows, as a file for a spreadsheet: its columns, with real days and numbers."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from outreach.clean import visible
from outreach.commands.desk import Desk
from outreach.commands.later import later
from outreach.commands.terminal import COUNT, Columns, Printer, values_of

opportunities_page = later("outreach.exchange.table.template:opportunities_page")
write_pages, page = (
    later("outreach.exchange.table.writing:write_pages"),
    later("outreach.exchange.table.writing:Page"),
)
require_sheet = later("outreach.exchange.table.writing:require_sheet")


def _free(to: Path | None) -> Path | None:
    """Refuse a file that cannot be written before anything is read for it, and noted."""
    if to is not None:
        require_sheet(to)
    return to


To = Annotated[Path | None, typer.Option("--to", metavar="FILE.xlsx", callback=_free)]


def write_sheet(printer: Printer, to: Path, *tables: tuple[str, Sequence[Any], Columns]) -> None:
    """Write tables to a new file, each with its name in `commands-sheet`.

    They hold only what the command shows.
    """
    write_pages(to, [_page(printer, *table) for table in tables], printer.zone)
    printer.say("commands-sheet-written", count=len(tables[0][1]), file=str(to))


def write_opportunities(at: Desk, to: Path, numbers: Sequence[int]) -> None:
    """Write opportunities as the table that an import takes, to change and read again."""
    printer = at.printer
    whole = at.look(
        opportunities_page, opportunities=numbers, texts=printer.texts, language=printer.language
    )
    write_pages(to, [whole], printer.zone)
    printer.say("commands-sheet-written", count=len(numbers), file=str(to))


def _page(printer: Printer, name: str, rows: Sequence[Any], columns: Columns) -> Any:
    headings = [printer.heading(column) for column in columns]
    cells = [
        [_cell(printer, values_of(row).get(name), codes) for name, codes in columns.items()]
        for row in rows
    ]
    return page(printer.text("commands-sheet", name), headings, cells)


def _cell(printer: Printer, value: Any, codes: str | None) -> Any:
    """A value that a spreadsheet can count with, or its words; nothing is an empty cell."""
    if value in (None, "", [], ()):
        return None
    if isinstance(value, date) or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return value
    return visible(printer.value(value, None if codes == COUNT else codes))
