"""The two databases that a store can stand on, and the one place that chooses between them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import ClassVar, Protocol, TypeVar

from sqlalchemy import Connection, Engine

from outreach.store.bells import Bells
from outreach.store.job import Job
from outreach.store.sqlite.database import SQLite
from outreach.store.sqlite.spots import Spot
from outreach.store.vigil import Vigil
from outreach.store.wipe import Portion

R = TypeVar("R")


class Jobs(Protocol):
    """Where units of work are handed in."""

    def put(self, job: Job) -> None:
        """Hand a job in; raises StoreClosed once `close` was called."""

    def close(self) -> None:
        """Finish all that waits, then stop."""


class Database(Protocol):
    """What a store, a migration and a backup need to know of their database.

    `ending` is that of a backup's name; `shared` tells whether several servers may
    work on it at the same time.
    """

    name: ClassVar[str]
    ending: ClassVar[str]
    shared: ClassVar[bool]

    def bells(self, vigil: Vigil) -> Bells:
        """Make the bells that ring wherever this database is served."""

    def writer(self, clock: Callable[[], datetime], bells: Bells, vigil: Vigil) -> Jobs:
        """Start to take units of work."""

    def read_engine(self, connections: int) -> Engine:
        """Make an engine that cannot write."""

    @property
    def kept(self) -> Path:
        """Where that is kept which a backup took the place of."""

    def reading(self, look: Callable[[], R]) -> R:
        """Look, and look again where that helps."""

    def exists(self) -> bool:
        """Tell whether there is a database; only `serve` makes one."""

    def version(self) -> tuple[int, ...]:
        """The version of the database program."""

    def looking(self) -> AbstractContextManager[Connection]:
        """Give a connection to look around with."""

    def stepping(self) -> AbstractContextManager[Connection]:
        """Give a connection that alone may migrate; all steps are stored or none."""

    def keep(self, name: str) -> None:
        """Keep a copy before a migration, where that is ours to do."""

    def back_up(self, to: Path) -> None:
        """Copy the database to a file; it appears whole or not at all."""

    def put_back(self, file: Path, mend: Callable[[Connection], R]) -> R:
        """Put a backup in the place of the database, mended before anybody sees
        it; gives what mending gave.
        """

    def wipe(self, done: list[str], stop: Event) -> Iterator[Portion]:
        """Wipe what was erased, but for the tables that are done; raises NotWiped
        where something is in the way.
        """

    def encoding(self) -> str:
        """How it stores letters; all of them only as UTF8."""

    def rights(self) -> str | None:
        """Say by a word what is amiss with the rights of our user: erasing reaches
        all that is ours, or None.
        """

    def notices_damage(self) -> bool:
        """Tell whether `is_damaged` can find anything."""

    def is_damaged(self, seconds: float) -> bool:
        """Look through what is stored, for so long at most; tell whether damage was found."""

    def spots(self, seconds: float) -> Iterator[Spot]:
        """Look through the values, for so long at most; give those that cannot be read."""

    def trouble(self) -> str | None:
        """Say what is wrong with the database itself, a word for it first, or None."""


def database(path: Path, url: str = "") -> Database:
    """Give the database of an installation: the one at the URL, else the SQLite file."""
    if not url:
        return SQLite(path)
    # only here: a file has no use for eight megabytes of driver
    from outreach.store.postgresql.database import PostgreSQL

    return PostgreSQL(path, url)
