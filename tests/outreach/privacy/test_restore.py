"""A backup that is put back brings nobody back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from outreach.parties.person import Person, meet
from outreach.privacy import restore as restoring
from outreach.privacy.forget import forget_person
from outreach.privacy.merge import absorb
from outreach.privacy.restore import Erasure, apply_erasures, mend_list, read_erasures, restore
from outreach.store.columns import pick
from outreach.store.erased import is_whole
from outreach.store.errors import ErasuresBroken, ErasuresLost, NotABackup
from outreach.store.events import record
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from tests.databases import reopened, url_of

AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
LINE = '{"at": "2026-11-02T09:00:00+00:00", "persons": [3, 4]}\n'


def persons(store: Store) -> list[int]:
    return store.look(lambda unit: list(unit.connection.execute(pick(Person.id).order_by(Person.id)).scalars()))


def put_back(store: Store, backup: Path) -> int:
    return restore(backup, store.path, url_of(store))


def meet_one(store: Store, name: str) -> int:
    return store.run(meet, NOBODY, channel="web", external_id=name, language="nl")[0]


def forget_two_who_became_one(store: Store, clock, backup: Path) -> int:
    """Two become one after a backup and are forgotten; gives the other person who is there."""
    gone, stays, other = (meet_one(store, name) for name in ("a", "b", "c"))
    store.database.back_up(backup)
    clock.passes(hours=1)
    store.run(absorb, Actor("person", stays), person=gone)
    store.run(forget_person, TICK, person=stays)
    store.close()
    return other


def test_whoever_was_forgotten_since_the_backup_is_forgotten_again(store, clock, tmp_path):
    gone, stays = meet_one(store, "a"), meet_one(store, "b")
    store.database.back_up(tmp_path / "b")
    clock.passes(hours=1)
    store.run(forget_person, TICK, person=gone)
    store.close()

    forgotten = put_back(store, tmp_path / "b")

    with reopened(store) as restored:
        assert (forgotten, persons(restored)) == (1, [stays])


def test_whoever_became_one_with_another_after_the_backup_does_not_come_back(store, clock, tmp_path):
    other = forget_two_who_became_one(store, clock, tmp_path / "b")

    forgotten = put_back(store, tmp_path / "b")

    with reopened(store) as restored:
        assert (forgotten, persons(restored)) == (2, [other])


def test_chain_of_persons_who_became_one_is_forgotten_as_a_whole(store, tmp_path):
    first, second, third = (meet_one(store, name) for name in ("a", "b", "c"))
    store.run(absorb, Actor("person", second), person=first)
    store.run(absorb, Actor("person", third), person=second)

    store.run(forget_person, TICK, person=third)

    (erasure, *more) = read_erasures(tmp_path / "erased.jsonl")
    assert [found.person for found in (erasure, *more)] == [third, second, first]


def test_somebody_new_under_an_old_number_is_not_forgotten(store, clock, tmp_path):
    person = meet_one(store, "a")
    before = clock.now - timedelta(days=1)
    (tmp_path / "erased.jsonl").write_text(f'{{"at": "{before.isoformat()}", "persons": [{person}]}}\n')

    erasures = list(read_erasures(tmp_path / "erased.jsonl"))
    assert store.run(apply_erasures, TICK, erasures) == 0
    assert persons(store) == [person]


def test_a_backup_from_after_an_erasure_forgets_nobody(store, clock, tmp_path):
    person = meet_one(store, "a")
    clock.passes(hours=1)
    store.run(forget_person, TICK, person=person)
    store.database.back_up(tmp_path / "b")
    store.close()

    assert put_back(store, tmp_path / "b") == 0


def test_a_restore_that_is_cut_off_leaves_the_database_that_was_there(store, tmp_path, monkeypatch):
    store.database.back_up(tmp_path / "b")
    person = meet_one(store, "a")
    store.close()

    def cut(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(restoring, "apply_erasures", cut)
    with pytest.raises(KeyboardInterrupt):
        put_back(store, tmp_path / "b")

    with reopened(store) as kept:
        assert persons(kept) == [person]


def test_a_file_that_is_no_backup_leaves_nothing_behind(store, tmp_path):
    (tmp_path / "other").write_bytes(b"something else")

    with pytest.raises(NotABackup):
        put_back(store, tmp_path / "other")

    assert not (tmp_path / "restoring").exists()


@pytest.mark.parametrize(
    ("text", "erasures"),
    [
        ("", []),
        (LINE, [Erasure(3, AT), Erasure(4, AT)]),
        (LINE + '{"at": "2026-11-', [Erasure(3, AT), Erasure(4, AT)]),
        ('{"at": "2026-11-' + LINE, [Erasure(3, AT), Erasure(4, AT)]),
    ],
)
def test_a_line_that_was_cut_off_is_passed_over(tmp_path, text, erasures):
    (tmp_path / "erased.jsonl").write_text(text)

    assert list(read_erasures(tmp_path / "erased.jsonl")) == erasures


@pytest.mark.parametrize("broken", ["nonsense", '{"at": "never", "persons": [3]}', '{"at": 3}', '{"persons": []}'])
def test_a_line_that_cannot_be_read_stops_the_restore_before_anything_changed(store, tmp_path, broken):
    store.database.back_up(tmp_path / "b")
    person = meet_one(store, "a")
    store.close()
    (tmp_path / "erased.jsonl").write_text(f"{LINE}{broken}\n{LINE}")

    with pytest.raises(ErasuresBroken, match=r"erased\.jsonl 2$"):
        put_back(store, tmp_path / "b")

    with reopened(store) as kept:
        assert persons(kept) == [person]


def elsewhere(store: Store, tmp_path: Path) -> Path:
    """Another machine, where nothing is: its folder; on a server also its database is empty."""
    folder = tmp_path / "elsewhere"
    folder.mkdir(exist_ok=True)
    if store.database.shared:
        with store.database.stepping() as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
    return folder / "kansenbode.db"


def two_backups(store: Store, clock, tmp_path: Path) -> tuple[Path, Path]:
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


def record_once(unit) -> None:
    record(unit, "staff.added", staff=1)


def kept(path: Path, store: Store) -> list[int]:
    with Store(path, url=url_of(store)) as restored:
        return persons(restored)


def test_older_backup_on_a_new_machine_says_that_nobody_knows_who_was_forgotten(store, clock, tmp_path):
    older, _ = two_backups(store, clock, tmp_path)
    unsure: list[str] = []

    restore(older, elsewhere(store, tmp_path), url_of(store), unsure=lambda: unsure.append("said"))

    assert unsure == ["said"]


def test_older_backup_on_a_new_machine_with_the_list_forgets_again(store, clock, tmp_path):
    older, _ = two_backups(store, clock, tmp_path)
    path, unsure = elsewhere(store, tmp_path), []

    forgotten = restore(
        older, path, url_of(store), erased=tmp_path / "erased.jsonl", unsure=lambda: unsure.append("said")
    )

    assert (forgotten, kept(path, store), unsure) == (1, [2], [])
    assert 1 in [found.person for found in read_erasures(path.with_name("erased.jsonl"))]


def test_backup_that_tells_of_the_forgotten_wants_their_list(store, clock, tmp_path):
    _, newer = two_backups(store, clock, tmp_path)
    path = elsewhere(store, tmp_path)

    with pytest.raises(ErasuresLost, match=r"elsewhere/erased\.jsonl$"):
        restore(newer, path, url_of(store))

    assert restore(newer, path, url_of(store), without_list=True) == 0


def test_newest_backup_put_back_first_tells_the_older_one(store, clock, tmp_path):
    older, newer = two_backups(store, clock, tmp_path)
    path = elsewhere(store, tmp_path)
    restore(newer, path, url_of(store), without_list=True)

    forgotten = restore(older, path, url_of(store))

    assert (forgotten, kept(path, store)) == (1, [2])


def test_another_database_in_the_place_knows_nothing_of_a_backup(store, clock, tmp_path):
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
    "shorter": lambda file: file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1])),
    "changed": lambda file: file.write_bytes(file.read_bytes().replace(b"[", b"[9")),
    "binary": lambda file: file.write_bytes(bytes(range(256)) * 4),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_list_that_lost_something_stops_the_restore_where_nothing_else_tells(store, clock, tmp_path, damage):
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
def test_database_that_is_there_tells_who_stood_on_a_lost_list(store, clock, tmp_path, damage):
    older, _ = two_backups(store, clock, tmp_path)
    DAMAGES[damage](tmp_path / "erased.jsonl")

    assert put_back(store, older) == 1
    assert kept(store.path, store) == [2]


@pytest.mark.parametrize("damage", DAMAGES)
def test_list_is_completed_by_the_database_at_start(store, clock, tmp_path, damage):
    two_backups(store, clock, tmp_path)
    DAMAGES[damage](tmp_path / "erased.jsonl")

    mend_list(store.path, url_of(store))

    assert is_whole(tmp_path / "erased.jsonl")
    assert 1 in [found.person for found in read_erasures(tmp_path / "erased.jsonl")]


@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "shorter", "changed"])
def test_database_that_is_there_tells_who_became_one_with_whom(store, clock, tmp_path, damage):
    other = forget_two_who_became_one(store, clock, tmp_path / "b")
    DAMAGES[damage](tmp_path / "erased.jsonl")

    forgotten = put_back(store, tmp_path / "b")

    with reopened(store) as restored:
        assert (forgotten, persons(restored)) == (2, [other])


def test_list_is_completed_with_who_became_one(store, tmp_path):
    gone, stays = meet_one(store, "a"), meet_one(store, "b")
    store.run(absorb, Actor("person", stays), person=gone)
    store.run(forget_person, TICK, person=stays)
    (tmp_path / "erased.jsonl").unlink()

    mend_list(store.path, url_of(store))

    assert [found.person for found in read_erasures(tmp_path / "erased.jsonl")] == [stays, gone]


def test_installation_where_nobody_was_forgotten_has_no_list(store):
    mend_list(store.path, url_of(store))

    assert not store.path.with_name("erased.jsonl").exists()


def test_given_list_that_is_not_there_or_empty_is_refused(store, clock, tmp_path):
    older, _ = two_backups(store, clock, tmp_path)
    (tmp_path / "empty.jsonl").touch()

    for name in ("nowhere.jsonl", "empty.jsonl"):
        with pytest.raises(ErasuresLost, match=rf"{name}$"):
            restore(older, store.path, url_of(store), erased=tmp_path / name)
