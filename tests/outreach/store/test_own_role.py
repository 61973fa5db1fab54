"""A user that only owns its database is enough for all that we do, and sees who reads."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from outreach.parties.person import meet
from outreach.privacy.forget import forget_person
from outreach.privacy.restore import restore
from outreach.store.database import database
from outreach.store.errors import NotWiped
from outreach.store.migrate import migrate
from outreach.store.pace import StorePace
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK
from tests.databases import Server
from tests.statements import run_sql

pytestmark = pytest.mark.postgresql
SCRIPT = Path(__file__).parents[3] / "docs" / "deploy" / "database.sql"
NAME = "own_role"
SECRET = "it's \\ a secret"


@pytest.fixture
def url(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """What the script makes, under a name of its own, as the image of compose.yaml runs it."""
    monkeypatch.setenv("PATH", f"{server.programs}:{os.environ['PATH']}")
    script, secret = tmp_path / "database.sql", tmp_path / "a secret"
    script.write_text(SCRIPT.read_text("utf-8").replace("kansenbode", NAME), "utf-8")
    secret.write_text(f"{SECRET}\n")
    subprocess.run(
        [
            "psql",
            "--no-psqlrc",
            "--quiet",
            "--set=ON_ERROR_STOP=1",
            f"--set=secret={secret}",
            f"--file={script}",
            server.address,
        ],
        check=True,
        timeout=60,
    )
    yield server.url(NAME).replace("postgresql://postgres", f"postgresql://{NAME}")
    server.execute(f"DROP DATABASE {NAME} WITH (FORCE)")
    server.execute(f"DROP ROLE {NAME}")


def bytes_of(server: Server) -> bytes:
    server.execute("CHECKPOINT")
    [(number,)] = server.execute("SELECT oid FROM pg_database WHERE datname = %s", NAME)
    return b"".join(
        file.read_bytes()
        for file in (server.folder / "base" / str(number)).iterdir()
        if file.exists()
    )


def test_everything_works_and_nothing_is_left_of_who_was_forgotten(
    url: str, server: Server, tmp_path: Path, wiped: Callable[[Store], bool]
) -> None:
    path = tmp_path / "kansenbode.db"
    migrate(path, url)
    with Store(path, url=url) as store:
        person, _ = store.run(
            meet, NOBODY, channel="web", external_id="WIEBELWORTEL", language="nl"
        )
        run_sql(store, "ANALYZE")
        store.database.back_up(tmp_path / "b.dump")
        before = b"WIEBELWORTEL" in bytes_of(server)
        store.run(forget_person, TICK, person=person)
        wiped(store)
        after = b"WIEBELWORTEL" in bytes_of(server)

    assert (before, after) == (True, False)
    assert restore(tmp_path / "b.dump", path, url) == 1
    assert database(path, url).rights_problem() is None


def test_wiping_waits_for_a_reader_that_is_not_ours(
    url: str,
    server: Server,
    tmp_path: Path,
    wiped: Callable[[Store], bool],
) -> None:
    path = tmp_path / "kansenbode.db"
    migrate(path, url)
    with Store(path, url=url, pace=StorePace(wipe_readers=0.05)) as store:
        person, _ = store.run(
            meet, NOBODY, channel="web", external_id="WIEBELWORTEL", language="nl"
        )
        with psycopg.connect(server.url(NAME)) as administrator:
            administrator.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            administrator.execute("SELECT count(*) FROM person").fetchone()
            store.run(forget_person, TICK, person=person)
            with pytest.raises(NotWiped) as told:
                wiped(store)
        done = wiped(store)

    assert (told.value.way, done) == ("reader", True)
    assert b"WIEBELWORTEL" not in bytes_of(server)


def test_its_user_can_do_nothing_else_at_the_server(url: str, server: Server) -> None:
    others = url.replace(f"/{NAME}?", "/postgres?")

    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(others)
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in (
            "CREATE ROLE another",
            "CREATE DATABASE another",
            "ALTER SYSTEM SET fsync = off",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement)
    found = server.execute(
        "SELECT rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = %s", NAME
    )
    assert found == [(False, False, False)]
