"""What was erased and is still in the files of the database: one mark file per erasure.

A mark is made before the erasure is stored and deleted when it was wiped, so that no kill loses it.
Beside the marks stands how far a round of wiping is: what it wipes, what is done, and what was in
the way.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from outreach.store.errors import StoreFailed
from outreach.store.new_file import replace_whole

ENDING = ".unwiped"
PROGRESS = "wiping.json"
STAMP = "%Y%m%dT%H%M%SZ"
TOO_LONG = timedelta(days=2)
"""It is promised within a day; what is in the way for two days does not go away by itself."""
NIGHT = time(2), time(5)
"""The quiet hours in which wiping, and looking for damage, disturb the fewest."""
SOON = timedelta(hours=20)
"""What waited this long is wiped by day too: a day is promised."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far wiping is: of the erasures `marks` these tables are `done`, of `most`.

    `way` is a word for what was in the way the last time; `wiped_at` is when
    a round was last finished.
    """

    marks: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    most: int = 0
    way: str = ""
    wiped_at: str = ""

    @property
    def last(self) -> datetime | None:
        """When a round was last finished."""
        return datetime.fromisoformat(self.wiped_at) if self.wiped_at else None


@dataclass(frozen=True, slots=True)
class Unwiped:
    """The marks in a data folder."""

    folder: Path

    def mark(self, at: datetime) -> None:
        """Note that there will be something to wipe; raises StoreFailed if that cannot be noted."""
        try:
            (self.folder / f"erased-{at.astimezone(UTC):{STAMP}}-{uuid4().hex}{ENDING}").touch()
        except OSError as error:
            raise StoreFailed from error

    def marks(self) -> list[str]:
        """The names of the marks, the oldest first."""
        return sorted(mark.name for mark in self.folder.glob(f"erased*{ENDING}"))

    def since(self) -> datetime | None:
        """The moment of the oldest erasure that is not wiped."""
        return min(
            (moment for mark in self.marks() if (moment := self._moment(mark))), default=None
        )

    def is_overdue(self, now: datetime) -> bool:
        """True if something has waited for too long."""
        since = self.since()
        return since is not None and now - since > TOO_LONG

    def progress(self) -> Progress:
        """Return how far wiping is; the start if that cannot be read."""
        try:
            return Progress(**json.loads((self.folder / PROGRESS).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return Progress()

    def note(self, progress: Progress) -> None:
        """Note how far wiping is."""
        replace_whole(self.folder / PROGRESS, json.dumps(asdict(progress)).encode())

    def begin(self) -> Progress:
        """Go on with the round that was begun, or begin one of all that is marked now."""
        there, progress = self.marks(), self.progress()
        begun = [mark for mark in progress.marks if mark in there]
        return (
            replace(progress, marks=begun, way="")
            if begun
            else replace(Progress(there), wiped_at=progress.wiped_at)
        )

    def finish(self, progress: Progress, at: datetime) -> None:
        """Take the marks of a round away: all of it is wiped."""
        for mark in progress.marks:
            (self.folder / mark).unlink(missing_ok=True)
        self.note(Progress(wiped_at=at.isoformat()))

    def _moment(self, mark: str) -> datetime | None:
        """Return when a mark was made: from its name, or for an older mark from its file."""
        with suppress(ValueError):
            return datetime.strptime("".join(mark.split("-")[1:2]), STAMP).replace(tzinfo=UTC)
        with suppress(OSError):
            return datetime.fromtimestamp((self.folder / mark).stat().st_mtime, UTC)
        return None


def is_time_to_wipe(since: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Return True at night, or if something waits so long that the promised day is nearly over."""
    return NIGHT[0] <= now.astimezone(zone).time() < NIGHT[1] or not since <= now < since + SOON
