"""How fast it is beside others, in one table: medians of paired rounds. `python bench/table.py`

Each round measures everything once, one after the other, so that what else the machine does meets
all of them. The aims stand in the last column; nothing fails by them.
"""

import asyncio
import os
import platform
import sysconfig
from collections import defaultdict
from statistics import median

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
FEW = MESSAGES // 5
AIMS = {
    "inbound: python-telegram-bot in memory : ours": "≥ 4",
    "inbound: p99 at half load, ms": "≤ 50",
    "inbound: MB resident": "≤ 120",
    "inbound: SQLite : PostgreSQL": "≥ 0.75",
    "outbound at once: bare aiohttp : ours": "≥ 1.5",
    "outbound at once: python-telegram-bot : ours": "≥ 25",
    f"outbound at {DELAY} ms: bare aiohttp : ours": "≥ 1.5",
    f"outbound at {DELAY} ms: python-telegram-bot : ours": "≥ 25",
    f"outbound held at {PAID}/s: % of a core": "≤ 25",
    "web chat: its turn : a turn of Telegram": "≤ 2",
}
"""What is told, with its aim; what is compared are microseconds of CPU for a turn or a message."""
Figures = dict[str, list[float]]


async def inbound_round(found: Figures) -> None:
    """Measure turns: Telegram on both databases, the library, and the web chat."""
    ours, theirs = await kansenbode(), await library()
    async with postgresql() as url:
        shared = await kansenbode(url)
    values = (
        theirs.cpu / ours.cpu,
        ours.half_p99,
        ours.memory,
        ours.cpu / shared.cpu,
        await web_turn(SECONDS) / ours.cpu,
    )
    names = [name for name in AIMS if not name.startswith("outbound")]
    for name, value in zip(names, values, strict=True):
        found[name].append(value)


async def outbound_round(found: Figures, sink: str | None) -> None:
    """Measure messages, to a sink that answers at once and to one that takes its time."""
    names = [name for name in AIMS if name.startswith("outbound")]
    values = []
    for delay in (0, DELAY):
        ours = await campaign(sink, delay, MESSAGES)
        bare = await send(sink, delay, "bare", MESSAGES)
        theirs = await send(sink, delay, "library", FEW, at_once=AT_ONCE[0])
        values += [bare["cpu"] / ours["cpu"], theirs["cpu"] / ours["cpu"]]
    held = await campaign(sink, DELAY, 4 * PAID, rate=PAID * 5 // 4)
    for name, value in zip(names, [*values, 100 * held["core"]], strict=True):
        found[name].append(value)


def main() -> None:
    """Measure and print."""
    os.sched_setaffinity(0, {LOAD_CORE})
    console, found = Console(width=110), defaultdict[str, list[float]](list)
    console.print(
        f"Python {platform.python_version()} built with {sysconfig.get_config_var('PY_CFLAGS')}; "
        f"event loop {fastest().name}; load before: {os.getloadavg()[0]:.2f}; {ROUNDS} rounds"
    )
    with compiled() as sink:
        for _ in range(ROUNDS):
            asyncio.run(inbound_round(found))
            asyncio.run(outbound_round(found, sink))
    table = Table("", "median", "from", "to", "aim")
    for name, aim in AIMS.items():
        row = (median(found[name]), min(found[name]), max(found[name]))
        table.add_row(name, *(f"{value:,.2f}" for value in row), aim)
    console.print(table)
    console.print(f"load after: {os.getloadavg()[0]:.2f}")


if __name__ == "__main__":
    main()
