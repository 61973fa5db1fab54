"""Import a table of opportunities: each good row by itself, each faulty one reported with how to mend it.

`kenmerk` is the key: the same row again changes nothing, a changed one updates. An empty cell leaves a fact as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

from content.texts import Texts
from outreach.exchange.columns import KEY, LISTS, Column, WrongCell, as_typed, by_heading, cell_reader
from outreach.exchange.findings import BrokenFile, Finding, Findings, refused
from outreach.exchange.grid import read_grid
from outreach.exchange.opened import Opened
from outreach.exchange.rows import save_row
from outreach.exchange.table_out import COMMENT
from outreach.interests.tell import Telling
from outreach.store.clean import alike
from outreach.store.errors import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor

REFUSED = {
    "exchange-title-missing": "title",
    "refusal-place-unknown": "places",
    "refusal-place-many": "places",
    "refusal-place-code": "places",
}
"""Where a refusal belongs; the others are about the row as a whole, so they stand at its key."""


@dataclass(slots=True)
class Tabled:
    """What a table did, in numbers of rows."""

    made: int = 0
    updated: int = 0
    same: int = 0
    refused: int = 0
    findings: Findings = field(default_factory=Findings)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read: its columns by their place, their headings, and the rows with their number."""

    columns: dict[int, Column]
    headings: list[str]
    rows: list[tuple[int, list[str]]]
    findings: list[Finding]
    workbook: bool = False

    def heading(self, fact: str) -> str:
        """The heading over a fact, as it stands in this table."""
        return next((self.headings[place] for place, column in self.columns.items() if column.fact == fact), "")


def read_table(opened: Opened, texts: Texts) -> Table:
    """Read a table whole; raises BrokenFile where it is none, or lacks the column `kenmerk`."""
    known = by_heading(texts)
    grid = read_grid(opened, lambda cells: any(known.get(alike(cell)) == Column(KEY) for cell in cells))
    headings = grid.headings
    columns = {place: known[alike(name)] for place, name in enumerate(headings) if alike(name) in known}
    if not any(column.fact == KEY for column in columns.values()):
        raise BrokenFile("exchange-no-key-column", heading=Column(KEY).heading(texts, texts.languages[0]))
    unknown = [name for place, name in enumerate(headings) if place not in columns and name.strip()]
    findings = [Finding("exchange-column-unknown", str(grid.rows[0][0]), name[:60]) for name in unknown]
    return Table(columns, headings, grid.rows[1:], grid.findings + findings, grid.workbook)


def import_table(
    store: Store, table: Table, *, actor: Actor, texts: Texts, zone: ZoneInfo, ocid_prefix: str,
    telling: Telling | None = None,
) -> Tabled:  # fmt: skip
    """Write the rows of a table to the store, each in its own unit of work."""
    done = Tabled()
    done.findings.add(table.findings)
    read = cell_reader(texts, zone)
    seen: dict[str, int] = {}
    for number, cells in table.rows:
        values, findings = _values(table, number, cells, read)
        key = str(values.get((KEY, "", 0), ""))
        if key.startswith(COMMENT):
            continue
        findings += _key_findings(table, number, key, seen)
        if not findings:
            try:
                outcome = store.run(
                    save_row, actor, tender_id=key, facts=_facts(values), ocid_prefix=ocid_prefix, telling=telling
                )
                setattr(done, outcome, getattr(done, outcome) + 1)
            except Refusal as refusal:
                findings = _refused(table, number, refusal)
        done.refused += bool(findings)
        done.findings.add(findings)
    return done


def _key_findings(table: Table, number: int, key: str, seen: dict[str, int]) -> list[Finding]:
    """Say where a row has no key, or one that stands in an earlier row already."""
    first = seen.setdefault(key.casefold(), number)
    if not key:
        return [Finding("exchange-no-key", str(number), table.heading(KEY))]
    if first != number:
        return [Finding("exchange-key-twice", str(number), table.heading(KEY), {"given": key, "first": first})]
    return []


def _refused(table: Table, number: int, refusal: Refusal) -> list[Finding]:
    key = table.heading(REFUSED.get(refusal.key, KEY))
    found = refused(refusal, str(number), lambda fact: table.heading(fact) or key)
    return [item if item.column else replace(item, column=key) for item in found]


def _values(
    table: Table, number: int, cells: list[str], read: Any
) -> tuple[dict[tuple[str, str, int], Any], list[Finding]]:
    """Read the cells that hold something, each with the place it belongs to."""
    values: dict[tuple[str, str, int], Any] = {}
    findings = []
    for place, column in table.columns.items():
        cell = cells[place].strip() if place < len(cells) else ""
        if cell:
            try:
                cell = as_typed(column, cell) if table.workbook else cell
                values[column.fact, column.among, column.number] = read(column, cell)
            except WrongCell as wrong:
                findings.append(wrong.finding(number, table.headings[place].strip()))
    return values, findings


def _facts(values: Mapping[tuple[str, str, int], Any]) -> dict[str, Any]:
    """Put cells together: plain facts, the checklist's answers, and the items of each list in order of number."""
    facts: dict[str, Any] = {fact: value for (fact, among, _), value in values.items() if not among and fact != KEY}
    checklist = {fact: value for (fact, among, _), value in values.items() if among == "checklist"}
    if checklist:
        facts["checklist"] = checklist
    for among in LISTS:
        items: dict[int, dict[str, Any]] = {}
        for (fact, where, number), value in values.items():
            if where == among:
                items.setdefault(number, {})[fact] = value
        if items:
            facts[among] = [items[number] for number in sorted(items)]
    return facts
