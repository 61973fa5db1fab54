"""The clockwork of two servers on one PostgreSQL: each thing once, and a backup if possible."""

import asyncio
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from content.texts import Texts
from outreach.conversations.conversation import Run, begin_conversation, keep_conversation
from outreach.parties.person import meet
from outreach.settings import Settings
from outreach.store.copies import BACKUPS
from outreach.store.errors import ToolOlder
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.store.upkeep import upkeep
from outreach.ticks import Ticks
from tests.clock import Believed, Clock
from tests.conftest import Dump
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
    return lambda store: Ticks(store, Texts(), settings, tmp_path, Believed(store.clock))


def fall_silent(unit: Unit, name: str) -> None:
    person, address = meet(unit, channel="web", external_id=name, language="nl")
    talk = begin_conversation(unit, person=person, address=address, language="nl")
    keep_conversation(unit, conversation=replace(talk, run=Run("interest")))


async def test_each_person_is_reminded_once(
    store: Store,
    other: Store,
    ticks: Callable[[Store], Ticks],
    clock: Clock,
    dump: Callable[[Store], Dump],
) -> None:
    for number in range(20):
        store.run(fall_silent, NOBODY, f"p{number}")
    clock.passes(days=4)

    await asyncio.gather(*[ticks(each).silence() for each in (store, other) for _ in range(3)])

    reminded = [row["person_id"] for row in dump(store)["delivery"]]
    assert sorted(reminded) == [row["id"] for row in dump(store)["person"]]


async def test_servers_that_share_a_folder_make_one_backup(
    store: Store, other: Store, ticks: Callable[[Store], Ticks], tmp_path: Path
) -> None:
    with capture_logs() as logged:
        await asyncio.gather(*[ticks(each).back_up() for each in (store, other)])

    assert [file.name for file in (tmp_path / BACKUPS).iterdir()] == ["kansenbode-2026-11-02.dump"]
    assert [line["event"] for line in logged] == ["backup made"]


async def test_missing_program_is_noted_and_installed_later_it_works(
    store: Store, ticks: Callable[[Store], Ticks], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = {job.func.__name__: job.func for job in ticks(store).schedule().get_jobs()}["back_up"]
    with monkeypatch.context() as without:
        without.setenv("PATH", str(tmp_path))
        await job()
        missing = store.look(upkeep)

    await job()

    assert [(one.name, one.error, one.good_at) for one in missing] == [
        ("back_up", "ToolMissing", None)
    ]
    assert [(one.error, one.failing_since, one.failures) for one in store.look(upkeep)] == [
        (None, None, 1)
    ]
    assert [file.suffix for file in (tmp_path / BACKUPS).iterdir()] == [".dump"]


async def test_program_that_is_older_than_the_server_is_named_as_that(
    store: Store, ticks: Callable[[Store], Ticks], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old"
    old.mkdir()
    (old / "pg_dump").write_text(
        "#!/bin/sh\n[ $1 = --version ] && echo 'pg_dump (PostgreSQL) 9.6.24' || exit 1\n"
    )
    (old / "pg_dump").chmod(0o755)
    monkeypatch.setenv("PATH", f"{old}:{os.environ['PATH']}")

    with pytest.raises(ToolOlder):
        await ticks(store).back_up()
