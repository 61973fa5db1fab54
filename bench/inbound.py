"""Telegram's webhook, side by side with python-telegram-bot and a bare handler.

Each program runs by itself on one core; people and the Bot API that takes the answers run on
another, together with PostgreSQL. A turn is an update posted until its answer has reached the Bot
API. Kansenbode stores every turn for good before it answers (`synchronous=FULL`);
python-telegram-bot keeps its conversations in memory and writes them to a file now and then. At the
end it shows the parts of the time of one turn of Kansenbode.

`uv run python bench/inbound.py [seconds]` runs it for Kansenbode on SQLite and on PostgreSQL.
"""

import argparse
import asyncio
import os
import resource
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import turn
from postgresql import postgresql
from process import cpu_of, peak_memory, running
from rich.console import Console
from rich.table import Table
from telegram_load import TOKEN, BotApi, Load, Took

from bot.server import make_script, make_texts
from outreach.commands.parts import DATABASE
from outreach.opportunities.samples import add_samples
from outreach.settings import Settings
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.venues.trail import lay_trail
from tests.promises.serving import free_port

SECONDS = 10.0
WARM_UP = 2.0
PERSONS = 64
RIVALS = [sys.executable, str(Path(__file__).parent / "rivals.py")]
CORES = sorted(os.sched_getaffinity(0))
PROGRAM_CORE, LOAD_CORE = CORES[0], CORES[-1]
MICRO = 1e6


@dataclass
class Figures:
    """What came out for one program."""

    rate: float
    cpu: float
    p50: float
    p99: float
    half_p99: float
    memory: float


async def measure(
    command: list[str],
    environment: dict[str, str],
    begins: str,
    seconds: float,
    *,
    waits: bool = True,
) -> Figures:
    """Start a program, chat with it as fast as it goes, then at half of that."""
    async with BotApi() as api:
        port = free_port()
        filled = [part.format(api=f"http://127.0.0.1:{api.port}", port=port) for part in command]
        settings = {
            name: value.format(api=f"http://127.0.0.1:{api.port}", port=port)
            for name, value in environment.items()
        }
        async with running(PROGRAM_CORE, filled, settings) as pid:
            webhook, secret = await asyncio.wait_for(api.webhook, 60)
            await reachable(webhook)
            load = Load(api, webhook, secret, waits, begins)
            await load.run(PERSONS, WARM_UP)
            before = cpu_of(pid)
            took = await load.run(PERSONS, seconds)
            cpu = cpu_of(pid) - before
            rate = len(took.seconds) / seconds
            half = await load.run(PERSONS, seconds / 2, rate / 2)
            return Figures(
                rate,
                cpu / len(took.seconds) * MICRO,
                *cuts(took),
                cuts(half)[1],
                peak_memory(pid),
            )


def cuts(took: Took) -> tuple[float, float]:
    """The median and the 99th percentile, in milliseconds."""
    parts = quantiles(took.seconds, n=100)
    return parts[49] * 1e3, parts[98] * 1e3


async def reachable(address: str) -> None:
    """Wait until a program listens."""
    where = urlsplit(address)
    async with asyncio.timeout(60):
        while True:
            try:
                _, writer = await asyncio.open_connection(where.hostname, where.port)
            except OSError:
                await asyncio.sleep(0.1)
                continue
            writer.close()
            return


def waterdam(folder: Path, url: str = "") -> str:
    """Fill a database with the demo municipality; return the code of a trail to an opportunity."""
    path = folder / DATABASE
    migrate(path, url)
    with Store(path, url=url) as store:
        store.run(add_samples, NOBODY, ocid_prefix="ocds-xxxxxx", zone=ZoneInfo("Europe/Amsterdam"))
        return store.run(lay_trail, NOBODY, opportunity=1, kind="poster")


