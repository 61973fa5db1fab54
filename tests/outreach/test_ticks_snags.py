"""One bad row stops no other in a tick: it is passed over, seen, and tried again once repaired."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Any

import pytest
import structlog

from content.message import Message
from content.texts import Texts
from outreach.settings import Settings
from outreach.store.snag import try_snags_again
from outreach.store.store import Store
from outreach.store.unit import TICK, Unit
from outreach.ticks import Ticks
from tests.clock import Believed, Clock
from tests.outreach.rows import PEOPLE, passed

pytestmark = [pytest.mark.sqlite, pytest.mark.postgresql]
WITHOUT_ROWS = {"back_up", "copies", "damage", "wipe"}
TALK = (
    "INSERT INTO conversation (person_id, address_id, dialogue, about, transcript, offers, rev, "
    "misses, last_at) "
    "VALUES ({n}, {n}, 'interest', '{{}}', '[]', '{{}}', 0, 0, {old})"
)
TALKS = "; ".join((PEOPLE, TALK.replace("{n}", "1"), TALK.replace("{n}", "2")))
TAKEN = (
    f"{TALKS}; INSERT INTO staff (id, email, name, role) VALUES (1, 'm@w.example', 'M', 'editor'); "
    "UPDATE conversation SET taken_id = 1, taken_at = {old}, taken_until = {old}, "
    "taken_minutes = 30"
)
EVENTS = (
    "DELETE FROM event; INSERT INTO event (id, at, actor, deed, ids, fields) VALUES "
    + ", ".join(f"({n}, {{old}}, '-', 'a', '{{{{}}}}', '[]')" for n in (1001, 1002, 1003))
)
STEPS = (
    "INSERT INTO mailing (id, kind, name, state, opportunity_id, send_at, policy, version) VALUES "
    "(1, 'campaign', 'first', 'sending', 1, {old}, 'again', 1), "
    "(2, 'campaign', 'first', 'sending', 1, {old}, 'again', 1)"
)
VENUES = """INSERT INTO venue (id, code, name, kind, channel, language, contact, state, most_a_week,
    made_at)
