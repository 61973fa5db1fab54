"""The one door for files that a command writes: a new one, never over another, and whole or not at all."""

import os
from pathlib import Path

from outreach.store.errors import FileThere

OURS_ALONE, ANYBODYS = 0o600, 0o666
"""Who may read a file; of the second the system takes away what its `umask` says."""


def require_new(*paths: Path) -> None:
    """Raise FileThere where one of these names is taken, before the work for it begins."""
    for path in paths:
        if path.exists() or path.is_symlink():
            raise FileThere(path)


def write_new(path: Path, written: bytes, *, public: bool = False) -> None:
    """Write a new file, ours alone unless everybody may read it; raises FileThere where there is one."""
    require_new(path)
    # Here, not by Path.open, which cannot say who may read the file from its first moment on.
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ANYBODYS if public else OURS_ALONE)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(written)
    except OSError:
        # A full disk leaves half of it, and that half would refuse the next try.
        path.unlink(missing_ok=True)
        raise
