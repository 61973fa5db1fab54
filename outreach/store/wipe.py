"""Wipe from the files of the database what was erased from its tables.

It is done in portions, and everybody who works on the database goes first. How it is done differs
for a file (`wipe_file`) and a server (`wipe_server`). Backups, replicas and the write-ahead log of
a server are out of reach from here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Protocol

from outreach.store.errors import NotWiped
from outreach.store.lock import held
from outreach.store.unwiped import Progress, Unwiped

WIPING = "wipe.lock"


@dataclass(frozen=True, slots=True)
class Portion:
    """A portion that was wiped, of `most`. A `table` is not wiped twice in one round."""

    number: int
    most: int
    table: str = ""


Tell = Callable[[Portion], None]


class Wipes(Protocol):
    """A database that can be wiped in portions."""

    def wipe(self, done: list[str], stop: Event) -> Iterator[Portion]:
        """Wipe what was erased, except from the tables in `done`.

        Raises NotWiped if something is in the way, or if `stop` was set.
        """


def wipe(
    database: Wipes,
    folder: Path,
    clock: Callable[[], datetime],
    stop: Event,
    tell: Tell = lambda _: None,
) -> bool:
    """Wipe all that is erased by now; return False if that was nothing.

    Raises NotWiped, after noting how far it came.
    """
    with held(folder / WIPING) as ours:
        if not ours:
            raise NotWiped("another")
        unwiped = Unwiped(folder)
        now = unwiped.marks()
        # a round that started earlier may not have all of them
        while not set(now).isdisjoint(unwiped.marks()):
            _finish_round(database, unwiped, clock, stop, tell)
        return bool(now)


def _finish_round(
    database: Wipes, unwiped: Unwiped, clock: Callable[[], datetime], stop: Event, tell: Tell
) -> None:
    progress = unwiped.begin()
    try:
        for portion in database.wipe(progress.done, stop):
            progress = _noted(unwiped, progress, portion)
            tell(portion)
    except NotWiped as error:
        unwiped.note(replace(progress, way=error.way))
        raise
    unwiped.finish(progress, clock())


def _noted(unwiped: Unwiped, progress: Progress, portion: Portion) -> Progress:
    if not portion.table:
        return progress
    noted = replace(progress, done=[*progress.done, portion.table], most=portion.most)
    unwiped.note(noted)
    return noted
