"""Two webs and two workers on one PostgreSQL: people talk, messages go out, one is killed."""

import asyncio
import secrets
import signal
from contextlib import AsyncExitStack
from pathlib import Path

import psycopg
import pytest
from aiohttp import ClientSession, CookieJar

from content.message import Message
from outreach.delivery.notice import notify
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.conftest import LOUD, add_waterdam
from tests.databases import Databases
from tests.promises.paced import SHORT_LEASE
from tests.promises.serving import free_port, served
from tests.promises.talking import ANSWERS

pytestmark = pytest.mark.postgresql


async def test_webs_answer_and_workers_send_what_is_due(
    tmp_path: Path, databases: Databases
) -> None:
    url = databases.copy(tmp_path / "kansenbode.db", "waterdam", add_waterdam)
    (tmp_path / ".env").write_text(f"KANSENBODE_DATABASE_URL={url}\n")
    roles = ("web", "web", "worker", "worker")
    ports = [free_port() for _ in roles]
    headers = {"Accept": "application/json"}
    async with AsyncExitStack() as house:
        running = [
            await house.enter_async_context(served(tmp_path, port, SHORT_LEASE, role))
            for port, role in zip(ports, roles, strict=True)
        ]
        session = await house.enter_async_context(
            ClientSession(headers=headers, cookie_jar=CookieJar(unsafe=True))
        )
        await say(session, f"http://127.0.0.1:{ports[0]}/chat/start", opportunity="1")
        for number, text in enumerate(ANSWERS):
            await say(
                session, f"http://127.0.0.1:{ports[number % 2]}/chat", text=text.format(name="Ada")
            )
        running[2].send_signal(signal.SIGKILL)
        with Store(tmp_path / "kansenbode.db", url=url) as store:
            store.run(
                notify,
                TICK,
                name="notice-answer",
                persons=[1],
                say=lambda _: Message("nieuws"),
                quiet=LOUD,
            )
        await sent(url)
        async with session.get(f"http://127.0.0.1:{ports[3]}/chat") as answer:
            missing = answer.status
        async with session.get(f"http://127.0.0.1:{ports[3]}/health") as answer:
            healthy = answer.status
        for process in (running[0], running[1], running[3]):
            process.send_signal(signal.SIGTERM)
            assert await process.wait() == 0

    assert (missing, healthy) == (404, 200)
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) FROM interest").fetchall() == [(1,)]
        assert connection.execute("SELECT DISTINCT state FROM delivery").fetchall() == [("sent",)]
    databases.drop(url)
    assert "Traceback" not in (tmp_path / "server.log").read_text("utf-8")


async def sent(url: str) -> None:
    """Wait until nothing is left to send."""
    async with asyncio.timeout(60):
        # what another process does tells nobody
        while await asyncio.to_thread(_waiting, url):  # noqa: ASYNC110
            await asyncio.sleep(0.1)


def _waiting(url: str) -> bool:
    with psycopg.connect(url) as connection:
        return bool(connection.execute("SELECT 1 FROM delivery WHERE state != 'sent'").fetchall())


async def say(session: ClientSession, address: str, **form: str) -> None:
    async with session.post(address, data=form | {"nonce": secrets.token_hex(8)}) as answer:
        assert answer.status == 200
