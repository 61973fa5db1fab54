"""Turns of the web chat: people talk as fast as it goes, and each turn's CPU is told.

`uv run python bench/web.py [seconds]` runs it on SQLite. The server runs on one core, the people on
another; each comes from an address of their own, as behind a proxy.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path

import orjson
from aiohttp import ClientSession, DummyCookieJar
from inbound import (
    LOAD_CORE,
    MICRO,
    PERSONS,
    PROGRAM_CORE,
    SECONDS,
    WARM_UP,
    reachable,
    waterdam,
)
from process import cpu_of, running

from tests.promises.serving import free_port

SAYS = ("Ik doe mee", "alleen", "Sam", "een schop", "ja")
SETTINGS = {"KANSENBODE_BEHIND_PROXY": "true", "KANSENBODE_POSTS_PER_MINUTE": "10000"}


async def talk(session: ClientSession, number: int, until: float) -> int:
    """Begin about an opportunity and sign up, each time as somebody new; return the turns."""
    loop, turns = asyncio.get_running_loop(), 0
    address = f"10.0.{number >> 8}.{number & 255}"
    while loop.time() < until:
        headers = {"Accept": "application/json", "X-Forwarded-For": address}
        sayings = [("/chat/start", {"opportunity": "1"}), *(("/chat", {"text": t}) for t in SAYS)]
        last = 0
        for path, said in sayings:
            given = said | {"na": str(last)}
            async with session.post(path, data=given, headers=headers) as answer:
                answer.raise_for_status()
                if kept := answer.cookies.get("kansenbode"):
                    headers["Cookie"] = f"kansenbode={kept.value}"
                last = orjson.loads(await answer.read())["events"][-1]["seq"]
            turns += 1
    return turns


async def crowd(session: ClientSession, seconds: float) -> int:
    """Let everybody talk for so long; return all turns."""
    until = asyncio.get_running_loop().time() + seconds
    return sum(await asyncio.gather(*[talk(session, who, until) for who in range(PERSONS)]))


async def web_turn(seconds: float) -> float:
    """Return the CPU of a turn in the web chat, in microseconds."""
    with tempfile.TemporaryDirectory() as folder:
        waterdam(Path(folder))
        port = free_port()
        words = [sys.executable, "-m", "main", "serve", "--data", folder, "--port", str(port)]
        address = f"http://127.0.0.1:{port}"
        async with running(PROGRAM_CORE, words, SETTINGS) as pid:
            await reachable(address)
            async with ClientSession(address, cookie_jar=DummyCookieJar()) as session:
                await crowd(session, WARM_UP)
                before = cpu_of(pid)
                turns = await crowd(session, seconds)
                return (cpu_of(pid) - before) / turns * MICRO


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("seconds", type=float, nargs="?", default=SECONDS)
    seconds = asked.parse_args().seconds
    os.sched_setaffinity(0, {LOAD_CORE})
    print(f"a turn of the web chat: {asyncio.run(web_turn(seconds)):,.0f} µs of CPU")
