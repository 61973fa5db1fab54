"""What stands in a data folder is for our user alone: it holds what residents wrote."""

import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

FOLDERS = (".", "backups", "restoring")
FILES = (
    "kansenbode*",
    "erased*",
    "tombstone.key",
    "*.lock",
    "*.unwiped",
    "backups/*",
    "restoring/*",
)
SETTINGS = ".env"
OTHERS = 0o077
FILE, FOLDER = 0o600, 0o700


def make_private(folder: Path) -> None:
    """Take from others what they may do with our files, except with the settings."""
    for path in _ours(folder):
        # another user's: `doctor` tells of it
        with suppress(OSError):
            path.chmod(FOLDER if path.is_dir() else FILE)


def open_to_others(folder: Path) -> list[Path]:
    """Return our files that somebody else on this machine may read or change."""
    settings = folder / SETTINGS
    found = [path for path in _ours(folder) if not path.is_dir()]
    return found + [settings] * (settings.is_file() and bool(settings.stat().st_mode & 0o007))


def _ours(folder: Path) -> Iterator[Path]:
    """What is open to others: never what a link points to, nor a folder that all share."""
    for pattern in (*FOLDERS, *FILES):
        for path in [folder / pattern] if pattern in FOLDERS else folder.glob(pattern):
            with suppress(OSError):
                mode = path.lstat().st_mode
                ours = stat.S_ISREG(mode) or (
                    pattern in FOLDERS and stat.S_ISDIR(mode) and not mode & stat.S_ISVTX
                )
                if ours and mode & OTHERS:
                    yield path
