"""Migrations of a PostgreSQL database: all steps or none, and one process at a time."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from outreach.store.database import database
from outreach.store.errors import DatabaseNewer
from outreach.store.migrate import migrate, newest, present
from outreach.store.store import Store
from tests.databases import Server, url_of
from tests.outreach.store.conftest import SLOW_STEP

pytestmark = pytest.mark.postgresql
MIGRATE = """
import sys
from pathlib import Path
from outreach.store.migrate import migrate
print("begun", flush=True)
print(migrate(Path("x"), sys.argv[1]))
"""


@pytest.fixture
def fresh(server: Server) -> Iterator[str]:
    url = server.empty()
    yield url
    server.drop(url)


def step(url: str) -> str | None:
    with database(Path("x"), url).connect() as connection:
        return present(connection)


def test_migrate_makes_a_fresh_database(fresh: str) -> None:
    assert [migrate(Path("x"), fresh) for _ in range(2)] == [True, False]
    assert step(fresh) == newest()


def test_processes_that_start_together_migrate_once(fresh: str) -> None:
    command = [sys.executable, "-c", MIGRATE, fresh]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = [process.communicate(timeout=60)[0].split()[0] for process in processes]

    assert said == ["begun"] * 3
    assert [process.returncode for process in processes] == [0] * 3
    assert step(fresh) == newest()


def test_migration_waits_for_the_one_under_way(fresh: str) -> None:
    with database(Path("x"), fresh).migrating() as connection:
        connection.exec_driver_sql("CREATE TABLE under_way (id int)")
        with subprocess.Popen(
            [sys.executable, "-c", MIGRATE, fresh], stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "begun\n"
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(1)
            connection.exec_driver_sql("DROP TABLE under_way")
            connection.commit()
            assert process.stdout.read() == "True\n"


def test_killed_migration_can_be_run_again(fresh: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW_STEP, "x", fresh], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half-way\n"
        process.send_signal(signal.SIGKILL)

    assert step(fresh) is None
    assert migrate(Path("x"), fresh) is True
    assert step(fresh) == newest()


def test_newer_database_is_refused_and_left_alone(store: Store) -> None:
    with psycopg.connect(url_of(store), autocommit=True) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(DatabaseNewer, match="newer Kansenbode"):
        migrate(store.path, url_of(store))

    assert step(url_of(store)) == "9999"
