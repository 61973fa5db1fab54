"""What a program loads for a command: the libraries of other commands are not loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from outreach.store.migrate import migrate

ROOT = Path(__file__).parent.parent
PROGRAM = """
import sys
from main import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(*sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
"""
SERVING = {
    "aiohttp",
    "alembic",
    "apscheduler",
    "jinja2",
    "phonenumbers",
    "structlog",
    "telegram",
    "typst",
    "uvloop",
}
"""Libraries that no listing has a use for."""
LOOKING = {"psycopg", "pydantic", "pydantic_settings", "sqlalchemy", "sqlmodel"}
"""Those that a help text has no use for either."""


def loaded(folder: Path, *words: str) -> set[str]:
    """The packages that a program has loaded when it ends."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("KANSENBODE_")
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        env=environment | {"PYTHONPATH": str(ROOT), "KANSENBODE_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    migrate(tmp_path / "kansenbode.db")
    return tmp_path


@pytest.mark.parametrize("words", [("--help",), ("--language", "en", "--help"), ("--version",)])
def test_help_loads_neither_a_database_nor_a_server(folder: Path, words: tuple[str, ...]) -> None:
    there = loaded(folder, *words)

    assert there & (SERVING | LOOKING | {"bot"}) == set()


def test_search_loads_neither_a_server_nor_what_makes_a_database(folder: Path) -> None:
    there = loaded(folder, "find", "groen")

    assert there & (SERVING | {"bot"}) == set()


@pytest.mark.parametrize(
    "thing", ["opportunities", "interests", "questions", "campaign", "venues", "staff"]
)
def test_listing_loads_neither_a_server_nor_what_makes_a_database(folder: Path, thing: str) -> None:
    there = loaded(folder, thing, "list")

    assert there & (SERVING | {"bot"}) == set()
