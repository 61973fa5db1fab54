"""Import a table of opportunities: each row by itself, each fault with how to repair it.

`kenmerk` is the key: the same row again changes nothing, a changed one updates. An empty cell
leaves a fact as it is, a dash removes it. A change to a public record is shown first, and only made
if somebody agreed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

from content.texts import Texts
from outreach.exchange.findings import Findings, ImportFinding, refused
from outreach.exchange.ocds.package import Progress, ignore
from outreach.exchange.table.columns import KEY
from outreach.exchange.table.new_rows import Standing, add_rows, standing_of, with_whole_places
from outreach.exchange.table.reading import Table, read_rows
from outreach.exchange.table.rows import Row, Saved, save_row, save_rows
from outreach.exchange.touched import Touched, touch, try_out
from outreach.interests.foresee import Keep
from outreach.interests.tell import Telling
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor

ROWS = 20
"""Rows in one unit of work: a turn of a conversation that waits for it does so for some 30 ms."""

REFUSED = {
    "exchange-title-missing": "title",
    "refusal-place-unknown": "places",
    "refusal-place-many": "places",
    "refusal-place-code": "places",
}
"""Where a refusal belongs; the others are about the row as a whole, so they stand at its key."""


Stood = tuple[Row, Standing]


@dataclass(slots=True)
class Tabled:
    """What an import of a table did, in numbers of rows.

    `held` rows are about public records, and wait until somebody agrees. `touched` has each record
    that was shown first.
    """

    made: int = 0
    updated: int = 0
    same: int = 0
    refused: int = 0
    held: int = 0
    findings: Findings = field(default_factory=Findings)
    touched: list[Touched] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Run:
    """One import: its source, its store, what it keeps, and what it has done so far."""

    store: Store
    table: Table
    actor: Actor
    ocid_prefix: str
    telling: Telling | None
    home: str
    keep: Keep
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
    keep: Keep = "unnoticed",
    progress: Progress = ignore,
) -> Tabled:
    """Write the rows of a table to the store in groups.

    Each row about a public record has its own unit of work. `home` is the organisation's
    municipality; places outside it are reported.
    """
    run = _Run(store, table, actor, ocid_prefix, telling, home, keep, Tabled())
    run.done.findings.add(table.findings)
    group: list[Row] = []
    for count, row in enumerate(read_rows(table, texts, zone), 1):
        group += [row] if row is not None else []
        if len(group) == ROWS:
            _enter(run, group)
            group = []
        progress(count, len(table.rows))
    _enter(run, group)
    progress(len(table.rows), len(table.rows))
    return run.done


def _enter(run: _Run, rows: list[Row]) -> None:
    """Store a group of rows: new ones and drafts in one unit each, public records one by one."""
    if any(len(row.facts.get("places", ())) > 1 for row in rows):
        rows = run.store.look(with_whole_places, rows=rows)
    standings = run.store.look(standing_of, rows=rows, home=run.home) if rows else []
    stood = list(zip(rows, standings, strict=True))
    new, drafts, public = (
        [pair for pair in stood if pair[1].kind == kind] for kind in ("new", "draft", "public")
    )
    run.done.same += sum(standing.kind == "same" for standing in standings)
    if new and _added(run, [row for row, _ in new]):
        run.done.made += len(new)
        _say_elsewhere(run, new)
        new = []
    if run.keep == "never":
        public, drafts = drafts + public, []
    # Where one of the new ones does not fit, each is stored by itself, so that it stops nobody
    # else.
    refused = [
        *_saved(run, new + drafts),
        *(found for pair in public for found in _touched(run, *pair)),
    ]
    refused += [
        found
        for row, standing in stood
        if standing.kind == "wrong"
        for found in _wrong(run, row, standing)
    ]
    run.done.findings.add(sorted(refused, key=lambda found: int(found.where)))


def _added(run: _Run, rows: list[Row]) -> bool:
    values: dict[str, Any] = {"rows": rows, "ocid_prefix": run.ocid_prefix}
    try:
        if run.keep == "never":
            try_out(run.store, run.actor, add_rows, **values)
        else:
            run.store.run(add_rows, run.actor, **values)
    except Refusal:
        return False
    return True


def _saved(run: _Run, rows: list[Stood]) -> list[ImportFinding]:
    """Save rows that nobody is told about; return the findings on those that do not fit."""
    if not rows:
        return []
    values: dict[str, Any] = {"rows": [row for row, _ in rows], "ocid_prefix": run.ocid_prefix}
    if run.keep == "never":
        outcomes: Sequence[Saved | Refusal] = try_out(run.store, run.actor, save_rows, **values)
    else:
        outcomes = run.store.run(save_rows, run.actor, **values)
    refused: list[ImportFinding] = []
    for (row, standing), outcome in zip(rows, outcomes, strict=True):
        if isinstance(outcome, Refusal):
            refused += _refused(run, row.number, outcome)
        else:
            _count(run, outcome)
            _say_elsewhere(run, [(row, standing)])
    return refused


def _touched(run: _Run, row: Row, standing: Standing) -> list[ImportFinding]:
    """Change a public record if that was allowed; returns what is wrong with its row."""
    values = {
        "tender_id": row.tender_id,
        "facts": row.facts,
        "ocid_prefix": run.ocid_prefix,
        "telling": run.telling,
    }
    try:
        touched = touch(
            run.store, run.actor, standing.opportunity or 0, save_row, run.keep, **values
        )
    except Refusal as refusal:
        return _refused(run, row.number, refusal)
    run.done.touched.append(touched)
    if touched.kept or run.keep == "never":
        _count(run, touched.foreseen.result)
        _say_elsewhere(run, [(row, standing)])
    else:
        run.done.held += 1
    return []


def _wrong(run: _Run, row: Row, standing: Standing) -> list[ImportFinding]:
    """Return all that is wrong with a row: its cells, and what the store cannot take."""
    run.done.refused += 1
    odd = {found.column for found in row.wrong}
    found = [item for refusal in standing.wrong for item in _told(run, row.number, refusal)]
    return row.wrong + [item for item in found if item.column not in odd]


def _count(run: _Run, saved: Saved) -> None:
    setattr(run.done, saved.outcome, getattr(run.done, saved.outcome) + 1)


def _say_elsewhere(run: _Run, rows: list[Stood]) -> None:
    heading = run.table.heading("places")
    for row, standing in rows:
        found = [
            ImportFinding("exchange-elsewhere", str(row.number), heading, {"given": n})
            for n in standing.elsewhere
        ]
        run.done.findings.add(found)


def _refused(run: _Run, number: int, refusal: Refusal) -> list[ImportFinding]:
    run.done.refused += 1
    return _told(run, number, refusal)


def _told(run: _Run, number: int, refusal: Refusal) -> list[ImportFinding]:
    key = run.table.heading(REFUSED.get(refusal.key, KEY))
    found = refused(refusal, str(number), lambda fact: run.table.heading(fact) or key)
    return [item if item.column else replace(item, column=key) for item in found]
