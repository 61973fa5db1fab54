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
from outreach.store.pace import PACE, StorePace
from outreach.store.sqlite.backup import backup, is_damaged, put_back, rebuild
from outreach.store.sqlite.engine import as_store_error, code_of, read_engine, write_engine
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
    pace: StorePace = PACE
    ending: ClassVar[str] = ".db"
    shared: ClassVar[bool] = False
    name: ClassVar[str] = "sqlite"

    def bells(self, vigil: Vigil) -> Bells:
        """Bells of this process: there is no other server, and so no thread of theirs."""
        return Bells()

    def writer(self, clock: Callable[[], datetime], bells: Bells, vigil: Vigil) -> Writer:
        """Start the one writer."""
        engine = write_engine(self.path, self.pace)
        return Writer(engine, clock, self.path.with_name(ERASED), bells, vigil, self.pace.group)

    def read_engine(self, connections: int) -> Engine:
        """Make the engine of the readers."""
        return read_engine(self.path, connections, self.pace)

    def retrying(self, look: Callable[[], R]) -> R:
        """Run it once: a file does not go away."""
        try:
            return look()
        except DBAPIError as error:
            # a rule that writes was run as one that only reads
            if code_of(error.orig) == sqlite3.SQLITE_READONLY:
                raise
            raise as_store_error(error) from error.__cause__

    @property
    def replaced_path(self) -> Path:
        """Where the database is kept that a backup replaced."""
        return self.path.with_name(f"{self.path.name}.replaced")

    def exists(self) -> bool:
        """Return True if there is a file."""
        return self.path.exists()

    def version(self) -> tuple[int, ...]:
        """Return the version of SQLite."""
        return sqlite3.sqlite_version_info

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """Open a connection outside the store; if there was no file, this makes an empty one."""
        engine = write_engine(self.path, self.pace)
        try:
            with engine.connect() as connection:
                yield connection
        finally:
            engine.dispose()

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Open the one connection that may migrate; all steps are stored or none.

        Foreign keys are off, as SQLite's own procedure for rebuilding a table asks: otherwise
        dropping the old table would delete the rows that point to it. They cannot be switched off
        within a transaction. Raises StepBreaks if a row points to a row that is gone.
        """
        with self.connect() as connection:
            raw = connection.connection.dbapi_connection
            if raw is not None:
                raw.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                yield connection
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                if broken is not None:
                    raise StepBreaks(f"{broken[0]} {broken[1]} → {broken[2]}")

    def copy_before_migration(self, name: str) -> None:
        """Copy the database as it is, before a migration."""
        backup(self.path, self.path.with_name(f"{self.path.stem}-{name}.db"))

    def back_up(self, to: Path) -> None:
        """Copy the database to a file; it appears whole or not at all."""
        backup(self.path, to)

    def put_back(self, file: Path, mend: Callable[[Connection], R]) -> R:
        """Replace the database by a backup: a copy is mended aside, and then takes its place."""
        aside = self.path.with_name("restoring")
        rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        try:
            copy = SQLite(aside / self.path.name)
            put_back(file, copy.path)
            with copy.migrating() as connection:
                mended = mend(connection)
            rebuild(copy.path)
            put_back(copy.path, self.path)
        finally:
            rmtree(aside)
        return mended

    def wipe(self, done: list[str], stop: Event) -> Iterator[Portion]:
        """Wipe what was erased from the file and its log; a sweep cut short starts again."""
        return wipe_file(self.path, stop, self.pace.sweep)

    def encoding(self) -> str:
        """A file is made by us."""
        return "UTF8"

    def rights_problem(self) -> str | None:
        """A file that we can write is ours."""
        return None

    def notices_damage(self) -> bool:
        """A file is checked, no matter what it says about itself."""
        return True

    def is_damaged(self, seconds: float) -> bool:
        """Look through the file beside the writer; return True if it is damaged."""
        return is_damaged(self.path, seconds)

    def spots(self, seconds: float) -> Iterator[Spot]:
        """Look through the values for at most so long; yield those that cannot be read."""
        return unreadable(self.path, seconds)

    def problem(self) -> str | None:
        """Return what SQLite finds wrong with the file, a word for it first, or None."""
        try:
            with closing(sqlite3.connect(self.path.as_uri() + "?mode=ro", uri=True)) as database:
                said = str(database.execute("PRAGMA quick_check").fetchone()[0])
                orphan = database.execute("PRAGMA foreign_key_check").fetchone()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            # Python's own error, for a damaged name of a table, has no code.
            code = getattr(error, "sqlite_errorname", "SQLITE_CORRUPT")
            return "-".join(code.split("_")[:2]).lower()
        if said != "ok":
            return f"sqlite-corrupt {said}"
        return None if orphan is None else f"orphan {orphan[0]} {orphan[1]}"
