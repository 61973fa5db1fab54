"""The games of the promises, for longer: the server killed again and again, its database stopped
and started. `uv run python bench/kill.py [kills] [outages]`

A campaign whose server is killed, on both databases: what was lost (nobody), what came twice (at
most what was in flight at the kills; nothing with the policy hold), what is uncertain (exactly what
was in flight, with hold), and who heard after a STOP (nobody). People who talk while the server is
killed, on both databases, and while PostgreSQL is away for 5 to 40 seconds: what was acknowledged
and lost, stored twice, left without its one answer, or half an interest (nothing of these).
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table

from outreach.commands.parts import DATABASE
from outreach.store.migrate import migrate
from outreach.store.store import Store
from tests.conftest import add_waterdam
from tests.databases import Server, started_server
from tests.promises.campaigning import Outcome, play, prepare
from tests.promises.restarting import talk_through_outages
from tests.promises.talking import Client, judge, rows_at, rows_in, talk_through_kills

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
OUTAGES = int(sys.argv[2]) if len(sys.argv) > 2 else 12
PEOPLE = 60 * KILLS
TALKERS = 12 + KILLS
"""Everybody has fifty messages to say, and a kill comes after ten to sixty of them."""
SETTINGS = "KANSENBODE_DATABASE_URL={url}\n"


async def campaign(policy: str, rate: int, servers: int = 1, url: str = "") -> Outcome:
    """One campaign, from approval until nothing is left."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / DATABASE
        migrate(path, url)
        with Store(path, url=url) as store:
            prepare(store, PEOPLE, policy)
            return await play(
                Path(folder),
                store,
                people=PEOPLE,
                kills=KILLS,
                policy=policy,
                servers=servers,
                url=url,
                rate=rate,
                seed=time.time_ns(),
            )


async def campaigns(console: Console, server: Server) -> None:
    """Play the campaigns, and print."""
    for name, policy, rate, servers in (
        ("SQLite", "again", 500, 1),
        ("SQLite", "hold", 100, 1),
        ("PostgreSQL, two workers", "again", 12, 2),
    ):
        table = Table(
            "campaign",
            "policy",
            "people",
            "kills",
            "in flight",
            "twice",
            "lost",
            "uncertain",
            "unheard",
            "after a STOP",
        )
        console.print(f"[dim]{name}, {policy} …")
        outcome = await campaign(policy, rate, servers, server.empty() if servers > 1 else "")
        counts = (outcome.people, outcome.kills, outcome.held, outcome.doubled, len(outcome.lost))
        more = (len(outcome.uncertain), len(outcome.unheard), len(outcome.after_stop))
        table.add_row(name, policy, *map(str, counts), *map(str, more))
        console.print(table)


async def talks(console: Console, server: Server) -> None:
    """Let people talk while the server is killed, and print."""
    table = Table(
        "talks",
        "people",
        "kills",
        "acknowledged",
        "said again",
        "lost",
        "twice",
        "unanswered",
        "half",
    )
    for name in ("SQLite", "PostgreSQL"):
        console.print(f"[dim]talks, {name} …")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / DATABASE
            url = _waterdam(path, server if name == "PostgreSQL" else None)
            rows = rows_at(url) if url else rows_in(path)
            clients = [Client(f"Buur{number}") for number in range(TALKERS)]
            kills = await talk_through_kills(Path(folder), clients, rows, KILLS)
            told = judge(rows, clients, kills)
        counts = (told.people, told.kills, told.acknowledged, told.repeated, told.lost, told.twice)
        table.add_row(name, *map(str, counts), str(told.unanswered), str(told.half))
    console.print(table)


async def outages(console: Console, server: Server) -> None:
    """Let people talk while PostgreSQL is away, and print."""
    chance = Random(time.time_ns())
    down = [chance.uniform(5, 40) for _ in range(OUTAGES)]
    with tempfile.TemporaryDirectory() as folder:
        url = _waterdam(Path(folder) / DATABASE, server)
        told = await talk_through_outages(server, Path(folder), url, people=20, down=down)
    table = Table(
        "PostgreSQL away",
        "people",
        "seconds in all",
        "acknowledged",
        "lost",
        "twice",
        "answered twice",
        "back",
    )
    counts = (
        told.people,
        round(sum(down)),
        told.acknowledged,
        told.lost,
        told.twice,
        told.answered_twice,
    )
    table.add_row(
        f"{len(down)} times",
        *map(str, counts),
        f"after {min(told.back):.1f} to {max(told.back):.1f} s",
    )
    console.print(table)


def _waterdam(path: Path, server: Server | None) -> str:
    if server is not None:
        url = server.copy(path, "waterdam", add_waterdam)
        path.with_name(".env").write_text(SETTINGS.format(url=url))
        return url
    migrate(path)
    with Store(path) as store:
        add_waterdam(store)
    return ""


async def main() -> None:
    """Play and print."""
    console = Console(width=140)
    with started_server() as server:
        await talks(console, server)
        await outages(console, server)
        await campaigns(console, server)


if __name__ == "__main__":
    asyncio.run(main())
