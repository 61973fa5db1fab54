"""What was erased is gone: noted before the commit, and not one byte of it left in the file or its log."""

import json
import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, update
from sqlmodel import col

from outreach.store import engine, writer
from outreach.store.errors import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.talks.conversation import Conversation

SECRET = "VICTIM"


def people(unit: Unit, ids: range) -> None:
    for id in ids:
        unit.connection.exec_driver_sql(
            "INSERT INTO person (id, language, themes, created_at) VALUES (?, 'nl', '[]', '2026-11-02 09:00:00')", (id,)
        )
        unit.connection.exec_driver_sql(
            "INSERT INTO address (id, person_id, channel, external_id, seq, wrong_codes) VALUES (?, ?, 'web', ?, 0, 0)",
            (id, id, f"{id * 7919 % 1000}-{SECRET if id % 5 == 0 else 'other'}-{id}"),
        )
        row: dict[str, Any] = {"id": id, "person_id": id, "address_id": id, "about": {}, "transcript": [], "offers": {}}
        unit.connection.execute(insert(Conversation), row | {"rev": 0, "misses": 0, "last_at": unit.now})


def talk_on(unit: Unit, id: int, words: int) -> None:
    said = (SECRET if id % 5 == 0 else "words") * words
    statement = update(Conversation).where(col(Conversation.id) == id).values(transcript=[["ask", "give", said]])
    unit.connection.execute(statement)


def erase(unit: Unit, ids: list[int]) -> None:
    for id in ids:
        unit.connection.execute(delete(Conversation).where(col(Conversation.id) == id))
        unit.connection.exec_driver_sql("DELETE FROM address WHERE id = ?", (id,))
        unit.connection.exec_driver_sql("DELETE FROM person WHERE id = ?", (id,))
        unit.erased.append(id)


def erase_and_refuse(unit: Unit, ids: list[int]) -> None:
    erase(unit, ids)
    raise Refusal("refusal-unknown", given="1")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_erased_person_leaves_no_byte_in_file_or_log(store: Store, seed: int):
    chance = random.Random(seed)
    store.run(people, NOBODY, range(1, 201))
    for _ in range(1_500):
        store.run(talk_on, NOBODY, chance.randint(1, 200), chance.randint(1, 300))
    assert SECRET in _bytes(store.path)

    store.run(erase, NOBODY, ids=list(range(5, 201, 5)))

    assert SECRET not in _bytes(store.path)


def test_erased_ids_are_noted_before_the_commit(store: Store, clock, monkeypatch: pytest.MonkeyPatch):
    stored_when_noted = []
    note = writer.Writer._note

    def note_and_look(self: writer.Writer, erased: list[int]) -> None:
        note(self, erased)
        stored_when_noted.append(_persons(store.path))

    monkeypatch.setattr(writer.Writer, "_note", note_and_look)
    store.run(people, NOBODY, range(1, 3))

    store.run(erase, NOBODY, ids=[1])

    assert stored_when_noted == [[1, 2]]
    assert _persons(store.path) == [2]
    assert _noted(store.path) == [{"at": clock.now.isoformat(), "persons": [1]}]


def test_failed_erasure_is_not_noted(store: Store):
    store.run(people, NOBODY, range(1, 3))

    with pytest.raises(Refusal):
        store.run(erase_and_refuse, NOBODY, ids=[1])

    assert _persons(store.path) == [1, 2]
    assert not store.path.with_name("erased.jsonl").exists()


def test_erasure_that_cannot_be_noted_does_not_happen(store: Store):
    store.run(people, NOBODY, range(1, 3))
    store.path.with_name("erased.jsonl").mkdir()

    with pytest.raises(IsADirectoryError):
        store.run(erase, NOBODY, ids=[1])

    assert _persons(store.path) == [1, 2]


async def test_erasures_of_one_group_are_noted_together(store: Store, clock, together):
    await store.write(people, NOBODY, range(1, 6))

    await together(
        store, lambda unit: erase(unit, [1]), lambda unit: erase_and_refuse(unit, [2]), lambda unit: erase(unit, [3])
    )

    assert _noted(store.path) == [{"at": clock.now.isoformat(), "persons": [1, 3]}]
    assert _persons(store.path) == [2, 4, 5]


def test_reader_in_the_way_only_delays_the_wiping(store: Store, note, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engine, "PRAGMAS", (*engine.PRAGMAS, "PRAGMA busy_timeout=20"))
    store.run(people, NOBODY, range(1, 21))
    with closing(sqlite3.connect(store.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchone()
        store.run(erase, NOBODY, ids=[5, 10, 15, 20])
        assert SECRET in _bytes(store.path)
        reader.execute("COMMIT")

    store.run(note(1), NOBODY)

    assert SECRET not in _bytes(store.path)


def test_wiping_that_a_kill_prevented_is_made_up_for(store: Store, note, monkeypatch: pytest.MonkeyPatch):
    store.run(people, NOBODY, range(1, 21))
    with monkeypatch.context() as killed:
        killed.setattr(writer.Writer, "_wipe", lambda self: None)
        store.run(erase, NOBODY, ids=[5, 10, 15, 20])
        store.close()

    with Store(store.path) as again:
        again.run(note(1), NOBODY)
        left = _bytes(store.path)

    assert SECRET not in left


def _bytes(path: Path) -> str:
    files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
    return b"".join(file.read_bytes() for file in files).decode("latin-1")


def _noted(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.with_name("erased.jsonl").read_text().splitlines()]


def _persons(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as database:
        return [id for (id,) in database.execute("SELECT id FROM person ORDER BY id")]
