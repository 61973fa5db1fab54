"""A store in one SQLite file: the default, for one server."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import rmtree
from threading import Event
from typing import ClassVar, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from outreach.store.bells import Bells
from outreach.store.erased import ERASED
from outreach.store.errors import StepBreaks
from outreach.store.sqlite.backup import backup, is_damaged, put_back, rebuild
from outreach.store.sqlite.engine import code_of, read_engine, told, write_engine
from outreach.store.sqlite.spots import Spot, unreadable
from outreach.store.sqlite.wipe import wipe_file
from outreach.store.sqlite.writer import Writer
from outreach.store.vigil import Vigil
from outreach.store.wipe import Portion

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class SQLite:
    """One file, with its log and the list of forgotten persons beside it."""

    path: Path
    ending: ClassVar[str] = ".db"
    shared: ClassVar[bool] = False
    name: ClassVar[str] = "sqlite"

    def bells(self, vigil: Vigil) -> Bells:
        """Bells of this process: there is no other server, and so no thread of theirs."""
        return Bells()

    def writer(self, clock: Callable[[], datetime], bells: Bells, vigil: Vigil) -> Writer:
        """Start the one writer."""
        return Writer(write_engine(self.path), clock, self.path.with_name(ERASED), bells, vigil)

    def read_engine(self, connections: int) -> Engine:
        """Make the engine of the readers."""
        return read_engine(self.path, connections)

    def reading(self, look: Callable[[], R]) -> R:
        """Look once: a file does not go away."""
        try:
            return look()
        except DBAPIError as error:
            # a rule that writes was run as one that reads
            if code_of(error.orig) == sqlite3.SQLITE_READONLY:
                raise
            raise told(error) from error.__cause__

    @property
    def kept(self) -> Path:
        """Where the database that a backup took the place of is kept."""
        return self.path.with_name(f"{self.path.name}.replaced")

    def exists(self) -> bool:
        """Tell whether there is a file."""
        return self.path.exists()

    def version(self) -> tuple[int, ...]:
        """The version of SQLite."""
        return sqlite3.sqlite_version_info

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """Give a connection to look around with; where there was no file, an empty one."""
        engine = write_engine(self.path)
        with engine.connect() as connection:
            yield connection
        engine.dispose()

    @contextmanager
    def stepping(self) -> Iterator[Connection]:
        """Give a connection that alone may write, for the steps of a migration; all
        of them or none are stored.

        Foreign keys are off, as SQLite's own procedure for rebuilding a table asks: else dropping
        the old table takes along what points to it. That cannot be said within a transaction.
        Raises StepBreaks where a row has lost its other row.
        """
        engine = write_engine(self.path)
        with engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            if raw is not None:
                raw.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                yield connection
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                if broken is not None:
                    raise StepBreaks(f"{broken[0]} {broken[1]} → {broken[2]}")
        engine.dispose()

    def keep(self, name: str) -> None:
        """Keep a copy of the database as it is, before a migration."""
        backup(self.path, self.path.with_name(f"{self.path.stem}-{name}.db"))

    def back_up(self, to: Path) -> None:
        """Copy the database to a file; it appears whole or not at all."""
        backup(self.path, to)

    def put_back(self, file: Path, mend: Callable[[Connection], R]) -> R:
        """Put a backup in the place of the database; all is done on a copy aside, which
        takes its place at the end.
        """
        aside = self.path.with_name("restoring")
        rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        try:
            copy = SQLite(aside / self.path.name)
            put_back(file, copy.path)
            with copy.stepping() as connection:
                mended = mend(connection)
            rebuild(copy.path)
            put_back(copy.path, self.path)
        finally:
            rmtree(aside)
        return mended

    def wipe(self, done: list[str], stop: Event) -> Iterator[Portion]:
        """Wipe what was erased from the file and its log; a sweep that
        was cut short begins anew.
        """
        return wipe_file(self.path, stop)

    def encoding(self) -> str:
        """A file is made by us."""
        return "UTF8"

    def rights(self) -> str | None:
        """A file that we can write is ours."""
        return None

    def notices_damage(self) -> bool:
        """A file is looked through, whatever it says of itself."""
        return True

    def is_damaged(self, seconds: float) -> bool:
        """Look through the file, for so long at most, beside the writer; tell
        whether damage was found.
        """
        return is_damaged(self.path, seconds)

    def spots(self, seconds: float) -> Iterator[Spot]:
        """Look through the values, for so long at most; give those that cannot be read."""
        return unreadable(self.path, seconds)

    def trouble(self) -> str | None:
        """Say what SQLite itself finds wrong with the file, a word for it first, or None."""
        try:
            with closing(sqlite3.connect(self.path.as_uri() + "?mode=ro", uri=True)) as database:
                said = str(database.execute("PRAGMA quick_check").fetchone()[0])
                orphan = database.execute("PRAGMA foreign_key_check").fetchone()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            # Without a code where it is Python that cannot read what stands there: the name of a
            # table, damaged.
            code = getattr(error, "sqlite_errorname", "SQLITE_CORRUPT")
            return "-".join(code.split("_")[:2]).lower()
        if said != "ok":
            return f"sqlite-corrupt {said}"
        return None if orphan is None else f"orphan {orphan[0]} {orphan[1]}"
