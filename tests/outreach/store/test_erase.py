"""What was erased is gone at once: noted before the commit, and no byte left after the wipe."""

import errno
import json
import random
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col

from outreach.parties.person import Person
from outreach.refusal import Refusal
from outreach.store.erased import note_erased
from outreach.store.errors import StoreFailed
from outreach.store.postgresql import writer as pool
from outreach.store.sqlite import writer
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.store.unwiped import Unwiped
from tests.clock import Clock
from tests.conftest import Dump
from tests.databases import reopened
from tests.outreach.store.erasing import SECRET, erase, people, talk_on
from tests.statements import run_sql


def erase_and_refuse(unit: Unit, ids: list[int]) -> None:
    erase(unit, ids)
    raise Refusal("refusal-unknown", given="1")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_erased_person_is_unreadable_at_once_and_leaves_no_byte_once_wiped(
    store: Store,
    raw: Callable[[Store], str],
    dump: Callable[[Store], Dump],
    wiped: Callable[[Store], bool],
    seed: int,
) -> None:
    chance = random.Random(seed)
    store.run(people, NOBODY, range(1, 201))
    for _ in range(1_500):
        store.run(talk_on, NOBODY, chance.randint(1, 200), chance.randint(1, 300))
    run_sql(store, "ANALYZE")
    assert SECRET in raw(store)

    store.run(erase, NOBODY, ids=list(range(5, 201, 5)))
    readable = SECRET in str(dump(store))
    wiped(store)

    assert not readable
    assert SECRET not in raw(store)


def test_erased_ids_are_noted_before_the_commit(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored_when_noted = []

    def note_and_look(file: Path, at: datetime, persons: list[int]) -> None:
        note_erased(file, at, persons)
        stored_when_noted.append(_persons(store))

    for module in (writer, pool):
        monkeypatch.setattr(module, "note_erased", note_and_look)
    store.run(people, NOBODY, range(1, 3))

    store.run(erase, NOBODY, ids=[1])

    assert stored_when_noted == [[1, 2]]
    assert _persons(store) == [2]
    assert _noted(store.path) == [{"at": clock.now.isoformat(), "persons": [1]}]


def test_failed_erasure_is_not_noted(store: Store) -> None:
    store.run(people, NOBODY, range(1, 3))

    with pytest.raises(Refusal):
        store.run(erase_and_refuse, NOBODY, ids=[1])

    assert _persons(store) == [1, 2]
    assert not store.path.with_name("erased.jsonl").exists()


def test_erasure_that_cannot_be_noted_does_not_happen(store: Store) -> None:
    store.run(people, NOBODY, range(1, 3))
    store.path.with_name("erased.jsonl").mkdir()

    with pytest.raises(StoreFailed):
        store.run(erase, NOBODY, ids=[1])

    assert _persons(store) == [1, 2]


@pytest.mark.sqlite
async def test_erasures_of_one_group_are_noted_together(
    store: Store, clock: Clock, together: Callable[..., Awaitable[list[Any]]]
) -> None:
    await store.write(people, NOBODY, range(1, 6))

    await together(
        store,
        lambda unit: erase(unit, [1]),
        lambda unit: erase_and_refuse(unit, [2]),
        lambda unit: erase(unit, [3]),
    )

    assert _noted(store.path) == [{"at": clock.now.isoformat(), "persons": [1, 3]}]
    assert _persons(store) == [2, 4, 5]


def test_erasure_is_marked_before_the_commit_and_wiped_by_whoever_comes_after_a_kill(
    store: Store, raw: Callable[[Store], str], wiped: Callable[[Store], bool]
) -> None:
    store.run(people, NOBODY, range(1, 21))
    store.run(erase, NOBODY, ids=[5, 10, 15, 20])
    store.close()

    with reopened(store) as again:
        marked = len(Unwiped(store.path.parent).marks())
        wiped(again)
        left = raw(store)

    assert marked == 1
    assert SECRET not in left


def test_erasure_that_cannot_be_marked_does_not_happen(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.run(people, NOBODY, range(1, 3))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "touch", full)

    with pytest.raises(StoreFailed):
        store.run(erase, NOBODY, ids=[1])

    assert _persons(store) == [1, 2]


def _noted(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.with_name("erased.jsonl").read_text().splitlines()]


def _persons(store: Store) -> list[int]:
    return store.look(
        lambda unit: list(unit.connection.scalars(select(col(Person.id)).order_by(col(Person.id))))
    )
