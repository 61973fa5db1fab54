"""A PostgreSQL backup by its own programs is made and restored whole or not at all."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.store.database import database
from outreach.store.errors import DatabaseAway, DatabaseInUse, NotABackup, ToolMissing
from outreach.store.migrate import take_steps
from outreach.store.postgresql.backup import can_dump
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.conftest import Dump
from tests.databases import Server, reopened, url_of
from tests.outreach.store.conftest import Rule
from tests.statements import run_sql

pytestmark = pytest.mark.postgresql
TOLD = """#!/bin/sh
echo "$@" > {folder}/told
file=$(echo "$*" | sed 's/.*passfile=\\([^& ]*\\).*/\\1/; s/%2F/\\//g')
stat -c %a "$file" > {folder}/secret
cat "$file" >> {folder}/secret
exit 1
"""


@pytest.fixture
def dumped(store: Store, note: Callable[[int], Rule], tmp_path: Path) -> Path:
    """A backup with one event in it, and an odd one: what is between, and what came after."""
    store.run(note(1), NOBODY)
    run_sql(store, ODD, {"words": WORDS})
    store.database.back_up(tmp_path / "b.dump")
    store.run(note(2), NOBODY)
    store.close()
    return tmp_path / "b.dump"


WORDS = "\\.\nCOPY x FROM stdin;\t-- \\N é \"';\n\\."
ODD = "INSERT INTO staff (email, name, role) VALUES ('a@waterdam.example', :words, 'editor')"


def test_backup_puts_everything_back(
    store: Store,
    dumped: Path,
    numbers: Callable[[Store | Path], list[int]],
    dump: Callable[[Store], Dump],
) -> None:
    assert store.database.put_back(dumped, lambda connection: "mended") == "mended"

    with reopened(store) as restored:
        assert numbers(restored) == [1]
        assert [row["name"] for row in dump(restored)["staff"]] == [WORDS]


def test_numbers_go_on_after_the_last_one_of_the_backup(
    store: Store, dumped: Path, note: Callable[[int], Rule], dump: Callable[[Store], Dump]
) -> None:
    store.database.put_back(dumped, take_steps)

    with reopened(store) as restored:
        restored.run(note(3), NOBODY)
        assert [row["id"] for row in dump(restored)["event"]] == [1, 2]


def test_backup_fits_an_empty_database(
    store: Store, dumped: Path, server: Server, numbers: Callable[[Store | Path], list[int]]
) -> None:
    url = server.empty()

    database(store.path, url).put_back(dumped, take_steps)

    with Store(store.path, url=url) as restored:
        assert numbers(restored) == [1]
    server.drop(url)


def test_what_was_there_is_kept(
    store: Store, dumped: Path, numbers: Callable[[Store | Path], list[int]]
) -> None:
    store.database.put_back(dumped, take_steps)
    store.database.put_back(store.database.replaced_path, take_steps)

    with reopened(store) as restored:
        assert numbers(restored) == [1, 2]


def test_mending_that_fails_leaves_what_was_there(
    store: Store, dumped: Path, numbers: Callable[[Store | Path], list[int]]
) -> None:
    def fail(connection: object) -> None:
        raise OSError("the plug was pulled")

    with pytest.raises(OSError, match="plug"):
        store.database.put_back(dumped, fail)

    with reopened(store) as kept:
        assert numbers(kept) == [1, 2]


@pytest.mark.parametrize("cut", [0, 100, -200])
def test_broken_backup_is_refused_and_nothing_changes(
    store: Store, dumped: Path, numbers: Callable[[Store | Path], list[int]], cut: int
) -> None:
    dumped.write_bytes(dumped.read_bytes()[:cut])

    with pytest.raises(NotABackup):
        store.database.put_back(dumped, take_steps)

    with reopened(store) as kept:
        assert numbers(kept) == [1, 2]


def test_backup_is_not_put_back_while_others_are_connected(
    store: Store,
    dumped: Path,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
) -> None:
    with reopened(store) as serving:
        serving.run(note(3), NOBODY)

        with pytest.raises(DatabaseInUse):
            store.database.put_back(dumped, take_steps)

        assert numbers(serving) == [1, 2, 3]


def test_password_stays_out_of_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pg_dump").write_text(TOLD.format(folder=tmp_path))
    (tmp_path / "pg_dump").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    with pytest.raises(DatabaseAway) as error:
        database(tmp_path / "x.db", "postgresql://kees:Geheim%3A%20woord@127.0.0.1:1/w").back_up(
            tmp_path / "b.dump"
        )

    assert "Geheim" not in (tmp_path / "told").read_text() + str(error.value)
    assert (tmp_path / "secret").read_text() == "600\n*:*:*:*:Geheim\\: woord"
    assert not (tmp_path / "b.dump").exists()


def test_missing_program_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not can_dump()
    with pytest.raises(ToolMissing, match="pg_dump"):
        database(tmp_path / "x.db", "postgresql://127.0.0.1:1/w").back_up(tmp_path / "b.dump")


def test_backup_of_a_server_that_is_away_says_so(store: Store, tmp_path: Path) -> None:
    with pytest.raises(DatabaseAway):
        database(tmp_path / "x.db", url_of(store).replace("?host=", "?host=/nowhere")).back_up(
            tmp_path / "b.dump"
        )

    assert [file.name for file in tmp_path.iterdir() if "dump" in file.name] == []
