"""People who talk with the real server while it is killed, or while its database goes away.

`python bench/kill.py` plays it for longer.
"""

import asyncio
import random
import secrets
import signal
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg
from aiohttp import ClientError, ClientSession, ClientTimeout

from outreach.commands.parts import DATABASE
from outreach.settings import Settings
from outreach.store.store import Store
from tests.promises.serving import free_port, let_in, served

OPPORTUNITIES = (1, 2, 3, 4, 5)
ANSWERS = (
    "Ik doe mee",
    "alleen",
    "{name}",
    "{name} brengt een schop",
    "ja",
    "nee",
    "overslaan",
)
Rows = Callable[[str], list[tuple[Any, ...]]]
"""What stands in the tables, as another program sees it."""


@dataclass
class Talked:
    """What people were told is taken, against what stands in the rows."""

    people: int
    kills: int
    acknowledged: int
    repeated: int
    """Messages that were sent again: no answer came."""
    lost: int
    twice: int
    unanswered: int
    """Messages that were taken and have no answer that was sent, or more than one."""
    half: int
    """Interests that were expressed and do not stand as they were said."""


@dataclass
class Client:
    """Somebody who keeps typing, and repeats a message if no answer came."""

    name: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    acknowledged: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    done: bool = False

    def __post_init__(self) -> None:
        steps = [
            (path, form)
            for number in OPPORTUNITIES
            for path, form in (
                ("/chat/start", {"opportunity": str(number)}),
                *(("/chat", {"text": text.format(name=self.name)}) for text in ANSWERS),
            )
        ]
        self.steps = [(path, form | {"nonce": secrets.token_hex(12)}) for path, form in steps]
        self.place = 0

    def stored(self, nonce: str) -> str:
        return f"{sha256(self.token.encode()).hexdigest()[:16]}.{nonce}"

    async def go_on(self, session: ClientSession, address: str) -> None:
        """Post until all is said or the server is gone; what got no answer is posted first."""
        headers = {"Cookie": f"kansenbode={self.token}", "Accept": "application/json"}
        while self.place < len(self.steps):
            path, form = self.steps[self.place]
            nonce = form["nonce"]
            try:
                async with session.post(address + path, data=form, headers=headers) as answer:
                    status = answer.status
                    await answer.read()
            except (ClientError, ConnectionError):
                self.unanswered.append(nonce)
                return
            assert status == 200, f"{status} for {path}"
            self.acknowledged.append(self.stored(nonce))
            self.place += 1
        self.done = True


def rows_in(path: Path) -> Rows:
    """Read a SQLite file as another program does."""

    def read(select: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(path)) as database:
            return database.execute(select).fetchall()

    return read


def rows_at(url: str) -> Rows:
    """Read a PostgreSQL database as another program does."""

    def read(select: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(url) as connection:
            return connection.execute(select.encode()).fetchall()

    return read


async def kill_after(
    process: asyncio.subprocess.Process, clients: list[Client], acknowledged: int
) -> None:
    """Kill the server at any moment, once so many more messages were acknowledged."""
    before = sum(len(client.acknowledged) for client in clients)
    until = before + acknowledged
    # any moment will do: no event marks it
    while sum(len(client.acknowledged) for client in clients) < until:  # noqa: ASYNC110
        await asyncio.sleep(0.001)
    process.send_signal(signal.SIGKILL)


async def all_sent(rows: Rows) -> None:
    """Wait until the server has caught up after a kill; it has a minute, and needs seconds."""
    unsent = "SELECT 1 FROM delivery WHERE state != 'sent'"
    async with asyncio.timeout(60):
        while await asyncio.to_thread(rows, unsent):  # noqa: ASYNC110 - rows tell no event
            await asyncio.sleep(0.1)


async def talk_through_kills(folder: Path, clients: list[Client], rows: Rows, rounds: int) -> int:
    """Let everybody talk while the server is killed again and again; return how often it was."""
    chance, port, kills = random.Random(7), free_port(), 0
    address = f"http://127.0.0.1:{port}"
    with Store(folder / DATABASE, url=Settings.load(folder).database) as store:
        let_in(store, *[client.token for client in clients])
    async with ClientSession(timeout=ClientTimeout(total=20)) as session:
        while not all(client.done for client in clients):
            async with served(folder, port) as process:
                talking = asyncio.gather(*[client.go_on(session, address) for client in clients])
                if kills < rounds:
                    await kill_after(process, clients, chance.randint(10, 60))
                    kills += 1
                await talking
                if all(client.done for client in clients):
                    await all_sent(rows)
                    process.send_signal(signal.SIGTERM)
                    assert await process.wait() == 0
    return kills


def judge(rows: Rows, clients: list[Client], kills: int) -> Talked:
    """Count what went wrong."""
    acknowledged = [stored for client in clients for stored in client.acknowledged]
    stored = Counter(number for (number,) in rows("SELECT external_id FROM inbound"))
    answers = Counter(
        inbound for (inbound,) in rows("SELECT inbound_id FROM delivery WHERE state = 'sent'")
    )
    said = Counter(
        rows(
            "SELECT name, opportunity_id, brings FROM interest JOIN party ON party.id = "
            "party_id "
            "WHERE brings != ''"
        )
    )
    meant = Counter(
        (client.name, opportunity, f"{client.name} brengt een schop")
        for client in clients
        for opportunity in OPPORTUNITIES[: client.place // (1 + len(ANSWERS))]
    )
    return Talked(
        people=len(clients),
        kills=kills,
        acknowledged=len(acknowledged),
        repeated=sum(len(client.unanswered) for client in clients),
        lost=len(set(acknowledged) - stored.keys()),
        twice=(stored - Counter(stored.keys())).total(),
        unanswered=sum(answers[id] != 1 for (id,) in rows("SELECT id FROM inbound")),
        half=len(meant - said) + len(said - meant),
    )
