"""A backup is a whole database file, made while the server goes on, and known to be sound."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from outreach.store.errors import DatabaseMissing, NotABackup

PAGES = 256
"""Pages copied at a time: the writer waits a millisecond at most, then gets its turn."""


def backup(path: Path, to: Path) -> None:
    """Copy the database to a file that did not exist, by SQLite's online backup; it appears whole or not at all."""
    if not path.exists():
        raise DatabaseMissing
    part = to.with_name(to.name + ".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as target:
        source.backup(target, pages=PAGES, sleep=0.001)
        target.execute("PRAGMA journal_mode=DELETE")
    check_sound(part)
    _sync(part)
    part.replace(to)
    _sync(to.parent)


def check_sound(path: Path) -> None:
    """Raise NotABackup unless the file is a whole Kansenbode database."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            sound = database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            ours = database.execute("SELECT 1 FROM sqlite_master WHERE name = 'opportunity'").fetchone()
    except sqlite3.DatabaseError:
        raise NotABackup(path) from None
    if not (sound and ours):
        raise NotABackup(path)


def put_back(backup_file: Path, path: Path) -> None:
    """Put a backup in the place of the database. The database that was there stays beside it, as `….replaced`."""
    check_sound(backup_file)
    copy = path.with_name(path.name + ".part")
    copy.write_bytes(backup_file.read_bytes())
    _sync(copy)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    if path.exists():
        path.replace(path.with_name(path.name + ".replaced"))
    copy.replace(path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
