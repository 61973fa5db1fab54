"""Wipe a PostgreSQL database: a deleted row stays in the file of its table until a rewrite.

VACUUM alone leaves the bytes in free space; VACUUM FULL rewrites a table, its indexes and its long
texts, and locks everybody out of that table meanwhile. So it gives way: as soon as somebody waits
for it, it is cancelled, which leaves the table as it was. What ANALYZE noted of the values is
rewritten too.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

import psycopg
from psycopg.sql import SQL, Identifier

from outreach.store.errors import NotWiped
from outreach.store.pace import PACE, StorePace
from outreach.store.wipe import Portion

LOOK_SECONDS = 0.01
LOOKS = 2
"""At each look for somebody who waits, it gives way to those who waited at the look before."""
LOCK_MS = 50
"""How long it waits for a table: all who want that table meanwhile wait behind it."""
TRIES = 3
ALONE = 6_201_826_448
"""The number of the advisory lock behind which one process wipes; another tries later."""
TAKE = "SELECT pg_try_advisory_lock(%s)"
MARK = "SELECT pg_snapshot_xmax(pg_current_snapshot())::xid"
OLDER = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
AND greatest(age(backend_xmin), age(backend_xid)) > age(%s::text::xid)
"""
SOMEBODY_WAITS = """
SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pid <> %(ours)s AND %(ours)s = ANY
(pg_blocking_pids(pid)))
"""
GIVE_WAY = "SELECT pg_cancel_backend(%(ours)s)"
TABLES = """
SELECT schemaname, tablename FROM pg_tables WHERE schemaname = current_schema()
ORDER BY pg_table_size(format('%I.%I', schemaname, tablename)::regclass), tablename
"""
ANYTHING = SQL("SELECT EXISTS (SELECT FROM {})")
TEXTS = """
SELECT attname FROM pg_attribute
WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND atttypid = 'varchar'::regtype
"""
DROP_NOTES = SQL("ALTER TABLE {} ALTER COLUMN {} TYPE varchar")
STATISTICS = ("pg_catalog", "pg_statistic")


def wipe_server(
    address: str, done: list[str], stop: Event, pace: StorePace = PACE
) -> Iterator[Portion]:
    """Rewrite every table that is not done, the smallest first, then what ANALYZE noted."""
    try:
        with (
            psycopg.connect(address, autocommit=True) as connection,
            psycopg.connect(address, autocommit=True) as watcher,
        ):
            if connection.execute(TAKE, (ALONE,)).fetchone() != (True,):
                raise NotWiped("another")
            if not _alone_from_now(connection, stop, pace.wipe_readers):
                raise NotWiped("stopped" if stop.is_set() else "reader")
            connection.execute(SQL("SET lock_timeout = {}").format(LOCK_MS))
            yield from _rewritten(connection, watcher, done, stop, pace.wipe_again)
    except psycopg.errors.DiskFull as error:
        raise NotWiped("room") from error
    except psycopg.Error as error:
        raise NotWiped(
            "away" if isinstance(error, psycopg.OperationalError) else "failed"
        ) from error


def _rewritten(
    connection: psycopg.Connection,
    watcher: psycopg.Connection,
    done: list[str],
    stop: Event,
    again: float,
) -> Iterator[Portion]:
    names = [*connection.execute(TABLES).fetchall(), STATISTICS]
    kept = {name for _, name in names} & set(done)
    number = len(kept)
    for schema, name in names:
        if name in kept:
            continue
        if (schema, name) == STATISTICS and number < len(names) - 1:
            # a table that had to give way will still be analysed
            break
        if _done(connection, watcher, Identifier(schema, name), stop, again):
            number += 1
            yield Portion(number, len(names), name)
        if stop.is_set():
            break
    if number < len(names):
        raise NotWiped("stopped" if stop.is_set() else "busy")


def _done(
    connection: psycopg.Connection,
    watcher: psycopg.Connection,
    table: Identifier,
    stop: Event,
    again: float,
) -> bool:
    """Rewrite a table; False if it had to give way each time."""
    for number in range(TRIES):
        if number and stop.wait(again):
            return False
        with suppress(
            psycopg.errors.QueryCanceled,
            psycopg.errors.LockNotAvailable,
            psycopg.errors.DeadlockDetected,
        ):
            with _giving_way(connection, watcher, stop):
                _rebuild(connection, table)
            return True
    return False


def _rebuild(connection: psycopg.Connection, table: Identifier) -> None:
    """Rewrite a table; False if it had to give way each time."""
    if table == Identifier(*STATISTICS):
        connection.execute(SQL("VACUUM (FULL) {}").format(table))
        return
    connection.execute(SQL("VACUUM (FULL, ANALYZE) {}").format(table))
    (anything,) = connection.execute(ANYTHING.format(table)).fetchone() or (True,)
    if not anything:
        for (column,) in connection.execute(TEXTS, (table.as_string(connection),)).fetchall():
            connection.execute(DROP_NOTES.format(table, Identifier(column)))


@contextmanager
def _giving_way(
    connection: psycopg.Connection, watcher: psycopg.Connection, stop: Event
) -> Iterator[None]:
    """Cancel what our connection is at, as soon as somebody waits for it or says stop."""
    over, ours = Event(), connection.info.backend_pid

    def watch() -> None:
        seen = 0
        try:
            while not over.wait(LOOK_SECONDS):
                waits = watcher.execute(SOMEBODY_WAITS, {"ours": ours}).fetchone() == (True,)
                seen = seen + 1 if waits else 0
                if stop.is_set() or seen >= LOOKS:
                    watcher.execute(GIVE_WAY, {"ours": ours})
        except psycopg.Error:
            # nobody would see any more who waits
            connection.cancel()

    watching = Thread(target=watch, name="kansenbode-gives-way", daemon=True)
    watching.start()
    try:
        yield
    finally:
        over.set()
        watching.join()


def _alone_from_now(connection: psycopg.Connection, stop: Event, seconds: float) -> bool:
    """Wait until nobody can still see what was erased before now; False if one takes long."""
    (mark,) = connection.execute(MARK).fetchone() or (None,)
    for _ in range(int(seconds / LOOK_SECONDS) + 1):
        (older,) = connection.execute(OLDER, (str(mark),)).fetchone() or (0,)
        if not older:
            return True
        if stop.wait(LOOK_SECONDS):
            return False
    return False
