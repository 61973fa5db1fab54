"""Wiping breaks no lock and loses no write, beside other threads and killed at any moment."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from outreach.store.errors import NotWiped
from outreach.store.sqlite import wipe
from outreach.store.sqlite.wipe_pages import wipe_pages
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.outreach.store.conftest import Rule
from tests.outreach.store.wiping import forgotten, sweep
from tests.statements import run_sql

__all__ = ["forgotten"]
pytestmark = pytest.mark.sqlite
WRITES = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], timeout=30, isolation_level=None)
database.execute("PRAGMA secure_delete=ON")
for number in range(int(sys.argv[2]), int(sys.argv[2]) + 1_000):
    database.execute("INSERT INTO tally VALUES (?, ?)", (number, "x" * (number * 37 % 3_000)))
    if number % 3 == 0:
        database.execute("UPDATE tally SET said = said || said WHERE number = ?", (number // 2,))
    print(number, flush=True)
"""
"""A program of its own that writes, and says what was taken."""
WIPES = """
import sys
from pathlib import Path
from threading import Event
from outreach.store.pace import SweepPace
from outreach.store.sqlite.wipe import wipe_file
print("begins", flush=True)
pace = SweepPace(batch=40_000, rest=0, tries=10_000, again=0)
for portion in wipe_file(Path(sys.argv[1]), Event(), pace):
    pass
"""
"""A program of its own that wipes, in small portions, until one sweep was alone."""


@contextmanager
def program(text: str, *values: object) -> Iterator[Any]:
    """Run a program of its own; killed at the end."""
    with subprocess.Popen(
        [sys.executable, "-c", text, *map(str, values)], stdout=subprocess.PIPE, text=True
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def test_wiping_takes_away_no_lock_of_this_process(forgotten: Store) -> None:
    """Closing any handle of a file would; then two could write at once."""
    with closing(sqlite3.connect(forgotten.path, isolation_level=None)) as ours:
        ours.execute("SELECT count(*) FROM person").fetchone()
        sweep(forgotten)
        sweep(forgotten)
        exclusive = (
            "import sqlite3, sys; d = sqlite3.connect(sys.argv[1], timeout=0); d.execute('PRAGMA "
            "journal_mode=DELETE')"
        )
        other = subprocess.run(
            [sys.executable, "-c", exclusive, forgotten.path],
            capture_output=True,
            check=False,
            text=True,
        )

    assert "locked" in other.stderr


@pytest.mark.parametrize("seed", range(4))
def test_killed_again_and_again_beside_a_writer_no_acknowledged_write_is_lost(
    store: Store, seed: int
) -> None:
    run_sql(store, "CREATE TABLE tally (number, said)")
    run_sql(store, "CREATE INDEX by_said ON tally (said)")
    taken: list[int] = []
    for game in range(3):
        with program(WIPES, store.path) as wiper:
            next(iter(wiper.stdout))
            with program(WRITES, store.path, game * 1_000) as writer:
                for number, line in enumerate(writer.stdout):
                    taken.append(int(line))
                    if number == 5 + seed * 7 + game * 11:
                        wiper.kill()
                    if number == 60:
                        writer.kill()
    sweep(store)

    with closing(sqlite3.connect(store.path)) as database:
        there = {number for (number,) in database.execute("SELECT number FROM tally")}
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert [number for number in taken if number not in there] == []
    assert len(taken) > 90


def test_nobody_writes_while_a_portion_is_wiped(
    forgotten: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A unit never writes to a page that is being wiped: the lock is held, the log is empty."""
    held: list[tuple[bool, int]] = []
    plain = wipe_pages

    def look(*values: Any) -> None:
        with closing(sqlite3.connect(forgotten.path, timeout=0, isolation_level=None)) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
                free = True
            except sqlite3.OperationalError:
                free = False
        held.append((free, forgotten.path.with_name(f"{forgotten.path.name}-wal").stat().st_size))
        plain(*values)

    monkeypatch.setattr(wipe, "wipe_pages", look)

    sweep(forgotten)

    assert set(held) == {(False, 0)}


def test_two_threads_write_on_through_many_sweeps(
    forgotten: Store, note: Callable[[int], Rule], numbers: Callable[[Store | Path], list[int]]
) -> None:
    over = threading.Event()

    def wipe_on() -> None:
        while not over.is_set():
            try:
                sweep(forgotten)
            except NotWiped:
                continue

    wiping = threading.Thread(target=wipe_on)
    wiping.start()
    for number in range(200):
        forgotten.run(note(number), NOBODY)
    over.set()
    wiping.join()

    assert numbers(forgotten) == list(range(200))
    assert forgotten.database.problem() is None
