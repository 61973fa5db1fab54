"""Rubbish in a database, as a bad disk or a hand leaves it."""

import sqlite3
from contextlib import closing
from pathlib import Path


def spoil_page(path: Path, table: str, rubbish: bytes) -> None:
    """Write rubbish over the first page of a table."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = database.execute("PRAGMA page_size").fetchone()
        (page,) = database.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write((rubbish * size)[:size])


def spoil_value(path: Path, table: str, column: str, row: int, value: str) -> None:
    """Write a value with a SQL prompt, as a hand does."""
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (value, row))
        database.commit()


def spoil_rows(path: Path, *statements: str) -> None:
    """Run statements with a SQL prompt, as a hand does."""
    with closing(sqlite3.connect(path)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()
