"""On PostgreSQL too nothing is left in the files of the database, whoever reads meanwhile, whoever is killed."""

import threading
from collections.abc import Callable

import psycopg
import pytest
from sqlalchemy import delete, insert
from sqlmodel import col

from outreach.parties.person import Address, meet
from outreach.store import wipe
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from tests.databases import reopened, url_of

pytestmark = pytest.mark.postgresql
SECRET = "VICTIM"
PATIENCE = 20.0


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PATIENCE_SECONDS", "AGAIN_SECONDS"):
        monkeypatch.setattr(wipe, name, 0.05)


def erase(unit: Unit) -> None:
    unit.connection.execute(delete(Address).where(col(Address.external_id).like(f"{SECRET}%")))
    unit.erased.append(1)


def come(store: Store) -> None:
    person, _ = store.run(meet, NOBODY, channel="web", external_id=f"{SECRET}-1", language="nl")
    address = {"person_id": person, "channel": "telegram", "external_id": f"{SECRET}-2", "seq": 0, "wrong_codes": 0}
    store.run(lambda unit: unit.connection.execute(insert(Address), address) and None, NOBODY)
    store.run(lambda unit: unit.connection.exec_driver_sql("ANALYZE") and None, NOBODY)


def comes_true(condition: Callable[[], bool]) -> bool:
    again = threading.Event()
    for _ in range(int(PATIENCE / 0.05)):
        if condition():
            return True
        again.wait(0.05)
    return False


def test_plain_vacuum_would_leave_it(store: Store, raw, monkeypatch):
    """The reason why wiping writes the tables anew."""
    monkeypatch.setattr(wipe.Wiper, "wipe", lambda self: None)
    come(store)
    store.run(erase, NOBODY)

    with psycopg.connect(url_of(store), autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE)")

    assert SECRET in raw(store)


def test_old_snapshot_only_delays_it(store: Store, raw, note, quick):
    come(store)
    with psycopg.connect(url_of(store)) as reader:
        reader.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        reader.execute("SELECT count(*) FROM person").fetchone()
        store.run(erase, NOBODY)
        assert SECRET in raw(store)
        assert store.run(note(1), NOBODY) == 1

    assert comes_true(lambda: SECRET not in raw(store))
    assert comes_true(lambda: not list(store.path.parent.glob("*.unwiped")))


def test_wiping_that_a_kill_prevented_is_made_up_for(store: Store, raw, quick, monkeypatch):
    come(store)
    with monkeypatch.context() as killed:
        killed.setattr(wipe.Wiper, "wipe", lambda self: None)
        store.run(erase, NOBODY)
        store.close()

    with reopened(store):
        assert comes_true(lambda: SECRET not in raw(store))


def test_erasures_beside_each_other_are_all_wiped(store: Store, raw):
    come(store)
    threads = [threading.Thread(target=store.run, args=(erase, NOBODY)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert SECRET not in raw(store)
    assert list(store.path.parent.glob("*.unwiped")) == []
