"""How long it takes to write a campaign's rows: 100,000 of 1,000,000 people, with all exclusions.
`uv run python bench/audience.py [people [part …]]`

On SQLite and on PostgreSQL: the card first (it judges by the same statement), then approval, which
writes a row for everybody while another process goes on with small turns; and both again at a tenth
and a hundredth of the people, to see that it grows no worse than they do. Numbers after `people`
are other such parts: `1000000 1` does the whole only.
"""

import asyncio
import os
import random
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from postgresql import postgresql
from rich.console import Console
from rich.table import Table
from sqlalchemy import text

from bot.channels.web.channel import WebChat
from content.texts import Texts
from outreach.campaigns.approve import approve
from outreach.campaigns.audience import choose_audience
from outreach.campaigns.campaign import get_campaign
from outreach.campaigns.compose import Voice
from outreach.campaigns.draft import new_campaign
from outreach.campaigns.preflight import preflight
from outreach.campaigns.prepare import Terms, asking, plan_steps
from outreach.commands.parts import DATABASE
from outreach.delivery.channel import Abilities
from outreach.delivery.quiet import Quiet
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.samples import add_samples
from outreach.staff.staff import add_staff
from outreach.store.events import record
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.promises.campaigning import NEVER
from tests.statements import run_sql

PEOPLE = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
SHARES = (100, 10, 1)
QUIET = Quiet(ZoneInfo("Europe/Amsterdam"), NEVER, NEVER, days=False)
VOICE = Voice(
    Texts(organisation="Gemeente Waterdam", address="http://127.0.0.1"), "http://127.0.0.1"
)
CHANNELS = {"web": WebChat.can, "telegram": Abilities(buttons=True, text_length=4096, rate=30)}
TERMS = Terms(VOICE, QUIET, CHANNELS, 2, 10**9, timedelta(0))


NUMBERS = (
    "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :people) "
)
PERSONS = """
INSERT INTO person (id, language, themes, place_id, created_at, stopped_at)
{numbers} SELECT n, CASE WHEN n % 3 = 0 THEN 'en' ELSE 'nl' END,
    CAST(CASE n % 3 WHEN 0 THEN '[]' WHEN 1 THEN '["groen"]' ELSE '["zorg","sport"]' END AS {json}),
    CASE WHEN n % 5 = 0 THEN {here} ELSE {there} END, {now}, CASE WHEN n % 37 = 0 THEN {now} END
    FROM numbers
"""
ADDRESSES = """
INSERT INTO address (person_id, channel, external_id, seq, wrong_codes, news, used_at, gone_at)
{numbers} SELECT n, CASE WHEN n % 2 = 1 THEN 'telegram' ELSE 'web' END, '' || n, 0, 0, n % 7 < 5,
{now},
    CASE WHEN n % 41 = 0 THEN {now} END FROM numbers
"""
SECOND_ADDRESSES = """
INSERT INTO address (person_id, channel, external_id, seq, wrong_codes, news)
{numbers} SELECT n, 'web', 'second-' || n, 0, 0, 1 = 1 FROM numbers WHERE n % 4 = 0
"""


def add_crowd(unit: Unit, people: int) -> None:
    """Add people: one in five lives here, five in seven want news; some stopped or are gone."""
    place = "(SELECT min(id) FROM place WHERE code = '{}')"
    words = {
        "numbers": NUMBERS,
        "here": place.format("BU99010101"),
        "there": place.format("BU99010102"),
    }
    words |= {"json": "json" if unit.connection.dialect.name == "postgresql" else "text"}
    moment = f"'{unit.now:%Y-%m-%d %H:%M:%S.%f}'"
    words |= {"now": f"CAST({moment} AS timestamptz)" if words["json"] == "json" else moment}
    for statement in (PERSONS, ADDRESSES, SECOND_ADDRESSES):
        unit.connection.execute(text(statement.format(**words)), {"people": people})


