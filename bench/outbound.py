"""A campaign on Telegram, side by side with python-telegram-bot and bare aiohttp.

Each program runs by itself on one core and sends to a sink on another, together with PostgreSQL:
once to one that answers at once, once to one that answers after 50 ms. The sink counts: every
message has to arrive exactly once. It is written in C if there is a compiler. The aims stand below
the tables; nothing fails by them.

`uv run python bench/outbound.py [messages]` runs it for Kansenbode on SQLite and on PostgreSQL.
"""

import argparse
import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from inbound import CORES, LOAD_CORE, PROGRAM_CORE, reachable
from postgresql import postgresql
from rich.console import Console
from rich.table import Table

from outreach.commands.parts import DATABASE
from outreach.store.migrate import migrate
from outreach.store.store import Store
from tests.promises.campaigning import prepare
from tests.promises.serving import free_port

MESSAGES = 10_000
HERE = Path(__file__).parent
DELAY = 50
PAID = 1_000
AT_ONCE = (32, 256)
Figures = dict[str, Any]


@contextmanager
def compiled() -> Iterator[str | None]:
    """The sink, if there is a compiler for it."""
    with tempfile.TemporaryDirectory() as folder:
        program = f"{folder}/sink"
        there = shutil.which("cc") is not None
        if there:
            subprocess.run(["cc", "-O2", "-o", program, str(HERE / "sink.c")], check=True)
        yield program if there else None


@asynccontextmanager
async def sinking(program: str | None, delay: int) -> AsyncIterator[str]:
    """A Bot API that takes messages and answers each after a delay; yields its address."""
    port = free_port()
    command = [program] if program else [sys.executable, str(HERE / "sink.py")]
    process = await asyncio.create_subprocess_exec(
        "taskset", "-c", str(LOAD_CORE), *command, str(port), str(delay)
    )
    try:
        await reachable(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        await process.wait()


def counted(api: str) -> int:
    """How many messages the sink took."""
    with urllib.request.urlopen(f"{api}/count", timeout=10) as answer:
        return int(answer.read())


async def measure(
    sink: str | None, delay: int, which: str, people: int, **options: object
) -> Figures:
    """Run one program against a fresh sink; raises if not every message arrived exactly once."""
    async with sinking(sink, delay) as api:
        words = [
            word
            for name, value in options.items()
            for word in (f"--{name.replace('_', '-')}", str(value))
        ]
        command = [
            sys.executable,
            str(HERE / "outbound_programs.py"),
            which,
            "--api",
            api,
            "--people",
            str(people),
        ]
        process = await asyncio.create_subprocess_exec(
            "taskset", "-c", str(PROGRAM_CORE), *command, *words, stdout=subprocess.PIPE
        )
        said, _ = await process.communicate()
        if process.returncode or counted(api) != people:
            raise RuntimeError(f"{which}: {counted(api)} messages of {people} arrived")
    return dict(json.loads(said.splitlines()[-1]))


async def kansenbode(
    sink: str | None, delay: int, people: int, url: str = "", rate: int = 100_000
) -> Figures:
    """Fill a database, approve a campaign, and let the sender send it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / DATABASE
        migrate(path, url)
        with Store(path, url=url) as store:
            prepare(store, people, "again")
        options = {"folder": folder, "rate": rate} | ({"url": url} if url else {})
        return await measure(sink, delay, "kansenbode", people, **options)


async def best(sink: str | None, delay: int, which: str, people: int) -> tuple[int, Figures]:
    """A rival at the number of messages under way that suits it best."""
    found = [(n, await measure(sink, delay, which, people, at_once=n)) for n in AT_ONCE]
    return max(found, key=lambda item: item[1]["rate"])


async def measure_all(
    console: Console, sink: str | None, delay: int, messages: int
) -> dict[str, Figures]:
    """Measure one after the other; slow programs get fewer messages."""
    few = max(200, messages // 5)
    console.print(f"[dim]sink answers after {delay} ms …")
    figures = {"(a) Kansenbode, SQLite, durable": await kansenbode(sink, delay, messages)}
    async with postgresql() as url:
        figures["(b) Kansenbode, PostgreSQL, durable"] = await kansenbode(
            sink, delay, messages, url
        )
    at_once, found = await best(sink, delay, "library", few)
    figures[f"(c) python-telegram-bot, {at_once} at once"] = found
    at_once, found = await best(sink, delay, "textbook", few)
    figures[f"(d) that and a commit each, {at_once} at once"] = found
    figures["(e) bare aiohttp post"] = await measure(sink, delay, "bare", messages)
    if delay:
        figures[f"(a) held at {PAID} a second"] = await kansenbode(
            sink, delay, 4 * PAID, rate=PAID * 5 // 4
        )
    return figures


def report(console: Console, figures: dict[str, Figures], delay: int) -> None:
    """Print the figures beside each other."""
    rate = {name[:3]: found["rate"] for name, found in reversed(figures.items())}
    table = Table(
        "", "messages/s", "CPU µs", "of a core", "RSS MB", "above start", "× (c)", "× (d)", "× (e)"
    )
    for name, found in figures.items():
        ratios = [f"{found['rate'] / rate[other]:.2f}" for other in ("(c)", "(d)", "(e)")]
        table.add_row(
            name,
            f"{found['rate']:,.0f}",
            f"{found['cpu']:,.0f}",
            f"{found['core']:.0%}",
            f"{found['memory']:.0f}",
            f"{found['above']:.0f}",
            *ratios,
        )
    table.title = f"the sink answers after {delay} ms" if delay else "the sink answers at once"
    console.print(table)
    console.print(f"(b) is {rate['(b)'] / rate['(a)']:.2f} × (a)")


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("messages", type=int, nargs="?", default=MESSAGES)
    messages = asked.parse_args().messages
    console = Console(width=140)
    os.sched_setaffinity(0, {LOAD_CORE})
    with compiled() as sink:
        said = "C" if sink else "Python (no compiler here)"
        console.print(
            f"load before: {os.getloadavg()[0]:.2f}; {messages} messages; {len(CORES)} cores; "
            f"sink in {said}"
        )
        for delay in (0, DELAY):
            report(console, asyncio.run(measure_all(console, sink, delay, messages)), delay)
    console.print(
        "aims: (a) ≥ 1.5 × (e), ≥ 25 × (c), ≥ 40 × (d), at once and after 50 ms; (b) ≥ 0.7 × (a);"
    )
    console.print("held at 1,000 a second ≤ 25 % of a core and ≤ 45 MB above start")


if __name__ == "__main__":
    main()
