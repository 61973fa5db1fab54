"""How small files are written: whole or not at all, readable by our user alone.

`write_new` is for what a command writes, never over another file. `replace_whole` and `keep_first`
are for the files that stand beside a database.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from outreach.store.errors import FileThere

OURS_ALONE = 0o600


def require_new(*paths: Path) -> None:
    """Raise FileThere if one of these names is taken, before the work for it begins."""
    for path in paths:
        if path.exists() or path.is_symlink():
            raise FileThere(path)


def write_new(path: Path, written: bytes) -> None:
    """Write a new file that is ours alone; raises FileThere if there is one."""
    try:
        _write(path, written)
    except FileExistsError:
        raise FileThere(path) from None
    except OSError:
        # A full disk leaves half of it, and that half would refuse the next try.
        path.unlink(missing_ok=True)
        raise


def replace_whole(path: Path, written: bytes) -> None:
    """Write a file in the place of the one that may be there."""
    part = _part_of(path, written)
    part.replace(path)
    sync(path.parent)


def keep_first(path: Path, written: bytes) -> None:
    """Write a file, unless there is one already: of two processes the first one wins."""
    part = _part_of(path, written)
    with suppress(FileExistsError):
        os.link(part, path)
    part.unlink()
    sync(path.parent)


def sync(path: Path) -> None:
    """Make sure that a file or a folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _part_of(path: Path, written: bytes) -> Path:
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    _write(part, written)
    sync(part)
    return part


def _write(path: Path, written: bytes) -> None:
    # os.open, because Path.open cannot say who may read the file from its first moment on
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OURS_ALONE)
    with os.fdopen(number, "wb") as file:
        file.write(written)
