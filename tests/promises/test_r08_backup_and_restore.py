"""R8: a backup under load restores to a known commit; an erased person does not return."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.runs import Script
from outreach.privacy.forget import forget_person
from outreach.privacy.restore import restore
from outreach.store.events import first_broken_seal, seal_events
from outreach.store.sqlite.backup import backup
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.clock import Clock
from tests.promises.conftest import Dump, Person
from tests.talking import Outbox, turns

BACKUPS = 4
TALKERS = 8


@pytest.fixture
def put_back(waterdam: Store, tmp_path: Path) -> Callable[[Path], Path]:
    """Restore a backup in a new folder, with the current list of forgotten persons."""

    def run(copy: Path) -> Path:
        folder = tmp_path / f"restored-{copy.stem}"
        folder.mkdir()
        erased = waterdam.path.with_name("erased.jsonl")
        if erased.exists():
            (folder / "erased.jsonl").write_bytes(erased.read_bytes())
        restore(copy, folder / "kansenbode.db")
        return folder / "kansenbode.db"

    return run


async def talk_on(
    person: Callable[[str], Person], stop: asyncio.Event, acknowledged: list[str], number: int
) -> None:
    """Express interest, and another, until it is enough."""
    who = person(f"Buur{number}")
    say = who.say

    async def noted(text: str = "", **more: object) -> bool:
        took = await say(text, **more)
        acknowledged.append(who.handed_in[-1].external_id)
        return took

    who.say = noted  # type: ignore[method-assign]
    for opportunity in (1, 2, 3, 4, 5, 6, 7, 8):
        if not stop.is_set():
            await who.express(opportunity)


async def backups_under_load(
    person: Callable[[str], Person], waterdam: Store, tmp_path: Path
) -> list[tuple[Path, set[str], set[str]]]:
    """Make backups while people talk; return each with what was acknowledged around it."""
    acknowledged: list[str] = []
    stop = asyncio.Event()
    talking = [
        asyncio.create_task(talk_on(person, stop, acknowledged, number))
        for number in range(TALKERS)
    ]
    made = []
    for number in range(BACKUPS):
        await asyncio.sleep(0.05)
        copy, before = tmp_path / f"copy{number}.db", set(acknowledged)
        await asyncio.to_thread(backup, waterdam.path, copy)
        made.append((copy, before, set(acknowledged)))
    stop.set()
    await asyncio.gather(*talking)
    return made


async def test_backup_under_load_restores_to_a_known_commit(
    person: Callable[[str], Person],
    waterdam: Store,
    tmp_path: Path,
    put_back: Callable[[Path], Path],
    query: Callable[..., list[Any]],
) -> None:
    made = await backups_under_load(person, waterdam, tmp_path)
    every = query(waterdam.path, "SELECT external_id FROM inbound ORDER BY id")

    for copy, before, after in made:
        path = put_back(copy)
        came_in = query(path, "SELECT external_id FROM inbound ORDER BY id")
        assert came_in == every[: len(came_in)]
        assert before <= set(came_in)
        assert len(set(came_in) - after) <= TALKERS
        assert query(path, "SELECT inbound_id FROM delivery ORDER BY id") == list(
            range(1, len(came_in) + 1)
        )
        assert query(path, "SELECT count(*) FROM interest") == query(
            path, "SELECT count(*) FROM code WHERE kind = 'reference'"
        )
        assert query(path, "PRAGMA integrity_check") == ["ok"]
        assert query(path, "PRAGMA foreign_key_check") == []
    assert len({len(before) for _, before, _ in made}) > 1


async def test_conversation_goes_on_from_where_the_backup_stood(
    person: Callable[[str], Person],
    waterdam: Store,
    tmp_path: Path,
    put_back: Callable[[Path], Path],
    query: Callable[..., list[Any]],
    script: Script,
    outbox: Outbox,
    clock: Clock,
) -> None:
    ada = person("ada")
    await ada.express(1, upto=4)
    await asyncio.to_thread(backup, waterdam.path, tmp_path / "copy.db")
    await ada.say("ja")

    with Store(put_back(tmp_path / "copy.db"), clock) as restored:
        again = turns(restored, script, outbox)
        lost = ada.handed_in[-1]
        assert await again.take(lost)
        assert not await again.take(lost)

        assert query(restored.path, "SELECT brings FROM interest") == ["ada brengt een schop"]


@pytest.mark.parametrize("seed", range(3))
async def test_erased_person_does_not_come_back(
    person: Callable[[str], Person],
    waterdam: Store,
    tmp_path: Path,
    put_back: Callable[[Path], Path],
    query: Callable[..., list[Any]],
    clock: Clock,
    seed: int,
) -> None:
    people = [person(name) for name in ("Wiebelwortel", "Knikkerzak", "Appelflap")]
    for who in people:
        await who.express(1)
        await who.express(2)
    waterdam.run(seal_events, TICK)
    await asyncio.to_thread(backup, waterdam.path, tmp_path / "copy.db")
    gone = people[seed]
    clock.passes(minutes=1)
    waterdam.run(forget_person, TICK, person=seed + 1)

    path = put_back(tmp_path / "copy.db")

    assert gone.name.encode() in (tmp_path / "copy.db").read_bytes()
    assert [
        file.name for file in path.parent.iterdir() if gone.name.encode() in file.read_bytes()
    ] == []
    kept = [who.name for who in people if who is not gone]
    assert query(path, "SELECT name FROM party WHERE name != '' ORDER BY id") == kept
    assert query(path, "SELECT external_id FROM address ORDER BY id") == kept
    with Store(path) as restored:
        restored.run(seal_events, TICK)
        assert restored.look(first_broken_seal) is None


async def test_restoring_twice_gives_the_same(
    person: Callable[[str], Person],
    waterdam: Store,
    tmp_path: Path,
    put_back: Callable[[Path], Path],
    dump: Callable[[Path], Dump],
    clock: Clock,
) -> None:
    for name in ("Wiebelwortel", "Knikkerzak"):
        await person(name).express(1)
    await asyncio.to_thread(backup, waterdam.path, tmp_path / "copy.db")
    clock.passes(minutes=1)
    waterdam.run(forget_person, TICK, person=1)
    path = put_back(tmp_path / "copy.db")
    once = {table: rows for table, rows in dump(path).items() if table != "event"}
    await asyncio.to_thread(backup, path, tmp_path / "second.db")

    again = put_back(tmp_path / "second.db")

    assert {table: rows for table, rows in dump(again).items() if table != "event"} == once
