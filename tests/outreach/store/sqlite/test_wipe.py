"""A file is wiped beside readers and writers: short waits, nothing left, obstacles reported."""

import random
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from outreach.store.errors import NotWiped
from outreach.store.sqlite import wipe
from outreach.store.sqlite.wipe import wipe_file
from outreach.store.sqlite.wipe_pages import wipe_pages
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.store.wipe import Portion
from tests.conftest import Dump
from tests.outreach.store.conftest import Rule
from tests.outreach.store.erasing import SECRET, people, talk_on
from tests.outreach.store.wiping import QUICK, forgotten, sweep

__all__ = ["forgotten"]
pytestmark = pytest.mark.sqlite
PATIENT = replace(QUICK, tries=1_000)


def talk_each(unit: Unit, ids: list[int], words: int) -> None:
    for id in ids:
        talk_on(unit, id, words)


def said(unit: Unit) -> int:
    return int(
        unit.connection.exec_driver_sql(
            "SELECT sum(length(transcript)) FROM conversation"
        ).scalar_one()
    )


@contextmanager
def meanwhile(deed: Callable[[], object]) -> Iterator[list[object]]:
    """Do something again and again as long as the block lasts; yield what it gave."""
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


def test_units_are_stored_between_any_two_portions(
    forgotten: Store, note: Callable[[int], Rule], numbers: Callable[[Store | Path], list[int]]
) -> None:
    """Nobody waits for all of it, and nothing begins again because of them."""
    portions = []
    for portion in wipe_file(forgotten.path, Event(), QUICK):
        portions.append(portion.number)
        forgotten.run(note(portion.number), NOBODY)

    assert len(portions) > 8
    assert portions == sorted(set(portions)) == numbers(forgotten)


def test_row_that_moves_during_a_sweep_leaves_nothing(
    forgotten: Store, raw: Callable[[Store], str]
) -> None:
    for portion in wipe_file(forgotten.path, Event(), QUICK):
        for id in range(1, 200, 9):
            if id % 5:
                forgotten.run(talk_on, NOBODY, id, 20 * portion.number)

    assert SECRET not in raw(forgotten)
    assert forgotten.database.problem() is None


@pytest.mark.parametrize("seed", range(6))
def test_whatever_others_do_between_two_portions_nothing_is_left(
    forgotten: Store, raw: Callable[[Store], str], seed: int
) -> None:
    """They write little or much, read all the time, and bring the log into the file."""
    chance = random.Random(seed)
    with (
        closing(sqlite3.connect(forgotten.path, timeout=0, isolation_level=None)) as other,
        meanwhile(lambda: forgotten.look(said)),
    ):
        for _ in wipe_file(forgotten.path, Event(), PATIENT):
            for deed in chance.choices(("talk", "come", "fold", "rest"), k=chance.randint(1, 3)):
                if deed == "talk":
                    ids = [
                        id for id in chance.sample(range(1, 201), chance.choice((1, 60))) if id % 5
                    ]
                    forgotten.run(talk_each, NOBODY, ids, chance.randint(1, 300))
                elif deed == "come":
                    first = 5 * chance.randint(50, 90_000)
                    forgotten.run(people, NOBODY, range(first + 1, first + 5))
                elif deed == "fold":
                    way = chance.choice(("PASSIVE", "RESTART", "TRUNCATE"))
                    other.execute(f"PRAGMA wal_checkpoint({way})")

    assert SECRET not in raw(forgotten)
    assert forgotten.database.problem() is None


def test_pages_that_another_connection_read_before_do_not_come_back(
    forgotten: Store, raw: Callable[[Store], str]
) -> None:
    """The writer holds what it read; after the sweep it changes those very pages."""
    forgotten.run(talk_on, NOBODY, 1, 5)

    sweep(forgotten)
    for id in range(1, 201):
        if id % 5:
            forgotten.run(talk_on, NOBODY, id, 2)

    assert SECRET not in raw(forgotten)
    assert forgotten.database.problem() is None


def test_store_that_is_never_quiet_is_wiped_in_one_sweep(
    forgotten: Store, raw: Callable[[Store], str]
) -> None:
    chance, portions = random.Random(1), list[int]()

    def write() -> None:
        forgotten.run(talk_on, NOBODY, 1 + 5 * chance.randrange(40), chance.randint(1, 300))

    with meanwhile(write):
        for portion in wipe_file(forgotten.path, Event(), PATIENT):
            portions.append(portion.number)
            write()

    assert portions == sorted(set(portions))
    assert SECRET not in raw(forgotten)


def test_one_hold_of_the_lock_deals_with_one_portion_however_much_is_written(
    forgotten: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written after it was swept is wiped again within the same measure."""
    wiped: list[int] = []

    def counted(handle: int, size: int, pages: range, free: Mapping[int, int]) -> None:
        wiped.append(len(pages))
        wipe_pages(handle, size, pages, free)

    monkeypatch.setattr(wipe, "wipe_pages", counted)
    holds: list[int] = []
    for portion in wipe_file(forgotten.path, Event(), QUICK):
        holds.append(sum(wiped))
        wiped.clear()
        if portion.number < portion.most:
            forgotten.run(talk_each, NOBODY, [id for id in range(1, 201) if id % 5], 50)

    assert max(holds) <= QUICK.batch // 4_096


def test_reader_that_stays_is_told_and_holds_up_nobody(
    forgotten: Store, note: Callable[[int], Rule], raw: Callable[[Store], str]
) -> None:
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


def test_writer_that_holds_on_is_told(forgotten: Store) -> None:
    with closing(sqlite3.connect(forgotten.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotWiped) as told:
            sweep(forgotten)

    assert told.value.way in ("reader", "busy")


def test_readers_read_on_while_it_is_wiped(forgotten: Store, dump: Callable[[Store], Dump]) -> None:
    before = dump(forgotten)
    with closing(sqlite3.connect(forgotten.path, isolation_level=None)) as reader:
        for _ in wipe_file(forgotten.path, Event(), QUICK):
            reader.execute("BEGIN")
            assert (
                reader.execute(
                    "SELECT count(*), sum(length(transcript)) FROM conversation"
                ).fetchone()[0]
                == 160
            )
            reader.execute("COMMIT")

    assert dump(forgotten) == before


def test_who_says_stop_is_obeyed_at_the_next_portion(forgotten: Store) -> None:
    stop, portions = Event(), []

    def say_stop(portion: Portion) -> None:
        portions.append(portion.number)
        stop.set()

    with pytest.raises(NotWiped) as told:
        sweep(forgotten, stop, say_stop)

    assert (told.value.way, portions) == ("stopped", [1])
