"""The two databases that a store can stand on, and the one place that chooses between them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Protocol, TypeVar

from sqlalchemy import Connection, Engine

from outreach.store.bells import Bells
from outreach.store.job import Job
from outreach.store.pace import PACE, StorePace
from outreach.store.sqlite.database import SQLite
from outreach.store.sqlite.spots import Spot
from outreach.store.vigil import Vigil
from outreach.store.wipe import Wipes

R = TypeVar("R")


class Jobs(Protocol):
    """Where units of work are handed in."""

    def put(self, job: Job) -> None:
        """Hand a job in; raises StoreClosed once `close` was called."""

    def close(self) -> None:
        """Finish all that waits, then stop."""


class Database(Wipes, Protocol):
    """What a store, a migration and a backup need of their database.

    `ending` is the one of a backup's name. `shared` is True if several servers may work on it at
    the same time.
    """

    name: ClassVar[str]
    ending: ClassVar[str]
    shared: ClassVar[bool]

    def bells(self, vigil: Vigil) -> Bells:
        """Make the bells that ring in every process that serves this database."""

    def writer(self, clock: Callable[[], datetime], bells: Bells, vigil: Vigil) -> Jobs:
        """Start to take units of work."""

    def read_engine(self, connections: int) -> Engine:
        """Make an engine that cannot write."""

    def retrying(self, look: Callable[[], R]) -> R:
        """Run something that only reads; run it again if the connection was lost meanwhile."""

    def exists(self) -> bool:
        """Return True if there is a database; only `serve` makes one."""

    def version(self) -> tuple[int, ...]:
        """Return the version of the database program."""

    def connect(self) -> AbstractContextManager[Connection]:
        """Open a connection outside the store."""

    def migrating(self) -> AbstractContextManager[Connection]:
        """Open the one connection that may migrate; all steps are stored or none."""

    def copy_before_migration(self, name: str) -> None:
        """Copy the database before a migration, if that is ours to do."""

    def back_up(self, to: Path) -> None:
        """Copy the database to a file; it appears whole or not at all."""

    def put_back(self, file: Path, mend: Callable[[Connection], R]) -> R:
        """Replace the database by a backup, mended before anybody sees it.

        Returns what mending returned.
        """

    @property
    def replaced_path(self) -> Path:
        """Where the database is kept that a backup replaced."""

    def encoding(self) -> str:
        """Return how it stores letters; only UTF8 can hold all of them."""

    def rights_problem(self) -> str | None:
        """Return a word for what is wrong with the rights of our user, or None."""

    def notices_damage(self) -> bool:
        """Return True if `is_damaged` can find anything."""

    def is_damaged(self, seconds: float) -> bool:
        """Look through what is stored for at most so long; return True if it is damaged."""

    def spots(self, seconds: float) -> Iterator[Spot]:
        """Look through the values for at most so long; yield those that cannot be read."""

    def problem(self) -> str | None:
        """Return what is wrong with the database itself, a word for it first, or None."""


def database(path: Path, url: str = "", pace: StorePace = PACE) -> Database:
    """Return the database of an installation: the one at the URL, or else the SQLite file."""
    if not url:
        return SQLite(path, pace)
    # only here: a file has no use for eight megabytes of driver
    from outreach.store.postgresql.database import PostgreSQL

    return PostgreSQL(path, url, pace)
