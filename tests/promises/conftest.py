"""A house with its doors open, and people who talk with it in process or over HTTP."""

import asyncio
import secrets
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import structlog
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.inbox import Arrival
from bot.runs import Script
from bot.server import build, make_script, make_texts
from bot.turn import Turns
from outreach.settings import Settings
from outreach.store.store import Store
from tests.promises.attacking import Answer, Attack, exchanged, started
from tests.promises.serving import let_in
from tests.talking import UNHURRIED, Outbox, turns

INTEREST = (
    "Ik doe mee",
    "alleen",
    "{name}",
    "{name} brengt een schop",
    "ja",
    "nee",
    "{name}@mail.example",
)
"""What somebody types to express interest, once they look at an opportunity."""
COUNTERS = "sqlite_sequence"
"""SQLite's own table of the numbers it gave out; one that nothing came of is given out too."""
Dump = dict[str, list[tuple[Any, ...]]]


@dataclass
class Person:
    """Somebody who talks in process. Everything they handed in is kept, to be handed in again."""

    name: str
    talks: Turns
    handed_in: list[Arrival] = field(default_factory=list)
    _numbers: Any = field(default_factory=count)

    async def say(self, text: str = "", **more: Any) -> bool:
        """Hand in one message."""
        number = f"{self.name}.{next(self._numbers)}"
        arrival = Arrival(channel="web", external_id=number, sender=self.name, text=text, **more)
        self.handed_in.append(arrival)
        return await self.talks.take(arrival)

    async def express(self, opportunity: int, upto: int | None = None) -> None:
        """Express interest in an opportunity, or stop before that many answers."""
        await self.say(opportunity=opportunity)
        for text in INTEREST[:upto]:
            await self.say(text.format(name=self.name))


@dataclass
class Browser:
    """Somebody in the web chat, with a cookie of their own."""

    session: ClientSession
    address: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def hash(self) -> str:
        return sha256(self.token.encode()).hexdigest()

    @property
    def headers(self) -> dict[str, str]:
        return {"Cookie": f"kansenbode={self.token}", "Accept": "application/json"}

    async def post(
        self, path: str = "/chat", nonce: str | None = None, **form: str
    ) -> tuple[int, str]:
        """Post a form; return status and body."""
        data = {"nonce": nonce or secrets.token_hex(8)} | form
        async with self.session.post(
            f"{self.address}{path}", data=data, headers=self.headers
        ) as answer:
            return answer.status, await answer.text()

    async def begin(self, opportunity: int) -> tuple[int, str]:
        return await self.post("/chat/start", opportunity=str(opportunity))

    async def say(self, text: str) -> tuple[int, str]:
        return await self.post(text=text)


def come_in(store: Store, session: ClientSession, address: str) -> Browser:
    browser = Browser(session, address)
    let_in(store, browser.token)
    return browser


@pytest.fixture
def settings() -> Settings:
    return Settings(posts_per_minute=10_000)


@pytest.fixture
def script(settings: Settings) -> Script:
    return make_script(make_texts(settings))


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


@pytest.fixture
def person(waterdam: Store, script: Script, outbox: Outbox) -> Callable[[str], Person]:
    """Somebody who talks with the demo municipality."""
    talks = turns(waterdam, script, outbox)
    return lambda name: Person(name, talks)


@pytest.fixture
def open_house(settings: Settings, tmp_path: Path) -> Callable[..., Any]:
    """Serve a store on a free port for the block; yields a way to let new people in."""

    @asynccontextmanager
    async def serve(store: Store) -> AsyncIterator[Callable[[], Browser]]:
        async with (
            TestServer(build(settings, tmp_path, store, pace=UNHURRIED)) as server,
            ClientSession() as session,
        ):
            yield partial(come_in, store, session, str(server.make_url("")).rstrip("/"))

    return serve


@pytest.fixture
def dump() -> Callable[[Path], Dump]:
    """Every row of every table, as another program sees it."""

    def read(path: Path) -> Dump:
        with closing(sqlite3.connect(path)) as database:
            names = [
                name
                for (name,) in database.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table'"
                )
            ]
            return {
                name: database.execute(f"SELECT * FROM {name}").fetchall()
                for name in sorted(names)
                if name != COUNTERS
            }

    return read


@pytest.fixture
def query() -> Callable[..., list[Any]]:
    """Rows of a database; one column comes as plain values."""

    def run(path: Path, sql: str, *values: object) -> list[Any]:
        with closing(sqlite3.connect(path)) as database:
            rows = database.execute(sql, values).fetchall()
        return [row[0] if len(row) == 1 else row for row in rows]

    return run


@pytest.fixture
def eventually() -> Callable[[Callable[[], bool]], Awaitable[bool]]:
    """Look again and again until it is so; False if it never is."""

    async def wait(condition: Callable[[], bool]) -> bool:
        for _ in range(1_000):
            if condition():
                return True
            await asyncio.sleep(0.01)
        return False

    return wait


@pytest.fixture
def attack(waterdam: Store, tmp_path: Path) -> Iterator[Attack]:
    """Send raw bytes to the real application; return what comes back, as a stranger sees it."""
    loop = asyncio.new_event_loop()
    app = build(Settings(posts_per_minute=10_000), tmp_path, waterdam)
    runner = web.AppRunner(app, access_log=None)
    port = loop.run_until_complete(started(runner))
    cookies: dict[str, str] = {}

    def run(
        method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> Answer:
        head = {"Host": "127.0.0.1", "Connection": "close", "Accept": "text/html"} | (headers or {})
        head.setdefault("Cookie", "; ".join(f"{name}={value}" for name, value in cookies.items()))
        if body or method == "POST":
            head.setdefault("Content-Type", "application/x-www-form-urlencoded")
            head.setdefault("Content-Length", str(len(body)))
        lines = [
            f"{method} {path} HTTP/1.1",
            *(f"{name}: {value}" for name, value in head.items()),
            "",
            "",
        ]
        return loop.run_until_complete(
            exchanged(port, "\r\n".join(lines).encode("utf-8", "surrogateescape") + body)
        )

    with structlog.testing.capture_logs() as logged:
        cookie = run("POST", "/chat/start").headers["set-cookie"]
        cookies["kansenbode"] = cookie.partition("=")[2].partition(";")[0]
        yield run
    loop.run_until_complete(runner.cleanup())
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()
    # Between two requests this loop stands still: on a slow machine the clockwork finds that it
    # skipped a round.
    logged = [entry for entry in logged if entry.get("logger") != "apscheduler.scheduler"]
    assert [entry for entry in logged if entry["log_level"] != "info"] == []
