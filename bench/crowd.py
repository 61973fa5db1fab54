"""A crowd in the web chat that presses one button at the same moment, and what they meet.

    uv run python bench/crowd.py [--free] [--postgresql] [--beside 3000]
    [--streams 2000] 200 1000 5000

Prints, for each crowd: how many were answered and how many asked to come back, how long that took,
and the memory of the server. `--free` takes the bounds on waiting away; `--postgresql` starts one
for it; `--beside` lets a campaign to so many people go out meanwhile, and the clockwork begin its
first round; `--streams` measures so many open chats instead. Everybody comes from an address of
their own, as behind a proxy.
"""

import argparse
import asyncio
import os
import re
import resource
import sys
import tempfile
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from postgresql import postgresql
from process import cpu_of, peak_memory
from sqlalchemy import make_url

from bot.rush import RushPace
from outreach.commands.parts import DATABASE
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.web.pace import WebPace
from tests.promises.campaigning import environment, prepare
from tests.promises.paced import paced
from tests.promises.serving import MAIN, free_port

START = b"opportunity=1"
FREE = paced(web=WebPace(asking=10**9), rush=RushPace(new=1e9, known=1e9))
"""A server that asks nobody to come back."""
STATUS = slice(9, 12)
COOKIE = re.compile(rb"Set-Cookie: ([^;]+)")
RATE = 30
"""Messages in a second that Telegram takes of a bot."""
SENT = "SELECT count(*) FROM delivery WHERE rank = 3 AND state = 'sent'"
NUMBERED = "SELECT setval(pg_get_serial_sequence('person', 'id'), %s)"
IDLE_SECONDS = 45
"""Three beats of a stream."""
FIRST_TICKS = 20
"""Seconds after the start when the clockwork begins."""


@dataclass(frozen=True, slots=True)
class Idle:
    """What open chats take in which nobody says anything; memory in MB, `share` of a core."""

    chats: int
    before: float
    after: float
    share: float

    def __str__(self) -> str:
        return (
            f"{self.chats} open chats: {self.after:.0f} MB, {self.before:.0f} MB before; "
            f"{self.share:.2%} of a core while nobody says anything"
        )


async def pressed(number: int, port: int) -> bytes:
    """Press the button once; return the answer, or nothing if there was none."""
    head = (
        f"POST /chat/start HTTP/1.1\r\nHost: a\r\nAccept: application/json\r\nX-Forwarded-For: "
        f"{client(number)}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        f"{len(START)}\r\nConnection: close\r\n\r\n"
    )
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(head.encode() + START)
        answer = await reader.read()
        writer.close()
    except OSError:
        return b""
    return answer


def client(number: int) -> str:
    """An address for each person."""
    return f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"


async def somebody(number: int, port: int, start: asyncio.Event) -> tuple[bytes, float]:
    """Press once everybody is ready; return the status and the seconds."""
    await start.wait()
    begun = time.perf_counter()
    answer = await pressed(number, port)
    return answer[STATUS], time.perf_counter() - begun


async def listener(number: int, port: int) -> asyncio.StreamWriter:
    """Begin a conversation and keep its page open."""
    found = COOKIE.search(await pressed(number, port))
    assert found is not None
    cookie = found[1].decode()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = (
        f"GET /chat/stream HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: {client(number)}\r\nCookie: "
        f"{cookie}\r\n\r\n"
    )
    writer.write(head.encode())
    await reader.readuntil(b"retry")
    return writer


async def listening(people: int, port: int, process: Process) -> Idle:
    """Open so many chats, twenty at a time, and return what they take."""
    before, open_ones = peak_memory(process.pid), []
    for first in range(0, people, 20):
        open_ones += await asyncio.gather(
            *[listener(number, port) for number in range(first, first + 20)]
        )
    spent = cpu_of(process.pid)
    await asyncio.sleep(IDLE_SECONDS)
    share = (cpu_of(process.pid) - spent) / IDLE_SECONDS
    after = peak_memory(process.pid)
    for writer in open_ones:
        writer.close()
    return Idle(len(open_ones), before, after, share)


async def open_streams(people: int) -> Idle:
    """Measure so many open chats on a server of their own."""
    allow_files()
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        process = await served(Path(folder), port, free=False, url="")
        try:
            return await listening(people, port, process)
        finally:
            process.terminate()
            await process.wait()


