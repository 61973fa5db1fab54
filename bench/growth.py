"""What grows with the years: a turn, every tick, every listing, on a small and on a big store, on
both databases. `uv run python bench/growth.py [--short] [--big DELIVERIES]`

The rows are made by the databases themselves (`growth_rows.py`). Everything runs as it does in an
installation: ticks through the clockwork, listings through the command line, with all that they
write. A tick is shown twice, with an hour of arrears and right after, and with the longest of its
units: as long as that, turns wait on SQLite.
"""

import argparse
import asyncio
import io
import os
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import time as wall
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from growth_rows import Size, fill
from postgresql import postgresql
from rich.console import Console
from rich.table import Table
from turn import Swallow, conversation

from bot.server import make_script, make_texts
from bot.turn import Turns
from content.texts import Texts
from outreach.campaigns.claim import any_campaign_due
from outreach.commands import desk
from outreach.commands.doctor.checks import examine
from outreach.commands.line import run
from outreach.commands.parts import DATABASE, Parts
from outreach.delivery.lane import ClaimTerms
from outreach.delivery.quiet import Quiet
from outreach.delivery.sender import Sender
from outreach.metrics import Metrics
from outreach.opportunities.samples import add_samples
from outreach.settings import Settings
from outreach.staff.staff import add_staff
from outreach.store.migrate import migrate
from outreach.store.store import Store, utc_now
from outreach.store.unit import NOBODY, Unit
from outreach.ticks import Ticks
from tests.plans import explained, read_whole
from tests.statements import run_sql

SMALL = Size(people=10_000, deliveries=15_000, interests=1_000, questions=200)
LISTINGS = (
    "opportunities list",
    "interests list",
    "questions list",
    "campaign list",
    "venues list",
    "today",
    "opportunities told GR-1",
    "campaign report 1",
    "interests list --json",
    "questions list --json",
)
TICKS = ("seal", "campaigns", "venues", "mail", "silence", "retention")
TURNS, LASTS = 20, 10.0
COLLEAGUE = "omar@waterdam.example"
QUIET = Quiet(ZoneInfo("UTC"), wall(0), wall(0), days=False)
LOUD = {
    "quiet_from": wall(0),
    "quiet_until": wall(0),
    "quiet_days": False,
    "mail_host": "127.0.0.1",
    "mail_port": 9,
}


