"""The copies of the database that this program makes, and which of them have had their time."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

BACKUPS = "backups"
COPIES = (
    f"{BACKUPS}/*.db*",
    f"{BACKUPS}/*.dump*",
    "kansenbode-before-*.db*",
    "kansenbode.*.replaced*",
    "kansenbode*.part*",
    "restoring/*",
)
"""Every copy of the database that this program makes: a person who was forgotten may
not stay in one for ever.
"""
KEPT = 3
"""So many of the newest backups stay, whatever their date: where none can be made any
more, they are all there is.
"""
ENDINGS = (".db", ".dump")
DAY, MISDATED = "kansenbode-%Y-%m-%d", "kansenbode-%Y%m%dT%H%M%S%fZ"


def copy_of(folder: Path, day: datetime, ending: str) -> Path:
    """Give the name of a day's backup."""
    return folder / BACKUPS / f"{day:{DAY}}{ending}"


def drop_old(folder: Path, now: datetime, days: int, most: int = KEPT) -> None:
    """Drop every copy past its term, whether or not there is a new one: a
    forgotten person may stand in it.

    The newest few backups (`most`) stay, by their name and by the moment they came to stand here:
    a wrong clock made either.
    """
    oldest = (now - timedelta(days=days)).timestamp()
    stay = set(_newest(folder, min(most, days)))
    for copy in {found for pattern in COPIES for found in folder.glob(pattern)} - stay:
        came = _came(copy)
        if came is not None and came < oldest:
            copy.unlink(missing_ok=True)


def name_anew(folder: Path, now: datetime) -> None:
    """Give backups of days that are still to come the present moment for a name: one
    may be in that day's way.
    """
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
    """When a copy came to stand here: its ctime, as a database that a restore set
    aside keeps an older mtime.

    None where it stands here no more: one that was just being made has its own name by now.
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
