"""A process that is killed in a burst of writes loses nothing that it acknowledged."""

import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.outreach.store.conftest import Rule

KILLS = 10
BURST = """
import asyncio, sys
from pathlib import Path
from outreach.store.events import record
from outreach.store.store import Store
from outreach.store.unit import NOBODY

def note(unit, number):
    record(unit, "test.noted", number=number)
    return number

async def write_on(store, numbers):
    for number in numbers:
        sys.stdout.write(f"{await store.write(note, NOBODY, number=number)}\\n")
        sys.stdout.flush()

async def burst():
    store = Store(Path(sys.argv[1]))
    first = int(sys.argv[2])
    await asyncio.gather(*[write_on(store, range(first + caller, first + 900_000, 20)) for caller in
    range(20)])

asyncio.run(burst())
"""


def test_killed_process_keeps_every_acknowledged_write(
    tmp_path: Path, empty_database: Path, numbers: Callable[[Store | Path], list[int]]
) -> None:
    path = tmp_path / "kansenbode.db"
    path.write_bytes(empty_database.read_bytes())
    acknowledged: list[int] = []

    for kill in range(KILLS):
        acknowledged += _burst(path, first=kill * 1_000_000, lines=40 + 37 * kill)
        stored = numbers(path)

        assert set(acknowledged) <= set(stored)
        assert len(stored) == len(set(stored))
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(acknowledged) > KILLS * 40


def test_store_opens_after_a_kill(
    tmp_path: Path,
    empty_database: Path,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
) -> None:
    path = tmp_path / "kansenbode.db"
    path.write_bytes(empty_database.read_bytes())
    acknowledged = _burst(path, first=0, lines=60)

    with Store(path) as store:
        store.run(note(-1), NOBODY)

    assert {*acknowledged, -1} <= set(numbers(path))


def _burst(path: Path, *, first: int, lines: int) -> list[int]:
    """Start writers, kill them after some answers; return every number that was answered whole."""
    with subprocess.Popen(
        [sys.executable, "-c", BURST, str(path), str(first)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        read = "".join(process.stdout.readline() for _ in range(lines))
        process.send_signal(signal.SIGKILL)
        read += process.stdout.read()
    return [int(number) for number in re.findall(r"(\d+)\n", read)]
