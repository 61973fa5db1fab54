"""Backups, and the machines that they are put back on."""

from pathlib import Path

from sqlmodel import col

from outreach.parties.person import Person, meet
from outreach.privacy.forget import forget_person
from outreach.privacy.merge import absorb
from outreach.privacy.restore import restore
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from tests.clock import Clock
from tests.databases import url_of


def persons(store: Store) -> list[int]:
    return store.look(
        lambda unit: list(
            unit.connection.execute(pick(Person.id).order_by(col(Person.id))).scalars()
        )
    )


def put_back(store: Store, backup: Path) -> int:
    return restore(backup, store.path, url_of(store))


def meet_one(store: Store, name: str) -> int:
    return store.run(meet, NOBODY, channel="web", external_id=name, language="nl")[0]


def forget_two_who_became_one(store: Store, clock: Clock, backup: Path) -> int:
    """Two become one after a backup and are forgotten; return the other person who is there."""
    gone, stays, other = (meet_one(store, name) for name in ("a", "b", "c"))
    store.database.back_up(backup)
    clock.passes(hours=1)
    store.run(absorb, Actor("person", stays), person=gone)
    store.run(forget_person, TICK, person=stays)
    store.close()
    return other


def elsewhere(store: Store, tmp_path: Path) -> Path:
    """Another machine, where nothing is: its folder; on a server also its database is empty."""
    folder = tmp_path / "elsewhere"
    folder.mkdir(exist_ok=True)
    if store.database.shared:
        with store.database.migrating() as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
    return folder / "kansenbode.db"


def two_backups(store: Store, clock: Clock, tmp_path: Path) -> tuple[Path, Path]:
    """A backup from before somebody was forgotten, and one from after it."""
    gone, _ = meet_one(store, "a"), meet_one(store, "b")
    store.run(record_once, TICK)
    older, newer = tmp_path / "older", tmp_path / "newer"
    store.database.back_up(older)
    clock.passes(hours=1)
    store.run(forget_person, TICK, person=gone)
    store.database.back_up(newer)
    store.close()
    return older, newer


def record_once(unit: Unit) -> None:
    record(unit, "staff.added", staff=1)


def kept(path: Path, store: Store) -> list[int]:
    with Store(path, url=url_of(store)) as restored:
        return persons(restored)
