"""Steps are taken all or none, behind a backup; a database of a newer program is left alone."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlmodel import SQLModel

from outreach.store.errors import DatabaseNewer, DatabaseUnreleased, StepBreaks
from outreach.store.migrate import STEPS, migrate, newest, present
from outreach.store.sqlite.engine import write_engine
from tests.outreach.store.conftest import SLOW_STEP

LATER_STEP = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9000_later", "{before}", None, None

def upgrade():
    {deed}
"""
MAKE = 'op.create_table("later", sa.Column("id", sa.Integer, primary_key=True))'
REBUILD = """with op.batch_alter_table("party", recreate="always") as party:
        party.alter_column("kind", existing_type=sa.String(), nullable=True)"""


def test_migrate_makes_a_fresh_database(tmp_path: Path) -> None:
    path = tmp_path / "kansenbode.db"

    assert migrate(path) is True
    assert _step(path) == newest()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["kansenbode.db"]


def test_migrate_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kansenbode.db"
    migrate(path)
    before = path.read_bytes()

    assert migrate(path) is False
    assert path.read_bytes() == before


def test_killed_first_start_can_be_run_again(tmp_path: Path) -> None:
    path = tmp_path / "kansenbode.db"
    with subprocess.Popen(
        [sys.executable, "-c", SLOW_STEP, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half-way\n"
        process.send_signal(signal.SIGKILL)

    assert path.exists()
    assert _step(path) is None
    assert migrate(path) is True
    assert _step(path) == newest()


def test_failing_step_leaves_the_older_database_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = _step(older)

    def fail(config: Config, revision: str) -> None:
        upgrade(config, revision)
        raise OSError("the plug was pulled")

    upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", fail)

    with pytest.raises(OSError, match="plug"):
        migrate(older, steps=older.with_name("steps"))

    assert _step(older) == step
    monkeypatch.setattr(command, "upgrade", upgrade)
    assert migrate(older, steps=older.with_name("steps")) is True
    assert _step(older) == "9000_later"


def test_older_database_is_backed_up_first(older: Path) -> None:
    with closing(sqlite3.connect(older, isolation_level=None)) as database:
        database.execute(
            "INSERT INTO staff (email, name, role) VALUES ('nadia@waterdam.example', 'Nadia', "
            "'editor')"
        )

    step = _step(older)

    migrate(older, steps=older.with_name("steps"))

    kept = older.with_name("kansenbode-before-9000_later.db")
    with closing(sqlite3.connect(kept)) as database:
        assert database.execute("SELECT name FROM staff").fetchall() == [("Nadia",)]
    assert _step(kept) == step


def test_newer_database_is_refused_and_left_alone(tmp_path: Path, empty_database: Path) -> None:
    path = tmp_path / "kansenbode.db"
    path.write_bytes(empty_database.read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(DatabaseNewer, match="newer Kansenbode"):
        migrate(path)

    assert _step(path) == "9999"


@pytest.mark.parametrize("step", ["0001", "0024"])
def test_database_of_before_the_first_release_is_refused_with_advice(
    tmp_path: Path, empty_database: Path, step: str
) -> None:
    path = tmp_path / "kansenbode.db"
    path.write_bytes(empty_database.read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE alembic_version SET version_num = ?", (step,))

    with pytest.raises(DatabaseUnreleased, match="start with another data folder"):
        migrate(path)

    assert _step(path) == step
    assert [file.name for file in tmp_path.iterdir()] == ["kansenbode.db"]


def test_name_of_every_step_fits_in_the_table_of_steps() -> None:
    names = [file.stem for file in STEPS.glob("versions/[0-9]*.py")]

    assert [name for name in names if len(name) > 32] == []


def test_step_that_rebuilds_a_table_keeps_what_points_to_it(
    older: Path, later: Callable[[str], None]
) -> None:
    with closing(sqlite3.connect(older, isolation_level=None)) as database:
        database.execute(
            "INSERT INTO party (id, kind, name, created_at) VALUES (7, 'firm', 'Bos', '2026-11-02')"
        )
        database.execute(
            "INSERT INTO person (id, language, themes, created_at) VALUES (9, 'nl', '[]', "
            "'2026-11-02')"
        )
        database.execute(
            "INSERT INTO membership (party_id, person_id, joined_at) VALUES (7, 9, '2026-11-02')"
        )
    later(REBUILD)

    migrate(older, steps=older.with_name("steps"))

    with closing(sqlite3.connect(older)) as database:
        assert database.execute("SELECT party_id, person_id FROM membership").fetchall() == [(7, 9)]
        assert database.execute("SELECT name, kind FROM party").fetchall() == [("Bos", "firm")]


def test_step_that_leaves_a_row_without_its_other_row_is_refused(
    older: Path, later: Callable[[str], None]
) -> None:
    step = _step(older)
    later(
        "op.execute('INSERT INTO membership (party_id, person_id, joined_at) "
        """VALUES (98, 99, "2026-11-02")')"""
    )

    with pytest.raises(StepBreaks, match="membership 1"):
        migrate(older, steps=older.with_name("steps"))

    assert _step(older) == step
    with closing(sqlite3.connect(older)) as database:
        assert database.execute("SELECT count(*) FROM membership").fetchone() == (0,)


def test_every_table_with_numbers_never_gives_one_out_twice(empty_database: Path) -> None:
    tables = SQLModel.metadata.tables.items()
    numbered = {name for name, table in tables if table.dialect_options["sqlite"]["autoincrement"]}
    with closing(sqlite3.connect(empty_database)) as database:
        made = database.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"
        ).fetchall()

    assert {name for (name,) in made} == numbered


def test_folder_with_odd_signs_can_be_migrated(tmp_path: Path) -> None:
    path = tmp_path / "map #1 100%?" / "kansenbode.db"
    path.parent.mkdir()

    assert migrate(path) is True
    assert path.exists()


@pytest.fixture
def later(older: Path, tmp_path: Path) -> Callable[[str], None]:
    """Let the step that the older database lacks do something else."""
    file = tmp_path / "steps" / "versions" / "9000_later.py"

    def write(deed: str) -> None:
        file.write_text(LATER_STEP.format(before=newest(), deed=deed))

    return write


@pytest.fixture
def older(tmp_path: Path, empty_database: Path) -> Path:
    """A database that lacks a step: beside it are the real steps and one after them."""
    steps = tmp_path / "steps"
    (steps / "versions").mkdir(parents=True)
    for file in [*STEPS.glob("*.py"), *STEPS.glob("versions/*.py"), *STEPS.glob("*.mako")]:
        (steps / file.relative_to(STEPS)).write_text(file.read_text())
    (steps / "versions" / "9000_later.py").write_text(LATER_STEP.format(before=newest(), deed=MAKE))
    path = tmp_path / "kansenbode.db"
    path.write_bytes(empty_database.read_bytes())
    return path


def _step(path: Path) -> str | None:
    engine = write_engine(path)
    with engine.connect() as connection:
        step = present(connection)
    engine.dispose()
    return step
