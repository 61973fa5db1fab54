"""Ticks only tick: what is due stands in rows, so one too many, or one from another
process, changes nothing.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy.exc import IntegrityError

from content.texts import Texts
from outreach.conversations.conversation import Run, begin_conversation, keep_conversation
from outreach.interests.interest import PartyDraft, express_interest
from outreach.parties.address import mark_gone
from outreach.parties.person import meet
from outreach.store.copies import BACKUPS
from outreach.store.errors import ClockInDoubt, StoreError
from outreach.store.events import first_broken_seal, record
from outreach.store.snag import TOO_MANY
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from outreach.store.upkeep import Upkeep, upkeep
from outreach.ticks import Ticks, catch_up
from outreach.venues.post import post_card
from outreach.venues.presence import arrive
from outreach.venues.register import confirm_venue
from tests.clock import Clock, Doubted
from tests.conftest import LOUD

NAMES = (
    "seal",
    "campaigns",
    "venues",
    "mail",
    "silence",
    "retention",
    "back_up",
    "copies",
    "damage",
    "wipe",
)


@pytest.fixture
def ada(waterdam: Store) -> int:
    """Somebody who expressed interest and left a question open."""
    person, address = waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
    party = PartyDraft("resident", "Ada")
    waterdam.run(
        express_interest,
        Actor("person", person),
        opportunity=1,
        version=1,
        party=party,
        brings="handen",
    )
    waterdam.run(leave_open, NOBODY, person=person, address=address)
    return person


def leave_open(unit: Unit, *, person: int, address: int) -> None:
    talk = begin_conversation(unit, person=person, address=address, language="nl")
    run = Run("interest", {"opportunity": 1}, [["ask", "a", "b"]])
    keep_conversation(unit, conversation=replace(talk, run=run))


def dump(path: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(path)) as database:
        tables = [
            name
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in tables}


def notices(store: Store) -> list[str]:
    with closing(sqlite3.connect(store.path)) as database:
        names = database.execute(
            "SELECT name FROM mailing JOIN delivery ON mailing.id = mailing_id ORDER BY mailing.id"
        )
        return [name for (name,) in names]


async def test_silence_reminds_then_ends_in_words_of_the_house(
    waterdam: Store, ticks: Ticks, ada: int, clock: Clock
) -> None:
    for _ in range(20):
        clock.passes(days=1)
        await ticks.silence()

    assert notices(waterdam) == ["talk-remind", "talk-ended"]
    said = [str(row) for row in dump(waterdam.path)["delivery"]]
    assert "laatste vraag" in said[0]
    assert "14 dagen niets van je gehoord" in said[1]
    assert "sluit ik dit gesprek" in said[1]


async def test_end_of_a_silent_conversation_names_the_days_that_are_set(
    waterdam: Store, make_ticks: Callable[..., Ticks], ada: int, clock: Clock
) -> None:
    clock.passes(days=6)

    await make_ticks(end_days=5).silence()

    assert "5 dagen niets van je gehoord" in str(dump(waterdam.path)["delivery"])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("days", [0, 4, 15, 400])
async def test_tick_too_many_changes_nothing_more(
    waterdam: Store, make_ticks: Callable[..., Ticks], ada: int, clock: Clock, name: str, days: int
) -> None:
    clock.passes(days=days)
    await getattr(make_ticks(), name)()
    once = dump(waterdam.path)

    await getattr(make_ticks(), name)()
    await asyncio.gather(*[getattr(make_ticks(), name)() for _ in range(3)])

    assert dump(waterdam.path) == once


@pytest.mark.parametrize("days", [4, 15])
async def test_two_clockworks_at_once_say_it_once(
    waterdam: Store, make_ticks: Callable[..., Ticks], ada: int, clock: Clock, days: int
) -> None:
    clock.passes(days=days)

    await asyncio.gather(*[make_ticks().silence() for _ in range(5)])

    assert len(notices(waterdam)) == 1


@pytest.mark.parametrize("name", NAMES)
async def test_tick_under_a_clock_in_doubt_takes_nothing_away(
    waterdam: Store,
    make_ticks: Callable[..., Ticks],
    ada: int,
    clock: Clock,
    tmp_path: Path,
    name: str,
) -> None:
    """Whatever a tick of the future does: if it deletes or empties, it asks first."""
    copy = tmp_path / BACKUPS / "kansenbode-2026-01-01.db"
    copy.parent.mkdir()
    copy.write_bytes(b"of another time")
    before = dump(waterdam.path)
    clock.now = datetime.now(UTC) + timedelta(days=4_000)
    ticks = make_ticks(trust=Doubted(clock))

    with suppress(ClockInDoubt):
        await getattr(ticks, name)()

    after = dump(waterdam.path)
    kept = (
        "person",
        "address",
        "consent",
        "party",
        "interest",
        "interest_change",
        "question",
        "inbound",
        "code",
    )
    assert {table: after[table] for table in (*kept, "conversation")} == {
        table: before[table] for table in (*kept, "conversation")
    }
    assert [table for table in before if len(after[table]) < len(before[table])] == []
    assert notices(waterdam) == []
    assert copy.exists()


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


async def test_seal_closes_the_chain_over_all_events(
    waterdam: Store, ticks: Ticks, ada: int
) -> None:
    await ticks.seal()
    waterdam.run(_note, TICK, 7)
    await ticks.seal()

    assert waterdam.look(first_broken_seal) is None
    assert [row for row in dump(waterdam.path)["event"] if row[-1] is None] == []


async def test_broken_seal_is_found_after_ticking_on(
    waterdam: Store, ticks: Ticks, ada: int
) -> None:
    await ticks.seal()
    with closing(sqlite3.connect(waterdam.path)) as forger:
        forger.execute("UPDATE event SET actor = 'staff:1' WHERE id = 3")
        forger.commit()
    waterdam.run(_note, TICK, 7)
    await ticks.seal()

    assert waterdam.look(first_broken_seal) == 3


async def test_retention_empties_what_is_past_the_terms_of_the_settings(
    waterdam: Store, ticks: Ticks, ada: int, clock: Clock
) -> None:
    clock.passes(days=31)

    await ticks.retention()

    (row,) = dump(waterdam.path)["conversation"]
    assert "interest" not in str(row)


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


def _note(unit: Unit, number: int) -> None:
    record(unit, "test.noted", number=number)


async def test_venues_that_threw_us_out_are_marked_and_cards_are_kept_true(
    waterdam: Store, ticks: Ticks, clock: Clock
) -> None:
    texts = Texts(organisation="Waterdam", address="http://waterdam.example")
    where = {"channel": "telegram", "kind": "neighbourhood_group", "language": "nl"}
    for external_id, name in (("-1", "Zuid"), ("-2", "Noord")):
        waterdam.run(arrive, NOBODY, **where, external_id=external_id, name=name)
    waterdam.run(confirm_venue, Actor("staff", 1), code="zuid")
    waterdam.run(post_card, Actor("staff", 1), code="zuid", opportunity=1, texts=texts, quiet=LOUD)
    waterdam.run(mark_gone, NOBODY, channel="telegram", external_id="-2", gone=True)
    clock.passes(days=100)

    await ticks.venues()
    after = dump(waterdam.path)
    await ticks.venues()

    with closing(sqlite3.connect(waterdam.path)) as database:
        assert database.execute("SELECT code, state FROM venue").fetchall() == [
            ("zuid", "confirmed"),
            ("noord", "left"),
        ]
        assert database.execute("SELECT state FROM delivery").fetchall() == [("stopped",)]
    assert dump(waterdam.path) == after


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
