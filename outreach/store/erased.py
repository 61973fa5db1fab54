"""The list of forgotten persons beside the database: a backup that is put back must know them."""

import json
import os
from datetime import datetime
from pathlib import Path

from outreach.store.errors import StoreFailed

ERASED = "erased.jsonl"


def note_erased(file: Path, at: datetime, persons: list[int]) -> None:
    """Add forgotten ids to the list, on the disk *before* the commit that forgets them; raises StoreFailed."""
    line = json.dumps({"at": at.isoformat(), "persons": persons})
    try:
        with file.open("a", encoding="utf-8") as opened:
            opened.write(line + "\n")
            opened.flush()
            os.fsync(opened.fileno())
    except OSError as error:
        raise StoreFailed from error
