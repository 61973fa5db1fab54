"""On PostgreSQL too nothing is left in the files, even with readers and killed processes."""

import threading
from collections.abc import Callable
from threading import Event

import psycopg
import pytest
from psycopg.sql import Identifier
from sqlalchemy import delete, insert
from sqlmodel import col

from outreach.parties.address import Address
from outreach.parties.person import meet
from outreach.store.errors import NotWiped
from outreach.store.pace import StorePace
from outreach.store.postgresql import wipe as wipe_server
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.store.unwiped import Unwiped
from outreach.store.wipe import wipe
from tests.databases import url_of
from tests.outreach.store.conftest import Rule
from tests.statements import run_sql

pytestmark = pytest.mark.postgresql
SECRET = "VICTIM"


@pytest.fixture
def store_pace() -> StorePace:
    return StorePace(wipe_readers=0.05, wipe_again=0.05)


def erase(unit: Unit) -> None:
    unit.connection.execute(delete(Address).where(col(Address.external_id).like(f"{SECRET}%")))
    unit.erased.append(1)


def come_again(unit: Unit) -> int:
    person, _ = meet(unit, channel="web", external_id="other", language="nl")
    return person


def come(store: Store) -> None:
    person, _ = store.run(meet, NOBODY, channel="web", external_id=f"{SECRET}-1", language="nl")
    address = {
        "person_id": person,
        "channel": "telegram",
        "external_id": f"{SECRET}-2",
        "seq": 0,
        "wrong_codes": 0,
    }
    run_sql(store, insert(Address), address)
    run_sql(store, "ANALYZE")


def ways(store: Store) -> str:
    """What is in the way of wiping a store just now."""
    with pytest.raises(NotWiped) as told:
        wipe(store.database, store.path.parent, store.clock, Event())
    return told.value.way


def test_plain_vacuum_would_leave_it(store: Store, raw: Callable[[Store], str]) -> None:
    """The reason why wiping writes the tables again."""
    come(store)
    store.run(erase, NOBODY)

    with psycopg.connect(url_of(store), autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE)")

    assert SECRET in raw(store)


def test_old_snapshot_only_delays_it(
    store: Store,
    raw: Callable[[Store], str],
    note: Callable[[int], Rule],
    wiped: Callable[[Store], bool],
) -> None:
    come(store)
    with psycopg.connect(url_of(store)) as reader:
        reader.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        reader.execute("SELECT count(*) FROM person").fetchone()
        store.run(erase, NOBODY)
        assert ways(store) == "reader"
        assert SECRET in raw(store)
        assert store.run(note(1), NOBODY) == 1

    wiped(store)

    assert SECRET not in raw(store)
    assert Unwiped(store.path.parent).marks() == []


def test_who_waits_for_a_table_goes_first(
    store: Store,
    raw: Callable[[Store], str],
    wiped: Callable[[Store], bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A unit that wants a table during its rewrite is stored; the table is rewritten later."""
    come(store)
    store.run(erase, NOBODY)
    stored: list[int] = []
    plain = wipe_server._rebuild

    def rebuild(connection: psycopg.Connection, table: Identifier) -> None:
        if table == Identifier("public", "address") and not stored:
            connection.execute("BEGIN")
            # as VACUUM FULL does
            connection.execute("LOCK TABLE address IN ACCESS EXCLUSIVE MODE")
            waiting = threading.Thread(target=lambda: stored.append(store.run(come_again, NOBODY)))
            waiting.start()
            try:
                connection.execute("SELECT pg_sleep(60)")
            finally:
                connection.execute("ROLLBACK")
                waiting.join()
        plain(connection, table)

    monkeypatch.setattr(wipe_server, "_rebuild", rebuild)

    wiped(store)

    assert stored == [2]
    assert SECRET not in raw(store)


def test_table_that_others_always_want_is_left_for_later_and_the_others_are_done(
    store: Store, raw: Callable[[Store], str], wiped: Callable[[Store], bool]
) -> None:
    come(store)
    store.run(erase, NOBODY)
    with psycopg.connect(url_of(store)) as holder:
        holder.execute("LOCK TABLE address IN ACCESS SHARE MODE")
        holder.execute("SELECT 1")
        way = ways(store)
        progress = Unwiped(store.path.parent).progress()
        store.run(come_again, NOBODY)

    wiped(store)

    assert (way, progress.way) in (("reader", "reader"), ("busy", "busy"))
    assert SECRET not in raw(store)


def test_who_says_stop_is_obeyed_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    come(store)
    store.run(erase, NOBODY)
    stop = Event()

    def rebuild(connection: psycopg.Connection, _: Identifier) -> None:
        stop.set()
        connection.execute("SELECT pg_sleep(60)")

    monkeypatch.setattr(wipe_server, "_rebuild", rebuild)

    with pytest.raises(NotWiped) as told:
        wipe(store.database, store.path.parent, store.clock, stop)

    assert told.value.way == "stopped"
    assert len(Unwiped(store.path.parent).marks()) == 1


def test_next_try_goes_on_with_the_tables_that_are_left(
    store: Store,
    raw: Callable[[Store], str],
    wiped: Callable[[Store], bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    come(store)
    store.run(erase, NOBODY)
    written, plain = [], wipe_server._rebuild

    def rebuild(connection: psycopg.Connection, table: Identifier) -> None:
        if table == Identifier("public", "address") and table not in written:
            written.append(table)
            raise psycopg.errors.DiskFull
        written.append(table)
        plain(connection, table)

    monkeypatch.setattr(wipe_server, "_rebuild", rebuild)

    assert ways(store) == "room"
    wiped(store)

    assert [table for table in written if written.count(table) > 1] == [
        Identifier("public", "address")
    ] * 2
    assert SECRET not in raw(store)


def test_only_one_process_wipes(store: Store) -> None:
    come(store)
    store.run(erase, NOBODY)
    with psycopg.connect(url_of(store), autocommit=True) as other:
        other.execute(wipe_server.TAKE, (wipe_server.ALONE,))

        assert ways(store) == "another"


def test_server_that_is_away_is_told(store: Store) -> None:
    address = url_of(store).replace("/copy_", "/gone_")

    with pytest.raises(NotWiped) as told:
        list(wipe_server.wipe_server(address, [], Event()))

    assert told.value.way == "away"


def test_erasures_beside_each_other_are_all_wiped(
    store: Store, raw: Callable[[Store], str], wiped: Callable[[Store], bool]
) -> None:
    come(store)
    threads = [threading.Thread(target=store.run, args=(erase, NOBODY)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    wiped(store)

    assert SECRET not in raw(store)
    assert Unwiped(store.path.parent).marks() == []
