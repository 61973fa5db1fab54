"""The copies of the database that this program makes, and which of them are past their term."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from outreach.store.lock import held

BACKUPS = "backups"
COPIES = (
    f"{BACKUPS}/*.db*",
    f"{BACKUPS}/*.dump*",
    "kansenbode-before-*.db*",
    "kansenbode.*.replaced*",
    "kansenbode*.part*",
    "restoring/*",
)
"""Every copy of the database that this program makes: a forgotten person may not stay in one."""
KEPT = 3
"""So many of the newest backups stay, whatever their date.

If no new ones can be made any more, they are all there is.
"""
BACKING_UP = "backup.lock"
ENDINGS = (".db", ".dump")
DAY, MISDATED = "kansenbode-%Y-%m-%d", "kansenbode-%Y%m%dT%H%M%S%fZ"


def copy_of(folder: Path, day: datetime, ending: str) -> Path:
    """Return the path of a day's backup."""
    return folder / BACKUPS / f"{day:{DAY}}{ending}"


def back_up_to(file: Path, back_up: Callable[[Path], None]) -> bool:
    """Make a backup unless it exists or another server makes it; True if it was made here."""
    # servers may share a folder
    with held(file.parent.parent / BACKING_UP) as ours:
        if not ours or file.exists():
            return False
        back_up(file)
        return True


def drop_old(folder: Path, now: datetime, days: int, most: int = KEPT) -> None:
    """Delete every copy past its term, newer ones or not: a forgotten person may be in it.

    The newest few backups (`most`) stay. The newest by name and the newest by the moment they were
    put here both count, because a wrong clock may have made either.
    """
    oldest = (now - timedelta(days=days)).timestamp()
    stay = set(_newest(folder, min(most, days)))
    for copy in {found for pattern in COPIES for found in folder.glob(pattern)} - stay:
        came = _came(copy)
        if came is not None and came < oldest:
            copy.unlink(missing_ok=True)


def rename_misdated(folder: Path, now: datetime) -> None:
    """Rename backups of future days to the present moment: one may be in that day's way."""
    tomorrow = now + timedelta(days=1)
    for number, copy in enumerate(_backups(folder)):
        if copy.stem > f"{tomorrow:{DAY}}" and _day(copy.stem) is not None:
            moment = now + timedelta(microseconds=number)
            copy.rename(copy.with_name(f"{moment:{MISDATED}}{copy.suffix}"))


def _newest(folder: Path, most: int) -> Iterator[Path]:
    backups = _backups(folder) if most else []
    yield from sorted(backups, key=lambda copy: copy.name.replace("-", ""))[-most:]
    yield from sorted(backups, key=lambda copy: _came(copy) or 0.0)[-most:]


def _backups(folder: Path) -> list[Path]:
    return sorted(
        copy for copy in (folder / BACKUPS).glob("kansenbode-*") if copy.suffix in ENDINGS
    )


def _came(copy: Path) -> float | None:
    """Return when a copy was put here, or None if it is gone.

    Its ctime, because a database that a restore set aside has an old mtime. One that was just being
    made has got its final name by now.
    """
    try:
        return copy.stat().st_ctime
    except FileNotFoundError:
        return None


def _day(stem: str) -> datetime | None:
    try:
        return datetime.strptime(stem, DAY)  # noqa: DTZ007 - a day, as its name says
    except ValueError:
        return None
