"""Two servers on one PostgreSQL: one conversation in order, each turn once, despite a kill."""

import asyncio
import json
import random
import secrets
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import aiohttp
import psycopg
import pytest
from aiohttp import ClientError, ClientSession, ClientTimeout, CookieJar

from outreach.settings import Settings
from outreach.store.store import Store
from tests.conftest import add_waterdam
from tests.databases import Databases
from tests.promises.paced import SHORT_LEASE
from tests.promises.serving import free_port, let_in, served
from tests.promises.talking import ANSWERS

pytestmark = pytest.mark.postgresql
PEOPLE = 6
OPPORTUNITIES = (1, 2, 3, 4, 5)
MOMENT = 0.05
TWICE_AT_ONCE = 3
"""Every so many messages are handed to both servers at the same moment."""
PATIENCE = 60.0


@dataclass
class Client:
    """Somebody whose messages reach either server; those without an answer are sent again.

    Before somebody begins with the next opportunity, a server was killed: until then the last
    message is repeated.
    """

    name: str
    addresses: list[str]
    killed: list[int]
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    chance: random.Random = field(default_factory=lambda: random.Random(5))
    taken: list[str] = field(default_factory=list)
    tries: int = 0

    async def talk(self, session: ClientSession) -> None:
        for kills, opportunity in enumerate(OPPORTUNITIES, 1):
            steps = [("/chat/start", {"opportunity": str(opportunity)})]
            steps += [("/chat", {"text": text.format(name=self.name)}) for text in ANSWERS]
            await self._say(session, steps)
            while len(self.killed) < kills:
                await self.post(session, self.chance.randrange(2), *self.last)
                await asyncio.sleep(MOMENT)

    async def _say(self, session: ClientSession, steps: list[tuple[str, dict[str, str]]]) -> None:
        for number, (path, form) in enumerate(steps):
            nonce = secrets.token_hex(12)
            self.last = path, form | {"nonce": nonce}
            if number % TWICE_AT_ONCE == 0:
                await asyncio.gather(*[self.post(session, place, *self.last) for place in (0, 1)])
            # as Telegram does
            send = partial(self.post, session)
            while not await send(self.chance.randrange(2), *self.last):  # noqa: ASYNC110
                await asyncio.sleep(MOMENT)
            self.taken.append(f"{sha256(self.token.encode()).hexdigest()[:16]}.{nonce}")

    async def post(
        self, session: ClientSession, place: int, path: str, form: dict[str, str]
    ) -> bool:
        headers = {"Cookie": f"kansenbode={self.token}", "Accept": "application/json"}
        self.tries += 1
        try:
            async with session.post(
                self.addresses[place] + path, data=form, headers=headers
            ) as answer:
                await answer.read()
                assert answer.status == 200, f"{answer.status} for {path}"
        except (ClientError, ConnectionError):
            return False
        return True


@pytest.fixture
def folder(tmp_path: Path, databases: Databases) -> Iterator[Path]:
    """A data folder whose setting names a PostgreSQL database with the demo municipality."""
    url = databases.copy(tmp_path / "kansenbode.db", "waterdam", add_waterdam)
    (tmp_path / ".env").write_text(
        f"KANSENBODE_DATABASE_URL={url}\nKANSENBODE_POSTS_PER_MINUTE=10000\n"
    )
    yield tmp_path
    databases.drop(url)