class Watched(Store):
    """A store that notes how long its longest unit took, and which tables were read whole."""

    longest, whole, explains = 0.0, set[str](), False

    async def write(self, rule: Any, actor: Any, /, *args: Any, **values: Any) -> Any:
        return await super().write(self._watched(rule), actor, *args, **values)

    def run(self, rule: Any, actor: Any, /, *args: Any, **values: Any) -> Any:
        return super().run(self._watched(rule), actor, *args, **values)

    def _look(self, rule: Any, *args: Any, **values: Any) -> Any:
        return super()._look(self._watched(rule, writes=False), *args, **values)

    def _watched(self, rule: Any, writes: bool = True) -> Any:
        def watched(unit: Unit, *args: Any, **values: Any) -> Any:
            began = time.perf_counter()
            if not Watched.explains:
                value = rule(unit, *args, **values)
                if writes:
                    Watched.longest = max(Watched.longest, time.perf_counter() - began)
                return value
            with explained(unit.connection) as lines:
                value = rule(unit, *args, **values)
            Watched.whole |= set(read_whole(lines))
            return value

        return watched


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--short", action="store_true", help="a tenth of the big store, for a machine that is busy"
    )
    options.add_argument("--big", type=int, default=1_500_000, help="deliveries in the big store")
    options.add_argument("--only", choices=("sqlite", "postgresql"), help="one of the databases")
    given = options.parse_args()
    whole = given.big // 10 if given.short else given.big
    big = Size(people=whole // 6, deliveries=whole, interests=whole // 15, questions=whole // 75)
    console = Console(width=150)
    console.print(f"load before: {os.getloadavg()[0]:.2f}; small: {SMALL}; big: {big}")
    for name in ("sqlite", "postgresql"):
        if given.only in (None, name):
            figures = [measure(console, name, size) for size in (SMALL, big)]
            console.print(table(name, *figures))


def measure(console: Console, name: str, size: Size) -> "Figures":
    """Fill a database and measure everything on it."""
    with tempfile.TemporaryDirectory() as folder:
        if name == "sqlite":
            return asyncio.run(measured(console, Path(folder), "", size))
        return asyncio.run(on_postgresql(console, Path(folder), size))


async def on_postgresql(console: Console, folder: Path, size: Size) -> "Figures":
    """The same on a server of our own."""
    async with postgresql() as url:
        return await measured(console, folder, url, size)


async def measured(console: Console, folder: Path, url: str, size: Size) -> "Figures":
    """Measure everything on one database."""
    path, figures = folder / DATABASE, Figures()
    migrate(path, url)
    own = {"STAFF": COLLEAGUE} | ({"DATABASE_URL": url} if url else {})
    (folder / ".env").write_text(
        "".join(f"KANSENBODE_{name}={value}\n" for name, value in own.items())
    )
    settings = Settings.demo().model_copy(
        update=LOUD | {"mail_from": "kansenbode@waterdam.example"}
    )
    with Watched(path, url=url) as store:
        began = time.perf_counter()
        store.run(add_samples, NOBODY, ocid_prefix="ocds-xxxxxx", zone=ZoneInfo("Europe/Amsterdam"))
        store.run(add_staff, NOBODY, email=COLLEAGUE, name="Omar", role="administrator")
        for kind in size.counts:
            store.run(fill, NOBODY, size, kind)
        run_sql(store, "ANALYZE")
        console.print(
            f"[dim]{size.deliveries:,} deliveries made in {time.perf_counter() - began:.0f} s"
        )
        figures.add("turn", await turns(store, settings))
        look = ClaimTerms(("telegram", "web"), QUIET, {}, None)
        await figures.time("a sender's look", lambda: store.read(any_campaign_due, look))
        ticks = Ticks(store, Texts(), settings, folder)
        for name in TICKS:
            await figures.time(name, getattr(ticks, name))
        await figures.time("/metrics", lambda: store.read(Metrics().collect))
    with commands_watched():
        await figures.time(
            "doctor", lambda: asyncio.to_thread(examine, folder, lambda *_: [], "nl", utc_now())
        )
        for line in LISTINGS:
            await figures.time(line, partial(asyncio.to_thread, typed, line, folder))
    return figures


async def turns(store: Store, settings: Settings) -> float:
    """Seconds of one turn, by itself: its wait for the disk counts too."""
    sender = Sender(store, {"bench": Swallow()}, QUIET)
    talks = Turns(store, make_script(make_texts(settings)), sender)
    arrivals = [arrival for number in range(TURNS) for arrival in conversation(f"g{number}")]
    began = time.perf_counter()
    for arrival in arrivals:
        await talks.take(arrival)
    took = time.perf_counter() - began
    await sender.close()
    return took / len(arrivals)


def typed(line: str, folder: Path) -> None:
    """Run a command as if somebody typed it, in this process; what it shows goes nowhere."""
    none: Any = None
    with redirect_stdout(io.StringIO()):
        code = run(Parts(none, none, none), [*line.split(), "--data", str(folder)])
    if code:
        raise RuntimeError(f"{line} ended with code {code}")


@contextmanager
def commands_watched() -> Iterator[None]:
    """Let the commands open their store as one that is watched."""
    before = Store
    # the type checker knows the name as a type, which cannot be assigned
    setattr(desk, "Store", Watched)  # noqa: B010
    try:
        yield
    finally:
        setattr(desk, "Store", before)  # noqa: B010


class Figures(dict[str, tuple[float, float, float, set[str]]]):
    """By name: seconds the first time and again, and of the longest unit; tables read whole."""

    def add(self, name: str, seconds: float) -> None:
        """Note what was measured elsewhere."""
        self[name] = (seconds, seconds, 0.0, set())

    async def time(self, name: str, deed: Callable[[], Awaitable[Any]]) -> None:
        """Do something three times: first, again, and for its plans; what takes long, only once."""
        took: list[float] = []
        Watched.longest, Watched.whole = 0.0, set()
        for Watched.explains in (False, False, True):
            if took and took[0] > LASTS:
                break
            began = time.perf_counter()
            await deed()
            took.append(time.perf_counter() - began)
        Watched.explains = False
        self[name] = (took[0], took[min(1, len(took) - 1)], Watched.longest, Watched.whole)


def table(name: str, small: Figures, big: Figures) -> Table:
    """Small beside big."""
    heads = ("small: ms, again", "unit", "big: ms, again", "longest unit", "tables read whole")
    shown = Table(name, *heads)
    for what in big:
        (first, again, unit, _), (big_first, big_again, big_unit, whole) = small[what], big[what]
        shown.add_row(
            what,
            f"{first * 1e3:,.1f}  {again * 1e3:,.1f}",
            f"{unit * 1e3:,.1f}",
            f"{big_first * 1e3:,.1f}  {big_again * 1e3:,.1f}",
            f"{big_unit * 1e3:,.1f}",
            ", ".join(sorted(whole)),
        )
    return shown


if __name__ == "__main__":
    main()
