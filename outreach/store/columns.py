"""Column types and table settings that every table shares."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from types import UnionType
from typing import Any, get_args, get_origin

import orjson
from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    Index,
    Integer,
    TypeDecorator,
    text,
)
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.types import TypeEngine, UserDefinedType

from outreach.store.errors import Unreadable

NUMBERED: dict[str, Any] = {"sqlite_autoincrement": True}
"""Table setting: SQLite reuses the id of a deleted last row unless it is told not to."""
LAST_ID = 2**31 - 1
"""The highest id there can be: PostgreSQL's plain integers end here."""


CENTS = BigInteger().with_variant(Integer, "sqlite")
"""Money: PostgreSQL's plain integers end at 21 million euros, SQLite's do not."""


def partly(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index over some rows of a table, on either database."""
    return Index(
        name, *columns, unique=unique, sqlite_where=text(where), postgresql_where=text(where)
    )


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as UTC: SQLite drops the zone, so a naive value is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Keep moments as text in SQLite, which has none; that text sorts as they do."""
        return MomentText() if dialect.name == "sqlite" else self.impl_instance

    # The processors themselves: around a method for values SQLAlchemy wraps a function of its own,
    # and a turn writes and reads a dozen moments.
    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any]:
        """Turn an aware moment into UTC; raises ValueError for a naive one."""
        return _as_text if dialect.name == "sqlite" else _in_utc

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], datetime | None]:
        """Return the moment as aware UTC; raises Unreadable."""
        return _from_text if dialect.name == "sqlite" else _in_utc


class Json(TypeDecorator[Any]):
    """JSON of one shape, such as `list[str]` or `dict[str, Any] | None`.

    Any other that a hand left in the database is unreadable, so that its row is passed over where
    one without an end of its own would be, and no code further on meets it.
    """

    impl = JSON
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__()
        self.shape = shape
        self.fits = shaped(shape)

    def coerce_compared_value(self, op: OperatorType | None, value: Any) -> TypeEngine[Any]:
        """Take a key as a key: SQLAlchemy asks that of what decorates JSON."""
        return self.impl_instance.coerce_compared_value(op, value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Return the value; raises Unreadable if it has another shape."""
        if self.fits(value):
            return value
        raise Unreadable


def shaped(shape: Any) -> Callable[[Any], bool]:
    """Return what tells if a value of JSON has a shape, given as its type."""
    if shape is Any:
        return lambda value: True
    inner = get_args(shape)
    if isinstance(shape, UnionType):
        either = [shaped(one) for one in inner]
        return lambda value: any(fits(value) for fits in either)
    kind = get_origin(shape) or shape
    if not inner or inner[-1] is Any:
        return lambda value: isinstance(value, kind)
    each = shaped(inner[-1])
    if kind is dict:
        return lambda value: isinstance(value, dict) and all(map(each, value.values()))
    return lambda value: isinstance(value, list) and all(map(each, value))


class MomentText(UserDefinedType[str]):
    """A column of moments in SQLite; what SQLAlchemy has for it takes five times as long."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """How a table declares it."""
        return "DATETIME"


def stored_moment(value: Any) -> datetime:
    """Read a moment as SQLite keeps it; raises Unreadable if it is none."""
    try:
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    except (ValueError, TypeError):
        raise Unreadable from None


def stored_day(value: Any) -> date | None:
    """Read a date as SQLite keeps it; raises Unreadable."""
    try:
        return None if value is None else date.fromisoformat(value)
    except (ValueError, TypeError):
        raise Unreadable from None


def json_text(value: Any) -> str:
    """Write JSON as the database takes it."""
    return orjson.dumps(value).decode()


def stored_json(value: Any) -> Any:
    """Read JSON as SQLite keeps it: a single number comes as a number; raises Unreadable."""
    try:
        return orjson.loads(value) if isinstance(value, (str, bytes)) else value
    except orjson.JSONDecodeError:
        raise Unreadable from None


def _from_text(value: Any) -> datetime | None:
    return None if value is None else stored_moment(value)


def _as_text(value: datetime | None) -> str | None:
    return None if value is None else _utc_text(_aware(value))


# One unit writes the same moment many times. In UTC only: elsewhere the two moments of an hour that
# comes twice are equal, and one would be kept as the other.
@lru_cache(64)
def _utc_text(value: datetime) -> str:
    return value.isoformat(" ", "microseconds").removesuffix("+00:00")


def _in_utc(value: datetime | None) -> datetime | None:
    return None if value is None else _aware(value)


def _aware(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError(f"{value!r} has no time zone; the store takes aware moments only")
    return value.astimezone(UTC)
