"""A backup is a whole database file, made while the server goes on, and known to be sound."""

import math
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from outreach.store.errors import BackupFailed, DatabaseMissing, NotABackup, StoreBusy, StoreDamaged
from outreach.store.new_file import sync
from outreach.store.sqlite.engine import is_damage

STEPS = 10_000
"""Steps of SQLite between two looks at the time."""


def backup(path: Path, to: Path) -> None:
    """Copy the database to a new file by SQLite's online backup; it appears whole or not at all."""
    if not path.exists():
        raise DatabaseMissing(path.parent)
    part = to.with_name(to.name + ".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as target:
        # in one go: copied in pieces, it starts again at each commit and never ends under load
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
    try:
        check_sound(part)
    except NotABackup:
        # otherwise it would stand among the good ones, and each try would leave one
        part.unlink()
        raise StoreDamaged if is_damaged(path) else BackupFailed from None
    sync(part)
    part.replace(to)
    sync(to.parent)


def check_sound(path: Path) -> None:
    """Raise NotABackup unless the file is a whole Kansenbode database."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            sound = database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            ours = database.execute(
                "SELECT 1 FROM sqlite_master WHERE name = 'opportunity'"
            ).fetchone()
    except sqlite3.DatabaseError:
        raise NotABackup(path) from None
    if not (sound and ours):
        raise NotABackup(path)


def is_damaged(path: Path, seconds: float = math.inf, steps: int = STEPS) -> bool:
    """Look through a database table by table, for so long at most; return True if it found damage.

    Each table is a look of its own: one long look would keep the log from being emptied.
    """
    until = time.monotonic() + seconds
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            database.set_progress_handler(lambda: time.monotonic() > until, steps)
            for (table,) in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            ).fetchall():
                if database.execute(f"PRAGMA quick_check('{table}')").fetchone() != ("ok",):
                    return True
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return isinstance(error, UnicodeDecodeError) or is_damage(error)
    return False


def put_back(backup_file: Path, path: Path) -> None:
    """Replace the database by a backup; the old database stays beside it, as `….replaced`.

    Raises NotABackup, or StoreBusy if another program has the database open; then nothing was
    changed.
    """
    check_sound(backup_file)
    _fold_log(path)
    copy = path.with_name(path.name + ".part")
    copy.write_bytes(backup_file.read_bytes())
    sync(copy)
    _set_aside(path)
    copy.replace(path)
    sync(path.parent)


def rebuild(path: Path) -> None:
    """Leave nothing behind in a file of what was deleted from it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=DELETE")
        database.execute("VACUUM")


def _fold_log(path: Path) -> None:
    """Bring the log into the file: SQLite does so only if no other program has it open."""
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreBusy from None
    except sqlite3.DatabaseError:
        # what is broken is set aside as it is: it may be why a backup is put back
        return


def _set_aside(path: Path) -> None:
    """Move the database and its log away together: a log must not meet another database."""
    aside = path.with_name(path.name + ".replaced")
    log, log_aside = (file.with_name(file.name + "-wal") for file in (path, aside))
    if path.exists():
        log_aside.unlink(missing_ok=True)
        path.replace(aside)
    if log.exists():
        log.replace(log_aside)
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
