"""A crowd in the web chat: so many people who press the same button at the same moment, and what each of them meets.

    uv run python bench/crowd.py [--free] [--url postgresql://…] [--streams 2000] 200 1000 5000

Prints, for each crowd: how many were answered and how many asked to come back, how long that took, and the memory of
the server. `--free` takes the bounds on waiting away; `--streams` measures so many open chats instead. Everybody comes
from an address of their own, as behind a proxy.
"""

import argparse
import asyncio
import os
import re
import resource
import socket
import sys
import tempfile
import time
from asyncio.subprocess import Process
from pathlib import Path

START = b"opportunity=1"
FREE = (
    "import bot.rush; bot.rush.NEW_SECONDS = bot.rush.KNOWN_SECONDS = 1e9; "
    "import outreach.web.door; outreach.web.door.ASKING = 10**9"
)
SERVE = "import runpy; {before}; runpy.run_module('main', run_name='__main__', alter_sys=True)"
STATUS = slice(9, 12)
COOKIE = re.compile(rb"Set-Cookie: ([^;]+)")


async def pressed(number: int, port: int) -> bytes:
    """Press the button once; gives the answer, nothing where there was none."""
    head = (
        f"POST /chat/start HTTP/1.1\r\nHost: a\r\nAccept: application/json\r\nX-Forwarded-For: {client(number)}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(START)}\r\nConnection: close\r\n\r\n"
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
    """Press once all do; gives the status and the seconds."""
    await start.wait()
    begun = time.perf_counter()
    answer = await pressed(number, port)
    return answer[STATUS], time.perf_counter() - begun


async def listener(number: int, port: int) -> asyncio.StreamWriter:
    """Begin a conversation and keep its page open."""
    cookie = COOKIE.search(await pressed(number, port))[1].decode()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"GET /chat/stream HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: {client(number)}\r\nCookie: {cookie}\r\n\r\n"
    writer.write(head.encode())
    await reader.readuntil(b"retry")
    return writer


async def listening(people: int, port: int, process: Process) -> None:
    """Open so many chats, twenty at a time, and tell what they take."""
    before, open_ones = memory_of(process), []
    for first in range(0, people, 20):
        open_ones += await asyncio.gather(*[listener(number, port) for number in range(first, first + 20)])
    print(f"{len(open_ones)} open chats: {memory_of(process)} MB, {before} MB before", flush=True)
    for writer in open_ones:
        writer.close()


async def crowd(people: int, port: int) -> list[tuple[bytes, float]]:
    """Let everybody press at once."""
    start = asyncio.Event()
    tasks = [asyncio.create_task(somebody(number, port, start)) for number in range(people)]
    await asyncio.sleep(0)
    start.set()
    return await asyncio.gather(*tasks)


def told(people: int, met: list[tuple[bytes, float]], memory: int) -> str:
    """One line of the table."""
    answered = sorted(seconds for status, seconds in met if status == b"200")
    refused = sorted(seconds for status, seconds in met if status == b"503")
    p50, p99 = (answered[int(len(answered) * share)] if answered else 0.0 for share in (0.5, 0.99))
    late = refused[int(len(refused) * 0.99)] if refused else 0.0
    lost = people - len(answered) - len(refused)
    return (
        f"{people:6} at once: {len(answered)} answered, p50 {p50:.1f} s, p99 {p99:.1f} s; "
        f"{len(refused)} asked to come back, p99 {late:.1f} s; {lost} nothing; {memory} MB"
    )


async def served(folder: Path, port: int, free: bool, url: str) -> Process:
    """The demo municipality, as a server of its own."""
    command = [sys.executable, "-c", SERVE.format(before=FREE if free else "pass"), "serve", "--data", str(folder)]
    settings = {"KANSENBODE_BEHIND_PROXY": "true", "KANSENBODE_POSTS_PER_MINUTE": "10000"}
    settings |= {"KANSENBODE_DATABASE_URL": url} if url else {}
    process = await asyncio.create_subprocess_exec(*command, "--port", str(port), env=os.environ | settings)
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
            continue
        writer.close()
        return process


def memory_of(process: Process) -> int:
    """The megabytes that a process took at most so far."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


async def main() -> None:
    """Measure each crowd on a server of its own."""
    asked = argparse.ArgumentParser()
    asked.add_argument("people", type=int, nargs="*", default=[200, 1000, 5000])
    asked.add_argument("--free", action="store_true")
    asked.add_argument("--url", default="")
    asked.add_argument("--streams", type=int, default=0)
    given = asked.parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    for people in [given.streams] if given.streams else given.people:
        with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
            free.close()
            process = await served(Path(folder), port, given.free, given.url)
            if given.streams:
                await listening(people, port, process)
            else:
                print(told(people, await crowd(people, port), memory_of(process)), flush=True)
            process.terminate()
            await process.wait()


asyncio.run(main())
