"""What servers that share a database must not do at the same time; a SQLite
file has one writer anyway.
"""

from sqlalchemy import Connection, bindparam, func, select

from outreach.store.unit import Unit

TRY = select(func.pg_try_advisory_xact_lock(func.hashtextextended(bindparam("deed"), 0)))


def nobody_else(unit: Unit, deed: str) -> bool:
    """Tell whether nobody else is at this deed; if so, nobody else will be
    until this unit is stored.
    """
    return not _is_shared(unit.connection) or bool(unit.run(TRY, {"deed": deed}).scalar())


def keep_others_out(unit: Unit, table: str) -> None:
    """Wait for the units under way that write to a table, and let no other write to it
    until this one is stored.
    """
    if _is_shared(unit.connection):
        unit.connection.exec_driver_sql(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")


def _is_shared(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"