def measure(folder: Path, url: str, people: int) -> dict[str, float]:
    """Fill a database, make a campaign for one neighbourhood, read its card and approve it."""
    path = folder / DATABASE
    migrate(path, url)
    with Store(path, url=url) as store:
        store.run(add_samples, NOBODY, ocid_prefix="ocds-xxxxxx", zone=ZoneInfo("Europe/Amsterdam"))
        staff = Actor(
            "staff",
            store.run(
                add_staff, NOBODY, email="omar@waterdam.example", name="", role="administrator"
            ),
        )
        store.run(add_crowd, NOBODY, people)
        run_sql(store, "ANALYZE")
        facts: dict[str, Any] = {
            "places": ["BU99010101"],
            "themes": ["groen", "zorg"],
            "ours": VOICE.texts,
        }
        first = store.run(new_campaign, staff, opportunity=1, occasion="new", **facts)
        # so that there is a week to keep to, and a before
        approve(store, staff, campaign=first, terms=TERMS)
        second = store.run(new_campaign, staff, opportunity=2, occasion="new", **facts)
        before = memory()
        card, read = timed(lambda: store.look(preflight, campaign=second, terms=TERMS))
        _, chose = timed(lambda: store.look(choose_only, second))
        turns = Turns(path, url)
        done, whole = timed(lambda: approve(store, staff, campaign=second, terms=TERMS))
        turns.end()
        assert done.people == card.people
        return {
            "people": people,
            "audience": card.audience,
            "asked": card.people,
            "card": read,
            "choose": chose,
            "approve": whole,
            "turn": turns.worst,
            "turns": turns.count,
            "memory": memory(),
            "above": memory() - before,
        }


class Turns:
    """Turns of another process meanwhile: small units on a store of its own; the slowest counts."""

    def __init__(self, path: Path, url: str) -> None:
        self.worst, self.count = 0.0, 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(path, url))
        self._thread.start()

    def end(self) -> None:
        """Stop, and let nothing run on."""
        self._ended.set()
        self._thread.join()

    def _run(self, path: Path, url: str) -> None:
        with Store(path, url=url) as store:
            while not self._ended.wait(0.05):
                _, took = timed(lambda: store.run(small_turn, NOBODY))
                self.worst, self.count = max(self.worst, took), self.count + 1


def small_turn(unit: Unit) -> None:
    """Write as little as a turn does, at somebody's address and in the log."""
    unit.connection.execute(
        text("UPDATE address SET used_at = used_at WHERE id = :id"), {"id": random.randint(1, 99)}
    )
    record(unit, "bench.turn")


def choose_only(unit: Unit, campaign: int) -> int:
    """The one statement that chooses everybody."""
    row = get_campaign(unit, campaign=campaign)
    step = plan_steps(unit, row, get_opportunity(unit, opportunity=row.opportunity_id), TERMS)[0]
    return len(choose_audience(unit, asking(row, step, TERMS)))


def timed(deed: Callable[[], Any]) -> tuple[Any, float]:
    """Return the result of an action, and the seconds it took."""
    began = time.perf_counter()
    value = deed()
    return value, time.perf_counter() - began


def memory() -> float:
    """The most that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def main() -> None:
    """Measure and print."""
    console = Console(width=130)
    console.print(f"load before: {os.getloadavg()[0]:.2f}")
    heads = (
        "people",
        "in the audience",
        "asked",
        "card s",
        "choose s",
        "approval s",
        "worst turn ms",
        "RSS MB",
        "above",
    )
    table = Table("", *heads)
    for share in list(map(int, sys.argv[2:])) or SHARES:
        console.print(f"[dim]{PEOPLE // share:,} people …")
        with tempfile.TemporaryDirectory() as folder:
            add(table, "SQLite", measure(Path(folder), "", PEOPLE // share))
        async with postgresql() as url:
            with tempfile.TemporaryDirectory() as folder:
                add(table, "PostgreSQL", measure(Path(folder), url, PEOPLE // share))
    console.print(table)
    console.print(
        "choose: the one statement that judges everybody. "
        "aims: approval < 2.5 s SQLite, < 8 s PostgreSQL, worst turn < 250 ms"
    )


def add(table: Table, name: str, row: dict[str, float]) -> None:
    """A row of figures."""
    counts = [f"{row[key]:,}" for key in ("people", "audience", "asked")]
    table.add_row(
        name,
        *counts,
        *(f"{row[key]:.2f}" for key in ("card", "choose", "approve")),
        f"{row['turn'] * 1000:.0f} of {row['turns']}",
        f"{row['memory']:.0f}",
        f"{row['above']:.0f}",
    )


if __name__ == "__main__":
    asyncio.run(main())
