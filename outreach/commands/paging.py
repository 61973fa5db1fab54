"""Show a list: the newest rows as a table, and how many more; every row as JSON or a file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from outreach.commands.sheet import write_sheet
from outreach.commands.terminal import Columns, Printer
from outreach.store.page import Cut, Page, every

T = TypeVar("T")
Limit = Annotated[int | None, typer.Option("--limit", metavar="NUMBER", min=1, max=10**9)]
NEWEST = 50
"""Rows of a table, unless somebody says how many."""


def show_list(
    printer: Printer,
    look: Callable[[Cut], Page[T]],
    columns: Columns,
    *,
    limit: int | None,
    as_json: bool,
    none: str,
    shown: Callable[[T], Any] = lambda row: row,
    to: tuple[Path | None, str] = (None, ""),
) -> None:
    """Show a list that `look` reads in parts, or write it to the file `to` as a sheet.

    `shown` turns a row into what the table shows of it.
    """
    file, sheet = to
    if file is not None:
        write_sheet(printer, file, (sheet, list(rows_of(look, limit)), columns))
        return
    if as_json:
        printer.json(rows_of(look, limit))
        return
    found = newest(look, limit)
    printer.listing(found.turned(shown), columns, none=none)
    say_more(printer, found)


def rows_of(look: Callable[[Cut], Page[T]], limit: int | None) -> Iterator[T]:
    """Return all rows of a list, or the newest ones, without holding them all."""
    return every(look) if limit is None else iter(look(Cut(limit)))


def newest(look: Callable[[Cut], Page[T]], limit: int | None) -> Page[T]:
    """Read the rows of a list that a table shows."""
    return look(Cut(limit or NEWEST, counted=True))


def say_more(printer: Printer, found: Page[Any]) -> None:
    """Print how many more rows there are, and how to see them."""
    if found.more:
        printer.say("commands-more", count=found.more, whole=str(len(found) + found.more))
