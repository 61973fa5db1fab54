"""How a database runs the statements of a rule: by an index, or by reading a whole table."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import Connection

READS = re.compile(r"(SELECT|UPDATE|DELETE|INSERT|WITH)\b", re.IGNORECASE)
WHOLE = re.compile(r"(?:SCAN|Seq Scan on) (?!CONSTANT|json_each)(\w+)\b(?! USING)")
"""What both say of a table that is read from end to end."""


@contextmanager
def explained(connection: Connection) -> Iterator[list[str]]:
    """Collect the lines of the plan of every statement that runs on a connection."""
    lines: list[str] = []
    raw: Any = connection.connection.dbapi_connection
    if connection.dialect.name == "sqlite":
        ran: list[str] = []
        raw.set_trace_callback(ran.append)
        try:
            yield lines
        finally:
            raw.set_trace_callback(None)
            for statement in filter(READS.match, ran):
                lines += [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}")]
    else:
        factory, raw.cursor_factory = raw.cursor_factory, _explaining(lines)
        try:
            yield lines
        finally:
            raw.cursor_factory = factory


def read_whole(lines: list[str]) -> list[str]:
    """Return the tables that a plan reads whole."""
    return sorted({found[1] for line in lines if (found := WHOLE.search(line))})


def _explaining(lines: list[str]) -> Callable[..., psycopg.Cursor[Any]]:
    class Explaining(psycopg.Cursor[Any]):
        def execute(self, query: Any, params: Any = None, **more: Any) -> Any:
            text = query.decode() if isinstance(query, bytes) else query
            if READS.match(text.lstrip()):
                with psycopg.Cursor(self.connection) as other:
                    lines.extend(row[0].strip() for row in other.execute(f"EXPLAIN {text}", params))
            return super().execute(query, params, **more)

    return Explaining
