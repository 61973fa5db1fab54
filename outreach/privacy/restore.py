"""Put a backup back without bringing anybody back: who was forgotten since is forgotten again.

Three sources say who was forgotten: the list beside the database, the log of the present database,
and the log in the backup, up to the moment it was made. If one of them knows of somebody who is not
on the list and should be, the list was lost.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, bindparam, inspect
from sqlalchemy.exc import StatementError
from sqlmodel import col

from outreach.parties.person import Person
from outreach.privacy.forget import became_one, forget_person, persons_before
from outreach.privacy.tombstone import Tombstones, put_tombstones, tombstones
from outreach.store.database import Database, database
from outreach.store.erased import ERASED, is_whole, note_each, set_list_aside
from outreach.store.errors import ErasuresBroken, ErasuresLost
from outreach.store.events import Event
from outreach.store.migrate import take_steps
from outreach.store.query import pick
from outreach.store.store import utc_now
from outreach.store.unit import NOBODY, TICK, Unit

EVENT_FIRST = pick(Event.at).order_by(col(Event.id)).limit(1)
EVENT_FORGOTTEN = (
    pick(Event.at, Event.ids).where(Event.deed == "person.forgotten").order_by(col(Event.id))
)
PERSON_CREATED_AT = pick(Person.created_at).where(Person.id == bindparam("person"))
BEGINNING = b'{"at"'


@dataclass(frozen=True, slots=True)
class Erasure:
    """Somebody was forgotten. The same id in a row made later is somebody else."""

    person: int
    at: datetime


@dataclass(frozen=True, slots=True)
class There:
    """What the database knows that a backup replaces; `first` shows if both are from one town."""

    first: datetime | None
    erasures: list[Erasure]
    tombstones: Tombstones


def restore(
    backup: Path,
    path: Path,
    url: str = "",
    *,
    erased: Path | None = None,
    without_list: bool = False,
    unsure: Callable[[], object] = bool,
) -> int:
    """Replace a database by a backup; return how many persons were forgotten again.

    Nobody sees the backup before it is up to date and everybody is forgotten: killed half-way, the
    old database is still there. `erased` is one more list. Raises ErasuresBroken or ErasuresLost if
    somebody known to be forgotten might come back; `without_list` goes on with what can be read of
    the list. `unsure` is called if nothing here says who was forgotten since.
    """
    place, file = database(path, url), path.with_name(ERASED)
    there = _look_there(place)
    if not without_list:
        _ensure_whole(file, erased, there)
    known = [
        found
        for each in (file, erased)
        if each
        for found in read_erasures(each, strict=not without_list)
    ]
    sure = bool(known) or file.exists() or erased is not None
    keep_list(path, known, restart=without_list)
    mended = place.put_back(
        backup, partial(_mend, path=path, there=there, known=known, strict=not without_list)
    )
    keep_list(path, mended.erasures)
    if not (sure or mended.related):
        unsure()
    return mended.forgotten


def mend_list(path: Path, url: str = "") -> None:
    """Complete the list beside a database from its log: it may be lost, or older than its sums."""
    file = path.with_name(ERASED)
    there = _look_there(database(path, url))
    if there is None:
        return
    restart = not is_whole(file)
    try:
        found = list(read_erasures(file))
    except ErasuresBroken:
        found, restart = list(read_erasures(file, strict=False)), True
    keep_list(path, found + there.erasures, restart=restart)


def keep_list(path: Path, erasures: Sequence[Erasure], *, restart: bool = False) -> None:
    """Add those who are missing to the list beside a database, or start a new list with these."""
    file = path.with_name(ERASED)
    if restart:
        set_list_aside(file)
    listed = _last(read_erasures(file, strict=False))
    missing = [found for found in erasures if not _knows(listed, found)]
    note_each(file, [(found.at, [found.person]) for found in dict.fromkeys(missing)])


def apply_erasures(unit: Unit, erasures: Iterable[Erasure]) -> int:
    """Forget again those who are named and still known; return how many."""
    return sum(forget_again(unit, person=found.person, at=found.at) for found in erasures)


def forget_again(unit: Unit, *, person: int, at: datetime) -> bool:
    """Forget a person who was made before that moment; return True if there was one."""
    created: datetime | None = unit.run(PERSON_CREATED_AT, {"person": person}).scalar()
    if created is None or created >= at:
        return False
    forget_person(unit, person=person)
    return True


def read_erasures(file: Path, *, strict: bool = True) -> Iterator[Erasure]:
    """Read who was forgotten, and when; if strict, raise ErasuresBroken for a broken line."""
    lines = file.read_bytes().splitlines() if file.is_file() else []
    for number, line in enumerate(lines, 1):
        # A crash in the middle of a line leaves its beginning before the next one; that erasure was
        # never committed.
        whole = line[max(line.rfind(BEGINNING), 0) :]
        if number == len(lines) and not whole.endswith(b"}") and _begins(whole):
            return
        try:
            facts = json.loads(whole)
            at = datetime.fromisoformat(facts["at"])
            found = [Erasure(int(person), at.astimezone(UTC)) for person in facts["persons"]]
        except (ValueError, KeyError, TypeError):
            if strict:
                raise ErasuresBroken(file, number) from None
        else:
            yield from found


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a backup: how many were forgotten again, and who ever was.

    `related` is True if the database that was there is of the same installation.
    """

    forgotten: int
    erasures: list[Erasure]
    related: bool


