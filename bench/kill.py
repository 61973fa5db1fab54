"""The kill test, for longer: a campaign whose server is killed again and again, on both databases.
`uv run python bench/kill.py [kills] [people]`

At the end of each game stands what was lost (nobody), what came twice (at most what was in flight at the kills; nothing
with the policy hold), what is uncertain (exactly what was in flight, with hold), and who heard after a STOP (nobody).
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from postgresql import postgresql
from rich.console import Console
from rich.table import Table

from outreach.commands.parts import DATABASE
from outreach.store.migrate import migrate
from outreach.store.store import Store
from tests.promises.campaigning import Outcome, play, prepare

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
PEOPLE = int(sys.argv[2]) if len(sys.argv) > 2 else 60 * KILLS


async def game(policy: str, rate: int, servers: int = 1, url: str = "") -> Outcome:
    """One campaign, from approval until nothing is left."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / DATABASE
        migrate(path, url)
        with Store(path, url=url) as store:
            prepare(store, PEOPLE, policy)
            return await play(
                Path(folder), store, people=PEOPLE, kills=KILLS, policy=policy, servers=servers, url=url, rate=rate,
                seed=time.time_ns(),
            )  # fmt: skip


async def main() -> None:
    """Play and print."""
    console = Console(width=140)
    table = Table("", "policy", "people", "kills", "in flight", "twice", "lost", "uncertain", "unheard", "after a STOP")
    for name, policy, rate, servers in (
        ("SQLite", "again", 500, 1), ("SQLite", "hold", 100, 1), ("PostgreSQL, two workers", "again", 12, 2),
    ):  # fmt: skip
        console.print(f"[dim]{name}, {policy} …")
        if servers == 1:
            outcome = await game(policy, rate)
        else:
            async with postgresql() as url:
                outcome = await game(policy, rate, servers, url)
        counts = (outcome.people, outcome.kills, outcome.held, outcome.doubled, len(outcome.lost))
        more = (len(outcome.uncertain), len(outcome.unheard), len(outcome.after_stop))
        table.add_row(name, policy, *map(str, counts), *map(str, more))
    console.print(table)


if __name__ == "__main__":
    asyncio.run(main())
