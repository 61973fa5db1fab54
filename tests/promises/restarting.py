"""People who talk with the real server while its PostgreSQL is stopped and started again.

`python bench/kill.py` plays it for longer.
"""

import asyncio
import random
import secrets
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientError, ClientSession, ClientTimeout

from outreach.commands.parts import DATABASE
from outreach.store.store import Store
from tests.databases import Server
from tests.promises.serving import free_port, let_in, served
from tests.promises.talking import ANSWERS, Rows, rows_at

STEPS = ("/chat/start", *["/chat"] * len(ANSWERS))


@dataclass
class Outages:
    """What people were told is taken, against what stands in the rows."""

    people: int
    back: list[float]
    """Seconds after each start of the database until our own health was good again."""
    acknowledged: int
    lost: int
    twice: int
    answered_twice: int


async def talk_through_outages(
    server: Server, folder: Path, url: str, *, people: int, down: list[float]
) -> Outages:
    """Let people talk while the database is away, each time for so many seconds."""
    settings = ("POSTS_PER_MINUTE=10000", "BACKUP_ELSEWHERE=true", f"DATABASE_URL={url}")
    (folder / ".env").write_text("".join(f"KANSENBODE_{each}\n" for each in settings))
    port, done = free_port(), asyncio.Event()
    tokens = [secrets.token_urlsafe(32) for _ in range(people)]
    with Store(folder / DATABASE, url=url) as store:
        let_in(store, *tokens)
    async with served(folder, port), ClientSession(timeout=ClientTimeout(total=60)) as session:
        address = f"http://127.0.0.1:{port}"
        talks = [
            asyncio.create_task(_talk(session, address, *each, done)) for each in enumerate(tokens)
        ]
        back = [await _outage(server, session, port, seconds) for seconds in down]
        done.set()
        taken = [nonce for each in await asyncio.gather(*talks) for nonce in each]
    return _judged(rows_at(url), people, back, taken)


def _judged(rows: Rows, people: int, back: list[float], taken: list[str]) -> Outages:
    stored = Counter(
        number.rpartition(".")[2] for (number,) in rows("SELECT external_id FROM inbound")
    )
    twice = rows("SELECT inbound_id FROM delivery GROUP BY 1 HAVING count(*) > 1")
    lost = len(set(taken) - stored.keys())
    return Outages(
        people, back, len(taken), lost, (stored - Counter(stored.keys())).total(), len(twice)
    )


async def _outage(server: Server, session: ClientSession, port: int, seconds: float) -> float:
    """Stop the database for a while; return the seconds from its start until we are healthy."""
    await asyncio.sleep(random.uniform(0.5, 1.5))
    await asyncio.to_thread(server.restart, seconds)
    began = time.monotonic()
    async with asyncio.timeout(60):
        while True:
            async with session.get(f"http://127.0.0.1:{port}/health") as answer:
                if answer.status == 200:
                    return time.monotonic() - began


async def _talk(
    session: ClientSession, address: str, number: int, token: str, done: asyncio.Event
) -> list[str]:
    """Repeat each message until it is accepted; return what was accepted."""
    taken, rounds = [], 0
    headers = {"Cookie": f"kansenbode={token}", "Accept": "application/json"}
    while not (done.is_set() and rounds):
        rounds += 1
        texts = [
            {"opportunity": str(1 + number % 5)},
            *({"text": text.format(name=f"Buur {number}")} for text in ANSWERS),
        ]
        for path, form in zip(STEPS, texts, strict=True):
            nonce = secrets.token_hex(12)
            sent = form | {"nonce": nonce}
            # as a browser does
            while not await _post(session, address + path, sent, headers):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
            taken.append(nonce)
    return taken


async def _post(
    session: ClientSession, address: str, form: dict[str, str], headers: dict[str, str]
) -> bool:
    try:
        async with session.post(address, data=form, headers=headers) as answer:
            await answer.read()
            return answer.status == 200
    except ClientError:
        return False
