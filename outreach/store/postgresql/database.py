"""A store on a PostgreSQL server: for any number of servers of ours."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import ClassVar, TypeVar

import psycopg
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DBAPIError

from outreach.store.bells import Bells
from outreach.store.erased import ERASED
from outreach.store.errors import BackupFailed, DatabaseAway, NotWiped, StoreDamaged, ToolOlder
from outreach.store.pace import PACE, StorePace
from outreach.store.postgresql.backup import dump, put_dump_back, tool_version
from outreach.store.postgresql.engine import (
    DAMAGED,
    away,
    driver_address,
    read_engine,
    went_away,
    write_engine,
)
from outreach.store.postgresql.notify import Wire
from outreach.store.postgresql.wipe import wipe_server
from outreach.store.postgresql.writer import THREADS, Pool
from outreach.store.sqlite.spots import Spot
from outreach.store.unwiped import Unwiped
from outreach.store.vigil import Vigil
from outreach.store.wipe import Portion, wipe

R = TypeVar("R")
FOUND_LATELY = """
SELECT checksum_last_failure > now() - interval '1 day' FROM pg_stat_database WHERE datname =
current_database()
"""
CHECKSUMS = "SHOW data_checksums"
PAUSE_SECONDS = 0.1
MIGRATING = 6_201_826_447
"""The number of the advisory lock behind which one process migrates, and the others wait."""
RIGHTS = """
SELECT CASE WHEN NOT pg_has_role(current_user, datdba, 'USAGE') THEN 'owner'
            WHEN NOT pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') THEN 'blind'
            WHEN rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls THEN
            'mighty' END
FROM pg_database, pg_roles WHERE datname = current_database() AND rolname = current_user
"""


@dataclass(frozen=True, slots=True)
class PostgreSQL:
    """A database on a server. `path` is where the file would be: the list of forgotten
    persons stands beside it.
    """

    path: Path
    url: str = field(repr=False)
    pace: StorePace = PACE
    ending: ClassVar[str] = ".dump"
    shared: ClassVar[bool] = True
    name: ClassVar[str] = "postgresql"

    def bells(self, vigil: Vigil) -> Bells:
        """Bells that ring in every process."""
        return Bells(Wire(driver_address(self.url), vigil, self.pace))

    def writer(self, clock: Callable[[], datetime], bells: Bells, vigil: Vigil) -> Pool:
        """Start the writers; a pool of threads keeps itself going."""
        engine = write_engine(self.url, THREADS)
        return Pool(engine, clock, self.path.with_name(ERASED), bells, vigil, self.pace)

    def read_engine(self, connections: int) -> Engine:
        """Make the engine of the readers."""
        return read_engine(self.url, connections)

    def retrying(self, look: Callable[[], R]) -> R:
        """Run it again until the server is back, but not for long; raises DatabaseAway."""
        until = time.monotonic() + self.pace.look
        while True:
            try:
                with _reached():
                    return look()
            except DatabaseAway:
                if time.monotonic() > until:
                    raise
            time.sleep(PAUSE_SECONDS)

    @property
    def replaced_path(self) -> Path:
        """Where a dump of the database is kept that a backup replaced."""
        return self.path.with_name(f"{self.path.stem}.dump.replaced")

    def exists(self) -> bool:
        """There is one, even if empty; whether it can be reached is another matter."""
        return True

    def version(self) -> tuple[int, ...]:
        """Return the version of the server."""
        with self.connect() as connection:
            said = str(connection.exec_driver_sql("SHOW server_version").scalar())
        return tuple(int(part) for part in said.split()[0].split("."))

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """Open a connection outside the store."""
        with _reached(), _opened(self.url) as connection:
            yield connection

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Open the one connection that may migrate; another process waits meanwhile.

        All steps are stored or none.
        """
        with _reached(), _opened(self.url) as connection, connection.begin():
            connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (MIGRATING,))
            yield connection

    def copy_before_migration(self, name: str) -> None:
        """Copy nothing: the steps are one transaction, and copies are the server's own business."""

    def back_up(self, to: Path) -> None:
        """Copy the database to a file by pg_dump; it appears whole or not at all."""
        try:
            dump(self.url, to)
        except BackupFailed:
            # raises DatabaseAway, if that is the reason
            server, *_ = self.version()
            if tool_version() < server:
                raise ToolOlder from None
            raise

    def put_back(self, file: Path, mend: Callable[[Connection], R]) -> R:
        """Replace all tables by a backup in one transaction; what was there is kept as a dump."""
        # the backup may be what was kept the last time
        before = self.replaced_path.with_name(f"{self.replaced_path.name}.new")
        with self.connect() as connection:
            filled = inspect(connection).has_table("opportunity")
        if filled:
            dump(self.url, before)
        try:
            with self.migrating() as connection:
                put_dump_back(connection, file)
                mended = mend(connection)
                Unwiped(self.path.parent).mark(datetime.now(UTC))
            if filled:
                before.replace(self.replaced_path)
        finally:
            before.unlink(missing_ok=True)
        # otherwise the marks stay, and the clockwork wipes it
        with suppress(NotWiped):
            wipe(self, self.path.parent, partial(datetime.now, UTC), Event())
        return mended

    def wipe(self, done: list[str], stop: Event) -> Iterator[Portion]:
        """Wipe what was erased from the files of the tables that are not done."""
        return wipe_server(driver_address(self.url), done, stop, self.pace)

    def encoding(self) -> str:
        """Return how the database stores letters."""
        try:
            with psycopg.connect(driver_address(self.url), client_encoding="utf8") as connection:
                return connection.info.parameter_status("server_encoding") or ""
        except psycopg.OperationalError as error:
            raise away(error) from None

    def rights_problem(self) -> str | None:
        """Return a word for what is wrong with the rights of our user, or None.

        `owner`: only the owner of the database may rewrite the samples that the server keeps of our
        tables. `blind`: without seeing which rows other connections still look at, nobody knows
        that these rows are wiped. `mighty`: the user has more rights than it needs.
        """
        with self.connect() as connection:
            found = connection.exec_driver_sql(RIGHTS).scalar()
        return None if found is None else str(found)

    def notices_damage(self) -> bool:
        """Return True if the server can know a damaged page: it has to keep checksums."""
        with self.connect() as connection:
            return connection.exec_driver_sql(CHECKSUMS).scalar() == "on"

    def is_damaged(self, seconds: float) -> bool:
        """Return True if the server lately met a page of ours whose checksum is wrong."""
        with self.connect() as connection:
            return bool(connection.exec_driver_sql(FOUND_LATELY).scalar())

    def spots(self, seconds: float) -> Iterator[Spot]:
        """Yield nothing: a server refuses a value of another type than its column."""
        return iter(())

    def problem(self) -> str | None:
        """Return a word for why the server cannot be reached, or None."""
        try:
            self.version()
        except DatabaseAway as error:
            return " ".join(map(str, error.args)) or "databaseaway"
        return None


@contextmanager
def _opened(url: str) -> Iterator[Connection]:
    engine = write_engine(url, 1)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def _reached() -> Iterator[None]:
    """Raise DatabaseAway, which names no address, if the server cannot be reached."""
    try:
        yield
    except DBAPIError as error:
        if went_away(error.orig):
            raise away(error.orig) from None
        if getattr(error.orig, "sqlstate", None) in DAMAGED:
            raise StoreDamaged from None
        raise
