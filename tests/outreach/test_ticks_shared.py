"""The clockwork of two servers on one PostgreSQL: each thing once; a backup where it can be made."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from content.texts import Texts
from outreach.parties.person import meet
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.talks.conversation import Run, begin_talk, keep_talk
from outreach.ticks import BACKUPS, Ticks
from tests.databases import reopened

pytestmark = pytest.mark.postgresql


@pytest.fixture
def other(store: Store) -> Iterator[Store]:
    """The store of the other server."""
    with reopened(store) as other:
        yield other


@pytest.fixture
def ticks(tmp_path: Path) -> Callable[[Store], Ticks]:
    settings = Settings.demo(quiet_from=time(0), quiet_until=time(0), quiet_days=False)
    return lambda store: Ticks(store, Texts(), settings, tmp_path)


def fall_silent(unit: Unit, name: str) -> None:
    person, address = meet(unit, channel="web", external_id=name, language="nl")
    talk = begin_talk(unit, person=person, address=address, language="nl")
    keep_talk(unit, talk=replace(talk, run=Run("interest")))


async def test_each_person_is_reminded_once(store: Store, other: Store, ticks, clock, dump):
    for number in range(20):
        store.run(fall_silent, NOBODY, f"p{number}")
    clock.passes(days=4)

    await asyncio.gather(*[ticks(each).silence() for each in (store, other) for _ in range(3)])

    reminded = [row["person_id"] for row in dump(store)["delivery"]]
    assert sorted(reminded) == [row["id"] for row in dump(store)["person"]]


async def test_servers_that_share_a_folder_make_one_backup(store: Store, other: Store, ticks, tmp_path: Path):
    with capture_logs() as logged:
        await asyncio.gather(*[ticks(each).back_up() for each in (store, other)])

    assert [file.name for file in (tmp_path / BACKUPS).iterdir()] == ["kansenbode-2026-11-02.dump"]
    assert [line["event"] for line in logged] == ["backup made"]


async def test_missing_program_is_told_once(store: Store, ticks, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    clockwork = ticks(store)

    with capture_logs() as logged:
        for _ in range(3):
            await clockwork.back_up()

    assert [(line["event"], "postgresql-client" in line["reason"]) for line in logged] == [
        ("no backups are made", True)
    ]