def _mend(
    connection: Connection, *, path: Path, there: There | None, known: list[Erasure], strict: bool
) -> Mended:
    take_steps(connection)
    unit = Unit(connection=connection, now=utc_now(), actor=TICK, folder=path.parent)
    first: datetime | None = unit.run(EVENT_FIRST).scalar()
    related = there is not None and first in (None, there.first)
    if there is not None and related:
        known = known + there.erasures
        put_tombstones(unit, there.tombstones)
    # By number alone: for persons whom an earlier restore forgot again, its log has the moment of
    # that restore.
    if strict and not {told.person for told in _told(unit)} <= {found.person for found in known}:
        raise ErasuresLost(path.with_name(ERASED))
    forgotten = apply_erasures(unit, known)
    return Mended(forgotten, known + _all_told(unit), related)


def _ensure_whole(file: Path, erased: Path | None, there: There | None) -> None:
    """Raise ErasuresLost if a list is incomplete, and no database can complete it."""
    if erased is not None and not (erased.is_file() and is_whole(erased)):
        raise ErasuresLost(erased)
    if erased is None and there is None and not is_whole(file):
        raise ErasuresLost(file)


def _look_there(place: Database) -> There | None:
    """Read the database that is there; None if there is none, or it cannot be read."""
    if not place.exists():
        return None
    try:
        with place.connect() as connection:
            if not inspect(connection).has_table("event"):
                return None
            unit = Unit(connection=connection, now=utc_now(), actor=NOBODY)
            return There(unit.run(EVENT_FIRST).scalar(), _all_told(unit), tombstones(unit))
    except (StatementError, sqlite3.DatabaseError, UnicodeDecodeError):
        return None


def _told(unit: Unit) -> list[Erasure]:
    """Return the erasures in the log of a database."""
    return [Erasure(int(ids["person"]), at) for at, ids in unit.run(EVENT_FORGOTTEN)]


def _all_told(unit: Unit) -> list[Erasure]:
    """Return the same, with those who each of them was before two became one."""
    took = became_one(unit)
    return [
        Erasure(person, found.at)
        for found in _told(unit)
        for person in (found.person, *persons_before(took, found.person))
    ]


def _last(erasures: Iterable[Erasure]) -> dict[int, datetime]:
    """Return when each was forgotten last."""
    last: dict[int, datetime] = {}
    for found in erasures:
        last[found.person] = max(found.at, last.get(found.person, found.at))
    return last


def _knows(listed: dict[int, datetime], erasure: Erasure) -> bool:
    """True if a list has an erasure; it was written down a moment after the log."""
    return erasure.person in listed and listed[erasure.person] >= erasure.at


def _begins(line: bytes) -> bool:
    return line.startswith(BEGINNING) or BEGINNING.startswith(line)
