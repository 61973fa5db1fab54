"""A store on a fresh database, with a clock that moves only when a test says so.

The tests of the rooms in `ON_BOTH` run on SQLite and on PostgreSQL, unless they are marked
as being about one of them.
"""

import asyncio
import importlib
import os
import pkgutil
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import suppress
from datetime import time
from pathlib import Path
from threading import Event
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
import uvloop
from hypothesis import settings
from sqlalchemy import inspect
from sqlmodel import SQLModel

import outreach
from content.log import GATE
from outreach.delivery.quiet import Quiet
from outreach.opportunities.edit import find_by_tender_id
from outreach.opportunities.samples import add_samples
from outreach.store.pace import StorePace
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.store.wipe import wipe
from tests.botapi.rates import Rates
from tests.botapi.server import BotApi
from tests.clock import Clock
from tests.databases import Databases, Files, Server, started_server
from tests.statements import run_sql

LOUD = Quiet(ZoneInfo("UTC"), time(0), time(0), days=False)
"""No quiet hours at all."""
REFUSING = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = 'data_exception'; END $$;
CREATE TRIGGER refuse BEFORE {on} ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION refuse();
"""
TESTS = Path(__file__).parent
ON_BOTH = (
    "outreach/store",
    "outreach/staff",
    "outreach/opportunities",
    "outreach/parties",
    "outreach/interests",
    "outreach/meetings",
    "outreach/mailboxes",
    "outreach/receipts",
    "outreach/subscriptions",
    "outreach/attachments",
    "outreach/reports",
    "outreach/venues",
    "outreach/conversations",
    "outreach/talks",
    "outreach/campaigns",
    "outreach/delivery",
    "outreach/privacy",
    "outreach/tasks",
    "outreach/lookup",
    "bot/dialogues",
)
Dump = dict[str, list[dict[str, Any]]]
SQLITE, POSTGRESQL = "sqlite", "postgresql"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "sqlite: about SQLite itself, so it runs on that alone")
    config.addinivalue_line(
        "markers", "postgresql: about PostgreSQL itself, so it runs on that alone"
    )
    config.addinivalue_line("markers", "both_loops: about connections, so it runs on both loops")
    for module in pkgutil.walk_packages(outreach.__path__, "outreach."):
        if ".migrations" not in module.name:
            # so that every table is known, no matter what a test imports
            importlib.import_module(module.name)
    # How long an example takes tells of the machine, not of us.
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what touches a database on each kind that it is meant for."""
    if "base" not in metafunc.fixturenames:
        return
    marks = {mark.name for mark in metafunc.definition.iter_markers()}
    room = metafunc.definition.path.relative_to(TESTS).as_posix()
    both = room.startswith(ON_BOTH)
    bases = [base for base in (SQLITE, POSTGRESQL) if base in marks] or [
        SQLITE,
        *[POSTGRESQL] * both,
    ]
    metafunc.parametrize("base", bases, indirect=True)


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """The loops that a test runs on: an installation may have extras, or not."""
    if item.get_closest_marker("both_loops") is None:
        return {"asyncio": asyncio.new_event_loop}
    return {"asyncio": asyncio.new_event_loop, "uvloop": uvloop.new_event_loop}


@pytest.fixture(autouse=True)
def _speaking() -> None:
    """Let the log say in each test what it said too often in the one before."""
    GATE.sum_up()


@pytest.fixture
def base(request: pytest.FixtureRequest) -> str:
    """The kind of database of this test."""
    base: str = request.param
    return base


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """SQLite databases."""
    return Files(tmp_path_factory.mktemp("files"))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A real PostgreSQL, started once."""
    with started_server() as server:
        yield server


@pytest.fixture
def databases(
    request: pytest.FixtureRequest, base: str, monkeypatch: pytest.MonkeyPatch
) -> Databases:
    """The source of this test's databases."""
    if base == SQLITE:
        files: Files = request.getfixturevalue("files")
        return files
    server: Server = request.getfixturevalue("server")
    # pg_dump of the same version
    monkeypatch.setenv("PATH", f"{server.programs}:{os.environ['PATH']}")
    return server


@pytest_asyncio.fixture
async def botapi(clock: Clock) -> AsyncIterator[BotApi]:
    """A Bot API server on a free port with Telegram's documented rates, on the test's clock.

    Each thing that somebody does there takes a second.
    """
    rates = Rates(now=lambda: clock().timestamp())
    async with BotApi(rates=rates, passes=lambda: clock.passes(seconds=1)) as server:
        yield server


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_database(files: Files) -> Path:
    """A migrated SQLite file, made once: tests copy it."""
    return files.model("empty")


