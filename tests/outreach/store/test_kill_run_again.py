"""A process that is killed while units are run again loses nothing that it acknowledged."""

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from outreach.store.store import Store
from tests.databases import url_of

KILLS = 5
CULPRIT = 4
"""One in five numbers makes trouble."""
BURST = """
import asyncio, os, signal, sys
from collections import Counter
from pathlib import Path
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.store import Store
from outreach.store.unit import NOBODY

path, url, first, enough = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
MET = "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'serialization_failure'; END $$"
runs, answers = Counter(), []

def note(unit, number):
    runs[number] += 1
    record(unit, "test.noted", number=number)
    if runs[number] == 2 and len(answers) >= enough:
        os.kill(os.getpid(), signal.SIGKILL)
    if number % 5 == 4 and not url:
        raise Refusal("refusal-unknown", given=str(number))
    if number % 5 == 4 and runs[number] == 1:
        unit.connection.exec_driver_sql(MET)
    return number

async def write_on(store, numbers):
    for number in numbers:
        try:
            answers.append(await store.write(note, NOBODY, number=number))
            sys.stdout.write(f"{number}\\n")
        except Refusal:
            sys.stdout.write(f"refused {number}\\n")
        sys.stdout.flush()

async def burst():
    store = Store(path, url=url)
    await asyncio.gather(*[write_on(store, range(first + caller, first + 900_000, 21))
    for caller in range(21)])

asyncio.run(burst())
"""
"""Stores numbers. On SQLite the culprits are refused, so that their group runs again; on PostgreSQL
they meet another unit, and run again themselves. Once there were so many answers, the process kills
itself at the end of the next unit that runs for the second time: before it is stored.
"""


def test_process_killed_while_units_are_run_again_keeps_every_acknowledged_write(
    store: Store, numbers: Callable[[Store | Path], list[int]]
) -> None:
    shared = store.database.shared
    acknowledged: list[int] = []
    refused: list[int] = []

    for kill in range(KILLS):
        said = _burst(store, first=kill * 1_000_000, enough=20 + 23 * kill)
        acknowledged += [int(number) for number in re.findall(r"^(\d+)\n", said, re.MULTILINE)]
        refused += [int(number) for number in re.findall(r"^refused (\d+)\n", said, re.MULTILINE)]
        stored = numbers(store)

        assert set(acknowledged) <= set(stored)
        assert len(stored) == len(set(stored))
        assert not {number for number in stored if number % 5 == CULPRIT and not shared}
    assert len(acknowledged) >= KILLS * 20
    assert any(number % 5 == CULPRIT for number in acknowledged) == shared
    assert bool(refused) != shared


def _burst(store: Store, *, first: int, enough: int) -> str:
    """Run it until it has killed itself; return what it said."""
    ended = subprocess.run(
        [sys.executable, "-c", BURST, store.path, url_of(store), str(first), str(enough)],
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL
    return ended.stdout
