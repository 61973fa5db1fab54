"""Import a table of opportunities: each good row by itself, each faulty one reported with how to mend it.

`kenmerk` is the key: the same row again changes nothing, a changed one updates. An empty cell leaves a fact as it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

from content.texts import Texts
from outreach.exchange.columns import KEY, LISTS, Column, WrongCell, as_typed, by_heading, cell_reader
from outreach.exchange.findings import BrokenFile, Finding, Findings, refused
from outreach.exchange.grid import read_grid
from outreach.exchange.new_rows import Row, add_rows, standing_of
from outreach.exchange.opened import Opened
from outreach.exchange.package import Progress, ignore
from outreach.exchange.rows import FIRST, save_row
from outreach.exchange.table_out import COMMENT
from outreach.interests.tell import Telling
from outreach.store.clean import alike
from outreach.store.errors import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor

ROWS = 20
"""New rows in one unit of work: a turn of a conversation that waits for it does so for some 30 ms."""

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


@dataclass(frozen=True, slots=True)
class _Run:
    """One import: what it reads, where it writes, and what it has done so far."""

    store: Store
    table: Table
    actor: Actor
    ocid_prefix: str
    telling: Telling | None
    home: str
    done: Tabled


def import_table(
    store: Store,
    table: Table,
    *,
    actor: Actor,
    texts: Texts,
    zone: ZoneInfo,
    ocid_prefix: str,
    telling: Telling | None = None,
    home: str = "",
    progress: Progress = ignore,
) -> Tabled:
    """Write the rows of a table to the store: new ones by the group, changed ones each in its own unit of work.

    `home` is the organisation's municipality: of places elsewhere it is said that they are.
    """
    run = _Run(store, table, actor, ocid_prefix, telling, home, Tabled())
    run.done.findings.add(table.findings)
    group: list[Row] = []
    for count, row in enumerate(_rows(run, cell_reader(texts, zone)), 1):
        group += [row] if row else []
        if len(group) == ROWS:
            _save(run, group)
            group = []
        progress(count, len(table.rows))
    _save(run, group)
    progress(len(table.rows), len(table.rows))
    return run.done


def _rows(run: _Run, read: Any) -> Iterator[Row | None]:
    """Read each row; None for one that is passed over, or that is refused already."""
    seen: dict[str, int] = {}
    for number, cells in run.table.rows:
        values, findings = _values(run.table, number, cells, read)
        key = str(values.get((KEY, "", 0), ""))
        if key.startswith(COMMENT):
            yield None
            continue
        findings += _key_findings(run.table, number, key, seen) + _item_findings(run.table, number, cells, values)
        run.done.refused += bool(findings)
        run.done.findings.add(findings)
        yield None if findings else Row(number, key, _facts(values))


def _save(run: _Run, rows: list[Row]) -> None:
    """Store a group of rows; where one of the new ones does not fit, each by itself, so that it stops nobody else."""
    standings = run.store.look(standing_of, rows=rows, home=run.home) if rows else []
    new = [row for row, standing in zip(rows, standings, strict=True) if standing.kind == "new"]
    added = bool(new) and _added(run, new)
    for row, standing in zip(rows, standings, strict=True):
        if standing.kind == "same":
            run.done.same += 1
        elif (standing.kind == "new" and added) or _saved(run, row):
            run.done.made += standing.kind == "new" and added
            heading = run.table.heading("places")
            places = [Finding("exchange-elsewhere", str(row.number), heading, {"given": n}) for n in standing.elsewhere]
            run.done.findings.add(places)


def _added(run: _Run, rows: list[Row]) -> bool:
    try:
        run.store.run(add_rows, run.actor, rows=rows, ocid_prefix=run.ocid_prefix)
    except Refusal:
        return False
    return True


def _saved(run: _Run, row: Row) -> bool:
    try:
        outcome = run.store.run(
            save_row,
            run.actor,
            tender_id=row.tender_id,
            facts=row.facts,
            ocid_prefix=run.ocid_prefix,
            telling=run.telling,
        )
    except Refusal as refusal:
        run.done.refused += 1
        run.done.findings.add(_refused(run.table, row.number, refusal))
        return False
    setattr(run.done, outcome, getattr(run.done, outcome) + 1)
    return True


def _key_findings(table: Table, number: int, key: str, seen: dict[str, int]) -> list[Finding]:
    """Say where a row has no key, or one that stands in an earlier row already."""
    first = seen.setdefault(key.casefold(), number)
    if not key:
        return [Finding("exchange-no-key", str(number), table.heading(KEY))]
    if first != number:
        return [Finding("exchange-key-twice", str(number), table.heading(KEY), {"given": key, "first": first})]
    return []


def _item_findings(
    table: Table, row: int, cells: list[str], values: Mapping[tuple[str, str, int], Any]
) -> list[Finding]:
    """Say where an item of a list lacks the fact that names it, under the heading where that fact belongs."""
    places = {column: place for place, column in table.columns.items()}
    findings = []
    for among, number in dict.fromkeys((among, number) for _, among, number in values if among in FIRST):
        named = places.get(Column(FIRST[among], among, number))
        if named is None or named >= len(cells) or not cells[named].strip():
            beside = next(places[Column(*key)] for key in values if key[1:] == (among, number))
            heading = table.headings[beside if named is None else named].strip()
            findings.append(Finding("exchange-item-empty", str(row), heading, {"list": among}))
    return findings


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
