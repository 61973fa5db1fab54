"""Rebuild the tables of a PostgreSQL database after an erasure: a deleted row stays in its file until they are.

VACUUM alone leaves the bytes in free space; VACUUM FULL writes each table, its indexes and its long texts anew. So it
is with what ANALYZE noted of the values. The write-ahead log, replicas and backups are out of reach from here.
"""

import threading
import time
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg.sql import SQL, Identifier

from content.log import log

PATIENCE_SECONDS = 2.0
"""How long wiping waits for units that began before the erasure: they may still see what was erased."""
LOOK_SECONDS = 0.01
LOCK_MS = 1_000
"""How long it waits for a table: all who want that table meanwhile wait behind it."""
AGAIN_SECONDS = 1.0
ENDING = ".unwiped"
MARK = "SELECT pg_snapshot_xmax(pg_current_snapshot())::xid"
OLDER = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
AND greatest(age(backend_xmin), age(backend_xid)) > age(%s::text::xid)
"""
TABLES = "SELECT schemaname, tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
ANYTHING = SQL("SELECT EXISTS (SELECT FROM {})")
TEXTS = """
SELECT attname FROM pg_attribute
WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND atttypid = 'varchar'::regtype
"""
DROP_NOTES = SQL("ALTER TABLE {} ALTER COLUMN {} TYPE varchar")
STATISTICS = Identifier("pg_catalog", "pg_statistic")


class Wiper:
    """Wipe after each erasure; what could not be wiped then, or was left by a kill, is tried again and again."""

    def __init__(self, address: str, folder: Path) -> None:
        self._address, self._folder = address, folder
        self._one = threading.Lock()
        self._closing = threading.Event()
        self._again: threading.Thread | None = None
        if self._marks():
            self._try_again()

    def mark(self) -> None:
        """Note, before the commit, that there will be something to wipe: a kill may come right after it."""
        (self._folder / f"erased-{uuid4().hex}{ENDING}").touch()

    def wipe(self) -> None:
        """Wipe what was erased; where something is in the way, later."""
        with self._one:
            marks = self._marks()
            if not marks:
                return  # whoever was here before wiped this too
            try:
                done = self._wiped()
            except (psycopg.Error, OSError) as error:
                log.warning("not wiped yet", error=type(error).__name__)
                done = False
            if done:
                for mark in marks:
                    mark.unlink(missing_ok=True)
        if not done:
            self._try_again()

    def close(self) -> None:
        """Wipe no more."""
        self._closing.set()
        if self._again is not None:
            self._again.join()

    def _wiped(self) -> bool:
        with psycopg.connect(self._address, autocommit=True) as connection:
            if not _alone_from_now(connection):
                return False
            connection.execute(SQL("SET lock_timeout = {}").format(LOCK_MS))
            for name in connection.execute(TABLES).fetchall():
                _rebuild(connection, Identifier(*name))
            connection.execute(SQL("VACUUM (FULL) {}").format(STATISTICS))
        return True

    def _try_again(self) -> None:
        if (self._again is None or not self._again.is_alive()) and not self._closing.is_set():
            self._again = threading.Thread(target=self._go_on, name="kansenbode-wiper", daemon=True)
            self._again.start()

    def _go_on(self) -> None:
        while self._marks() and not self._closing.wait(AGAIN_SECONDS):
            self.wipe()

    def _marks(self) -> list[Path]:
        return sorted(self._folder.glob(f"erased-*{ENDING}"))


def _rebuild(connection: psycopg.Connection, table: Identifier) -> None:
    """Write a table anew, and what ANALYZE noted of it.

    ANALYZE passes over an empty table, and keeps what it noted before; a column that gets its own type loses that.
    """
    connection.execute(SQL("VACUUM (FULL, ANALYZE) {}").format(table))
    (anything,) = connection.execute(ANYTHING.format(table)).fetchone() or (True,)
    if not anything:
        for (column,) in connection.execute(TEXTS, (table.as_string(connection),)).fetchall():
            connection.execute(DROP_NOTES.format(table, Identifier(column)))


def _alone_from_now(connection: psycopg.Connection) -> bool:
    """Wait until everybody who could see what was erased before this moment is done; False where one takes long."""
    (mark,) = connection.execute(MARK).fetchone() or (None,)
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        (older,) = connection.execute(OLDER, (str(mark),)).fetchone() or (0,)
        if not older:
            return True
        if time.monotonic() > until:
            return False
        time.sleep(LOOK_SECONDS)
