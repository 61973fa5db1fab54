"""After "forget me" not one byte of the person is left in the file, its log, its index or the list of the forgotten."""

import hashlib
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from outreach.interests.overview import interest_overview
from outreach.privacy.forget import forget_person
from outreach.privacy.mydata import my_data
from outreach.store import writer
from outreach.store.backup import backup
from outreach.store.store import Store
from outreach.store.unit import TICK

PATIENCE = 20.0


@pytest.fixture
def left(waterdam: Store, raw) -> Callable[..., list[str]]:
    """The secrets that can still be found in the bytes."""

    def search(who) -> list[str]:
        found = raw(waterdam)
        return [secret for secret in who.secrets if secret in found]

    return search


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "WIPE_SECONDS", 0.01)


def comes_true(condition: Callable[[], bool]) -> bool:
    """Look again and again, with the writer at work in between, until it is so."""
    again = threading.Event()
    for _ in range(int(PATIENCE / 0.02)):
        if condition():
            return True
        again.wait(0.02)
    return False


def test_secrets_stand_in_the_bytes_before(lieke, left):
    assert left(lieke) == list(lieke.secrets)


@pytest.mark.parametrize("neighbours", [0, 3, 40])
def test_no_secret_is_left(waterdam: Store, life, left, neighbours):
    people = [life.of(f"Buur{number}mens") for number in range(neighbours)]
    lieke = life.of("Wiebelwortel")
    people += [life.of(f"Later{number}mens") for number in range(neighbours // 2)]

    waterdam.run(forget_person, TICK, person=lieke.id)

    assert left(lieke) == []
    assert [person.id for person in people if left(person) != list(person.secrets)] == []


def test_cookie_of_a_forgotten_person_is_gone_too(waterdam: Store, lieke, raw):
    cookie = hashlib.sha256(b"Wiebelwortel").hexdigest()
    assert cookie in raw(waterdam)

    waterdam.run(forget_person, TICK, person=lieke.id)

    assert cookie not in raw(waterdam)


def test_list_of_the_forgotten_holds_numbers_and_moments_only(waterdam: Store, lieke, clock):
    waterdam.run(forget_person, TICK, person=lieke.id)

    erased = waterdam.path.with_name("erased.jsonl").read_text("utf-8")
    assert erased == f'{{"at": "{clock.now.isoformat()}", "persons": [{lieke.id}]}}\n'


def test_no_secret_is_left_while_readers_go_on(waterdam: Store, life, left, quick):
    lieke = life.of("Wiebelwortel")
    neighbour = life.of("Knikkerzak")
    stop, read = threading.Event(), []

    def read_on() -> None:
        while not stop.is_set():
            read.append(len(waterdam.look(my_data, person=neighbour.id)))
            waterdam.look(interest_overview)

    readers = [threading.Thread(target=read_on) for _ in range(4)]
    for reader in readers:
        reader.start()
    try:
        waterdam.run(forget_person, TICK, person=lieke.id)
        gone = comes_true(lambda: left(lieke) == [])
    finally:
        stop.set()
        for reader in readers:
            reader.join()

    assert gone
    assert len(read) > 4


@pytest.mark.sqlite
def test_old_snapshot_only_delays_it(waterdam: Store, lieke, left, snapshot, quick):
    with snapshot():
        waterdam.run(forget_person, TICK, person=lieke.id)
        assert left(lieke) == list(lieke.secrets)

    assert comes_true(lambda: left(lieke) == [])


@pytest.mark.sqlite
def test_writer_goes_on_while_a_snapshot_stands_in_the_way(waterdam: Store, life, left, snapshot, quick):
    lieke, omar = life.of("Wiebelwortel"), life.of("Knikkerzak")
    with snapshot():
        waterdam.run(forget_person, TICK, person=lieke.id)
        waterdam.run(forget_person, TICK, person=omar.id)
        neighbour = life.of("Buurman")
        log = waterdam.path.with_name(waterdam.path.name + "-wal")
        before = log.stat().st_size
        waterdam.look(interest_overview)

        assert log.stat().st_size == before

    assert comes_true(lambda: left(lieke) + left(omar) == [])
    assert left(neighbour) == list(neighbour.secrets)


@pytest.mark.sqlite
def test_backup_under_way_only_delays_it(waterdam: Store, lieke, left, tmp_path: Path, quick):
    copying = threading.Thread(target=backup, args=(waterdam.path, tmp_path / "copy.db"))
    copying.start()
    waterdam.run(forget_person, TICK, person=lieke.id)
    copying.join()

    assert comes_true(lambda: left(lieke) == [])


@pytest.mark.sqlite
def test_erasure_that_was_not_wiped_before_the_end_is_wiped_after_a_start(
    waterdam: Store, lieke, left, snapshot, quick
):
    with snapshot():
        waterdam.run(forget_person, TICK, person=lieke.id)
        waterdam.close()

    with Store(waterdam.path):
        assert comes_true(lambda: left(lieke) == [])


@pytest.fixture
def snapshot(waterdam: Store) -> Callable[[], closing]:
    """Another program that reads, and holds on to what it saw."""

    def begin() -> closing:
        reader = sqlite3.connect(waterdam.path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchone()
        return closing(reader)

    return begin
