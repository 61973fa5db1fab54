"""A constant statement, run straight on the driver.

SQLAlchemy writes its text once per database, and knows how each value goes in and comes out. What
it does besides, at every call, takes thirty microseconds where SQLite takes two.
"""

from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import starmap
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Dialect, Insert, Integer, Table, UpdateBase
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

    `fill` returns the values as the driver takes them, `read` makes a row of the values in one as
    the driver returns it. `rows` is True if there are any; `last_id` if the only one is the id of
    the row that was inserted, which SQLite tells without being asked.
    """

    text: str
    fill: Callable[[Values], Any]
    read: Callable[..., Any]
    rows: bool
    last_id: bool


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
        if prepared.last_id:
            return Rows([prepared.read(cursor.lastrowid)])
        if not prepared.rows:
            return _changed(cursor.rowcount)
        found = cursor.fetchall()
    except Exception as error:
        # SQLAlchemy names and notes the error, and closes the cursor. An open one, kept by the
        # traceback, would hold the lock on the file even after the connection is closed.
        connection._handle_dbapi_exception(error, prepared.text, None, cursor, None)
    rows = starmap(prepared.read, found)
    return _readable(rows) if leave_out else Rows(rows)


def straight(connection: Connection, text: str, values: Values = NOTHING) -> Rows[Any]:
    """Run a text in the words of the database, its values as the driver takes them; as `run`."""
    if not connection.in_transaction():
        result = connection.exec_driver_sql(text, dict(values) or None)
        return Rows(result) if result.returns_rows else _changed(result.rowcount)
    cursor: Any = None
    try:
        cursor = connection.connection.cursor()
        cursor.execute(text, values)
        if cursor.description is None:
            return _changed(cursor.rowcount)
        found = cursor.fetchall()
    except Exception as error:
        connection._handle_dbapi_exception(error, text, None, cursor, None)
    return Rows(map(_row_of(tuple(column[0] for column in cursor.description))._make, found))


@lru_cache(256)
def _row_of(names: tuple[str, ...]) -> Any:
    return namedtuple("Row", names, rename=True)


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
    last_id = dialect.name == "sqlite" and _returns_its_id(statement)
    # a statement that returns rows is slower, and takes a step more
    text = compiled.string.rpartition(" RETURNING ")[0] if last_id else compiled.string
    columns = list(statement.exported_columns)
    return Prepared(
        text=text,
        fill=_fill(compiled, dialect, given),
        read=_read(columns, dialect),
        rows=bool(columns),
        last_id=last_id,
    )


def _returns_its_id(statement: Statement) -> bool:
    """Return True if this inserts one row for certain, and returns its number and nothing else."""
    if not isinstance(statement, Insert) or statement.select is not None:
        return False
    numbered = list(statement.table.primary_key) if isinstance(statement.table, Table) else []
    return (
        list(statement.exported_columns) == numbered
        and len(numbered) == 1
        # a BIGINT is no row number in SQLite
        and type(numbered[0].type) is Integer
        # ON CONFLICT may insert nothing, and a list of rows has many numbers
        and statement._post_values_clause is None
        and not statement._prefixes
        and not statement._multi_values
    )


def _fill(
    compiled: SQLCompiler, dialect: Dialect, given: tuple[str, ...]
) -> Callable[[Values], Any]:
    """Write out how values go in: as a tuple, or by name where the driver wants that."""
    names = compiled.positiontup if compiled.positional else list(compiled.bind_names.values())
    parts: dict[str, Any] = {}
    places = []
    for number, name in enumerate(names or ()):
        bind = compiled.binds[name]
        convert = bind.type.dialect_impl(dialect).bind_processor(dialect)
        place = f"values[{name!r}]"
        if not (name in given or bind.required):
            fixed = bind.effective_value
            place = f"fixed{number}"
            parts[place] = fixed if convert is None else convert(fixed)
        elif convert is not None:
            parts[f"convert{number}"] = convert
            place = f"convert{number}({place})"
        places.append(place if compiled.positional else f"{name!r}: {place}")
    inside = "".join(f"{place}, " for place in places)
    return _written_out(
        f"lambda values: ({inside})" if compiled.positional else f"lambda values: {{{inside}}}",
        parts,
    )


def _read(columns: Sequence[Any], dialect: Dialect) -> Callable[..., Any]:
    """Write out how the values of a row, each an argument, become a named tuple."""
    names = [str(column.key) for column in columns]
    parts: dict[str, Any] = {"new": tuple.__new__, "row": namedtuple("Row", names, rename=True)}
    places = []
    for number, column in enumerate(columns):
        convert = column.type.dialect_impl(dialect).result_processor(dialect, None)
        place = f"value{number}"
        if convert is not None:
            parts[f"convert{number}"] = convert
            place = f"convert{number}({place})"
        places.append(place)
    arguments = ", ".join(f"value{number}" for number in range(len(columns)))
    inside = "".join(f"{place}, " for place in places)
    return _written_out(f"lambda {arguments}: new(row, ({inside}))", parts)


def _written_out(text: str, parts: dict[str, Any]) -> Callable[..., Any]:
    """Compile a function once, from a text that this file wrote."""
    # Nothing from outside can stand in it: names of values are literals (`repr`), columns and
    # fixed values have numbers, and what comes with a call is an argument.
    written: Callable[..., Any] = eval(text, parts)  # noqa: S307 - words, numbers, literals only
    return written
