"""Find values in a file that are no date, number or JSON, or JSON of another shape than
its column has.

SQLite itself takes any value. A damaged page is another matter: SQLite's own check finds that. A
PostgreSQL server takes no such value.
"""

import math
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel

from outreach.store.columns import Json, shaped, stored_day, stored_json, stored_moment
from outreach.store.errors import Unreadable

AT_A_TIME = 5_000
"""Rows of one look: a long one would keep the log from being emptied."""


def stored_number(value: Any) -> int:
    """Read a whole number as SQLite keeps it; raises Unreadable."""
    if not isinstance(value, int):
        raise Unreadable
    return value


KINDS: Mapping[str, Callable[[Any], object]] = {
    "DATETIME": stored_moment,
    "DATE": stored_day,
    "JSON": stored_json,
    "INTEGER": stored_number,
    "BIGINT": stored_number,
    "BOOLEAN": stored_number,
}
"""How a column is read, by what its table calls its kind."""
ANY_SHAPE = shaped(Any)


@dataclass(frozen=True, slots=True)
class Spot:
    """A value that cannot be read: its column, its row, and the type that it should have."""

    table: str
    column: str
    row: int
    kind: str


def unreadable(path: Path, seconds: float = math.inf) -> Iterator[Spot]:
    """Look through a database row by row, for at most so long; yield what cannot be read."""
    until = time.monotonic() + seconds
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        tables = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE %'"
        )
        for (table,) in tables.fetchall():
            described = database.execute(f"PRAGMA table_info('{table}')").fetchall()
            columns = {name: kind for _, name, kind, *_ in described if kind in KINDS}
            fits = [_shape(table, name) for name in columns]
            for row, values in _rows(database, table, list(columns)):
                if time.monotonic() > until:
                    return
                for (column, kind), fit, value in zip(columns.items(), fits, values, strict=True):
                    if not _is_sound(kind, value, fit):
                        yield Spot(table, column, row, kind.lower())


def _rows(
    database: sqlite3.Connection, table: str, columns: list[str]
) -> Iterator[tuple[int, list[Any]]]:
    names = ", ".join(f'"{name}"' for name in ("rowid", *columns))
    # our names
    source = f'"{table}" WHERE rowid > ? ORDER BY rowid LIMIT {AT_A_TIME}'
    some = f"SELECT {names} FROM {source}"  # noqa: S608
    last = -math.inf
    while found := database.execute(some, (last,)).fetchall():
        yield from ((row, values) for row, *values in found)
        last = found[-1][0]


def _shape(table: str, column: str) -> Callable[[Any], bool]:
    """Return what tells if a value has the shape that our own code gives the column."""
    ours = SQLModel.metadata.tables.get(table)
    kind = None if ours is None or column not in ours.columns else ours.columns[column].type
    return kind.fits if isinstance(kind, Json) else ANY_SHAPE


def _is_sound(kind: str, value: Any, fits: Callable[[Any], bool]) -> bool:
    try:
        return value is None or fits(KINDS[kind](value))
    except Unreadable:
        return False
