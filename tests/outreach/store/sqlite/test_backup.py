"""A backup made under load is whole and at a known commit; a broken one changes nothing."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from outreach.store.errors import DatabaseMissing, NotABackup, StoreBusy
from outreach.store.events import record
from outreach.store.sqlite.backup import backup, check_sound, put_back
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from tests.outreach.store.conftest import Rule

pytestmark = pytest.mark.sqlite
PADDING = "x" * 20_000


def note_padded(unit: Unit, number: int) -> int:
    record(unit, "test.noted", PADDING, number=number)
    return number


def test_backup_under_load_ends_and_stands_at_a_known_commit(
    store: Store, tmp_path: Path, numbers: Callable[[Store | Path], list[int]]
) -> None:
    for number in range(200):
        store.run(note_padded, NOBODY, number=number)
    acknowledged, stop = [199], threading.Event()

    def write_on() -> None:
        while not stop.is_set() and len(acknowledged) < 3_000:
            acknowledged.append(store.run(note_padded, NOBODY, number=acknowledged[-1] + 1))

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        copies = []
        for turn in range(5):
            known = acknowledged[-1]
            backup(store.path, tmp_path / f"{turn}.db")
            copies.append((known, numbers(tmp_path / f"{turn}.db"), acknowledged[-1]))
    finally:
        stop.set()
        writer.join()

    for known, copied, later in copies:
        assert copied == list(range(len(copied)))
        assert known < len(copied) <= later + 2
    assert len({len(copied) for _, copied, _ in copies}) > 1


def test_backup_is_one_whole_file(
    store: Store, tmp_path: Path, note: Callable[[int], Rule]
) -> None:
    store.run(note(1), NOBODY)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "copy.db.part").write_bytes(b"left by a killed backup")

    backup(store.path, tmp_path / "out" / "copy.db")

    assert [file.name for file in (tmp_path / "out").iterdir()] == ["copy.db"]
    check_sound(tmp_path / "out" / "copy.db")


def test_backup_needs_a_database(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing, match="There is no database here"):
        backup(tmp_path / "none.db", tmp_path / "copy.db")

    assert list(tmp_path.iterdir()) == []


def test_backup_works_in_a_folder_with_odd_signs(tmp_path: Path, empty_database: Path) -> None:
    folder = tmp_path / "map #1 100%?"
    folder.mkdir()

    backup(empty_database, folder / "copy.db")

    check_sound(folder / "copy.db")


def test_put_back_restores_and_keeps_what_was_there(
    store: Store,
    tmp_path: Path,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
) -> None:
    store.run(note(1), NOBODY)
    backup(store.path, tmp_path / "copy.db")
    store.run(note(2), NOBODY)
    store.close()

    put_back(tmp_path / "copy.db", store.path)

    assert numbers(store.path) == [1]
    assert numbers(tmp_path / "kansenbode.db.replaced") == [1, 2]


def test_put_back_keeps_the_log_of_a_killed_server(
    tmp_path: Path, empty_database: Path, numbers: Callable[[Store | Path], list[int]]
) -> None:
    backup(empty_database, tmp_path / "copy.db")
    path = _killed(tmp_path, empty_database)

    put_back(tmp_path / "copy.db", path)

    assert numbers(path) == []
    assert numbers(tmp_path / "killed.db.replaced") == [7]


def test_put_back_sets_a_broken_database_aside(
    tmp_path: Path, empty_database: Path, numbers: Callable[[Store | Path], list[int]]
) -> None:
    path = tmp_path / "kansenbode.db"
    path.write_bytes(b"broken" * 1000)
    path.with_name("kansenbode.db-wal").write_bytes(b"its log")

    put_back(empty_database, path)

    assert numbers(path) == []
    assert (tmp_path / "kansenbode.db.replaced").read_bytes() == b"broken" * 1000
    assert not path.with_name("kansenbode.db-wal").exists()


def test_put_back_works_where_no_database_is(
    tmp_path: Path, empty_database: Path, numbers: Callable[[Store | Path], list[int]]
) -> None:
    put_back(empty_database, tmp_path / "kansenbode.db")

    assert numbers(tmp_path / "kansenbode.db") == []


def test_put_back_refuses_while_a_server_has_the_database_open(
    store: Store,
    tmp_path: Path,
    note: Callable[[int], Rule],
    numbers: Callable[[Store | Path], list[int]],
) -> None:
    backup(store.path, tmp_path / "copy.db")
    store.run(note(1), NOBODY)

    with pytest.raises(StoreBusy):
        put_back(tmp_path / "copy.db", store.path)

    assert store.run(note(2), NOBODY) == 2
    assert numbers(store) == [1, 2]


def _truncated(sound: bytes) -> bytes:
    return sound[: len(sound) // 2]


def _flipped(sound: bytes) -> bytes:
    return sound[:4096] + bytes(byte ^ 0xFF for byte in sound[4096:8192]) + sound[8192:]


BROKEN = {
    "empty": lambda _: b"",
    "text": lambda _: b"kenmerk;titel\n",
    "truncated": _truncated,
    "flipped": _flipped,
}


@pytest.mark.parametrize("breaking", BROKEN.values(), ids=BROKEN)
def test_broken_backup_is_refused_and_nothing_changes(
    store: Store,
    tmp_path: Path,
    empty_database: Path,
    note: Callable[[int], Rule],
    breaking: Callable[..., Any],
) -> None:
    store.run(note(1), NOBODY)
    store.close()
    before = store.path.read_bytes()
    broken = tmp_path / "broken.db"
    broken.write_bytes(breaking(empty_database.read_bytes()))

    with pytest.raises(NotABackup, match="nothing was changed"):
        put_back(broken, store.path)

    assert store.path.read_bytes() == before
    assert not (tmp_path / "kansenbode.db.replaced").exists()


def test_database_of_another_program_is_no_backup(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE song (title)")

    with pytest.raises(NotABackup):
        check_sound(tmp_path / "other.db")


def test_missing_backup_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotABackup):
        check_sound(tmp_path / "none.db")


def _killed(folder: Path, empty: Path) -> Path:
    """A database as a kill leaves it: what was committed last stands in its log only."""
    live, path = folder / "live.db", folder / "killed.db"
    live.write_bytes(empty.read_bytes())
    with Store(live) as store:
        store.run(note_padded, NOBODY, number=7)
        path.write_bytes(live.read_bytes())
        path.with_name("killed.db-wal").write_bytes(live.with_name("live.db-wal").read_bytes())
    return path
