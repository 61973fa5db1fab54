"""Wipe a SQLite file in place: the copies of rows in the free space of its pages.

`secure_delete` overwrites a row where it lies, not the copies that stay behind when rows move
between pages. VACUUM would write the whole file again, and keep everybody out meanwhile. Here only
bytes that no row uses become zero, a few pages at a time, under the write lock and with all of the
log brought into the file: a kill at any moment leaves a sound file, as no byte that means anything
is touched. Rows move only by writes, and what is written stands in the log: those pages are wiped
once more. The format of the file is https://www.sqlite.org/fileformat2.html, promised not to
change.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Event
from typing import Self

from outreach.store.errors import NotWiped
from outreach.store.pace import SweepPace
from outreach.store.sqlite.wipe_log import Log
from outreach.store.sqlite.wipe_pages import free_pages, shape, wipe_pages
from outreach.store.wipe import Portion

LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def wipe_file(path: Path, stop: Event, pace: SweepPace) -> Iterator[Portion]:
    """Sweep the file while others write; raises NotWiped if somebody else holds it for long."""
    try:
        with closing(_Sweep.of(path, pace)) as sweep:
            yield from _swept(sweep, stop, pace)
    except (sqlite3.Error, OSError) as error:
        raise NotWiped("failed") from error


def _swept(sweep: "_Sweep", stop: Event, pace: SweepPace) -> Iterator[Portion]:
    tries = 0
    while not sweep.done:
        before = sweep.portion
        way = sweep.step()
        tries = tries + 1 if way else 0
        if sweep.portion is not None and sweep.portion != before:
            yield sweep.portion
        if not sweep.done and (tries == pace.tries or stop.wait(pace.again if way else pace.rest)):
            raise NotWiped("stopped" if stop.is_set() else way)


@dataclass(slots=True)
class _Sweep:
    """One pass over all pages, in steps; `done` if nothing is left that was erased before it.

    `lock` keeps writers out for a step. `mark` reads from one step to the next, so that the log
    keeps what is written meanwhile. `folding` brings the log into the file. `batch` is in bytes.
    """

    lock: sqlite3.Connection
    mark: sqlite3.Connection
    folding: sqlite3.Connection
    handle: int
    log: Log
    batch: int
    swept: int = 0
    again: set[int] = field(default_factory=set)
    portion: Portion | None = None
    swept_all: bool = False
    told: bool = False
    clean: bool = False
    done: bool = False

    @classmethod
    def of(cls, path: Path, pace: SweepPace) -> Self:
        lock, mark = _opened(path, pace.hold_ms), _opened(path, pace.hold_ms)
        folding = _opened(path, pace.log_ms)
        # Now, while nobody waits for it: then the first step is short.
        _emptied(folding)
        return cls(
            lock,
            mark,
            folding,
            _handle(path, path.stat().st_ino),
            Log(path.with_name(f"{path.name}-wal")),
            pace.batch,
        )

    def close(self) -> None:
        for connection in (self.mark, self.folding, self.lock):
            connection.close()

    def step(self) -> str:
        """Do what one hold of the lock allows; return a word for what was in the way, or ""."""
        if self.clean:
            self.done = _emptied(self.folding)
            return "" if self.done else "reader"
        way = self._held(self._sweep_on)
        if not way and self.swept_all:
            way = self._held(self._tell)
        os.fdatasync(self.handle)
        return way

    def _held(self, deed: Callable[[], str]) -> str:
        """Do something while nobody else can write."""
        try:
            self.lock.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in LOCKED:
                raise
            return "busy"
        try:
            return deed()
        finally:
            if self.lock.in_transaction:
                self.lock.execute("ROLLBACK")

    def _sweep_on(self) -> str:
        _, frames = _fold(self.folding)
        if frames < 0:
            return "busy"
        restarted = self._look(frames)
        if self.mark.in_transaction:
            self.mark.execute("END")
        if self.told and restarted:
            # Who wrote since then read the pages as they are by now: nothing comes back by them.
            self.clean = True
            return ""
        in_the_way, self.told = self.told, False
        folded, _ = _fold(self.folding)
        self.swept_all = folded and self._wipe(*shape(self.handle))
        self.mark.execute("BEGIN")
        self.mark.execute("SELECT count(*) FROM sqlite_master").fetchall()
        return "" if folded and not in_the_way else "reader"

    def _look(self, frames: int) -> bool:
        """See what others wrote since the last look; return True if the log was started again."""
        written, restarted = self.log.written(frames, shape(self.handle)[0])
        self.again |= {page for page in written if page < self.swept}
        return restarted

    def _tell(self) -> str:
        """Change a meaningless number in the file, so that others forget the pages they have read.

        All of the log was in the file before this began, so this starts the log again: nobody will
        read an older page there either, unless somebody is reading just now.
        """
        self.swept_all = False
        _, frames = _fold(self.folding)
        if frames != self.log.frames or self._look(frames):
            return "busy"
        (number,) = self.lock.execute("PRAGMA user_version").fetchone()
        self.lock.execute(f"PRAGMA user_version={(number + 1) % 1_000_000}")
        self.lock.execute("COMMIT")
        self.told = True
        return ""

    def _wipe(self, size: int, pages: int) -> bool:
        """Wipe what was written behind the sweep, then the next pages; True if that was all."""
        batch = max(1, self.batch // size)
        free, owed = free_pages(self.handle, size), sorted(self.again)[:batch]
        for page in owed:
            wipe_pages(self.handle, size, range(page, page + 1), free)
        self.again -= set(owed)
        following = min(self.swept + batch - len(owed), pages)
        wipe_pages(self.handle, size, range(self.swept, following), free)
        self.swept = following
        self.portion = Portion(-(-following // batch), -(-pages // batch))
        return following == pages and not self.again


def _opened(path: Path, wait: int) -> sqlite3.Connection:
    database = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None
    )
    database.execute("PRAGMA synchronous=FULL")
    database.execute(f"PRAGMA busy_timeout={wait}")
    return database


def _emptied(database: sqlite3.Connection) -> bool:
    """Empty the log, if readers allow it; a first step keeps nobody waiting."""
    _fold(database)
    return _fold(database, "TRUNCATE")[0]


def _fold(database: sqlite3.Connection, how: str = "PASSIVE") -> tuple[bool, int]:
    """Bring the log into the file; return if all of it is there, and its number of pages, or -1."""
    busy, frames, folded = database.execute(f"PRAGMA wal_checkpoint({how})").fetchone()
    return not busy and frames == folded, frames


@cache
def _handle(path: Path, _: int) -> int:
    """Open the file past SQLite; `_` is its inode.

    It stays open for good: closing any handle of a file takes away all locks that
    this process holds on it.
    """
    return os.open(path, os.O_RDWR | os.O_CLOEXEC)
