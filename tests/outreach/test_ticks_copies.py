"""The clockwork makes a copy a day, and drops each after its term."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from content.texts import Texts
from outreach.settings import Settings
from outreach.store.backup import check_sound
from outreach.store.store import Store
from outreach.store.upkeep import backup_overdue, last_backup
from outreach.ticks import BACKUPS, Ticks

COPIES = (
    "backups/kansenbode-2026-10-01.db",
    "backups/kansenbode-20261001T120000000000Z.db",
    "backups/kansenbode-2026-10-01.db.part",
    "kansenbode-before-0001.db",
    "kansenbode.db.replaced",
    "kansenbode.db.replaced-wal",
)


async def test_backup_is_made_once_a_day(waterdam: Store, make_ticks, tmp_path: Path, clock):
    for _ in range(3):
        await make_ticks().back_up()
        clock.passes(hours=1)
    first = (tmp_path / BACKUPS / "kansenbode-2026-11-02.db").stat().st_mtime_ns
    clock.passes(days=1)
    await make_ticks().back_up()

    assert made(tmp_path) == ["kansenbode-2026-11-02.db", "kansenbode-2026-11-03.db"]
    assert (tmp_path / BACKUPS / "kansenbode-2026-11-02.db").stat().st_mtime_ns == first
    for name in made(tmp_path):
        check_sound(tmp_path / BACKUPS / name)


async def test_who_is_backed_up_elsewhere_gets_no_copy_and_old_ones_go(waterdam: Store, tmp_path: Path, clock):
    old = write(tmp_path / COPIES[0])
    clock.now = datetime.fromtimestamp(old.stat().st_ctime, UTC) + timedelta(days=31)
    await Ticks(waterdam, Texts(), Settings(backup_elsewhere=True), tmp_path).back_up()

    assert (made(tmp_path), waterdam.look(last_backup)) == ([], None)


async def test_copy_of_today_counts_where_a_database_was_put_back(waterdam: Store, make_ticks, tmp_path: Path, clock):
    clock.passes(days=3)
    (tmp_path / BACKUPS).mkdir()
    write(tmp_path / BACKUPS / "kansenbode-2026-11-05.db")
    before = waterdam.look(backup_overdue)
    await make_ticks().back_up()

    assert (before, waterdam.look(backup_overdue), made(tmp_path)) == (True, False, ["kansenbode-2026-11-05.db"])


@pytest.mark.parametrize("name", COPIES)
async def test_every_copy_of_the_database_is_dropped_after_its_term(ticks: Ticks, tmp_path: Path, clock, name: str):
    copy = write(tmp_path / name)

    clock.now = datetime.fromtimestamp(copy.stat().st_ctime, UTC) + timedelta(days=30, seconds=-1)
    await ticks.back_up()
    within = copy.exists()
    clock.passes(seconds=2)
    await ticks.back_up()

    assert (within, copy.exists()) == (True, False)


async def test_what_is_no_copy_of_ours_is_left_alone(waterdam: Store, ticks: Ticks, tmp_path: Path, clock):
    names = ("backups/notes.txt", "photo.db", ".env", "erased.jsonl", "serve.lock", "map/kansenbode.db.replaced")
    kept = [write(tmp_path / name) for name in names]

    clock.now = datetime.now(UTC) + timedelta(days=400)
    await ticks.back_up()

    assert [file.name for file in (*kept, waterdam.path) if not file.exists()] == []


async def test_backup_that_fails_is_made_at_a_later_tick(make_ticks, tmp_path: Path):
    (tmp_path / BACKUPS).mkdir()
    blocked = tmp_path / BACKUPS / "kansenbode-2026-11-02.db.part"
    blocked.mkdir()
    with pytest.raises(OSError):  # noqa: PT011 - whichever the system gives
        await make_ticks().back_up()
    blocked.rmdir()

    await make_ticks().back_up()

    assert made(tmp_path) == ["kansenbode-2026-11-02.db"]


async def test_copies_go_after_their_term_though_no_new_one_is_made(make_ticks, tmp_path: Path, clock):
    old = write(tmp_path / BACKUPS / "kansenbode-2026-01-01.db")
    clock.now = datetime.fromtimestamp(old.stat().st_ctime, UTC) + timedelta(days=31)
    (tmp_path / "backup.lock").mkdir()

    with pytest.raises(OSError):  # noqa: PT011 - whichever the system gives
        await make_ticks().back_up()

    assert not old.exists()


def made(folder: Path) -> list[str]:
    return sorted(file.name for file in (folder / BACKUPS).iterdir())


def write(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"of another time")
    return path
