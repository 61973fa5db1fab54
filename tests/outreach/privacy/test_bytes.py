"""Once wiped, not one byte of a forgotten person is left in the file, its log or the list."""

import hashlib
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from outreach.privacy.forget import forget_person
from outreach.privacy.mydata import my_data
from outreach.reports.interests import interest_overview
from outreach.store.errors import NotWiped
from outreach.store.sqlite.backup import backup, check_sound
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.clock import Clock
from tests.conftest import Dump
from tests.outreach.privacy.conftest import Life, Somebody


@pytest.fixture
def left(waterdam: Store, raw: Callable[[Store], str]) -> Callable[..., list[str]]:
    """The secrets that can still be found in the bytes."""

    def search(who: Somebody) -> list[str]:
        found = raw(waterdam)
        return [secret for secret in who.secrets if secret in found]

    return search


def test_secrets_stand_in_the_bytes_before(lieke: Somebody, left: Callable[..., list[str]]) -> None:
    assert left(lieke) == list(lieke.secrets)


@pytest.mark.parametrize("neighbours", [0, 3, 40])
def test_no_secret_is_left(
    waterdam: Store,
    life: Life,
    left: Callable[..., list[str]],
    wiped: Callable[[Store], bool],
    neighbours: int,
) -> None:
    people = [life.of(f"Buur{number}mens") for number in range(neighbours)]
    lieke = life.of("Wiebelwortel")
    people += [life.of(f"Later{number}mens") for number in range(neighbours // 2)]

    waterdam.run(forget_person, TICK, person=lieke.id)
    wiped(waterdam)

    assert left(lieke) == []
    assert [person.id for person in people if left(person) != list(person.secrets)] == []


def test_nobody_can_read_anything_of_it_from_that_moment_on(
    waterdam: Store, lieke: Somebody, dump: Callable[[Store], Dump]
) -> None:
    before = [secret for secret in lieke.secrets if secret in str(dump(waterdam))]

    waterdam.run(forget_person, TICK, person=lieke.id)

    assert before == list(lieke.secrets)
    assert [secret for secret in lieke.secrets if secret in str(dump(waterdam))] == []


def test_cookie_of_a_forgotten_person_is_gone_too(
    waterdam: Store, lieke: Somebody, raw: Callable[[Store], str], wiped: Callable[[Store], bool]
) -> None:
    cookie = hashlib.sha256(b"Wiebelwortel").hexdigest()
    assert cookie in raw(waterdam)

    waterdam.run(forget_person, TICK, person=lieke.id)
    wiped(waterdam)

    assert cookie not in raw(waterdam)


def test_list_of_the_forgotten_holds_numbers_and_moments_only(
    waterdam: Store, lieke: Somebody, clock: Clock
) -> None:
    waterdam.run(forget_person, TICK, person=lieke.id)

    erased = waterdam.path.with_name("erased.jsonl").read_text("utf-8")
    assert erased == f'{{"at": "{clock.now.isoformat()}", "persons": [{lieke.id}]}}\n'


def test_no_secret_is_left_while_readers_go_on(
    waterdam: Store, life: Life, left: Callable[..., list[str]], wiped: Callable[[Store], bool]
) -> None:
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
        # on a server it gives way to them, and goes on later
        with suppress(NotWiped):
            wiped(waterdam)
    finally:
        stop.set()
        for reader in readers:
            reader.join()
    wiped(waterdam)

    assert left(lieke) == []
    assert len(read) > 4


@pytest.mark.sqlite
def test_backup_under_way_only_delays_it(
    waterdam: Store,
    lieke: Somebody,
    left: Callable[..., list[str]],
    tmp_path: Path,
    wiped: Callable[[Store], bool],
) -> None:
    waterdam.run(forget_person, TICK, person=lieke.id)
    copying = threading.Thread(target=backup, args=(waterdam.path, tmp_path / "copy.db"))
    copying.start()
    with suppress(NotWiped):
        wiped(waterdam)
    copying.join()

    wiped(waterdam)

    assert left(lieke) == []
    check_sound(tmp_path / "copy.db")
