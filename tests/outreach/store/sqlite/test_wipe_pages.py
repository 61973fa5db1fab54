"""Only bytes that no row uses become zero, in any file; an unknown layout is refused."""

import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from outreach.store.errors import NotWiped
from outreach.store.sqlite.wipe_pages import free_pages, shape, unused, wipe_pages

SECRET = b"VICTIM"
TABLES = (
    "CREATE TABLE talk (id INTEGER PRIMARY KEY, name TEXT, said TEXT)",
    "CREATE INDEX by_name ON talk (name)",
    "CREATE TABLE word (word TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID",
)


@contextmanager
def opened(path: Path, *pragmas: str) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for pragma in (*pragmas, "secure_delete=ON", "synchronous=OFF"):
            database.execute(f"PRAGMA {pragma}")
        yield database


def live(database: sqlite3.Connection, chance: random.Random, longest: int) -> None:
    """Write, change and erase at random; one in five is the victim, who is erased at the end."""
    for table in TABLES:
        database.execute(table)
    database.execute("BEGIN")
    for _ in range(1_500):
        id = chance.randrange(150)
        said = ("VICTIM" if id % 5 == 0 else "other") * chance.randint(1, longest)
        database.execute(
            "INSERT OR REPLACE INTO talk VALUES (?, ?, ?)",
            (id, f"{chance.random()}{said[:600]}", said),
        )
        database.execute(
            "INSERT OR REPLACE INTO word VALUES (?, ?)", (f"{said[:6]} {id * 7919 % 1000}", said)
        )
    database.execute("DELETE FROM talk WHERE id % 5 = 0")
    database.execute("DELETE FROM word WHERE word LIKE 'VICTIM%'")
    database.execute("COMMIT")


def wipe_all(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        size, pages = shape(handle)
        wipe_pages(handle, size, range(pages), free_pages(handle, size))
    finally:
        os.close(handle)


@pytest.mark.parametrize("size", [512, 4_096, 65_536])
@pytest.mark.parametrize("longest", [20, 1_500])
@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_left_and_every_row_stays(
    tmp_path: Path, size: int, longest: int, seed: int
) -> None:
    path = tmp_path / "any.db"
    with opened(path, f"page_size={size}") as database:
        live(database, random.Random(seed), longest)
        before = list(database.iterdump())

    wipe_all(path)

    with opened(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert list(database.iterdump()) == before
    assert SECRET[:4] not in path.read_bytes()


def test_free_pages_are_wiped_whole(tmp_path: Path) -> None:
    """Another program may have put them there without overwriting them."""
    path = tmp_path / "any.db"
    with opened(path) as database:
        database.execute("PRAGMA secure_delete=OFF")
        database.execute("CREATE TABLE talk (said TEXT)")
        database.executemany("INSERT INTO talk VALUES (?)", [("VICTIM" * 700,)] * 2_000)
        database.execute("DROP TABLE talk")
        (free,) = database.execute("PRAGMA freelist_count").fetchone()
    assert free > 2_000
    assert SECRET in path.read_bytes()

    wipe_all(path)

    with opened(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        database.execute("CREATE TABLE talk (said TEXT)")
        database.executemany("INSERT INTO talk VALUES (?)", [("other" * 700,)] * 2_000)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert SECRET not in path.read_bytes()


@pytest.mark.parametrize("pragma", ["auto_vacuum=FULL", "auto_vacuum=INCREMENTAL"])
def test_file_that_is_laid_out_in_another_way_is_refused(tmp_path: Path, pragma: str) -> None:
    path = tmp_path / "any.db"
    with opened(path, pragma) as database:
        live(database, random.Random(1), 20)
    before = path.read_bytes()

    with pytest.raises(NotWiped, match="layout"):
        wipe_all(path)

    assert path.read_bytes() == before


@pytest.mark.parametrize("seed", range(20))
def test_any_bytes_of_a_page_are_survived(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(500):
        page = bytes([chance.choice((2, 5, 10, 13))]) + chance.randbytes(15) + bytes(496)

        holes = unused(page, 0)

        assert all(0 <= start <= 512 and end <= 512 for start, end in holes)
