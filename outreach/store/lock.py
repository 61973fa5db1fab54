"""Locks on a data folder, between processes. A killed process holds nothing any more.

One server per folder with a SQLite file: two would answer the same people twice, and a restore
would pull the file away. On PostgreSQL servers share a folder, and only a restore wants it for
itself.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from outreach.store.errors import FolderInUse

LOCK = "serve.lock"


@contextmanager
def hold(folder: Path, *, shared: bool = False) -> Iterator[None]:
    """Hold a data folder, alone or shared; raises FolderInUse if another process is in the way."""
    with held(folder / LOCK, shared=shared) as ours:
        if not ours:
            raise FolderInUse(folder)
        yield


@contextmanager
def held(file: Path, *, shared: bool = False) -> Iterator[bool]:
    """Try to lock a file while the block runs; yield True if that worked."""
    with file.open("a") as opened:
        try:
            fcntl.flock(opened, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
            ours = True
        except BlockingIOError:
            ours = False
        yield ours
