"""Read a table of opportunities: what its columns mean, and each row as facts or findings.

It does not know what the store does with the rows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from content.texts import Texts
from outreach.exchange.findings import BrokenFile, ImportFinding
from outreach.exchange.opened import Opened
from outreach.exchange.table.columns import (
    KEY,
    LISTED,
    Column,
    WrongCell,
    as_typed,
    by_heading,
    cell_reader,
)
from outreach.exchange.table.formula import CLEAR, as_meant, meant_dash
from outreach.exchange.table.grid import read_grid
from outreach.exchange.table.rows import Row
from outreach.exchange.table.template import COMMENT
from outreach.opportunities.facts import FIRST, blank, blank_item

GONE = object()
"""The name of an item that is taken away with all its facts."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read: its columns by position, its headings, its numbered rows."""

    columns: dict[int, Column]
    headings: list[str]
    rows: list[tuple[int, list[str]]]
    findings: list[ImportFinding]
    workbook: bool = False

    def heading(self, fact: str) -> str:
        """The heading over a fact, as it stands in this table."""
        return next(
            (self.headings[place] for place, column in self.columns.items() if column.fact == fact),
            "",
        )


def read_table(opened: Opened, texts: Texts) -> Table:
    """Read a whole table; raises BrokenFile if it is none, or lacks the column `kenmerk`."""
    find = by_heading(texts)
    grid = read_grid(opened, lambda cells: any(find(cell) == Column(KEY) for cell in cells))
    headings = grid.headings
    columns: dict[int, Column] = {}
    twice = []
    for place, name in enumerate(headings):
        column = find(name)
        if column in columns.values():
            twice.append(name)
        elif column is not None:
            columns[place] = column
    if not any(column.fact == KEY for column in columns.values()):
        raise BrokenFile(
            "exchange-no-key-column", heading=Column(KEY).heading(texts, texts.languages[0])
        )
    unknown = [name for name in headings if name.strip() and find(name) is None]
    row = str(grid.rows[0][0])
    findings = [ImportFinding("exchange-column-unknown", row, name[:60]) for name in unknown]
    findings += [ImportFinding("exchange-column-twice", row, name[:60]) for name in twice]
    return Table(columns, headings, grid.rows[1:], grid.findings + findings, grid.workbook)


def read_rows(table: Table, texts: Texts, zone: ZoneInfo) -> Iterator[Row | None]:
    """Return each row as facts, with what is wrong with its cells; None for a comment."""
    seen: dict[str, int] = {}
    read = cell_reader(texts, zone)
    for number, cells in table.rows:
        values, findings = _values(table, number, cells, read)
        key = str(values.get((KEY, "", 0), ""))
        if key.startswith(COMMENT):
            yield None
            continue
        findings += _key_findings(table, number, key, seen) + _item_findings(
            table, number, cells, values
        )
        yield Row(number, key, _facts(values), findings)


def _key_findings(table: Table, number: int, key: str, seen: dict[str, int]) -> list[ImportFinding]:
    """Report a row without a key, or with the key of an earlier row."""
    first = seen.setdefault(key.casefold(), number)
    if not key:
        return [ImportFinding("exchange-no-key", str(number), table.heading(KEY))]
    if first != number:
        return [
            ImportFinding(
                "exchange-key-twice",
                str(number),
                table.heading(KEY),
                {"given": key, "first": str(first)},
            )
        ]
    return []


def _item_findings(
    table: Table, row: int, cells: list[str], values: Mapping[tuple[str, str, int], Any]
) -> list[ImportFinding]:
    """Find items of a list without their first fact, under the heading of that fact."""
    places = {column: place for place, column in table.columns.items()}
    findings = []
    for among, number in dict.fromkeys(
        (among, number) for _, among, number in values if among in FIRST
    ):
        named = places.get(Column(FIRST[among], among, number))
        if named is None or named >= len(cells) or not cells[named].strip():
            beside = next(places[Column(*key)] for key in values if key[1:] == (among, number))
            heading = table.headings[beside if named is None else named].strip()
            findings.append(
                ImportFinding("exchange-item-empty", str(row), heading, {"list": among})
            )
    return findings


def _values(
    table: Table, number: int, cells: list[str], read: Any
) -> tuple[dict[tuple[str, str, int], Any], list[ImportFinding]]:
    """Read the cells that hold something, each with the place it belongs to."""
    values: dict[tuple[str, str, int], Any] = {}
    findings = []
    for place, column in table.columns.items():
        cell = cells[place].strip() if place < len(cells) else ""
        if cell:
            try:
                typed = as_typed(column, meant_dash(cell)) if table.workbook else as_meant(cell)
                value = _emptied(column) if cell in CLEAR else read(column, typed)
                values[column.fact, column.among, column.number] = value
            except WrongCell as wrong:
                findings.append(wrong.finding(number, table.headings[place].strip()))
    return values, findings


def _emptied(column: Column) -> Any:
    """Return what a fact is once it was taken away; raises WrongCell if it cannot be empty."""
    if column.among == "checklist":
        return ""
    if column.among:
        return GONE if column.of.needed else blank_item(column.among)[column.fact]
    if column.of.needed:
        raise WrongCell("exchange-cell-keeps", {})
    return blank(column.of)


def _facts(values: Mapping[tuple[str, str, int], Any]) -> dict[str, Any]:
    """Put cells together: plain facts, answers of the checklist, and items in their order."""
    facts: dict[str, Any] = {
        fact: value for (fact, among, _), value in values.items() if not among and fact != KEY
    }
    checklist = {fact: value for (fact, among, _), value in values.items() if among == "checklist"}
    if checklist:
        facts["checklist"] = checklist
    for among in LISTED:
        items: dict[int, dict[str, Any]] = {}
        for (fact, where, number), value in values.items():
            if where == among:
                items.setdefault(number, {})[fact] = value
        if items:
            there = (items[number] for number in sorted(items))
            facts[among] = [item for item in there if item.get(FIRST[among]) is not GONE]
    return facts
