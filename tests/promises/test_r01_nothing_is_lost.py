"""R1: no inbound message is lost after our 2xx, and none is answered twice, however often the server is killed."""

import asyncio
import random
import secrets
import signal
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession, ClientTimeout

from outreach.store.store import Store
from tests.promises.serving import free_port, served

ROUNDS = 8
PEOPLE = 12
OPPORTUNITIES = (1, 2, 3, 4, 5)
ANSWERS = ("Ik doe mee", "alleen", "{name}", "{name} brengt een schop", "ja", "nee", "overslaan", "ja", "nee")


@dataclass
class Client:
    """Somebody who types on, and types the same again where no answer came."""

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
        """Post until all is said or the server is gone; what got no answer is posted first the next time."""
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


@pytest.fixture
def folder(tmp_path: Path, waterdam: Store) -> Path:
    """A data folder with the demo municipality, that nobody has open."""
    waterdam.close()
    return tmp_path


async def kill_after(process: asyncio.subprocess.Process, clients: list[Client], acknowledged: int) -> None:
    """Kill the server once so many messages more were acknowledged, at whatever moment that is in its work."""
    before = sum(len(client.acknowledged) for client in clients)
    while sum(len(client.acknowledged) for client in clients) < before + acknowledged:  # noqa: ASYNC110 - any moment
        await asyncio.sleep(0.001)
    process.send_signal(signal.SIGKILL)


async def all_sent(folder: Path) -> None:
    """Wait until the server has made up for what it was killed in; it has a minute, and needs a second or two."""
    with closing(sqlite3.connect(folder / "kansenbode.db")) as database:
        async with asyncio.timeout(60):
            while database.execute("SELECT 1 FROM delivery WHERE state != 'sent'").fetchone():  # noqa: ASYNC110 - rows
                await asyncio.sleep(0.1)


async def talk_through_kills(folder: Path, clients: list[Client]) -> int:
    """Let everybody talk while the server is killed again and again; gives how often it was."""
    chance, port, kills = random.Random(7), free_port(), 0
    address = f"http://127.0.0.1:{port}"
    async with ClientSession(timeout=ClientTimeout(total=20)) as session:
        while not all(client.done for client in clients):
            async with served(folder, port) as process:
                talking = asyncio.gather(*[client.go_on(session, address) for client in clients])
                if kills < ROUNDS:
                    await kill_after(process, clients, chance.randint(10, 60))
                    kills += 1
                await talking
                if all(client.done for client in clients):
                    await all_sent(folder)
                    process.send_signal(signal.SIGTERM)
                    assert await process.wait() == 0
    return kills


async def test_killed_server_keeps_and_answers_every_acknowledged_message_once(folder: Path, query, dump):
    clients = [Client(f"Buur{number}") for number in range(PEOPLE)]

    kills = await talk_through_kills(folder, clients)

    path = folder / "kansenbode.db"
    acknowledged = [stored for client in clients for stored in client.acknowledged]
    came_in = query(path, "SELECT external_id FROM inbound")
    assert kills == ROUNDS
    assert sum(len(client.unanswered) for client in clients) > ROUNDS
    assert Counter(came_in) == Counter(acknowledged)
    assert query(path, "SELECT count(*) FROM inbound WHERE quarantined") == [0]
    assert query(path, "PRAGMA integrity_check") == ["ok"]
    assert_answered_once(path, query, len(acknowledged))
    assert_interests(path, query, clients)
    assert "Traceback" not in (folder / "server.log").read_text("utf-8")


def assert_answered_once(path: Path, query, messages: int) -> None:
    answers = query(path, "SELECT count(*) FROM delivery GROUP BY inbound_id")
    assert answers == [1] * messages
    assert query(path, "SELECT DISTINCT state FROM delivery") == ["sent"]
    numbers = query(path, "SELECT address_id, group_concat(seq) FROM (SELECT * FROM delivery ORDER BY id) GROUP BY 1")
    expected = ",".join(str(number) for number in range(1, messages // PEOPLE + 1))
    assert {said for _, said in numbers} == {expected}


def assert_interests(path: Path, query, clients: list[Client]) -> None:
    stored = query(
        path,
        "SELECT name, opportunity_id, brings, count(*) FROM interest JOIN party ON party.id = party_id GROUP BY 1, 2",
    )
    assert sorted(stored) == sorted(
        (client.name, opportunity, f"{client.name} brengt een schop", 1)
        for client in clients
        for opportunity in OPPORTUNITIES
    )
    assert query(path, "SELECT count(*), count(DISTINCT person_id) FROM membership") == [(PEOPLE, PEOPLE)]
    assert query(path, "SELECT count(*) FROM code WHERE kind = 'reference'") == [PEOPLE * len(OPPORTUNITIES)]
    assert query(path, "SELECT count(*) FROM event WHERE deed = 'interest.expressed'") == [PEOPLE * len(OPPORTUNITIES)]
    assert query(path, "SELECT DISTINCT dialogue, transcript FROM conversation") == [("menu", "[]")]
