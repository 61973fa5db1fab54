"""A clock that is wrong for a while costs nobody anything: no backup, no word, no conversation."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from content.texts import Texts
from outreach.settings import Settings
from outreach.store.clock import Trust
from outreach.store.copies import BACKUPS
from outreach.store.store import Store
from outreach.ticks import Ticks
from tests.clock import Believed, Clock
from tests.promises.conftest import Person

pytestmark = [pytest.mark.sqlite, pytest.mark.postgresql]
FAR = timedelta(days=400)
LASTS = timedelta(seconds=90)
STEP = timedelta(seconds=30)
DAYS = 6
KEPT = (
    "SELECT id, text FROM inbound ORDER BY id",
    "SELECT id, message FROM delivery ORDER BY id",
    "SELECT id, dialogue, transcript, reminded_at FROM conversation ORDER BY id",
    "SELECT id, state, brings, reach FROM interest ORDER BY id",
)
"""What people said and were told, and where they stand."""
Stored = Callable[[Store, str], list[tuple[Any, ...]]]


class Machine:
    """A machine whose clock can be set; its measure of what has passed cannot."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.measured = clock, timedelta()

    def passes(self, time: timedelta) -> None:
        self.clock.now += time
        self.measured += time

    def steady(self) -> float:
        return self.measured.total_seconds()


async def tick(ticks: Ticks) -> None:
    """Let the clockwork do once all that it does by itself."""
    for job in ticks.schedule().get_jobs():
        await job.func()


async def attack(store: Store, folder: Path, machine: Machine, trust: Trust) -> None:
    """Set the clock far ahead for a while, with the clockwork running, and then right again."""
    ticks = Ticks(store, Texts(), Settings(), folder, trust)
    machine.clock.now += FAR
    for _ in range(LASTS // STEP):
        await tick(ticks)
        machine.passes(STEP)
    machine.clock.now -= FAR
    await tick(ticks)


@pytest.fixture
async def machine(
    waterdam: Store, person: Callable[[str], Person], clock: Clock, tmp_path: Path
) -> Machine:
    """A town with one interest, one person half-way, and the backups of the last days."""
    if waterdam.database.shared:
        # as the server's own clock, in the end
        clock.now = datetime.now(UTC) - timedelta(days=DAYS)
    machine = Machine(clock)
    await person("Sanne").express(1)
    for day in range(DAYS):
        if day == DAYS - 1:
            await person("Joris").express(2, upto=3)
        (tmp_path / BACKUPS).mkdir(exist_ok=True)
        backup = tmp_path / BACKUPS / f"kansenbode-{clock.now:%Y-%m-%d}.{waterdam.database.ending}"
        backup.write_bytes(b"a copy")
        machine.passes(timedelta(days=1))
    return machine


def standing(
    store: Store, folder: Path, stored: Stored
) -> tuple[set[str], list[list[tuple[Any, ...]]]]:
    backups = {path.name for path in (folder / BACKUPS).iterdir()}
    return backups, [stored(store, select) for select in KEPT]


async def test_clock_that_is_far_ahead_for_a_while_takes_nothing_away(
    waterdam: Store,
    machine: Machine,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    tmp_path: Path,
) -> None:
    backups, rows = standing(waterdam, tmp_path, stored)

    await attack(waterdam, tmp_path, machine, Trust(machine.clock, machine.steady))

    after, left = standing(waterdam, tmp_path, stored)
    assert (backups - after, left) == (set(), rows)


async def test_this_attack_would_see_a_clock_that_is_believed(
    waterdam: Store,
    machine: Machine,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    tmp_path: Path,
) -> None:
    backups, rows = standing(waterdam, tmp_path, stored)

    await attack(waterdam, tmp_path, machine, Believed(machine.clock))

    after, left = standing(waterdam, tmp_path, stored)
    assert backups - after
    assert (left[0] == rows[0], left[2] == rows[2]) == (False, False)
