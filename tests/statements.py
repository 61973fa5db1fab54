"""Statements that a test runs past all rules."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Executable, text

from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit


def run_sql(
    store: Store, statement: str | Executable, values: Mapping[str, object] | None = None
) -> None:
    """Run one statement, in a unit of its own."""
    asked = text(statement) if isinstance(statement, str) else statement

    def rule(unit: Unit) -> None:
        unit.connection.execute(asked, dict(values or {}))

    store.run(rule, NOBODY)


def one_value(store: Store, select: str) -> Any:
    """The only value that a statement finds."""
    return store.look(lambda unit: unit.connection.exec_driver_sql(select).scalar_one())