VALUES (1, 'noord', 'Noord', 'broadcast', 'telegram', 'nl', '', 'confirmed', 2, {old}),
(2, 'zuid', 'Zuid', 'broadcast', 'telegram', 'nl', '', 'confirmed', 2, {old});
INSERT INTO address (id, venue_id, channel, external_id, seq, wrong_codes, news, gone_at)
VALUES (1, 1, 'telegram', '-1', 0, 0, 1 = 0, {old}), (2, 2, 'telegram', '-2', 0, 0, 1 = 0, {old})"""
DECISIONS = """UPDATE opportunity SET state = 'closed' WHERE id IN (1, 2);
INSERT INTO decision (opportunity_id, letters, reason, actor, due_at, held)
VALUES (1, '{{}}', '', 'staff:1', {old}, ''), (2, '{{}}', '', 'staff:1', {old}, '')"""
LATER = "'2099-01-01 00:00:00.000000'"
MEETINGS = f"""INSERT INTO meeting (id, opportunity_id, kind, begins_at, ends_at, location, seats,
taken, access, interpreters, notes, sequence, made_at, changed_at, reason)
VALUES (1, 1, 'information', {LATER}, {LATER}, '', 9, 0, '[]', '[]', '', 0, {{old}}, {{old}}, ''),
(2, 1, 'information', {LATER}, {LATER}, '', 9, 0, '[]', '[]', '', 0, {{old}}, {{old}}, '');
INSERT INTO attendance (meeting_id, person_id, people, seated, at)
VALUES (1, 1, 1, 1 = 0, {{old}}), (2, 2, 1, 1 = 0, {{old}})"""
TICKS = """INSERT INTO tick (id, name, failing_since, failures, in_a_row)
VALUES (1, 'seal', {old}, 9, 9), (2, 'venues', {old}, 9, 9)"""


@dataclass(frozen=True, slots=True)
class Case:
    """Rows, the first of which is refused in some action; and a look at those dealt with."""

    tick: str
    work: str
    rows: str
    table: str
    when: str
    dealt: str
    on: str = "UPDATE"
    bad: int = 1


CASES = {
    "end": Case(
        "silence",
        "silence.end",
        TALKS,
        "conversation",
        "NEW.person_id = 1 AND NEW.dialogue IS NULL",
        "SELECT person_id FROM conversation WHERE dialogue IS NULL ORDER BY 1",
    ),
    "remind": Case(
        "silence",
        "silence.remind",
        TALKS.replace("{old}", "'2026-10-29 00:00:00.000000'"),
        "conversation",
        "NEW.person_id = 1",
        "SELECT person_id FROM conversation WHERE reminded_at IS NOT NULL ORDER BY 1",
    ),
    "retention": Case(
        "retention",
        "retention.talks",
        TALKS,
        "conversation",
        "NEW.person_id = 1",
        "SELECT person_id FROM conversation WHERE dialogue IS NULL ORDER BY 1",
    ),
    "campaigns": Case(
        "campaigns",
        "campaigns.look",
        STEPS,
        "mailing",
        "NEW.id = 1",
        "SELECT id FROM mailing WHERE state = 'done' ORDER BY 1",
    ),
    "decisions": Case(
        "decisions",
        "decisions.apply",
        DECISIONS,
        "decision",
        "NEW.opportunity_id = 1",
        "SELECT opportunity_id FROM decision WHERE due_at IS NULL ORDER BY 1",
    ),
    "meetings": Case(
        "meetings",
        "meetings.seat",
        f"{TALKS};{MEETINGS}",
        "attendance",
        "NEW.meeting_id = 1",
        "SELECT meeting_id FROM attendance WHERE seated ORDER BY 1",
    ),
    "talks": Case(
        "talks",
        "talks.overdue",
        TAKEN,
        "conversation",
        "NEW.person_id = 1 AND NEW.taken_id IS NULL",
        "SELECT person_id FROM conversation WHERE taken_id IS NULL ORDER BY 1",
    ),
    "venues": Case(
        "venues",
        "venues.leave",
        VENUES,
        "venue",
        "NEW.id = 1",
        "SELECT id FROM venue WHERE state = 'left' ORDER BY 1",
    ),
    "mail": Case(
        "mail",
        "mail.tick",
        TICKS,
        "task",
        "NEW.subject = 1",
        "SELECT subject FROM task ORDER BY 1",
        on="INSERT",
    ),
}


@pytest.fixture
def ticks(waterdam: Store, tmp_path: Path) -> Ticks:
    settings = Settings.demo(
        quiet_from=time(0),
        quiet_until=time(0),
        quiet_days=False,
        mail_host="127.0.0.1",
        mail_port=1,
        mail_from="kansenbode@waterdam.example",
    )
    texts = Texts(address="https://kansen.example")
    trust = Believed(waterdam.clock)
    return Ticks(waterdam, texts, settings, tmp_path, trust, go_on=goes_on)


def goes_on(unit: Unit, /, *, conversation: int, said: str, **facts: object) -> Message:
    """Say no more than what is said: what the bot asks next is another matter."""
    return Message(said)


def test_every_tick_that_has_rows_is_tried_here(ticks: Ticks) -> None:
    scheduled = {job.func.__name__ for job in ticks.schedule().get_jobs()}

    assert scheduled == {case.tick for case in CASES.values()} | {"seal"} | WITHOUT_ROWS


@pytest.mark.parametrize("name", CASES)
async def test_bad_row_is_passed_over_and_dealt_with_once_it_is_mended(
    waterdam: Store,
    ticks: Ticks,
    fill: Callable[[Store, str], None],
    refuse: Callable[..., None],
    allow: Callable[[Store, str], None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    clock: Clock,
    name: str,
) -> None:
    case = CASES[name]
    fill(waterdam, case.rows)
    refuse(waterdam, case.table, case.when, case.on)

    with structlog.testing.capture_logs() as logged:
        await getattr(ticks, case.tick)()
    others, bad = stored(waterdam, case.dealt), passed(waterdam)
    allow(waterdam, case.table)
    clock.passes(minutes=11)
    await getattr(ticks, case.tick)()

    assert (others, bad) == ([(2,)], [(case.work, 1, 1)])
    # psycopg may warn of the pipeline that the refused row broke
    ours = [line for line in logged if line["event"] != "library"]
    assert {(line["event"], line["work"], line["row"]) for line in ours} == {
        ("row passed over", case.work, 1)
    }
    assert (stored(waterdam, case.dealt), passed(waterdam)) == ([(1,), (2,)], [])


async def test_event_that_takes_no_seal_ends_the_chain_until_it_does(
    waterdam: Store,
    ticks: Ticks,
    fill: Callable[[Store, str], None],
    refuse: Callable[..., None],
    allow: Callable[[Store, str], None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    fill(waterdam, EVENTS)
    refuse(waterdam, "event", "NEW.id = 1002", "UPDATE")
    sealed = "SELECT id FROM event WHERE seal IS NOT NULL ORDER BY id"

    await ticks.seal()
    first, bad = stored(waterdam, sealed), passed(waterdam)
    allow(waterdam, "event")
    await ticks.seal()

    assert (first, bad) == ([(1001,)], [("seal", 1, 1002)])
    assert (stored(waterdam, sealed), passed(waterdam)) == ([(1001,), (1002,), (1003,)], [])


async def test_row_is_tried_less_and_less_often_until_somebody_asks(
    waterdam: Store,
    ticks: Ticks,
    fill: Callable[[Store, str], None],
    refuse: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    clock: Clock,
) -> None:
    case = CASES["end"]
    fill(waterdam, case.rows)
    refuse(waterdam, case.table, case.when, case.on)
    tried = []

    for _ in range(12):
        await ticks.silence()
        ((tries, next_at),) = waterdam.look(
            lambda unit: unit.connection.exec_driver_sql(
                "SELECT tries, CAST(next_at AS VARCHAR) FROM snag"
            ).all()
        )
        tried.append((tries, str(next_at)[:16]))
        clock.passes(minutes=10)
    asked = waterdam.run(try_snags_again, TICK)
    await ticks.silence()

    assert [tries for tries, _ in tried] == [1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4]
    assert (asked, stored(waterdam, "SELECT tries FROM snag")) == (1, [(5,)])
