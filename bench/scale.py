"""Does the sender stay as small with a hundred times the people, and do those who chat notice a
campaign? `uv run python bench/scale.py [most people]`

The sender alone, with 1,000 people and ten and a hundred times as many: what it holds. Then the
whole server: people chat over Telegram's webhook, first without and then with a campaign that goes
out as fast as the machine allows.
"""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from inbound import LOAD_CORE, PERSONS, PROGRAM_CORE, cuts, free_port, reachable
from outbound import compiled, kansenbode
from rich.console import Console
from rich.table import Table
from telegram_load import TOKEN, BotApi, Load

from outreach.commands.parts import DATABASE
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.venues.trail import lay_trail
from tests.promises.campaigning import prepare

MOST = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
SIZES = (MOST // 100, MOST // 10, MOST)
TURNS, SECONDS = 200, 6.0


async def sizes(console: Console) -> None:
    """What the sender holds, by the number of people."""
    table = Table("people", "messages/s", "CPU µs", "RSS MB", "above start")
    with compiled() as sink:
        for people in SIZES:
            found = await kansenbode(sink, 0, people)
            values = (found["rate"], found["cpu"], found["memory"], found["above"])
            table.add_row(f"{people:,}", *(f"{value:,.0f}" for value in values))
    console.print(table)


async def talking(people: int) -> tuple[float, float]:
    """The median and the 99th percentile of a turn in ms, while a campaign goes to so many."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / DATABASE
        migrate(path)
        with Store(path) as store:
            prepare(store, people or 1, "again")
            code = store.run(lay_trail, NOBODY, opportunity=1, kind="poster")
        async with BotApi() as api:
            port = free_port()
            settings = {
                "KANSENBODE_DATA": folder,
                "KANSENBODE_ADDRESS": f"http://127.0.0.1:{port}",
                "KANSENBODE_TELEGRAM_TOKEN": TOKEN,
                "KANSENBODE_TELEGRAM_MODE": "webhook",
                "KANSENBODE_TELEGRAM_SECRET": "bench-secret",
                "KANSENBODE_TELEGRAM_API": f"http://127.0.0.1:{api.port}",
                "KANSENBODE_TELEGRAM_RATE": "100000",
                "KANSENBODE_QUIET_FROM": "00:00",
                "KANSENBODE_QUIET_UNTIL": "00:00",
                "KANSENBODE_QUIET_DAYS": "false",
            }
            command = [
                "taskset",
                "-c",
                str(PROGRAM_CORE),
                sys.executable,
                "-m",
                "main",
                "serve",
                "--port",
                str(port),
            ]
            process = await asyncio.create_subprocess_exec(
                *command, env=os.environ | settings, stdout=subprocess.DEVNULL
            )
            try:
                webhook, secret = await asyncio.wait_for(api.webhook, 60)
                await reachable(webhook)
                load = Load(api, webhook, secret, True, f"/start {code}")
                return cuts(await load.run(PERSONS, SECONDS, TURNS))
            finally:
                process.send_signal(signal.SIGTERM)
                await asyncio.wait_for(process.wait(), 60)


async def main() -> None:
    """Measure and print."""
    console = Console(width=110)
    os.sched_setaffinity(0, {LOAD_CORE})
    console.print(f"load before: {os.getloadavg()[0]:.2f}")
    await sizes(console)
    table = Table(f"{TURNS} turns a second", "p50 ms", "p99 ms")
    for name, people in (("no campaign", 0), (f"a campaign to {MOST:,} at full speed", MOST)):
        table.add_row(name, *(f"{value:.0f}" for value in await talking(people)))
    console.print(table)
    console.print(
        "aims: RSS within 20 % from the first size to the last; p50 < 50 ms and p99 < 250 ms"
    )


if __name__ == "__main__":
    asyncio.run(main())
