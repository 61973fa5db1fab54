"""How long it takes to write a campaign's rows: 100,000 of 1,000,000 people, with all exclusions.
`uv run python bench/audience.py [people]`

On SQLite and on PostgreSQL: the card first (it counts by the same statement), then approval, which writes a row for
everybody; and both again at a tenth and a hundredth of the people, to see that it grows no worse than they do.
"""

import asyncio
import os
import resource
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from inbound import postgresql
from rich.console import Console
from rich.table import Table
from sqlalchemy import text

from bot.channels.web import WebChat
from content.texts import Texts
from outreach.campaigns.approve import approve
from outreach.campaigns.audience import write_audience
from outreach.campaigns.campaign import get_campaign
from outreach.campaigns.compose import Voice
from outreach.campaigns.draft import new_campaign
from outreach.campaigns.preflight import Terms, asking, plan_steps, preflight
from outreach.commands.desk import DATABASE
from outreach.delivery.channel import Abilities
from outreach.delivery.mailing import open_mailing
from outreach.delivery.quiet import Quiet
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.samples import add_samples
from outreach.parties.person import Address, Person
from outreach.staff.staff import add_staff
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.promises.campaigning import NEVER

PEOPLE = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
SHARES = (100, 10, 1)
ROWS = 20_000
QUIET = Quiet(ZoneInfo("Europe/Amsterdam"), NEVER, NEVER, days=False)
VOICE = Voice(Texts(organisation="Gemeente Waterdam", address="http://127.0.0.1"), "http://127.0.0.1")
CHANNELS = {"web": WebChat.can, "telegram": Abilities(buttons=True, text_length=4096, rate=30)}
TERMS = Terms(VOICE, QUIET, CHANNELS, 2, 10**9, timedelta(0))


def add_crowd(unit: Unit, first: int, last: int) -> None:
    """People of whom one in five lives here, two in three of those want news; some stopped, some are gone."""
    here = unit.connection.execute(text("SELECT id FROM place WHERE code = 'BU99010101'")).scalar_one()
    there = unit.connection.execute(text("SELECT id FROM place WHERE code = 'BU99010102'")).scalar_one()
    who, where = [], []
    for n in range(first, last + 1):
        stopped = unit.now if n % 37 == 0 else None
        place, language = here if n % 5 == 0 else there, "en" if n % 3 == 0 else "nl"
        themes = [[], ["groen"], ["zorg", "sport"]][n % 3]
        who.append({"id": n, "language": language, "themes": themes, "place_id": place, "created_at": unit.now,
                    "stopped_at": stopped})  # fmt: skip
        gone = unit.now if n % 41 == 0 else None
        where.append({"person_id": n, "channel": "telegram" if n % 2 else "web", "external_id": str(n), "seq": 0,
                      "wrong_codes": 0, "news": n % 7 < 5, "used_at": unit.now, "gone_at": gone})  # fmt: skip
        if n % 4 == 0:
            where.append({"person_id": n, "channel": "web", "external_id": f"second-{n}", "seq": 0, "wrong_codes": 0,
                          "news": True, "used_at": None, "gone_at": None})  # fmt: skip
    unit.connection.execute(Person.__table__.insert(), who)
    unit.connection.execute(Address.__table__.insert(), where)


def measure(folder: Path, url: str, people: int) -> dict[str, float]:
    """Fill a database, make a campaign for one neighbourhood, read its card and approve it."""
    path = folder / DATABASE
    migrate(path, url)
    with Store(path, url=url) as store:
        store.run(add_samples, NOBODY, ocid_prefix="ocds-xxxxxx", zone=ZoneInfo("Europe/Amsterdam"))
        staff = Actor(
            "staff", store.run(add_staff, NOBODY, email="omar@waterdam.example", name="", role="administrator")
        )
        for first in range(1, people + 1, ROWS):
            store.run(add_crowd, NOBODY, first, min(people, first + ROWS - 1))
        store.run(lambda unit: unit.connection.exec_driver_sql("ANALYZE") and None, NOBODY)
        facts = {"places": ["BU99010101"], "themes": ["groen", "zorg"], "ours": VOICE.texts}
        first = store.run(new_campaign, staff, opportunity=1, occasion="new", **facts)
        store.run(approve, staff, campaign=first, terms=TERMS)  # so that there is a week to keep to, and a before
        second = store.run(new_campaign, staff, opportunity=2, occasion="new", **facts)
        before = memory()
        card, read = timed(lambda: store.look(preflight, campaign=second, terms=TERMS))
        _, wrote = timed(lambda: store.run(write_only, staff, second))
        done, whole = timed(lambda: store.run(approve, staff, campaign=second, terms=TERMS))
        assert done.people == card.people
        return {"people": people, "audience": card.audience, "asked": card.people, "card": read, "rows": wrote,
                "approve": whole, "memory": memory(), "above": memory() - before}  # fmt: skip


class Undone(Exception):
    """What was written to be measured is taken back."""


def write_only(unit: Unit, campaign: int) -> None:
    """The one statement that writes the rows, and nothing else of it stays."""
    row = get_campaign(unit, campaign=campaign)
    step = plan_steps(unit, row, get_opportunity(unit, opportunity=row.opportunity_id), TERMS)[0]
    mailing = open_mailing(unit, kind="campaign", name=step.name, at=step.at, opportunity=row.opportunity_id)
    began = time.perf_counter()
    write_audience(unit, asking(row, step, TERMS), mailing=mailing)
    raise Undone(time.perf_counter() - began)


def timed(deed):
    """What a deed gives, and the seconds it took; of one that is undone, the seconds of its statement."""
    began = time.perf_counter()
    try:
        value = deed()
    except Undone as undone:
        return None, undone.args[0]
    return value, time.perf_counter() - began


def memory() -> float:
    """The most that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def main() -> None:
    """Measure and print."""
    console = Console(width=130)
    console.print(f"load before: {os.getloadavg()[0]:.2f}")
    table = Table("", "people", "in the audience", "asked", "card s", "rows s", "approval s", "RSS MB", "above MB")
    for share in SHARES:
        console.print(f"[dim]{PEOPLE // share:,} people …")
        with tempfile.TemporaryDirectory() as folder:
            add(table, "SQLite", measure(Path(folder), "", PEOPLE // share))
        async with postgresql() as url:
            with tempfile.TemporaryDirectory() as folder:
                add(table, "PostgreSQL", measure(Path(folder), url, PEOPLE // share))
    console.print(table)
    console.print("rows: the one statement that writes them. aims: < 1 s SQLite, < 2 s PostgreSQL, < 150 MB")


def add(table: Table, name: str, row: dict[str, float]) -> None:
    """A row of figures."""
    counts = [f"{row[key]:,}" for key in ("people", "audience", "asked")]
    table.add_row(name, *counts, *(f"{row[key]:.2f}" for key in ("card", "rows", "approve")),
                  f"{row['memory']:.0f}", f"{row['above']:.0f}")  # fmt: skip


if __name__ == "__main__":
    asyncio.run(main())
