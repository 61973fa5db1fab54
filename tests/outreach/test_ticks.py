"""What is due is in rows, so a tick too many, or one from another process, changes nothing."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from content.texts import Texts
from outreach.parties.address import mark_gone
from outreach.settings import Settings
from outreach.store.copies import BACKUPS
from outreach.store.errors import ClockInDoubt
from outreach.store.events import first_broken_seal, record
from outreach.store.outage import outages
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from outreach.ticks import Ticks
from outreach.venues.post import post_card
from outreach.venues.presence import arrive
from outreach.venues.register import confirm_venue
from tests.clock import Believed, Clock, Doubted
from tests.conftest import LOUD
from tests.outreach.ticking import NAMES, notices


def dump(path: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(path)) as database:
        tables = [
            name
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in tables}


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
    """Any tick of the future asks first before it deletes or empties something."""
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


async def test_server_that_hears_nobody_lets_the_outage_go_on(
    waterdam: Store, tmp_path: Path, clock: Clock
) -> None:
    began, answers = clock.now, iter((True, False, True))

    async def hears() -> bool:
        return next(answers)

    ticks = Ticks(waterdam, Texts(), Settings(), tmp_path, Believed(clock), hears)
    found = []
    for _ in range(3):
        await ticks.beat()
        found.append([each.id for each in waterdam.look(outages, since=began)])
        clock.passes(minutes=10)

    assert found == [[], [0], [1]]


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
