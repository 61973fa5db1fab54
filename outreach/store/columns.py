"""Column types and table settings that every table shares."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Select, TypeDecorator, select

NUMBERED: dict[str, Any] = {"sqlite_autoincrement": True}
"""Table setting: SQLite reuses the id of a deleted last row unless it is told not to."""


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as UTC: SQLite drops the zone, so a naive value is refused at the door."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into UTC; raises ValueError for a naive one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone; the store takes aware moments only")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back as aware UTC."""
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


def pick(*fields: Any) -> Select[Any]:
    """Select plain fields of models, which the type checker takes for their values; the rows come untyped."""
    return select(*fields)
