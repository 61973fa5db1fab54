"""A constant statement, run straight on the driver.

SQLAlchemy writes its text once per database, and knows how each value goes in and comes out. What
it does besides, at every call, takes thirty microseconds where SQLite takes two.
"""

from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Dialect, UpdateBase
from sqlalchemy.exc import MultipleResultsFound, NoResultFound
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import TypedReturnsRows

from outreach.store.errors import Unreadable

T = TypeVar("T")
Selecting = TypedReturnsRows[T, *tuple[Any, ...]]
"""A statement that returns rows; T is the type of their first column."""
Statement = Selecting[Any] | UpdateBase
Values = Mapping[str, Any]
NOTHING: Values = {}
Convert = Callable[[Any], Any]
"""Makes a value the driver's, or the driver's a value."""


class Rows(list[Any], Generic[T]):
    """The rows of a statement, as named tuples.

    `left_out` counts those that could not be read, `changed` those that a statement which returns
    none wrote or deleted.
    """

    left_out: int = 0
    changed: int = 0

    def first(self) -> Any:
        """The first row, or None."""
        return self[0] if self else None

    def one(self) -> Any:
        """The only row; raises NoResultFound or MultipleResultsFound."""
        if not self:
            raise NoResultFound("No row was found.")
        if len(self) > 1:
            raise MultipleResultsFound("More rows than one were found.")
        return self[0]

    def scalar(self) -> T | None:
        """The first value of the first row, or None."""
        return self[0][0] if self else None

    def scalar_one(self) -> T:
        """The first value of the only row; raises as `one`."""
        value: T = self.one()[0]
        return value

    def scalars(self) -> list[T]:
        """The first value of each row."""
        return [row[0] for row in self]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement in the words of one database.

    `slots` has, per place in the text, the name of its value and how that goes in, or else a fixed
    value; `names` is set where the driver wants values by name. `columns` tells how each column
    comes out.
    """

    text: str
    slots: Sequence[tuple[str | None, Any, Convert | None]]
    names: Sequence[str] | None
    columns: Sequence[Convert | None]
    row: Callable[..., Any]

    def fill(self, values: Values) -> Any:
        """The values as the driver takes them."""
        filled = [
            fixed if name is None else values[name] if convert is None else convert(values[name])
            for name, fixed, convert in self.slots
        ]
        return filled if self.names is None else dict(zip(self.names, filled, strict=True))

    def read(self, found: Sequence[Any]) -> Any:
        """A row as the driver returns it, turned into values."""
        return self.row(
            *[
                value if convert is None else convert(value)
                for value, convert in zip(found, self.columns, strict=True)
            ]
        )


def run(
    connection: Connection,
    statement: Statement,
    values: Values | list[Any],
    *,
    leave_out: bool = False,
) -> Rows[Any]:
    """Run a statement with its values, or with each of a list of them; its errors are SQLAlchemy's.

    Raises Unreadable for a row that cannot be read, or leaves it out.
    """
    given = tuple(values[0] if isinstance(values, list) else values)
    prepared = prepare(statement, connection.dialect, given)
    # SQLAlchemy begins one, or says why there is none
    if prepared is None or not connection.in_transaction():
        result = connection.execute(statement, values)
        if not result.returns_rows:
            return _changed(result.rowcount)
        return _readable(iter(result.fetchone, None)) if leave_out else Rows(result)
    cursor: Any = None
    try:
        cursor = connection.connection.cursor()
        if isinstance(values, list):
            cursor.executemany(prepared.text, [prepared.fill(each) for each in values])
            return _changed(cursor.rowcount)
        cursor.execute(prepared.text, prepared.fill(values))
        if not prepared.columns:
            return _changed(cursor.rowcount)
        found = cursor.fetchall()
    except Exception as error:
        # SQLAlchemy names and notes the error, and closes the cursor. An open one, kept by the
        # traceback, would hold the lock on the file even after the connection is closed.
        connection._handle_dbapi_exception(error, prepared.text, None, cursor, None)
    rows = map(prepared.read, found)
    return _readable(rows) if leave_out else Rows(rows)


def _changed(count: int) -> Rows[Any]:
    none: Rows[Any] = Rows()
    none.changed = count
    return none


def _readable(rows: Iterator[Any]) -> Rows[Any]:
    """The rows that can be read; either source of them goes on behind one that cannot."""
    good: Rows[Any] = Rows()
    while True:
        try:
            good.extend(rows)
        except Unreadable:
            good.left_out += 1
        else:
            return good


@lru_cache(2_048)
def prepare(statement: Statement, dialect: Dialect, given: tuple[str, ...]) -> Prepared | None:
    """Write a statement for a database; None if only SQLAlchemy can run it.

    That is so for lists of any length, and for default values.
    """
    compiled = statement.compile(dialect=dialect, column_keys=list(given))
    if compiled.insert_prefetch or any(bind.expanding for bind in compiled.binds.values()):
        return None
    names = compiled.positiontup if compiled.positional else list(compiled.bind_names.values())
    columns = list(statement.exported_columns)
    return Prepared(
        text=compiled.string,
        slots=[_slot(compiled, dialect, name, name in given) for name in names or ()],
        names=None if compiled.positional else names,
        columns=[
            column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns
        ],
        row=namedtuple("Row", [str(column.key) for column in columns], rename=True),
    )


def _slot(
    compiled: SQLCompiler, dialect: Dialect, name: str, given: bool
) -> tuple[str | None, Any, Convert | None]:
    bind = compiled.binds[name]
    convert = bind.type.dialect_impl(dialect).bind_processor(dialect)
    if given or bind.required:
        return name, None, convert
    fixed = bind.effective_value
    return None, fixed if convert is None else convert(fixed), None
