"""One statement for many rows of values, as JSON: a third cheaper than one statement per row."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Dialect

from outreach.store.columns import Moment, json_text
from outreach.store.statement import straight
from outreach.store.unit import Unit

KINDS = {int: "bigint", str: "text", datetime: "timestamptz"}
"""What PostgreSQL calls the kinds of value that a column may have."""
NAME = re.compile(r":(\w+)")
MOMENT = Moment()


class Many:
    """A statement with `{rows}` for a table `r` of the rows it is run with, `:name` for a value.

    `columns` are those of that table, with the kinds of their values.
    """

    def __init__(self, statement: str, **columns: type) -> None:
        self._statement, self._columns = statement, columns
        self._moments = [name for name, kind in columns.items() if kind is datetime]

    def run(self, unit: Unit, rows: Sequence[Mapping[str, Any]], **values: Any) -> list[Any]:
        """Run it once for all rows, each with every column; return its rows, or [] for no rows."""
        if not rows:
            return []
        dialect = unit.connection.dialect
        for name in self._moments:
            rows = [{**row, name: _bound(row[name], dialect)} for row in rows]
        given = {name: _bound(value, dialect) for name, value in values.items()}
        given["rows"] = json_text(rows)
        return straight(unit.connection, _written(self, dialect.name), given)

    def written(self, dialect: str) -> str:
        """The statement in the words of a database."""
        if dialect == "sqlite":
            columns = ", ".join(
                f"json_extract(value, '$.{name}') AS {name}" for name in self._columns
            )
            rows = f"(SELECT {columns} FROM json_each(:rows)) AS r"  # noqa: S608 - names of our own
            return self._statement.format(rows=rows)
        columns = ", ".join(f"{name} {KINDS[kind]}" for name, kind in self._columns.items())
        rows = f"jsonb_to_recordset(CAST(:rows AS jsonb)) AS r({columns})"
        return NAME.sub(r"%(\1)s", self._statement.format(rows=rows))


@cache
def _written(many: Many, dialect: str) -> str:
    return many.written(dialect)


def _bound(value: Any, dialect: Dialect) -> Any:
    return MOMENT.bind_processor(dialect)(value) if isinstance(value, datetime) else value
