"""A condition on lists of any length.

A database takes so many values in a statement (SQLite 32,766, PostgreSQL 65,535): a statement with
a placeholder for each value works for years, and then fails. Here the list is one value.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Dialect, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import UserDefinedType

from outreach.store.columns import json_text


class Listed(UserDefinedType[Sequence[Any]]):
    """A list of numbers or words as one value: JSON in SQLite, an array in PostgreSQL."""

    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Any:
        """Turn a list into what the driver takes."""
        return _as_json if dialect.name == "sqlite" else list


class Among(FunctionElement[bool]):
    """What `among` makes."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> "Among":
        """Stand in a condition as it is: SQLAlchemy would write `(…) = 1`, which uses no index."""
        return self


def among(column: Any, values: str | Sequence[Any]) -> ColumnElement[bool]:
    """Return the condition that a column holds one of these values, or of a parameter's."""
    bound = (
        bindparam(values, type_=Listed())
        if isinstance(values, str)
        else bindparam(None, values, type_=Listed())
    )
    return Among(column, bound)


@compiles(Among, "sqlite")
def _on_sqlite(element: Among, compiler: SQLCompiler, **more: Any) -> str:
    column, values = (compiler.process(clause, **more) for clause in element.clauses)
    # a column and a placeholder
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608


@compiles(Among, "postgresql")
def _on_postgresql(element: Among, compiler: SQLCompiler, **more: Any) -> str:
    column, values = (compiler.process(clause, **more) for clause in element.clauses)
    return f"{column} = ANY({values})"


def _as_json(values: Sequence[Any]) -> str:
    return json_text(list(values))
