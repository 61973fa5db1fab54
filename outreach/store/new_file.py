"""The one door for files that a command writes: a new one, never over
another, and whole or not at all.
"""

import os
from pathlib import Path

from outreach.store.errors import FileThere

OURS_ALONE = 0o600


def require_new(*paths: Path) -> None:
    """Raise FileThere where one of these names is taken, before the work for it begins."""
    for path in paths:
        if path.exists() or path.is_symlink():
            raise FileThere(path)


def write_new(path: Path, written: bytes) -> None:
    """Write a new file that is ours alone; raises FileThere where there is one."""
    try:
        # Here, not by Path.open, which cannot say who may read the file from its first moment on.
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OURS_ALONE)
    except FileExistsError:
        raise FileThere(path) from None
    try:
        with os.fdopen(number, "wb") as file:
            file.write(written)
    except OSError:
        # A full disk leaves half of it, and that half would refuse the next try.
        path.unlink(missing_ok=True)
        raise
