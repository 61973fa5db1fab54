"""What was forgotten is wiped at night or within a day; colleagues hear if it takes two."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from outreach.parties.person import meet
from outreach.privacy.forget import forget_person
from outreach.store.errors import NotWiped
from outreach.store.pace import StorePace, SweepPace
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK
from outreach.store.unwiped import Unwiped
from outreach.tasks.waiting import waiting
from outreach.ticks import Ticks
from tests.clock import Clock

SECRET = "WIEBELWORTEL"
NOON = datetime(2026, 11, 3, 11, 0, tzinfo=UTC)
"""In Amsterdam an hour later."""


@pytest.fixture
def forgotten(waterdam: Store, clock: Clock) -> Unwiped:
    clock.now = NOON
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id=SECRET, language="nl")
    waterdam.run(forget_person, TICK, person=person)
    return Unwiped(waterdam.path.parent)


@pytest.fixture
def reader(waterdam: Store) -> Callable[[], AbstractContextManager[sqlite3.Connection]]:
    """Another program that reads, and holds on to what it saw."""

    def begin() -> AbstractContextManager[sqlite3.Connection]:
        connection = sqlite3.connect(waterdam.path, isolation_level=None)
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM person").fetchone()
        waterdam.run(meet, NOBODY, channel="web", external_id="other", language="nl")
        return closing(connection)

    return begin


@pytest.fixture
def store_pace() -> StorePace:
    return StorePace(sweep=SweepPace(again=0.0))


@pytest.mark.parametrize(
    ("passes", "wiped"),
    [
        (timedelta(minutes=10), False),
        (timedelta(hours=13, minutes=50), False),
        (timedelta(hours=14), True),
        (timedelta(hours=16, minutes=59), True),
        (timedelta(hours=17), False),
        (timedelta(hours=20), True),
        (timedelta(days=-400), True),
    ],
)
async def test_wiping_waits_for_the_night_but_less_than_a_day(
    forgotten: Unwiped,
    waterdam: Store,
    ticks: Ticks,
    clock: Clock,
    raw: Callable[[Store], str],
    passes: timedelta,
    wiped: bool,
) -> None:
    clock.now = NOON + passes

    await ticks.wipe()

    assert (forgotten.marks() == [], SECRET not in raw(waterdam)) == (wiped, wiped)


async def test_night_in_which_nothing_waits_leaves_the_file_alone(
    waterdam: Store, ticks: Ticks, clock: Clock
) -> None:
    clock.now = NOON + timedelta(hours=14)
    before = waterdam.path.read_bytes()

    await ticks.wipe()

    assert waterdam.path.read_bytes() == before
    assert not (waterdam.path.parent / "wiping.json").exists()


async def test_what_is_in_the_way_is_noted_and_told_to_colleagues_after_two_days(
    forgotten: Unwiped,
    waterdam: Store,
    ticks: Ticks,
    clock: Clock,
    reader: Callable[[], AbstractContextManager[sqlite3.Connection]],
) -> None:
    jobs = {job.func.__name__: job.func for job in ticks.schedule().get_jobs()}
    with reader():
        clock.now = NOON + timedelta(hours=14)
        await jobs["wipe"]()
        first = (forgotten.progress().way, [item.kind for item in waterdam.look(waiting, most=9)])
        for minutes in (1, 11, 21):
            clock.now = NOON + timedelta(days=2, minutes=minutes)
            await jobs["wipe"]()
        then = [item.kind for item in waterdam.look(waiting, most=9)]

    clock.passes(minutes=10)
    await jobs["wipe"]()

    assert first == ("reader", [])
    assert then == ["tick"]
    assert [item.kind for item in waterdam.look(waiting, most=9)] == []
    assert (forgotten.marks(), forgotten.progress().last) == ([], clock.now)


async def test_server_beside_workers_wipes_what_is_marked_in_its_own_folder(ticks: Ticks) -> None:
    jobs = ticks.schedule(only_wipe=True).get_jobs()

    assert [job.func.__name__ for job in jobs] == ["wipe"]


async def test_it_fails_with_what_was_in_the_way(
    forgotten: Unwiped,
    ticks: Ticks,
    clock: Clock,
    tmp_path: Path,
    reader: Callable[[], AbstractContextManager[sqlite3.Connection]],
) -> None:
    clock.now = NOON + timedelta(days=3)

    with reader(), pytest.raises(NotWiped, match="reader"):
        await ticks.wipe()