@pytest.fixture(scope="session")
def waterdam_database(files: Files) -> Path:
    """A SQLite file with the demo municipality in it, made once: tests copy it."""
    return files.model("waterdam", add_waterdam)


@pytest.fixture
def store_pace() -> StorePace:
    """How long the stores wait for others; a test may hand in another one."""
    return StorePace()


@pytest.fixture
def store(
    tmp_path: Path, databases: Databases, clock: Clock, store_pace: StorePace
) -> Iterator[Store]:
    path = tmp_path / "kansenbode.db"
    url = databases.copy(path, "empty")
    with Store(path, clock, url=url, pace=store_pace) as store:
        yield store
    databases.drop(url)


@pytest.fixture
def waterdam(
    tmp_path: Path, databases: Databases, clock: Clock, store_pace: StorePace
) -> Iterator[Store]:
    """A store with the demo municipality in it."""
    path = tmp_path / "kansenbode.db"
    url = databases.copy(path, "waterdam", add_waterdam)
    with Store(path, clock, url=url, pace=store_pace) as store:
        yield store
    databases.drop(url)


@pytest.fixture
def strip(waterdam: Store) -> int:
    """The opportunity in which neighbours look after the green strip in the Lindenstraat."""
    found = waterdam.look(find_by_tender_id, tender_id="WD-2026-01")
    assert found is not None
    return found


@pytest.fixture
def stored(databases: Databases) -> Callable[[Store, str], list[tuple[Any, ...]]]:
    """`stored(store, "SELECT …")`: what stands in the tables, as another program sees it."""
    return databases.rows


@pytest.fixture
def change() -> Callable[..., None]:
    """`change(store, "UPDATE …", name=value)`: change rows past all rules."""

    def run(store: Store, statement: str, **values: object) -> None:
        run_sql(store, statement, values)

    return run


@pytest.fixture
def refuse(base: str) -> Callable[..., None]:
    """`refuse(store, table, condition on NEW)`: let the database refuse some rows each time."""

    def make(store: Store, table: str, when: str, on: str = "INSERT") -> None:
        statement = (
            REFUSING.format(table=table, when=when, on=on)
            if base == POSTGRESQL
            else (
                f"CREATE TRIGGER refuse BEFORE {on} ON {table} WHEN {when} BEGIN SELECT "
                f"RAISE(ABORT, 'refused'); END"
            )
        )
        run_sql(store, statement)

    return make


@pytest.fixture
def allow(base: str, change: Callable[..., None]) -> Callable[[Store, str], None]:
    """`allow(store, table)`: let the database take what `refuse` refused."""
    return lambda store, table: change(
        store, "DROP TRIGGER refuse" + (f" ON {table}" if base == POSTGRESQL else "")
    )


@pytest.fixture
def dump() -> Callable[[Store], Dump]:
    """Every row of every table, by table."""

    def read(store: Store) -> Dump:
        return store.look(lambda unit: {name: list(_all(unit, name)) for name in tables(unit)})

    return read


@pytest.fixture
def raw(databases: Databases) -> Callable[[Store], str]:
    """Every byte of a store's files, and of the list of forgotten persons, as text."""

    def read(store: Store) -> str:
        found = b""
        for file in databases.files_of(store):
            # a running server puts new files in the place of old ones
            with suppress(FileNotFoundError):
                found += file.read_bytes()
        return found.decode("latin-1")

    return read


@pytest.fixture
def wiped() -> Callable[[Store], bool]:
    """`wiped(store)`: wipe what was erased, as the night does; return True if anything was."""
    return lambda store: wipe(store.database, store.path.parent, store.clock, Event())


def tables(unit: Unit) -> list[str]:
    """The names of our tables, as the database has them."""
    return sorted(set(inspect(unit.connection).get_table_names()) - {"alembic_version"})


def _all(unit: Unit, name: str) -> Iterator[dict[str, Any]]:
    table = SQLModel.metadata.tables[name]
    for row in unit.connection.execute(table.select().order_by(*table.primary_key)):
        yield dict(row._mapping)


def add_waterdam(store: Store) -> None:
    """Put the demo municipality into a store."""
    store.run(add_samples, NOBODY, ocid_prefix="ocds-xxxxxx", zone=ZoneInfo("Europe/Amsterdam"))
