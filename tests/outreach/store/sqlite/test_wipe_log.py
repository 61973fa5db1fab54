"""The log of a SQLite file tells which pages were written since somebody looked."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from outreach.store.sqlite.wipe_log import Log

SIZE = 4_096


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "any.db", isolation_level=None)) as database:
        for statement in (
            "PRAGMA journal_mode=WAL",
            "CREATE TABLE one (said)",
            "CREATE TABLE two (said)",
        ):
            database.execute(statement)
        yield database


def root_of(database: sqlite3.Connection, table: str) -> int:
    (page,) = database.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
    ).fetchone()
    return int(page) - 1


def look(database: sqlite3.Connection, log: Log) -> tuple[set[int], bool]:
    _, frames, _ = database.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return log.written(frames, SIZE)


def test_log_tells_what_was_written_since_the_last_look(
    database: sqlite3.Connection, tmp_path: Path
) -> None:
    log = Log(tmp_path / "any.db-wal")
    first, _ = look(database, log)
    assert first >= {0, root_of(database, "one"), root_of(database, "two")}
    found = []
    with closing(sqlite3.connect(tmp_path / "any.db", isolation_level=None)) as mark:
        mark.execute("BEGIN")
        mark.execute("SELECT * FROM one").fetchall()
        database.execute("INSERT INTO two VALUES ('a')")
        found += [look(database, log), look(database, log)]
        database.execute("INSERT INTO one VALUES ('b')")
        found += [look(database, log)]

    two, one = {root_of(database, "two")}, {root_of(database, "one")}
    assert found == [(two, True), (set(), False), (one, False)]


def test_log_that_is_not_there_or_was_emptied_tells_of_nothing(
    database: sqlite3.Connection, tmp_path: Path
) -> None:
    log, nowhere = Log(tmp_path / "any.db-wal"), Log(tmp_path / "other.db-wal")
    look(database, log)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    assert nowhere.written(0, SIZE) == (set(), False)
    assert look(database, log) == (set(), True)
