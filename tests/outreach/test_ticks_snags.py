"""One bad row keeps no other from what a tick does: it is passed over, seen, and
tried again when it is mended.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog

from content.message import Message
from content.texts import Texts
from outreach.delivery.claim import claim_due, release_claims
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.lane import ClaimTerms
from outreach.delivery.notice import notify
from outreach.delivery.results import Result, record_results
from outreach.settings import Settings
from outreach.staff.staff import add_staff
from outreach.store.snag import Snags, snags, try_snags_again
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK
from outreach.tasks.outbox import claim_mail, mail_sent
from outreach.ticks import Ticks
from tests.clock import Believed, Clock
from tests.conftest import LOUD

pytestmark = [pytest.mark.sqlite, pytest.mark.postgresql]
WITHOUT_ROWS = {"back_up", "copies", "damage", "wipe"}
OLD = "'2020-01-01 00:00:00.000000'"
ESCAPED = OLD.replace(":", r"\:")
LOOK = ClaimTerms(("web",), LOUD, {"web": 100})
PEOPLE = """INSERT INTO person (id, language, themes, created_at) VALUES (1, 'nl', '[]', {old}), (2,
    'nl', '[]', {old});
INSERT INTO address (id, person_id, channel, external_id, seq, wrong_codes, news)
VALUES (1, 1, 'web', 'w1', 0, 0, 1 = 0), (2, 2, 'web', 'w2', 0, 0, 1 = 0)"""
TALK = (
    "INSERT INTO conversation (person_id, address_id, dialogue, about, transcript, offers, rev, "
    "misses, last_at) "
    "VALUES ({n}, {n}, 'interest', '{{}}', '[]', '{{}}', 0, 0, {old})"
)
TALKS = "; ".join((PEOPLE, TALK.replace("{n}", "1"), TALK.replace("{n}", "2")))
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
TICKS = """INSERT INTO tick (id, name, failing_since, failures, in_a_row)
VALUES (1, 'seal', {old}, 9, 9), (2, 'venues', {old}, 9, 9)"""


@dataclass(frozen=True, slots=True)
class Case:
    """Rows of which the first is refused in some deed on a table; and a
    look at those dealt with.
    """

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
    return Ticks(waterdam, Texts(), settings, tmp_path, Believed(waterdam.clock))


@pytest.fixture
def fill(change: Callable[..., None]) -> Callable[[Store, str], None]:
    def run(store: Store, statements: str) -> None:
        for statement in (
            statements.replace("{old}", OLD).replace("{{", "{").replace("}}", "}").split(";")
        ):
            change(store, statement.replace("00:00:00", r"00\:00\:00"))

    return run


def passed(store: Store) -> list[tuple[str, int, int]]:
    return [(found.work, found.count, found.subject) for found in store.look(snags)]


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
    assert {(line["event"], line["work"], line["row"]) for line in logged} == {
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


@pytest.fixture
def two_notices(waterdam: Store, fill: Callable[[Store, str], None]) -> list[int]:
    """Two messages that are due, to two persons."""
    fill(waterdam, PEOPLE)
    waterdam.run(
        notify,
        TICK,
        name="notice-answer",
        persons=[1, 2],
        say=lambda _: Message("Hallo"),
        quiet=LOUD,
    )
    return waterdam.look(
        lambda unit: [
            row[0] for row in unit.connection.exec_driver_sql("SELECT id FROM delivery ORDER BY id")
        ]
    )


def test_message_that_cannot_be_claimed_holds_up_no_other(
    waterdam: Store,
    two_notices: list[int],
    refuse: Callable[..., None],
    allow: Callable[[Store, str], None],
    clock: Clock,
) -> None:
    bad, good = two_notices
    refuse(waterdam, "delivery", f"NEW.id = {bad}", "UPDATE")

    first = [outgoing.id for outgoing in waterdam.run(claim_due, TICK, LOOK)]
    held = passed(waterdam)
    allow(waterdam, "delivery")
    clock.passes(minutes=11)
    later = [outgoing.id for outgoing in waterdam.run(claim_due, TICK, LOOK)]

    assert (first, held, bad in later) == ([good], [("sending.claim", 1, bad)], True)


@pytest.fixture
def unwritten(
    waterdam: Store,
    two_notices: list[int],
    refuse: Callable[..., None],
    allow: Callable[[Store, str], None],
    clock: Clock,
) -> tuple[int, int]:
    """Two notices that were sent yesterday, the first of which could not be written down then."""
    bad, good = two_notices
    waterdam.run(claim_due, TICK, LOOK)
    refuse(waterdam, "delivery", f"NEW.id = {bad}", "UPDATE")
    waterdam.run(
        record_results,
        TICK,
        results=[Result(bad, 1, DeliveryState.SENT), Result(good, 2, DeliveryState.SENT)],
    )
    allow(waterdam, "delivery")
    clock.passes(days=1)
    return bad, good


def test_result_that_cannot_be_written_holds_up_no_other_and_is_not_sent_again(
    waterdam: Store,
    unwritten: tuple[int, int],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    bad, good = unwritten

    assert stored(waterdam, "SELECT id, state FROM delivery ORDER BY id") == [
        (bad, "claimed"),
        (good, "sent"),
    ]
    assert (waterdam.run(claim_due, TICK, LOOK), passed(waterdam)) == (
        [],
        [("sending.result", 1, bad)],
    )


def test_asking_for_another_try_sends_nothing_that_was_sent(
    waterdam: Store, unwritten: tuple[int, int]
) -> None:
    asked = waterdam.run(try_snags_again, TICK)

    assert (asked, waterdam.run(claim_due, TICK, LOOK)) == (0, [])


def test_mail_that_was_sent_goes_no_second_time_because_somebody_asks(
    waterdam: Store,
    change: Callable[..., None],
    refuse: Callable[..., None],
    allow: Callable[[Store, str], None],
    clock: Clock,
) -> None:
    mail = waterdam.run(
        add_staff, NOBODY, email="omar@waterdam.example", name="Omar", role="administrator"
    )
    change(
        waterdam,
        f"INSERT INTO mail (id, staff_id, state, made_at, next_at, tries) "
        f"VALUES (1, {mail}, 'claimed', {ESCAPED}, {ESCAPED}, 1)",
    )
    refuse(waterdam, "mail", "NEW.id = 1", "UPDATE")
    waterdam.run(mail_sent, TICK, mail=1)
    allow(waterdam, "mail")

    asked = waterdam.run(try_snags_again, TICK)

    assert (asked, waterdam.run(claim_mail, TICK)) == (0, None)
    assert passed(waterdam) == [("mail.sent", 1, 1)]


def test_claim_that_cannot_be_let_go_keeps_nobody_from_sending(
    waterdam: Store,
    two_notices: list[int],
    refuse: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    bad, good = two_notices
    waterdam.run(claim_due, TICK, LOOK)
    refuse(waterdam, "delivery", f"NEW.id = {bad}", "UPDATE")

    waterdam.run(release_claims, TICK, channels=("web",))

    assert [outgoing.id for outgoing in waterdam.run(claim_due, TICK, LOOK)] == [good]
    assert {(found.work, found.subject) for found in waterdam.look(snags)} == {
        ("sending.release", bad)
    }


def test_snags_are_told_with_their_work_and_error(
    waterdam: Store, two_notices: list[int], refuse: Callable[..., None], clock: Clock
) -> None:
    bad, _ = two_notices
    refuse(waterdam, "delivery", f"NEW.id = {bad}", "UPDATE")
    waterdam.run(claim_due, TICK, LOOK)

    (found,) = waterdam.look(snags)

    error = "DataException" if waterdam.database.shared else "IntegrityError"
    assert found == Snags("sending.claim", 1, clock.now, bad, error)
    assert found.part == "sending"
    assert clock.now - found.since == timedelta(0)
