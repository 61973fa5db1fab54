"""Wipe a SQLite file where it stands: the copies of rows that SQLite leaves in the free space of its pages.

`secure_delete` overwrites a row where it lies, not the copies that stay behind when rows move between pages. VACUUM
would make the whole file anew, and keep everybody out meanwhile. Here only bytes that no row uses become zero, a few
pages at a time, under the write lock and with an empty log: a kill at any moment leaves a sound file, as no byte that
means anything is touched. The format of the file is https://www.sqlite.org/fileformat2.html, promised not to change.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Event

from outreach.store.errors import NotWiped
from outreach.store.wipe import Portion
from outreach.store.wipe_pages import free_pages, shape, wipe_pages

BATCH = 4_000_000
"""Bytes under one hold of the write lock: some milliseconds."""
REST = 0.005
"""Seconds between two holds: whoever waits for the lock looks again within that."""
TRIES = 5
AGAIN_SECONDS = 0.5
LOG_MS = 30
"""How long emptying the log waits for readers, while nobody can write."""
HOLD_MS = 2_000
"""How long a hold waits for the lock; nobody waits for us then."""
LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def wipe_file(path: Path, stop: Event) -> Iterator[Portion]:
    """Sweep the file until one sweep saw no other write from its start to its end: rows move only by those."""
    try:
        yield from _swept(path, stop)
    except (sqlite3.Error, OSError) as error:
        raise NotWiped("failed") from error


def _swept(path: Path, stop: Event) -> Iterator[Portion]:
    way = "busy"
    for number in range(TRIES):
        if number and stop.wait(AGAIN_SECONDS):
            break
        with closing(_opened(path)) as database:
            way = "busy" if _log_is_emptied(database) else "reader"
            if way == "busy":
                sweep = _Sweep(database, path, _handle(path, path.stat().st_ino))
                yield from sweep.portions(stop)
                if sweep.done:
                    return
    raise NotWiped("stopped" if stop.is_set() else way)


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    database.execute("PRAGMA synchronous=FULL")
    return database


def _log_is_emptied(database: sqlite3.Connection) -> bool:
    """Bring the log into the file. The first step keeps nobody waiting, so that the second is short."""
    database.execute("PRAGMA wal_checkpoint(PASSIVE)")
    database.execute(f"PRAGMA busy_timeout={LOG_MS}")
    busy, *_ = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    database.execute(f"PRAGMA busy_timeout={HOLD_MS}")
    return not busy


@cache
def _handle(path: Path, _: int) -> int:
    """Open the file past SQLite; `_` is its inode.

    It stays open for good: closing any handle of a file takes away all locks that this process holds on it.
    """
    return os.open(path, os.O_RDWR | os.O_CLOEXEC)


@dataclass(slots=True)
class _Sweep:
    """One way through all pages. It is `done` where nobody else wrote meanwhile."""

    database: sqlite3.Connection
    path: Path
    handle: int
    seen: int | None = None
    done: bool = False

    def portions(self, stop: Event) -> Iterator[Portion]:
        number, most, free = 0, 1, dict[int, int]()
        while number < most:
            with self._hold() as alone:
                if not alone:
                    return
                size, pages = shape(self.handle)
                step = max(1, BATCH // size)
                most = -(-pages // step)
                free = free or free_pages(self.handle, size)
                wipe_pages(self.handle, size, range(number * step, min((number + 1) * step, pages)), free)
                number += 1
                if number == most:
                    self._finish()
            os.fdatasync(self.handle)
            yield Portion(number, most)
            if stop.wait(REST):
                return

    @contextmanager
    def _hold(self) -> Iterator[bool]:
        """Keep all writers out; tells whether nobody wrote since the log was emptied."""
        try:
            self.database.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in LOCKED:
                raise
            yield False
            return
        try:
            (version,) = self.database.execute("PRAGMA data_version").fetchone()
            if self.seen is None and not _length(self.path.with_name(f"{self.path.name}-wal")):
                self.seen = version
            yield version == self.seen
        finally:
            if self.database.in_transaction:
                self.database.execute("ROLLBACK")

    def _finish(self) -> None:
        """Change the file by a number that means nothing: others forget the pages as they read them before."""
        (number,) = self.database.execute("PRAGMA user_version").fetchone()
        self.database.execute(f"PRAGMA user_version={(number + 1) % 1_000_000}")
        self.database.execute("COMMIT")
        self.done = True


def _length(file: Path) -> int:
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0
