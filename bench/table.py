"""How fast it is beside others, in one table: medians of paired rounds.

    uv run python bench/table.py [--rounds 5] [--seconds 10] [--messages 10000]
    [--only inbound,outbound,web,streams]

Each round measures everything once, one after the other, so that what else the machine does meets
all of them. The aims stand in the last column; nothing fails by them.
"""

import argparse
import asyncio
import os
import platform
import sysconfig
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from crowd import open_streams
from inbound import LOAD_CORE, SECONDS, kansenbode, library
from outbound import AT_ONCE, DELAY, MESSAGES, PAID, compiled
from outbound import kansenbode as campaign
from outbound import measure as send
from postgresql import postgresql
from rich.console import Console
from rich.table import Table
from web import web_turn

from outreach.web.loop import fastest

ROUNDS = 5
STREAMS = 5_000
AIMS = {
    "inbound": {
        "inbound: python-telegram-bot in memory : ours": "≥ 4",
        "inbound: p99 at half load, ms": "≤ 50",
        "inbound: MB resident": "≤ 120",
        "inbound: SQLite : PostgreSQL": "≥ 0.75",
    },
    "outbound": {
        "outbound at once: bare aiohttp : ours": "≥ 1.5",
        "outbound at once: python-telegram-bot : ours": "≥ 25",
        f"outbound at {DELAY} ms: bare aiohttp : ours": "≥ 1.5",
        f"outbound at {DELAY} ms: python-telegram-bot : ours": "≥ 25",
        f"outbound held at {PAID}/s: % of a core": "≤ 25",
    },
    "web": {"web chat: its turn : a turn of Telegram": "≤ 2"},
    "streams": {f"{STREAMS:,} open streams: % of a core": "≤ 3"},
}
"""What is told of each part, with its aim; what is compared are microseconds of CPU for a turn or a
message.
"""
Figures = dict[str, list[float]]


async def inbound_round(seconds: float) -> list[float]:
    """Measure turns of Telegram: on both databases, and of the library."""
    ours, theirs = await kansenbode(seconds), await library(seconds)
    async with postgresql() as url:
        shared = await kansenbode(seconds, url)
    return [theirs.cpu / ours.cpu, ours.half_p99, ours.memory, ours.cpu / shared.cpu]


async def outbound_round(sink: str | None, messages: int) -> list[float]:
    """Measure messages, to a sink that answers at once and to one that takes its time."""
    values = []
    for delay in (0, DELAY):
        ours = await campaign(sink, delay, messages)
        bare = await send(sink, delay, "bare", messages)
        theirs = await send(sink, delay, "library", messages // 5, at_once=AT_ONCE[0])
        values += [bare["cpu"] / ours["cpu"], theirs["cpu"] / ours["cpu"]]
    held = await campaign(sink, DELAY, 4 * PAID, rate=PAID * 5 // 4)
    return [*values, 100 * held["core"]]


async def web_round(seconds: float) -> list[float]:
    """Measure a turn of the web chat beside one of Telegram."""
    ours = await kansenbode(seconds)
    return [await web_turn(seconds) / ours.cpu]


async def streams_round() -> list[float]:
    """Measure open chats in which nobody says anything."""
    return [100 * (await open_streams(STREAMS)).share]


async def one_round(given: argparse.Namespace, sink: str | None, found: Figures) -> None:
    """Measure each part that is asked for, once."""
    for part in given.only:
        match part:
            case "inbound":
                values = await inbound_round(given.seconds)
            case "outbound":
                values = await outbound_round(sink, given.messages)
            case "web":
                values = await web_round(given.seconds)
            case _:
                values = await streams_round()
        for name, value in zip(AIMS[part], values, strict=True):
            found[name].append(value)


def parts(given: str) -> Sequence[str]:
    """Read the parts with commas between them; raises ArgumentTypeError for one that is unknown."""
    wanted = given.split(",")
    if unknown := set(wanted) - AIMS.keys():
        raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))}: not among {list(AIMS)}")
    return [part for part in AIMS if part in wanted]


def arguments() -> argparse.Namespace:
    """Read what was typed."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    asked.add_argument("--seconds", type=float, default=SECONDS)
    asked.add_argument("--messages", type=int, default=MESSAGES)
    asked.add_argument("--only", type=parts, default=[*AIMS])
    return asked.parse_args()


def report(console: Console, only: Sequence[str], found: Figures) -> None:
    """Print the table."""
    table = Table("", "median", "from", "to", "aim")
    for part in only:
        for name, aim in AIMS[part].items():
            row = (median(found[name]), min(found[name]), max(found[name]))
            table.add_row(name, *(f"{value:,.2f}" for value in row), aim)
    console.print(table)


def main() -> None:
    """Measure and print."""
    given = arguments()
    os.sched_setaffinity(0, {LOAD_CORE})
    console, found = Console(width=110), defaultdict[str, list[float]](list)
    console.print(
        f"Python {platform.python_version()} built with {sysconfig.get_config_var('PY_CFLAGS')}; "
        f"event loop {fastest().name}; load before: {os.getloadavg()[0]:.2f}; {given.rounds} rounds"
    )
    with compiled() as sink:
        for _ in range(given.rounds):
            asyncio.run(one_round(given, sink, found))
    report(console, given.only, found)
    console.print(f"load after: {os.getloadavg()[0]:.2f}")


if __name__ == "__main__":
    main()
