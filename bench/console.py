"""How long the server takes for each page of staff, in a town that has run for years, on both
databases. `uv run python bench/console.py [--short]`

The milliseconds are of the processor, of the whole process: with what the browser in it takes, and
with all that a page writes. Each page is asked for again and again, the pages by turns.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from aiohttp.test_utils import TestClient, TestServer
from growth_rows import Size, fill
from postgresql import postgresql

from bot.server import make_texts
from outreach.console.cookie import COOKIE
from outreach.console.routes import attach_console
from outreach.opportunities.samples import add_samples
from outreach.settings import Settings
from outreach.staff.session import Lasts, begin_session
from outreach.staff.staff import add_staff
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.web.app import make_app
from tests.statements import run_sql

SHORT = Size(people=1_000, deliveries=3_000, interests=1_000, questions=200, opportunities=200)
WHOLE = Size(
    people=100_000, deliveries=1_000_000, interests=10_000, questions=2_000, opportunities=1_000
)
PAGES = (
    "/werk",
    "/werk/kansen",
    "/werk/kansen?stand=open&volgorde=ending",
    "/werk/kansen?zoek=kans+99",
    "/werk/kansen?na=1500",
    "/werk/kansen/{opportunity}",
    "/werk/aanmeldingen/{interest}",
    "/werk/vragen/{question}",
    "/werk/ik",
)
TIMES = 100
SOME = "SELECT min(id) FROM {0} WHERE id > 5"


async def well() -> bool:
    """Say that all is well."""
    return True


async def measure(store: Store, settings: Settings, staff: int) -> dict[str, list[float]]:
    """Ask for each page; return the milliseconds of the processor that each time took."""
    secret = store.run(begin_session, NOBODY, staff=staff, browser="", lasts=Lasts())
    app = make_app(settings, make_texts(settings), store, healthy=well)
    attach_console(app)
    numbers = {name: _some(store, name) for name in ("opportunity", "interest", "question")}
    took: dict[str, list[float]] = {page: [] for page in PAGES}
    async with TestClient(TestServer(app), cookies={COOKIE: secret}) as client:
        for _ in range(TIMES):
            for page, times in took.items():
                began = time.process_time()
                answer = await client.get(page.format(**numbers))
                await answer.read()
                times.append((time.process_time() - began) * 1000)
                if answer.status != 200:
                    raise SystemExit(f"{page}: {answer.status}")
    return took


def _some(store: Store, table: str) -> int:
    def rule(unit: Any) -> int:
        return int(unit.connection.exec_driver_sql(SOME.format(table)).scalar_one())

    return store.look(rule)


def show(name: str, took: dict[str, list[float]]) -> None:
    """Print the median and the 95th of a hundred for each page."""
    for page, times in took.items():
        middle, slow = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
        print(f"{name:<11} {page:<42} {middle:7.1f} {slow:7.1f}")


async def run(size: Size, url: str) -> dict[str, list[float]]:
    """Fill a database, and measure on it."""
    settings = Settings.demo(posts_per_minute=10_000)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kansenbode.db"
        migrate(path, url)
        with Store(path, url=url) as store:
            store.run(add_samples, NOBODY, ocid_prefix="ocds-x", zone=settings.zone_info)
            noor = {"email": "noor@waterdam.example", "name": "Noor", "role": "administrator"}
            staff = store.run(add_staff, NOBODY, **noor)
            for kind in size.counts:
                store.run(fill, NOBODY, size=size, kind=kind)
            run_sql(store, "ANALYZE")
            return await measure(store, settings, staff)


async def main() -> None:
    """Measure on both databases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="a small town")
    size = SHORT if parser.parse_args().short else WHOLE
    print(f"{'':<11} {'ms of the processor':<42} {'median':>7} {'p95':>7}")
    show("SQLite", await run(size, ""))
    async with postgresql() as url:
        show("PostgreSQL", await run(size, url))


if __name__ == "__main__":
    asyncio.run(main())
