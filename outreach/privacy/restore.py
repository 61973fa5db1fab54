"""Put a backup back without bringing anybody back: whoever was forgotten since it was made is forgotten again."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, bindparam, inspect
from sqlmodel import col

from outreach.parties.person import Person
from outreach.privacy.forget import forget_person
from outreach.store.columns import pick
from outreach.store.database import database
from outreach.store.erased import ERASED, note_erased
from outreach.store.errors import ErasuresBroken
from outreach.store.events import Event
from outreach.store.migrate import take_steps
from outreach.store.store import utc_now
from outreach.store.unit import TICK, Unit

FORGOTTEN = pick(Event.at, Event.ids).where(col(Event.deed) == "person.forgotten").order_by(col(Event.id))
CREATED = pick(Person.created_at).where(col(Person.id) == bindparam("person"))


@dataclass(frozen=True, slots=True)
class Erasure:
    """Somebody was forgotten. The same id in a row made later is somebody else."""

    person: int
    at: datetime


def restore(backup: Path, path: Path, url: str = "") -> int:
    """Put a backup in the place of a database; returns how many persons were forgotten anew.

    Nobody sees the backup before it is up to date and everybody is forgotten: killed half-way, the database that was
    there is still there.
    """
    place = database(path, url)
    erasures = list(read_erasures(path.with_name(ERASED)))
    if place.shared:
        with place.looking() as connection:  # servers on other machines keep lists of their own
            told = [erasure for erasure in _told(connection) if not _listed(erasure, erasures)]
        for erasure in told:
            note_erased(path.with_name(ERASED), erasure.at, [erasure.person])
        erasures += told
    return place.put_back(backup, partial(_mend, erasures=erasures))


def apply_erasures(unit: Unit, erasures: Iterable[Erasure]) -> int:
    """Forget again whoever is named and still known; returns how many."""
    return sum(forget_again(unit, person=found.person, at=found.at) for found in erasures)


def forget_again(unit: Unit, *, person: int, at: datetime) -> bool:
    """Forget a person who was made before that moment; tells whether there was one."""
    created: datetime | None = unit.connection.execute(CREATED, {"person": person}).scalar()
    if created is None or created >= at:
        return False
    forget_person(unit, person=person)
    return True


def read_erasures(file: Path) -> Iterator[Erasure]:
    """Read who was forgotten, and when; raises ErasuresBroken with the line that cannot be read."""
    lines = file.read_bytes().splitlines() if file.exists() else []
    for number, line in enumerate(lines, 1):
        # A crash in the middle of a line leaves its beginning before the next one; that erasure was never committed.
        whole = line[max(line.rfind(b'{"at"'), 0) :]
        if number == len(lines) and not whole.endswith(b"}"):
            return
        try:
            facts = json.loads(whole)
            at = datetime.fromisoformat(facts["at"])
            yield from [Erasure(int(person), at) for person in facts["persons"]]
        except (ValueError, KeyError, TypeError):
            raise ErasuresBroken(file, number) from None


def _mend(connection: Connection, *, erasures: list[Erasure]) -> int:
    take_steps(connection)
    unit = Unit(connection=connection, now=utc_now(), actor=TICK)
    forgotten = apply_erasures(unit, erasures)
    unit.finish()
    return forgotten


def _listed(erasure: Erasure, erasures: list[Erasure]) -> bool:
    """Tell whether a list has an erasure; it was written down a moment after the log."""
    return any(known.person == erasure.person and known.at >= erasure.at for known in erasures)


def _told(connection: Connection) -> list[Erasure]:
    """The erasures that the log of a database tells of; none where it has no log yet."""
    if not inspect(connection).has_table("event"):
        return []
    return [Erasure(int(ids["person"]), at) for at, ids in connection.execute(FORGOTTEN)]
