"""How statements are written: SQLAlchemy's, typed so that a field is compared as it stands.

SQLModel types a field as the value it holds, so a type checker takes `Delivery.state == "sent"` for
a plain `bool`. SQLModel's own `select`, `and_`, `or_` and `case` accept that; here are the others.
Write `col(field)` only where a column is asked for: `in_`, `is_`, `desc`, a join, `&`, `|` and `~`.
"""

from typing import TYPE_CHECKING, Any, Self, cast

import sqlalchemy
from sqlalchemy import ColumnExpressionArgument, Delete, Exists, Select, Update
from sqlmodel import SQLModel

if TYPE_CHECKING:
    Condition = ColumnExpressionArgument[bool] | bool

    class Picking(Select[*tuple[Any, ...]]):
        """A select of any fields."""

        def where(self, *conditions: Condition) -> Self: ...

    class Updating(Update):
        """An update of a table."""

        def where(self, *conditions: Condition) -> Self: ...

    class Deleting(Delete):
        """A delete from a table."""

        def where(self, *conditions: Condition) -> Self: ...

    class Existing(Exists):
        """True if there is such a row."""

        def where(self, *conditions: Condition) -> Self: ...


def pick(*fields: Any) -> "Picking":
    """Select any fields; the rows come untyped."""
    picking: Any = sqlalchemy.select(*fields)
    return cast("Picking", picking)


def update(table: type[SQLModel]) -> "Updating":
    """Update rows of a table."""
    return cast("Updating", sqlalchemy.update(table))


def delete(table: type[SQLModel]) -> "Deleting":
    """Delete rows of a table."""
    return cast("Deleting", sqlalchemy.delete(table))


def exists(*what: Any) -> "Existing":
    """True if there is such a row."""
    return cast("Existing", sqlalchemy.exists(*what))