@pytest.fixture
def rows(folder: Path) -> Callable[[str], list[tuple[Any, ...]]]:
    url = (folder / ".env").read_text().splitlines()[0].partition("=")[2]

    def read(select: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(url) as connection:
            return connection.execute(select).fetchall()

    return read


async def keep_killing(folder: Path, port: int, clients: list[Client], killed: list[int]) -> None:
    """Kill one server in the middle of its work and start it again, while the other goes on."""
    chance = random.Random(11)
    while True:
        async with served(folder, port, SHORT_LEASE) as process:
            until = sum(client.tries for client in clients) + chance.randint(10, 40)
            # any moment will do
            while sum(client.tries for client in clients) < until:  # noqa: ASYNC110
                await asyncio.sleep(0.001)
            process.send_signal(signal.SIGKILL)
            killed.append(until)


async def all_sent(rows: Callable[[str], list[tuple[Any, ...]]]) -> None:
    unsent = "SELECT 1 FROM delivery WHERE state != 'sent'"
    async with asyncio.timeout(PATIENCE):
        while await asyncio.to_thread(rows, unsent):  # noqa: ASYNC110 - rows tell no event
            await asyncio.sleep(0.1)


async def test_conversations_go_on_in_order_while_a_server_is_killed(
    folder: Path, rows: Callable[[str], list[tuple[Any, ...]]]
) -> None:
    ports = [free_port(), free_port()]
    killed: list[int] = []
    addresses = [f"http://127.0.0.1:{port}" for port in ports]
    clients = [Client(f"Buur{number}", addresses, killed) for number in range(PEOPLE)]
    with Store(folder / "kansenbode.db", url=Settings.load(folder).database) as store:
        let_in(store, *[client.token for client in clients])

    async with (
        served(folder, ports[0], SHORT_LEASE) as steady,
        ClientSession(timeout=ClientTimeout(total=20)) as session,
    ):
        killing = asyncio.create_task(keep_killing(folder, ports[1], clients, killed))
        await asyncio.gather(*[client.talk(session) for client in clients])
        killing.cancel()
        await asyncio.gather(killing, return_exceptions=True)
        await all_sent(rows)
        steady.send_signal(signal.SIGTERM)
        assert await steady.wait() == 0

    assert len(killed) >= len(OPPORTUNITIES)
    assert_turns_once_and_in_order(rows, clients)
    assert_answered_once(rows)
    assert_interests(rows, clients)
    assert "Traceback" not in (folder / "server.log").read_text("utf-8")


def assert_turns_once_and_in_order(
    rows: Callable[[str], list[tuple[Any, ...]]], clients: list[Client]
) -> None:
    came_in: dict[str, list[str]] = {}
    for (number,) in rows("SELECT external_id FROM inbound ORDER BY id"):
        came_in.setdefault(number.partition(".")[0], []).append(number)
    assert sorted(came_in.values()) == sorted(client.taken for client in clients)
    assert rows("SELECT count(*) FROM inbound WHERE quarantined") == [(0,)]
    assert rows("SELECT count(*), count(DISTINCT person_id) FROM address") == [(PEOPLE, PEOPLE)]
    assert rows("SELECT count(*) FROM person") == [(PEOPLE,)]


def assert_answered_once(rows: Callable[[str], list[tuple[Any, ...]]]) -> None:
    assert Counter(rows("SELECT count(*) FROM delivery GROUP BY inbound_id")).keys() == {(1,)}
    assert rows("SELECT DISTINCT state FROM delivery") == [("sent",)]
    numbers: dict[int, list[int]] = {}
    for address, number in rows("SELECT address_id, seq FROM delivery ORDER BY seq"):
        numbers.setdefault(address, []).append(number)
    assert {tuple(each) for each in numbers.values()} == {
        tuple(range(1, len(OPPORTUNITIES) * (1 + len(ANSWERS)) + 1))
    }


def assert_interests(rows: Callable[[str], list[tuple[Any, ...]]], clients: list[Client]) -> None:
    stored = rows(
        "SELECT name, opportunity_id, brings FROM interest JOIN party ON party.id = party_id "
        "ORDER BY 1, 2"
    )
    assert stored == [
        (client.name, number, f"{client.name} brengt een schop")
        for client in clients
        for number in OPPORTUNITIES
    ]
    expressed = "SELECT count(*) FROM event WHERE deed = 'interest.expressed'"
    assert rows(expressed) == [(PEOPLE * len(OPPORTUNITIES),)]
    assert rows("SELECT DISTINCT dialogue, transcript::text FROM conversation") == [("menu", "[]")]


async def test_stream_at_one_server_tells_what_another_answers(folder: Path) -> None:
    ports = [free_port(), free_port()]
    headers = {"Accept": "application/json"}
    async with AsyncExitStack() as house:
        await asyncio.gather(
            *[house.enter_async_context(served(folder, port, SHORT_LEASE)) for port in ports]
        )
        session = await house.enter_async_context(
            ClientSession(headers=headers, cookie_jar=CookieJar(unsafe=True))
        )
        await say(session, f"http://127.0.0.1:{ports[0]}/chat/start", opportunity="1")
        stream = await house.enter_async_context(
            session.get(f"http://127.0.0.1:{ports[1]}/chat/stream")
        )
        heard = [await next_number(stream)]
        begun = asyncio.get_running_loop().time()
        for text in ANSWERS[:4]:
            await say(session, f"http://127.0.0.1:{ports[0]}/chat", text=text.format(name="Ada"))
            heard.append(await next_number(stream))
        took = asyncio.get_running_loop().time() - begun

    assert heard == [1, 2, 3, 4, 5]
    # four times the heartbeat would be a minute
    assert took < 10


async def say(session: ClientSession, address: str, **form: str) -> None:
    async with session.post(address, data=form) as answer:
        assert answer.status == 200


async def next_number(stream: aiohttp.ClientResponse) -> int:
    async with asyncio.timeout(PATIENCE):
        while True:
            line = await stream.content.readline()
            if line.startswith(b"data:"):
                return int(json.loads(line[5:])["seq"])
