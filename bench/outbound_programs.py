"""The programs that `bench/outbound.py` sets side by side; each sends one text to many chats and
prints its figures. `python bench/outbound_programs.py kansenbode|library|textbook|bare --api
http://127.0.0.1:… --people N`
"""

import argparse
import asyncio
import json
import os
import resource
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from process import memory, peak_memory
from sqlmodel import Field, Session, SQLModel, create_engine
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.channels.telegram.channel import Telegram
from bot.server import make_texts, settle
from outreach.campaigns.claim import CAMPAIGNS
from outreach.client.client import CONNECTIONS, PATIENCE, Client
from outreach.commands.parts import DATABASE
from outreach.delivery.claim import NOTICES
from outreach.delivery.quiet import Quiet
from outreach.delivery.sender import IN_FLIGHT, Sender
from outreach.settings import Settings
from outreach.store.meanwhile import meanwhile
from outreach.store.store import Store
from outreach.store.unit import Unit
from tests.promises.campaigning import FIRST_CHAT, NEVER

TOKEN = "123456:BENCH-abcdefghijklmnopqrstuvwxyz012345"
TEXT = (
    3 * "Hoi! De gemeente zoekt mensen die willen meedoen met het plantsoen. Reageren kan nog.\n\n"
)
LEFT = "SELECT 1 FROM delivery WHERE state IN ('planned', 'claimed') LIMIT 1"


class Sent(SQLModel, table=True):
    """What the textbook way writes down after each message."""

    id: int = Field(default=None, primary_key=True)
    chat: int
    number: int


async def measured(work: Callable[[], Awaitable[None]], people: int) -> None:
    """Do the work and print what it took."""
    start, began, before = (
        memory(os.getpid()),
        time.perf_counter(),
        resource.getrusage(resource.RUSAGE_SELF),
    )
    await work()
    seconds, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        json.dumps(
            {
                "seconds": seconds,
                "rate": people / seconds,
                "cpu": cpu / people * 1e6,
                "core": cpu / seconds,
                "memory": peak_memory(os.getpid()),
                "above": peak_memory(os.getpid()) - start,
            }
        )
    )


def session() -> ClientSession:
    """aiohttp's client with the deadlines and limits of ours."""
    timeout = ClientTimeout(total=None, sock_connect=PATIENCE.connect, sock_read=PATIENCE.silence)
    return ClientSession(
        timeout=timeout, cookie_jar=DummyCookieJar(), connector=TCPConnector(limit=CONNECTIONS)
    )


async def kansenbode(api: str, people: int, folder: Path, url: str, rate: int) -> None:
    """Our own sender, as `serve` runs it."""
    given = Settings(telegram_token=TOKEN, telegram_api=api)
    facts = {
        "telegram_token": given.telegram_token,
        "telegram_api": given.telegram_api,
        "telegram_rate": rate,
    }
    settings = Settings.demo(**facts, quiet_from=NEVER, quiet_until=NEVER, quiet_days=False)
    with Store(folder / DATABASE, url=url) as store:
        channel = Telegram(settings, make_texts(settings), store)
        sender = Sender(
            store,
            {channel.name: channel},
            Quiet.of(settings),
            (NOTICES, CAMPAIGNS),
            timedelta(hours=3),
        )
        async with Client() as client:
            channel.use(client)
            settle()

            def left(unit: Unit) -> Any:
                return unit.connection.exec_driver_sql(LEFT).first()

            async def work() -> None:
                async with meanwhile(sender.run()):
                    # rows that the sender writes tell no event
                    while await store.read(left):  # noqa: ASYNC110 - rows tell no event
                        await asyncio.sleep(0.1)
                await sender.close()

            await measured(work, people)


async def each(send: Callable[[int], Awaitable[None]], people: int, at_once: int) -> None:
    """Call it for every chat, so many at once."""
    chats = iter(range(FIRST_CHAT + 1, FIRST_CHAT + people + 1))

    async def worker() -> None:
        for chat in chats:
            await send(chat)

    await asyncio.gather(*[worker() for _ in range(at_once)])


async def library(api: str, people: int, at_once: int, *, commit: bool) -> None:
    """python-telegram-bot with its own defaults; `commit`: each message is stored by itself."""
    engine = create_engine(f"sqlite:///{tempfile.mkdtemp()}/sent.db")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    SQLModel.metadata.create_all(engine, tables=[SQLModel.metadata.tables["sent"]])
    request = HTTPXRequest(connection_pool_size=256, pool_timeout=600)
    bot = Bot(TOKEN, base_url=f"{api}/bot", request=request)

    async def send(chat: int) -> None:
        message = await bot.send_message(chat, TEXT)
        if commit:
            with Session(engine) as unit:
                unit.add(Sent(chat=chat, number=message.message_id))
                unit.commit()

    await measured(lambda: each(send, people, at_once), people)
    await request.shutdown()


async def bare(api: str, people: int) -> None:
    """`aiohttp.ClientSession.post`, and nothing else."""
    address, headers = f"{api}/bot{TOKEN}/sendMessage", {"Content-Type": "application/json"}
    async with session() as http:

        async def send(chat: int) -> None:
            body = orjson.dumps({"chat_id": chat, "text": TEXT, "parse_mode": "HTML"})
            async with http.post(address, data=body, headers=headers) as response:
                orjson.loads(await response.read())

        await measured(lambda: each(send, people, IN_FLIGHT), people)


async def run(chosen: argparse.Namespace) -> None:
    """Do what was asked."""
    if chosen.which == "kansenbode":
        await kansenbode(chosen.api, chosen.people, Path(chosen.folder), chosen.url, chosen.rate)
    elif chosen.which == "bare":
        await bare(chosen.api, chosen.people)
    else:
        await library(chosen.api, chosen.people, chosen.at_once, commit=chosen.which == "textbook")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("which", choices=("kansenbode", "library", "textbook", "bare"))
    parser.add_argument("--api", required=True)
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--folder", default="")
    parser.add_argument("--url", default="")
    parser.add_argument("--rate", type=int, default=100_000)
    parser.add_argument("--at-once", type=int, default=32)
    asyncio.run(run(parser.parse_args()))
