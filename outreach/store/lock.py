"""One server per data folder: two would answer the same people twice, and a restore would pull the file away."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from outreach.store.errors import FolderInUse

LOCK = "serve.lock"


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold a data folder; raises FolderInUse where another process does. A killed process holds nothing any more."""
    with (folder / LOCK).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FolderInUse(folder) from None
        yield
