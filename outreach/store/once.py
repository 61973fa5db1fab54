"""What servers that share a database must not do at the same time.

A SQLite file has one writer anyway.
"""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, bindparam, func, select

from outreach.store.unit import Unit

R = TypeVar("R")
LOCK_TRY = select(func.pg_try_advisory_xact_lock(func.hashtextextended(bindparam("deed"), 0)))


def nobody_else(unit: Unit, deed: str) -> bool:
    """True if no other server does this now; then none will until this unit is stored."""
    return not _is_shared(unit.connection) or bool(unit.run(LOCK_TRY, {"deed": deed}).scalar())


def unless_taken(unit: Unit, rule: Callable[[Unit], R], deed: str) -> R | None:
    """Run a rule, unless another server is doing this now."""
    return rule(unit) if nobody_else(unit, deed) else None


def keep_others_out(unit: Unit, table: str) -> None:
    """Wait for the units that write to a table, and block others until this one is stored."""
    if _is_shared(unit.connection):
        unit.connection.exec_driver_sql(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")


def _is_shared(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"