def allow_files() -> None:
    """Let this process, and the servers that it starts, open as many files as the machine lets."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


async def crowd(people: int, port: int) -> list[tuple[bytes, float]]:
    """Let everybody press at once."""
    start = asyncio.Event()
    tasks = [asyncio.create_task(somebody(number, port, start)) for number in range(people)]
    await asyncio.sleep(0)
    start.set()
    return await asyncio.gather(*tasks)


def told(people: int, met: list[tuple[bytes, float]], memory: float) -> str:
    """One line of the table."""
    answered = sorted(seconds for status, seconds in met if status == b"200")
    refused = sorted(seconds for status, seconds in met if status == b"503")
    p50, p99 = (answered[int(len(answered) * share)] if answered else 0.0 for share in (0.5, 0.99))
    late = refused[int(len(refused) * 0.99)] if refused else 0.0
    lost = people - len(answered) - len(refused)
    return (
        f"{people:6} at once: {len(answered)} answered, p50 {p50:.1f} s, p99 {p99:.1f} s; "
        f"{len(refused)} asked to come back, p99 {late:.1f} s; {lost} nothing; {memory:.0f} MB"
    )


@asynccontextmanager
async def sending(folder: Path, port: int, people: int, url: str) -> AsyncIterator[None]:
    """Start a campaign that goes out once the server runs, and a Bot API in its own process."""
    migrate(folder / DATABASE, url)
    with Store(folder / DATABASE, url=url) as store:
        prepare(store, people, "again")
        # its people have numbers of their own, which the server would give once more
        if url:
            store.run(
                lambda unit: unit.connection.exec_driver_sql(NUMBERED, (people,)).scalar(), NOBODY
            )
    api = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.botapi", "--open", stdout=PIPE
    )
    assert api.stdout is not None
    address = (await api.stdout.readline()).decode().strip()
    (folder / ".env").write_text(environment(address, port, RATE))
    try:
        yield
    finally:
        api.terminate()
        await api.wait()
        with Store(folder / DATABASE, url=url) as store:
            print(
                f"{store.look(lambda unit: unit.connection.exec_driver_sql(SENT).scalar())} "
                f"messages went out beside it"
            )


async def served(folder: Path, port: int, free: bool, url: str) -> Process:
    """The demo municipality, as a server of its own."""
    command = [
        sys.executable,
        *(FREE if free else MAIN),
        "serve",
        "--data",
        str(folder),
    ]
    settings = {"KANSENBODE_BEHIND_PROXY": "true", "KANSENBODE_POSTS_PER_MINUTE": "10000"}
    settings |= {"KANSENBODE_DATABASE_URL": url} if url else {}
    process = await asyncio.create_subprocess_exec(
        *command, "--port", str(port), env=os.environ | settings
    )
    while process.returncode is None:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
            continue
        writer.close()
        return process
    raise RuntimeError("the server ended")


async def measure(given: argparse.Namespace, people: int, url: str) -> None:
    """Measure one crowd, or so many open chats, on a server of its own."""
    async with AsyncExitStack() as house:
        folder = Path(house.enter_context(tempfile.TemporaryDirectory()))
        port = free_port()
        if given.beside:
            await house.enter_async_context(sending(folder, port, given.beside, url))
        process = await served(folder, port, given.free, url)
        if given.beside:
            await asyncio.sleep(FIRST_TICKS)
        if given.streams:
            print(await listening(people, port, process), flush=True)
        else:
            print(told(people, await crowd(people, port), peak_memory(process.pid)), flush=True)
        process.terminate()
        await process.wait()


async def main() -> None:
    """Measure each crowd on a database of its own."""
    asked = argparse.ArgumentParser()
    asked.add_argument("people", type=int, nargs="*", default=[200, 1000, 5000])
    asked.add_argument("--free", action="store_true")
    asked.add_argument("--postgresql", action="store_true")
    asked.add_argument("--beside", type=int, default=0)
    asked.add_argument("--streams", type=int, default=0)
    given = asked.parse_args()
    allow_files()
    async with AsyncExitStack() as house:
        server = await house.enter_async_context(postgresql()) if given.postgresql else ""
        for number, people in enumerate([given.streams] if given.streams else given.people):
            if server:
                with psycopg.connect(server, autocommit=True) as connection:
                    connection.execute(f"CREATE DATABASE crowd{number}")
            url = (
                make_url(server)
                .set(database=f"crowd{number}")
                .render_as_string(hide_password=False)
                if server
                else ""
            )
            await measure(given, people, url)


if __name__ == "__main__":
    asyncio.run(main())
