"""A backup that is put back brings nobody back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from outreach.privacy import restore as restoring
from outreach.privacy.forget import forget_person
from outreach.privacy.merge import absorb
from outreach.privacy.restore import Erasure, apply_erasures, read_erasures
from outreach.store.errors import ErasuresBroken, NotABackup
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.clock import Clock
from tests.databases import reopened
from tests.outreach.privacy.backups import forget_two_who_became_one, meet_one, persons, put_back

AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
LINE = '{"at": "2026-11-02T09:00:00+00:00", "persons": [3, 4]}\n'


def test_whoever_was_forgotten_since_the_backup_is_forgotten_again(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    gone, stays = meet_one(store, "a"), meet_one(store, "b")
    store.database.back_up(tmp_path / "b")
    clock.passes(hours=1)
    store.run(forget_person, TICK, person=gone)
    store.close()

    forgotten = put_back(store, tmp_path / "b")

    with reopened(store) as restored:
        assert (forgotten, persons(restored)) == (1, [stays])


def test_whoever_became_one_with_another_after_the_backup_does_not_come_back(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    other = forget_two_who_became_one(store, clock, tmp_path / "b")

    forgotten = put_back(store, tmp_path / "b")

    with reopened(store) as restored:
        assert (forgotten, persons(restored)) == (2, [other])


def test_chain_of_persons_who_became_one_is_forgotten_as_a_whole(
    store: Store, tmp_path: Path
) -> None:
    first, second, third = (meet_one(store, name) for name in ("a", "b", "c"))
    store.run(absorb, Actor("person", second), person=first)
    store.run(absorb, Actor("person", third), person=second)

    store.run(forget_person, TICK, person=third)

    (erasure, *more) = read_erasures(tmp_path / "erased.jsonl")
    assert [found.person for found in (erasure, *more)] == [third, second, first]


def test_somebody_new_under_an_old_number_is_not_forgotten(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    person = meet_one(store, "a")
    before = clock.now - timedelta(days=1)
    (tmp_path / "erased.jsonl").write_text(
        f'{{"at": "{before.isoformat()}", "persons": [{person}]}}\n'
    )

    erasures = list(read_erasures(tmp_path / "erased.jsonl"))
    assert store.run(apply_erasures, TICK, erasures) == 0
    assert persons(store) == [person]


def test_a_backup_from_after_an_erasure_forgets_nobody(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    person = meet_one(store, "a")
    clock.passes(hours=1)
    store.run(forget_person, TICK, person=person)
    store.database.back_up(tmp_path / "b")
    store.close()

    assert put_back(store, tmp_path / "b") == 0


def test_a_restore_that_is_cut_off_leaves_the_database_that_was_there(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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


def test_a_file_that_is_no_backup_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
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
def test_a_line_that_was_cut_off_is_passed_over(
    tmp_path: Path, text: str, erasures: list[Erasure]
) -> None:
    (tmp_path / "erased.jsonl").write_text(text)

    assert list(read_erasures(tmp_path / "erased.jsonl")) == erasures


@pytest.mark.parametrize(
    "broken", ["nonsense", '{"at": "never", "persons": [3]}', '{"at": 3}', '{"persons": []}']
)
def test_a_line_that_cannot_be_read_stops_the_restore_before_anything_changed(
    store: Store, tmp_path: Path, broken: str
) -> None:
    store.database.back_up(tmp_path / "b")
    person = meet_one(store, "a")
    store.close()
    (tmp_path / "erased.jsonl").write_text(f"{LINE}{broken}\n{LINE}")

    with pytest.raises(ErasuresBroken, match=r"erased\.jsonl 2$"):
        put_back(store, tmp_path / "b")

    with reopened(store) as kept:
        assert persons(kept) == [person]
