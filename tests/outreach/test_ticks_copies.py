"""The clockwork makes a copy a day, and drops each after its term."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from content.texts import Texts
from outreach.settings import Settings
from outreach.store.copies import BACKUPS, KEPT
from outreach.store.sqlite.backup import check_sound
from outreach.store.store import Store
from outreach.store.upkeep import backup_overdue, last_backup
from outreach.ticks import Ticks
from tests.clock import Believed, Clock

COPIES = (
    "backups/kansenbode-2026-10-01.db",
    "backups/kansenbode-20261001T120000000000Z.db",
    "backups/kansenbode-2026-10-01.db.part",
    "kansenbode-before-0001.db",
    "kansenbode.db.replaced",
    "kansenbode.db.replaced-wal",
    "backups/drill.db",
    "backups/before-upgrade.dump",
    "kansenbode.db.part",
    "restoring/kansenbode.db",
)


async def test_backup_is_made_once_a_day(
    waterdam: Store, make_ticks: Callable[..., Ticks], tmp_path: Path, clock: Clock
) -> None:
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


async def test_who_is_backed_up_elsewhere_gets_no_copy_and_old_ones_go(
    waterdam: Store, tmp_path: Path, clock: Clock
) -> None:
    old = write(tmp_path / COPIES[0])
    clock.now = datetime.fromtimestamp(old.stat().st_ctime, UTC) + timedelta(days=31)
    ticks = Ticks(waterdam, Texts(), Settings(backup_elsewhere=True), tmp_path, Believed(clock))
    await ticks.back_up()
    await ticks.copies()

    assert (made(tmp_path), waterdam.look(last_backup)) == ([], None)


async def test_copy_of_today_counts_where_a_database_was_put_back(
    waterdam: Store, make_ticks: Callable[..., Ticks], tmp_path: Path, clock: Clock
) -> None:
    clock.passes(days=3)
    (tmp_path / BACKUPS).mkdir()
    write(tmp_path / BACKUPS / "kansenbode-2026-11-05.db")
    before = waterdam.look(backup_overdue)
    await make_ticks().back_up()

    assert (before, waterdam.look(backup_overdue), made(tmp_path)) == (
        True,
        False,
        ["kansenbode-2026-11-05.db"],
    )


@pytest.mark.parametrize("name", COPIES)
async def test_every_copy_of_the_database_is_dropped_after_its_term(
    ticks: Ticks, tmp_path: Path, clock: Clock, name: str
) -> None:
    copy = write(tmp_path / name)
    for number in range(KEPT):
        write(tmp_path / BACKUPS / f"kansenbode-2026-11-0{number + 1}.db")

    clock.now = datetime.fromtimestamp(copy.stat().st_ctime, UTC) + timedelta(days=30, seconds=-1)
    await ticks.copies()
    within = copy.exists()
    clock.passes(seconds=2)
    await ticks.copies()

    assert (within, copy.exists()) == (True, False)


async def test_what_is_no_copy_of_ours_is_left_alone(
    waterdam: Store, ticks: Ticks, tmp_path: Path, clock: Clock
) -> None:
    names = (
        "backups/notes.txt",
        "photo.db",
        ".env",
        "erased.jsonl",
        "serve.lock",
        "map/kansenbode.db.replaced",
    )
    kept = [write(tmp_path / name) for name in names]

    clock.now = datetime.now(UTC) + timedelta(days=400)
    await ticks.back_up()
    await ticks.copies()

    assert [file.name for file in (*kept, waterdam.path) if not file.exists()] == []


async def test_copy_that_is_gone_when_it_is_looked_at_stops_no_other(
    ticks: Ticks, tmp_path: Path, clock: Clock
) -> None:
    (tmp_path / "kansenbode.db.part").symlink_to(tmp_path / "gone")
    (tmp_path / "backups").mkdir(exist_ok=True)
    (tmp_path / "backups" / "kansenbode-2020-01-01.db").symlink_to(tmp_path / "gone")
    old = tmp_path / "kansenbode-before-1.db"
    old.touch()

    clock.now = datetime.now(UTC) + timedelta(days=400)
    await ticks.copies()

    assert not old.exists()


async def test_backup_that_fails_is_made_at_a_later_tick(
    make_ticks: Callable[..., Ticks], tmp_path: Path
) -> None:
    (tmp_path / BACKUPS).mkdir()
    blocked = tmp_path / BACKUPS / "kansenbode-2026-11-02.db.part"
    blocked.mkdir()
    with pytest.raises(OSError):  # noqa: PT011 - whichever the system gives
        await make_ticks().back_up()
    blocked.rmdir()

    await make_ticks().back_up()

    assert made(tmp_path) == ["kansenbode-2026-11-02.db"]


@pytest.mark.parametrize("days", [31, 400, 4_000])
async def test_newest_backups_stay_whatever_they_are_dated(
    ticks: Ticks, tmp_path: Path, clock: Clock, days: int
) -> None:
    """By their names the last three, by the moment they came to stand here the last three too."""
    by_name = [write(tmp_path / BACKUPS / f"kansenbode-2026-11-2{day}.db") for day in range(5)]
    by_time = [write(tmp_path / BACKUPS / f"kansenbode-2026-01-0{day}.db") for day in range(1, 6)]
    clock.now = datetime.now(UTC) + timedelta(days=days)

    await ticks.copies()

    assert made(tmp_path) == sorted(copy.name for copy in by_name[-KEPT:] + by_time[-KEPT:])


async def test_shorter_term_than_that_is_kept(
    waterdam: Store, tmp_path: Path, clock: Clock
) -> None:
    copies = [write(tmp_path / BACKUPS / f"kansenbode-2026-11-2{day}.db") for day in range(5)]
    clock.now = datetime.now(UTC) + timedelta(days=2)

    await Ticks(waterdam, Texts(), Settings(backup_days=1), tmp_path, Believed(clock)).copies()

    assert made(tmp_path) == [copies[-1].name]


async def test_backup_of_a_day_to_come_is_in_the_way_of_no_backup(
    ticks: Ticks, tmp_path: Path, clock: Clock
) -> None:
    """A wrong clock made it; that day has a backup of its own."""
    write(tmp_path / BACKUPS / "kansenbode-2028-01-05.db")
    write(tmp_path / BACKUPS / "kansenbode-2026-11-03.db")

    await ticks.copies()
    clock.now = datetime(2028, 1, 5, 3, tzinfo=UTC)
    await ticks.back_up()

    there = [
        "kansenbode-2026-11-03.db",
        "kansenbode-20261102T090000000001Z.db",
        "kansenbode-2028-01-05.db",
    ]
    assert made(tmp_path) == there


def made(folder: Path) -> list[str]:
    return sorted(file.name for file in (folder / BACKUPS).iterdir())


def write(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"of another time")
    return path
