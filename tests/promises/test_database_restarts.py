"""A PostgreSQL that is restarted under load loses nothing: what was acknowledged is stored once, and work goes on."""

import asyncio
import random
import secrets
import time
from pathlib import Path

import psycopg
from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.conftest import add_waterdam
from tests.databases import started_server
from tests.promises.serving import free_port, served
from tests.promises.test_r01_nothing_is_lost import ANSWERS

RESTARTS, PEOPLE = 3, 4
STEPS = ("/chat/start", *["/chat"] * len(ANSWERS))


async def test_restarts_under_load_lose_nothing(tmp_path: Path, capsys):
    with started_server() as server:  # one of its own: nobody else's tests may notice
        url = server.copy(tmp_path / "kansenbode.db", "waterdam", add_waterdam)
        (tmp_path / ".env").write_text(f"KANSENBODE_DATABASE_URL={url}\nKANSENBODE_POSTS_PER_MINUTE=10000\n")
        port, done = free_port(), asyncio.Event()
        async with served(tmp_path, port), ClientSession(timeout=ClientTimeout(total=60)) as session:
            people = [
                asyncio.create_task(talk(session, f"http://127.0.0.1:{port}", number, done)) for number in range(PEOPLE)
            ]
            back = [await restart(server, session, port) for _ in range(RESTARTS)]
            done.set()
            taken = {nonce for each in await asyncio.gather(*people) for nonce in each}
        with psycopg.connect(url) as connection:
            stored = [row[0] for row in connection.execute("SELECT external_id FROM inbound")]
            twice = connection.execute("SELECT inbound_id FROM delivery GROUP BY 1 HAVING count(*) > 1").fetchall()
    with capsys.disabled():
        print(f"\nPostgreSQL restarted {RESTARTS} times, back after {', '.join(f'{wait:.1f}' for wait in back)} s")

    assert len(stored) == len(set(stored))
    assert taken <= {number.rpartition(".")[2] for number in stored}
    assert twice == []


async def restart(server, session: ClientSession, port: int) -> float:
    """Stop the server and start it anew; gives the seconds until our own health is good again."""
    await asyncio.sleep(random.uniform(0.5, 1.5))
    await asyncio.to_thread(server.restart)
    began = time.monotonic()
    async with asyncio.timeout(60):
        while True:
            async with session.get(f"http://127.0.0.1:{port}/health") as answer:
                if answer.status == 200:
                    return time.monotonic() - began


async def talk(session: ClientSession, address: str, number: int, done: asyncio.Event) -> list[str]:
    """Have one conversation after the other, each message again until it is taken; gives what was taken."""
    taken, rounds = [], 0
    while not (done.is_set() and rounds):
        rounds += 1
        headers = {"Cookie": f"kansenbode={secrets.token_urlsafe(32)}", "Accept": "application/json"}
        texts = [{"opportunity": str(1 + number)}, *({"text": text.format(name=f"Buur {number}")} for text in ANSWERS)]
        for path, form in zip(STEPS, texts, strict=True):
            nonce = secrets.token_hex(12)
            while not await post(session, address + path, form | {"nonce": nonce}, headers):  # noqa: ASYNC110 - as a browser does
                await asyncio.sleep(0.05)
            taken.append(nonce)
    return taken


async def post(session: ClientSession, address: str, form: dict[str, str], headers: dict[str, str]) -> bool:
    try:
        async with session.post(address, data=form, headers=headers) as answer:
            await answer.read()
            return answer.status == 200
    except ClientError:
        return False
