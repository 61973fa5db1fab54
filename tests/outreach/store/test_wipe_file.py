"""A file is wiped beside whoever reads and writes: nobody waits long, nothing is lost, what is in the way is told."""

import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from threading import Event
from typing import Any

import pytest

from outreach.store import wipe_file
from outreach.store.errors import NotWiped
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.store.wipe import Portion
from tests.outreach.store.test_erase import SECRET, erase, people, talk_on

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
from outreach.store import wipe_file
wipe_file.BATCH, wipe_file.TRIES, wipe_file.AGAIN_SECONDS, wipe_file.REST = 40_000, 10_000, 0, 0
print("begins", flush=True)
for portion in wipe_file.wipe_file(Path(sys.argv[1]), Event()):
    pass
"""
"""A program of its own that wipes, in small portions, until one sweep was alone."""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"BATCH": 100_000, "AGAIN_SECONDS": 0.0, "HOLD_MS": 50, "REST": 0.0}.items():
        monkeypatch.setattr(wipe_file, name, value)


def talk_all_on(unit: Unit, numbers: range) -> None:
    for number in numbers:
        talk_on(unit, 1 + number * 7 % 200, 1 + number * 13 % 300)


def talk_each(unit: Unit, ids: list[int], words: int) -> None:
    for id in ids:
        talk_on(unit, id, words)


def said(unit: Unit) -> int:
    return int(unit.connection.exec_driver_sql("SELECT sum(length(transcript)) FROM conversation").scalar_one())


@contextmanager
def meanwhile(deed: Callable[[], object]) -> Iterator[list[object]]:
    """Do something again and again as long as the block lasts; gives what it gave."""
    over, given = Event(), list[object]()

    def go_on() -> None:
        while not over.wait(0.001):
            given.append(deed())

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield given
    finally:
        over.set()
        thread.join()


@pytest.fixture
def forgotten(store: Store) -> Store:
    """A store in which forty of two hundred people are erased, after they talked."""
    store.run(people, NOBODY, range(1, 201))
    for first in range(0, 600, 20):
        store.run(talk_all_on, NOBODY, range(first, first + 20))
    store.run(erase, NOBODY, ids=list(range(5, 201, 5)))
    return store


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


def sweep(store: Store, stop: Event | None = None, after_each: Callable[[Portion], None] = lambda _: None) -> None:
    for portion in wipe_file.wipe_file(store.path, stop or Event()):
        after_each(portion)


def test_units_are_stored_between_any_two_portions(forgotten: Store, note, numbers):
    """Nobody waits for all of it, and nothing begins anew because of them."""
    portions = []
    for portion in wipe_file.wipe_file(forgotten.path, Event()):
        portions.append(portion.number)
        forgotten.run(note(portion.number), NOBODY)

    assert len(portions) > 8
    assert portions == sorted(set(portions)) == numbers(forgotten)


def test_row_that_moves_during_a_sweep_leaves_nothing(forgotten: Store, raw):
    for portion in wipe_file.wipe_file(forgotten.path, Event()):
        for id in range(1, 200, 9):
            if id % 5:
                forgotten.run(talk_on, NOBODY, id, 20 * portion.number)

    assert SECRET not in raw(forgotten)
    assert forgotten.database.trouble() is None


@pytest.mark.parametrize("seed", range(6))
def test_whatever_others_do_between_two_portions_nothing_is_left(
    forgotten: Store, raw, monkeypatch: pytest.MonkeyPatch, seed: int
):
    """They write little or much, read all the time, and bring the log into the file."""
    monkeypatch.setattr(wipe_file, "TRIES", 1_000)
    chance = random.Random(seed)
    with (
        closing(sqlite3.connect(forgotten.path, timeout=0, isolation_level=None)) as other,
        meanwhile(lambda: forgotten.look(said)),
    ):
        for _ in wipe_file.wipe_file(forgotten.path, Event()):
            for deed in chance.choices(("talk", "come", "fold", "rest"), k=chance.randint(1, 3)):
                if deed == "talk":
                    ids = [id for id in chance.sample(range(1, 201), chance.choice((1, 60))) if id % 5]
                    forgotten.run(talk_each, NOBODY, ids, chance.randint(1, 300))
                elif deed == "come":
                    first = 5 * chance.randint(50, 90_000)
                    forgotten.run(people, NOBODY, range(first + 1, first + 5))
                elif deed == "fold":
                    other.execute(f"PRAGMA wal_checkpoint({chance.choice(('PASSIVE', 'RESTART', 'TRUNCATE'))})")

    assert SECRET not in raw(forgotten)
    assert forgotten.database.trouble() is None


def test_pages_that_another_connection_read_before_do_not_come_back(forgotten: Store, raw):
    """The writer holds what it read; after the sweep it changes those very pages."""
    forgotten.run(talk_on, NOBODY, 1, 5)

    sweep(forgotten)
    for id in range(1, 201):
        if id % 5:
            forgotten.run(talk_on, NOBODY, id, 2)

    assert SECRET not in raw(forgotten)
    assert forgotten.database.trouble() is None


def test_store_that_is_never_quiet_is_wiped_in_one_sweep(forgotten: Store, raw, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(wipe_file, "HOLD_MS", 2_000)
    monkeypatch.setattr(wipe_file, "TRIES", 1_000)
    chance, portions = random.Random(1), list[int]()

    def write() -> None:
        forgotten.run(talk_on, NOBODY, 1 + 5 * chance.randrange(40), chance.randint(1, 300))

    with meanwhile(write):
        for portion in wipe_file.wipe_file(forgotten.path, Event()):
            portions.append(portion.number)
            write()

    assert portions == sorted(set(portions))
    assert SECRET not in raw(forgotten)


def test_one_hold_of_the_lock_deals_with_one_portion_however_much_is_written(
    forgotten: Store, monkeypatch: pytest.MonkeyPatch
):
    """What was written after it was swept is wiped again within the same measure."""
    wiped: list[int] = []
    plain = wipe_file.wipe_pages
    monkeypatch.setattr(
        wipe_file,
        "wipe_pages",
        lambda handle, size, pages, free: (wiped.append(len(pages)), plain(handle, size, pages, free)),
    )
    holds: list[int] = []
    for portion in wipe_file.wipe_file(forgotten.path, Event()):
        holds.append(sum(wiped))
        wiped.clear()
        if portion.number < portion.most:
            forgotten.run(talk_each, NOBODY, [id for id in range(1, 201) if id % 5], 50)

    assert max(holds) <= wipe_file.BATCH // 4_096


def test_reader_that_stays_is_told_and_holds_up_nobody(forgotten: Store, note, raw):
    with closing(sqlite3.connect(forgotten.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchone()
        forgotten.run(note(1), NOBODY)
        with pytest.raises(NotWiped) as told:
            sweep(forgotten)
        stored = forgotten.run(note(2), NOBODY)
        reader.execute("COMMIT")

    sweep(forgotten)

    assert (told.value.way, stored) == ("reader", 2)
    assert SECRET not in raw(forgotten)


def test_writer_that_holds_on_is_told(forgotten: Store):
    with closing(sqlite3.connect(forgotten.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotWiped) as told:
            sweep(forgotten)

    assert told.value.way in ("reader", "busy")


def test_readers_read_on_while_it_is_wiped(forgotten: Store, dump):
    before = dump(forgotten)
    with closing(sqlite3.connect(forgotten.path, isolation_level=None)) as reader:
        for _ in wipe_file.wipe_file(forgotten.path, Event()):
            reader.execute("BEGIN")
            assert reader.execute("SELECT count(*), sum(length(transcript)) FROM conversation").fetchone()[0] == 160
            reader.execute("COMMIT")

    assert dump(forgotten) == before


def test_who_says_stop_is_obeyed_at_the_next_portion(forgotten: Store):
    stop, portions = Event(), []

    def say_stop(portion: Portion) -> None:
        portions.append(portion.number)
        stop.set()

    with pytest.raises(NotWiped) as told:
        sweep(forgotten, stop, say_stop)

    assert (told.value.way, portions) == ("stopped", [1])


def test_wiping_takes_away_no_lock_of_this_process(forgotten: Store):
    """Closing any handle of a file would; then two could write at once."""
    with closing(sqlite3.connect(forgotten.path, isolation_level=None)) as ours:
        ours.execute("SELECT count(*) FROM person").fetchone()
        sweep(forgotten)
        sweep(forgotten)
        exclusive = (
            "import sqlite3, sys; d = sqlite3.connect(sys.argv[1], timeout=0); d.execute('PRAGMA journal_mode=DELETE')"
        )
        other = subprocess.run(
            [sys.executable, "-c", exclusive, forgotten.path], capture_output=True, check=False, text=True
        )

    assert "locked" in other.stderr


@pytest.mark.parametrize("seed", range(4))
def test_killed_again_and_again_beside_a_writer_no_acknowledged_write_is_lost(store: Store, seed: int):
    store.run(lambda unit: unit.connection.exec_driver_sql("CREATE TABLE tally (number, said)") and None, NOBODY)
    store.run(lambda unit: unit.connection.exec_driver_sql("CREATE INDEX by_said ON tally (said)") and None, NOBODY)
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


def test_nobody_writes_while_a_portion_is_wiped(forgotten: Store, monkeypatch: pytest.MonkeyPatch):
    """What a unit writes never meets a page in the making: the lock is held, and the log is empty."""
    held: list[tuple[bool, int]] = []
    plain = wipe_file.wipe_pages

    def look(*values: object) -> None:
        with closing(sqlite3.connect(forgotten.path, timeout=0, isolation_level=None)) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
                free = True
            except sqlite3.OperationalError:
                free = False
        held.append((free, forgotten.path.with_name(f"{forgotten.path.name}-wal").stat().st_size))
        plain(*values)

    monkeypatch.setattr(wipe_file, "wipe_pages", look)

    sweep(forgotten)

    assert set(held) == {(False, 0)}


def test_two_threads_write_on_through_many_sweeps(forgotten: Store, note, numbers):
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
    assert forgotten.database.trouble() is None
