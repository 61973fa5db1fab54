"""Put a backup back without bringing anybody back: whoever was forgotten since it was made is forgotten again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import rmtree

from sqlmodel import bindparam, col

from outreach.parties.person import Person
from outreach.privacy.forget import forget_person
from outreach.store.backup import put_back
from outreach.store.columns import pick
from outreach.store.errors import ErasuresBroken
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import TICK, Unit

ERASED = "erased.jsonl"
CREATED = pick(Person.created_at).where(col(Person.id) == bindparam("person"))


@dataclass(frozen=True, slots=True)
class Erasure:
    """Somebody was forgotten. The same id in a row made later is somebody else."""

    person: int
    at: datetime


def restore(backup: Path, path: Path) -> int:
    """Put a backup in the place of a database; returns how many persons were forgotten anew.

    All is done on a copy aside: killed half-way, the database that was there is still there, and nobody is back.
    """
    erasures = path.with_name(ERASED)
    list(read_erasures(erasures))
    aside = path.with_name("restoring")
    rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    try:
        copy = aside / path.name
        put_back(backup, copy)
        migrate(copy)
        with Store(copy) as store:
            forgotten = apply_erasures(store, erasures)
        put_back(copy, path)
    finally:
        rmtree(aside)
    return forgotten


def apply_erasures(store: Store, file: Path) -> int:
    """Forget again whoever the file names and the store still knows; returns how many."""
    return sum(store.run(forget_again, TICK, person=found.person, at=found.at) for found in list(read_erasures(file)))


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
