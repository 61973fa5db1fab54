"""A restore knows who was forgotten, or says that it does not, if the list is missing."""

from pathlib import Path

import pytest

from outreach.privacy.forget import forget_person
from outreach.privacy.merge import absorb
from outreach.privacy.restore import mend_list, read_erasures, restore
from outreach.store.erased import is_whole
from outreach.store.errors import ErasuresBroken, ErasuresLost
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.clock import Clock
from tests.databases import reopened, url_of
from tests.outreach.privacy.backups import (
    elsewhere,
    forget_two_who_became_one,
    kept,
    meet_one,
    persons,
    put_back,
    record_once,
    two_backups,
)


def test_older_backup_on_a_new_machine_says_that_nobody_knows_who_was_forgotten(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    older, _ = two_backups(store, clock, tmp_path)
    unsure: list[str] = []

    restore(older, elsewhere(store, tmp_path), url_of(store), unsure=lambda: unsure.append("said"))

    assert unsure == ["said"]


def test_older_backup_on_a_new_machine_with_the_list_forgets_again(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    older, _ = two_backups(store, clock, tmp_path)
    path, unsure = elsewhere(store, tmp_path), []

    forgotten = restore(
        older,
        path,
        url_of(store),
        erased=tmp_path / "erased.jsonl",
        unsure=lambda: unsure.append("said"),
    )

    assert (forgotten, kept(path, store), unsure) == (1, [2], [])
    assert 1 in [found.person for found in read_erasures(path.with_name("erased.jsonl"))]


def test_backup_that_tells_of_the_forgotten_wants_their_list(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    _, newer = two_backups(store, clock, tmp_path)
    path = elsewhere(store, tmp_path)

    with pytest.raises(ErasuresLost, match=r"elsewhere/erased\.jsonl$"):
        restore(newer, path, url_of(store))

    assert restore(newer, path, url_of(store), without_list=True) == 0


def test_newest_backup_put_back_first_tells_the_older_one(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    older, newer = two_backups(store, clock, tmp_path)
    path = elsewhere(store, tmp_path)
    restore(newer, path, url_of(store), without_list=True)

    forgotten = restore(older, path, url_of(store))

    assert (forgotten, kept(path, store)) == (1, [2])


def test_another_database_in_the_place_knows_nothing_of_a_backup(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    older, _ = two_backups(store, clock, tmp_path)
    path, unsure = elsewhere(store, tmp_path), []
    migrate(path, url_of(store))
    with Store(path, url=url_of(store)) as other:
        other.run(record_once, TICK)

    restore(older, path, url_of(store), unsure=lambda: unsure.append("said"))

    assert unsure == ["said"]


DAMAGES = {
    "gone": lambda file: file.unlink(),
    "empty": lambda file: file.write_bytes(b""),
    "cut": lambda file: file.write_bytes(file.read_bytes()[:-30]),
    "shorter": lambda file: file.write_bytes(
        b"".join(file.read_bytes().splitlines(keepends=True)[:-1])
    ),
    "changed": lambda file: file.write_bytes(file.read_bytes().replace(b"[", b"[9")),
    "binary": lambda file: file.write_bytes(bytes(range(256)) * 4),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_list_that_lost_something_stops_the_restore_where_nothing_else_tells(
    store: Store, clock: Clock, tmp_path: Path, damage: str
) -> None:
    older, _ = two_backups(store, clock, tmp_path)
    path = elsewhere(store, tmp_path)
    for name in ("erased.jsonl", "erased.jsonl.sum"):
        (tmp_path / name).rename(path.with_name(name))
    DAMAGES[damage](path.with_name("erased.jsonl"))

    with pytest.raises((ErasuresLost, ErasuresBroken)):
        restore(older, path, url_of(store))

    restore(older, path, url_of(store), without_list=True)
    restore(older, path, url_of(store))


@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "shorter", "changed"])
def test_database_that_is_there_tells_who_stood_on_a_lost_list(
    store: Store, clock: Clock, tmp_path: Path, damage: str
) -> None:
    older, _ = two_backups(store, clock, tmp_path)
    DAMAGES[damage](tmp_path / "erased.jsonl")

    assert put_back(store, older) == 1
    assert kept(store.path, store) == [2]


@pytest.mark.parametrize("damage", DAMAGES)
def test_list_is_completed_by_the_database_at_start(
    store: Store, clock: Clock, tmp_path: Path, damage: str
) -> None:
    two_backups(store, clock, tmp_path)
    DAMAGES[damage](tmp_path / "erased.jsonl")

    mend_list(store.path, url_of(store))

    assert is_whole(tmp_path / "erased.jsonl")
    assert 1 in [found.person for found in read_erasures(tmp_path / "erased.jsonl")]


@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "shorter", "changed"])
def test_database_that_is_there_tells_who_became_one_with_whom(
    store: Store, clock: Clock, tmp_path: Path, damage: str
) -> None:
    other = forget_two_who_became_one(store, clock, tmp_path / "b")
    DAMAGES[damage](tmp_path / "erased.jsonl")

    forgotten = put_back(store, tmp_path / "b")

    with reopened(store) as restored:
        assert (forgotten, persons(restored)) == (2, [other])


def test_list_is_completed_with_who_became_one(store: Store, tmp_path: Path) -> None:
    gone, stays = meet_one(store, "a"), meet_one(store, "b")
    store.run(absorb, Actor("person", stays), person=gone)
    store.run(forget_person, TICK, person=stays)
    (tmp_path / "erased.jsonl").unlink()

    mend_list(store.path, url_of(store))

    assert [found.person for found in read_erasures(tmp_path / "erased.jsonl")] == [stays, gone]


def test_installation_where_nobody_was_forgotten_has_no_list(store: Store) -> None:
    mend_list(store.path, url_of(store))

    assert not store.path.with_name("erased.jsonl").exists()


def test_given_list_that_is_not_there_or_empty_is_refused(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    older, _ = two_backups(store, clock, tmp_path)
    (tmp_path / "empty.jsonl").touch()

    for name in ("nowhere.jsonl", "empty.jsonl"):
        with pytest.raises(ErasuresLost, match=rf"{name}$"):
            restore(older, store.path, url_of(store), erased=tmp_path / name)
