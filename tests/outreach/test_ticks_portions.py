"""The clockwork of a large house: each look uses an index, and long work lets turns through."""

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from content.message import Message
from content.texts import Texts
from outreach.campaigns.claim import any_campaign_due
from outreach.campaigns.look_after import look_after_steps
from outreach.conversations.silence import end_silent, remind_silent
from outreach.delivery.lane import ClaimTerms
from outreach.metrics import Metrics
from outreach.privacy.retention import apply_retention
from outreach.settings import Settings
from outreach.store.events import first_broken_seal, seal_events
from outreach.store.portion import PORTION
from outreach.store.store import Store
from outreach.store.unit import TICK
from outreach.tasks.alerts import alert_staff
from outreach.tasks.hours import Hours
from outreach.tasks.outbox import gather_mail, stuck_mail
from outreach.ticks import Ticks
from outreach.venues.edits import any_card_behind
from tests.clock import Believed
from tests.conftest import LOUD

pytestmark = [pytest.mark.sqlite, pytest.mark.postgresql]
MANY = 2 * PORTION + 100
NUMBERS = (
    "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {many})"
)
OLD = "'2020-01-01 00:00:00.000000'"
FEW = {"account", "aside", "meeting", "opportunity", "question", "snag", "staff", "tick", "venue"}
"""Tables of what a town has hundreds or thousands of, after years."""
WALKED = {"seal": {"event"}}
"""A table that is walked from its end, up to the row that is looked for: SQLite says
that as if it read all of it.
"""
SETTINGS = Settings(quiet_from=time(0), quiet_until=time(0), quiet_days=False)
TERMS = {
    name: getattr(SETTINGS, name)
    for name in (
        "transcript_days",
        "message_days",
        "interest_months",
        "undecided_months",
        "question_months",
        "meeting_days",
    )
}
LOOKS: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "seal": (seal_events, {}),
    "retention": (apply_retention, TERMS),
    "reminders": (remind_silent, {"days": 3, "say": Message, "quiet": LOUD}),
    "ends": (end_silent, {"days": 14, "say": Message, "quiet": LOUD}),
    "cards": (any_card_behind, {}),
    "campaigns": (look_after_steps, {"quiet": LOUD, "late": SETTINGS.cancel_time}),
    "alerts": (alert_staff, {"hours": Hours(SETTINGS.zone_info, time(8))}),
    "mail": (gather_mail, {}),
    "stuck mail": (stuck_mail, {}),
    "figures": (Metrics().collect, {}),
    "sender": (any_campaign_due, {"look": ClaimTerms(("telegram", "web"), LOUD, {}, None)}),
}


@pytest.fixture
def ticks(waterdam: Store, tmp_path: Path) -> Ticks:
    return Ticks(waterdam, Texts(SETTINGS.zone_info), SETTINGS, tmp_path, Believed(waterdam.clock))


@pytest.fixture
def fill(change: Callable[..., None]) -> Callable[..., None]:
    """`fill(store, "INSERT … SELECT … FROM numbers", …)`: make many rows."""

    def make(store: Store, *statements: str) -> None:
        for statement in statements:
            change(
                store,
                statement.format(numbers=NUMBERS.format(many=MANY), old=OLD.replace(":", r"\:")),
            )

    return make


PEOPLE = (
    (
        "INSERT INTO person (id, language, themes, created_at) {numbers} SELECT n, 'nl', '[]', "
        "{old} "
        "FROM numbers"
    ),
    """INSERT INTO address (id, person_id, channel, external_id, seq, wrong_codes, news)
    {numbers} SELECT n, n, 'web', 'w' || n, 0, 0, 1 = 0 FROM numbers""",
)
TALKS = (
    "INSERT INTO conversation (person_id, address_id, dialogue, about, transcript, offers, rev, "
    "misses, last_at) "
    "{numbers} SELECT n, n, 'interest', '{{}}', '[]', '{{}}', 0, 0, {old} FROM numbers"
)
WORDS = (
    """INSERT INTO inbound (id, channel, external_id, address_id, at, text, quarantined)
    {numbers} SELECT n, 'web', 'w' || n, n, {old}, 'Hallo', 1 = 0 FROM numbers""",
    """INSERT INTO delivery (inbound_id, person_id, address_id, state, message, send_at, tries,
    position, rank, done_at)
    {numbers} SELECT n, n, n, 'sent', '{{}}', {old}, 1, 0, 1, {old} FROM numbers""",
)
EVENTS = (
    "INSERT INTO event (at, actor, deed, ids, fields) {numbers} SELECT {old}, '-', 'a', '{{}}', "
    "'[]' FROM numbers"
)


@pytest.mark.parametrize("name", LOOKS)
def test_tick_looks_where_an_index_leads(
    waterdam: Store, whole: Callable[..., list[str]], name: str
) -> None:
    rule, values = LOOKS[name]

    assert set(whole(waterdam, rule, **values)) - FEW - WALKED.get(name, set()) == set()


def test_seal_goes_on_where_the_portion_before_ended(
    waterdam: Store, fill: Callable[..., None]
) -> None:
    fill(waterdam, EVENTS)

    sealed = [waterdam.run(seal_events, TICK) for _ in range(4)]

    assert sealed[:2] == [PORTION, PORTION]
    assert sealed[2] < PORTION
    assert (sealed[3], waterdam.look(first_broken_seal)) == (0, None)


async def test_seal_tick_closes_the_chain_over_all(
    waterdam: Store,
    ticks: Ticks,
    fill: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    fill(waterdam, EVENTS)

    await ticks.seal()

    assert stored(waterdam, "SELECT count(*) FROM event WHERE seal IS NULL") == [(0,)]


def test_retention_empties_a_portion_of_each_kind(
    waterdam: Store,
    fill: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    fill(waterdam, *PEOPLE, TALKS, *WORDS)

    emptied = waterdam.run(apply_retention, TICK, **TERMS)

    assert emptied == 3 * PORTION
    assert stored(waterdam, "SELECT count(*) FROM inbound WHERE text IS NULL") == [(PORTION,)]


async def test_retention_tick_empties_all(
    waterdam: Store,
    ticks: Ticks,
    fill: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    fill(waterdam, *PEOPLE, TALKS, *WORDS)

    await ticks.retention()

    for rows in (
        "inbound WHERE text IS NOT NULL",
        "delivery WHERE message IS NOT NULL",
        "conversation WHERE dialogue IS NOT NULL",
    ):
        assert stored(waterdam, f"SELECT count(*) FROM {rows}") == [(0,)]


async def test_silence_tick_reminds_and_ends_everybody_once(
    waterdam: Store,
    ticks: Ticks,
    fill: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    fill(waterdam, *PEOPLE, TALKS)

    await ticks.silence()

    assert stored(waterdam, "SELECT count(*), count(DISTINCT person_id) FROM delivery") == [
        (MANY, MANY)
    ]
    assert stored(waterdam, "SELECT count(*) FROM conversation WHERE dialogue IS NOT NULL") == [
        (0,)
    ]
