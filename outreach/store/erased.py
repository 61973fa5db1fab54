"""The list of forgotten persons beside the database, for a backup that is put back.

A sum beside it holds its length and its hash, so a lost, emptied or shortened list is noticed.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from outreach.store.errors import StoreFailed
from outreach.store.new_file import replace_whole

ERASED = "erased.jsonl"
SUM_ENDING = ".sum"


def note_erased(file: Path, at: datetime, persons: list[int]) -> None:
    """Add forgotten ids to the list, on disk before the commit; raises StoreFailed."""
    note_each(file, [(at, persons)])


def note_each(file: Path, erasures: Iterable[tuple[datetime, list[int]]]) -> None:
    """Add several erasures to the list at once; raises StoreFailed."""
    lines = [
        json.dumps({"at": at.isoformat(), "persons": persons}) + "\n" for at, persons in erasures
    ]
    if not lines:
        return
    try:
        with file.open("a+b") as opened:
            # servers may share a folder
            fcntl.flock(opened, fcntl.LOCK_EX)
            opened.seek(0)
            before, more = opened.read(), "".join(lines).encode()
            whole = _fits(file, before)
            opened.write(more)
            opened.flush()
            os.fsync(opened.fileno())
            # otherwise the old sum must go on showing that something is lost
            if whole:
                _sum_up(file, before + more)
    except OSError as error:
        raise StoreFailed from error


def is_whole(file: Path) -> bool:
    """True if everything that was ever on a list is still there, or if there never was one."""
    if not file.exists():
        return not _sum_of(file).exists()
    content = file.read_bytes()
    return bool(content.strip()) and _fits(file, content)


def set_list_aside(file: Path) -> None:
    """Start a new list; the old one stays beside it, as `….replaced`."""
    if file.exists():
        file.replace(file.with_name(f"{file.name}.replaced"))
    _sum_of(file).unlink(missing_ok=True)


def _fits(file: Path, content: bytes) -> bool:
    """True if a list still begins with what was summed up; a crash may have left one line more."""
    try:
        known = json.loads(_sum_of(file).read_bytes())
        return bool(
            _digest(content[: known["bytes"]]) == known["sha256"] and len(content) >= known["bytes"]
        )
    except FileNotFoundError:
        # a list from before there were sums, or a copy of one
        return True
    except (ValueError, KeyError, TypeError):
        return False


def _sum_up(file: Path, content: bytes) -> None:
    known = {"bytes": len(content), "sha256": _digest(content)}
    replace_whole(_sum_of(file), json.dumps(known).encode())


def _sum_of(file: Path) -> Path:
    return file.with_name(file.name + SUM_ENDING)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
