"""A tick that fails is noted and logged, and keeps no other from its work."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog
from sqlalchemy.exc import IntegrityError

from outreach.parties.person import meet
from outreach.store.clock import catch_up
from outreach.store.copies import BACKUPS
from outreach.store.errors import StoreError
from outreach.store.snag import TOO_MANY
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.store.upkeep import Upkeep, upkeep
from outreach.ticks import Ticks
from tests.clock import Clock, Doubted
from tests.outreach.ticking import NAMES, leave_open, notices


async def test_tick_that_waits_for_the_clock_is_told(
    waterdam: Store, make_ticks: Callable[..., Ticks], clock: Clock
) -> None:
    ticks = make_ticks(trust=Doubted(clock))

    for tick in (ticks.silence, ticks.retention, ticks.copies):
        await ticks._told(tick)()

    told = [(tick.name, tick.error) for tick in waterdam.look(upkeep)]
    assert told == [(name, "ClockInDoubt") for name in ("copies", "retention", "silence")]


async def test_ticks_go_on_though_the_clock_was_set_back(ticks: Ticks) -> None:
    scheduler = ticks.schedule()
    scheduler.start(paused=True)
    jobs = scheduler.get_jobs()
    for job in jobs[1:]:
        job.modify(next_run_time=datetime.now(UTC) + timedelta(days=400))
    catch_up(scheduler)
    late = [
        job
        for job in scheduler.get_jobs()
        if job.next_run_time > datetime.now(UTC) + job.trigger.interval
    ]
    scheduler.shutdown(wait=False)

    assert (len(jobs), late) == (len(NAMES), [])


async def test_scheduler_calls_every_tick_and_stops(
    ticks: Ticks, waterdam: Store, ada: int, tmp_path: Path, clock: Clock
) -> None:
    # so that nothing runs by itself meanwhile
    clock.now = datetime.now(UTC)
    scheduler = ticks.schedule()
    scheduler.start()
    jobs = scheduler.get_jobs()
    for job in jobs:
        await job.func()
    scheduler.shutdown(wait=False)

    assert sorted(job.func.__name__ for job in jobs) == sorted(NAMES)
    assert {job.max_instances for job in jobs} == {1}
    assert {job.coalesce for job in jobs} == {True}
    assert notices(waterdam) == ["talk-ended"]
    await asyncio.sleep(0)
    assert not scheduler.running


async def test_tick_on_a_closed_store_raises_what_the_scheduler_logs(
    waterdam: Store, ticks: Ticks
) -> None:
    waterdam.close()

    for name in ("seal", "silence", "retention"):
        with pytest.raises(StoreError):
            await getattr(ticks, name)()


async def test_tick_that_fails_is_noted_until_it_goes_well(
    waterdam: Store, ticks: Ticks, tmp_path: Path, clock: Clock
) -> None:
    jobs = {job.func.__name__: job.func for job in ticks.schedule().get_jobs()}
    (tmp_path / BACKUPS).mkdir()
    blocked = tmp_path / BACKUPS / "kansenbode-2026-11-02.db.part"
    blocked.mkdir()
    began = clock.now
    await jobs["back_up"]()
    clock.passes(minutes=30)
    await jobs["back_up"]()
    failing = waterdam.look(upkeep)

    blocked.rmdir()
    clock.passes(minutes=30)
    await jobs["back_up"]()

    assert [
        (one.name, one.good_at, one.failing_since, one.failures, one.in_a_row) for one in failing
    ] == [("back_up", None, began, 2, 2)]
    assert [one.error for one in failing] != [None]
    assert waterdam.look(upkeep) == [Upkeep("back_up", clock.now, None, 2, 0, None)]


async def test_scheduled_tick_that_fails_is_logged_by_its_name(
    waterdam: Store, ticks: Ticks
) -> None:
    waterdam.close()
    jobs = {job.func.__name__: job.func for job in ticks.schedule().get_jobs()}

    with structlog.testing.capture_logs() as logged:
        await jobs["seal"]()

    assert logged == [
        {"event": "tick failed", "tick": "seal", "error": "StoreClosed", "log_level": "error"}
    ]


async def test_ticks_log_no_path_and_no_person(ticks: Ticks, ada: int, clock: Clock) -> None:
    clock.passes(days=4)
    with structlog.testing.capture_logs() as logged:
        for name in NAMES:
            await getattr(ticks, name)()

    assert logged == [
        {"event": "backup made", "file": f"kansenbode-{clock.now:%Y-%m-%d}.db", "log_level": "info"}
    ]


async def test_part_of_a_tick_that_fails_keeps_no_other_from_its_work(
    waterdam: Store, ticks: Ticks, ada: int, clock: Clock, change: Callable[..., None]
) -> None:
    for number in range(TOO_MANY):
        person, address = waterdam.run(
            meet, NOBODY, channel="web", external_id=str(number), language="nl"
        )
        waterdam.run(leave_open, NOBODY, person=person, address=address)
    change(
        waterdam,
        "CREATE TRIGGER refuse BEFORE UPDATE OF dialogue ON conversation "
        "BEGIN SELECT RAISE(ABORT, 'refused'); END",
    )
    clock.passes(days=20)

    with pytest.raises(IntegrityError):
        await ticks.silence()

    assert set(notices(waterdam)) == {"talk-remind"}