async def kansenbode(seconds: float, url: str = "") -> Figures:
    """Measure our own webhook as it is served."""
    with tempfile.TemporaryDirectory() as folder:
        code = waterdam(Path(folder), url)
        environment = {
            "KANSENBODE_DATA": folder,
            "KANSENBODE_ADDRESS": "http://127.0.0.1:{port}",
            "KANSENBODE_TELEGRAM_TOKEN": TOKEN,
            "KANSENBODE_TELEGRAM_MODE": "webhook",
            "KANSENBODE_TELEGRAM_SECRET": "bench-secret",
            "KANSENBODE_TELEGRAM_API": "{api}",
        } | ({"KANSENBODE_DATABASE_URL": url} if url else {})
        return await measure(
            [sys.executable, "-m", "main", "serve", "--port", "{port}"],
            environment,
            f"/start {code}",
            seconds,
        )


async def library(seconds: float) -> Figures:
    """Measure python-telegram-bot."""
    words = [*RIVALS, "library", "--api", "{api}", "--port", "{port}"]
    return await measure(words, {}, "/start", seconds)


async def measure_all(console: Console, seconds: float) -> dict[str, Figures]:
    """Measure one after the other."""
    figures = {}
    console.print("(a) Kansenbode, SQLite")
    figures["(a) Kansenbode, SQLite, durable"] = await kansenbode(seconds)
    console.print("(b) python-telegram-bot")
    figures["(b) python-telegram-bot, in memory"] = await library(seconds)
    console.print("(c) bare aiohttp handler")
    figures["(c) bare handler, answers nothing"] = await measure(
        [*RIVALS, "bare", "--api", "{api}", "--port", "{port}"],
        {},
        "/start",
        seconds,
        waits=False,
    )
    console.print("(d) Kansenbode, PostgreSQL")
    async with postgresql() as url:
        figures["(d) Kansenbode, PostgreSQL, durable"] = await kansenbode(seconds, url)
    return figures


def report(console: Console, figures: dict[str, Figures]) -> None:
    """Print the figures beside each other."""
    library = figures["(b) python-telegram-bot, in memory"].rate
    first = figures["(a) Kansenbode, SQLite, durable"].rate
    table = Table(
        "", "turns/s", "CPU µs", "p50 ms", "p99 ms", "p99 ms at half", "RSS MB", "× (b)", "× (a)"
    )
    for name, found in figures.items():
        values = (found.p50, found.p99, found.half_p99, found.memory)
        table.add_row(
            name,
            f"{found.rate:,.0f}",
            f"{found.cpu:,.0f}",
            *(f"{value:,.0f}" for value in values),
            f"{found.rate / library:.2f}",
            f"{found.rate / first:.2f}",
        )
    console.print(table)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("seconds", type=float, nargs="?", default=SECONDS)
    seconds = asked.parse_args().seconds
    console = Console(width=130)
    os.sched_setaffinity(0, {LOAD_CORE})
    console.print(
        f"load before: {os.getloadavg()[0]:.2f}; {PERSONS} persons at once; {seconds:.0f} s each"
    )
    figures = asyncio.run(measure_all(console, seconds))
    report(console, figures)
    with tempfile.TemporaryDirectory() as folder:
        waterdam(Path(folder))
        parts = turn.budget(Path(folder) / DATABASE, make_script(make_texts(Settings.demo())))
    handler = figures["(c) bare handler, answers nothing"].cpu
    parts.append(("aiohttp in", handler, "the bare handler"))
    known = sum(spent for _, spent, _ in parts)
    whole = figures["(a) Kansenbode, SQLite, durable"].cpu
    parts.append(
        ("the rest: update read, answer posted, threads", whole - known, "what the parts leave")
    )
    table = Table(
        "one turn of (a)",
        "CPU µs",
        "",
        title="each part by itself, on a machine that may do other things",
    )
    for part, spent, note in sorted(parts, key=lambda row: -row[1]):
        table.add_row(part, f"{spent:.1f}", note)
    table.add_row("measured, whole", f"{whole:.1f}", "", style="bold")
    console.print(table)
    console.print(
        f"peak RSS of the load: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )


if __name__ == "__main__":
    main()
