"""Idle connections that somebody holds: others are served, and the log stays short."""

import asyncio
import signal
from asyncio import StreamReader, StreamWriter
from pathlib import Path

import pytest

from outreach.web.files import OURS
from outreach.web.pace import PACE
from tests.promises.serving import ON_BOTH_LOOPS, Loop, free_port, served

ROOM = 100
FEW_FILES = f"""
import resource, runpy
resource.setrlimit(resource.RLIMIT_NOFILE, ({OURS + ROOM}, {OURS + ROOM}))
runpy.run_module("main", run_name="__main__", alter_sys=True)
"""
HEALTH = b"GET /health HTTP/1.1\r\nHost: a\r\n\r\n"
PAGE = b"GET /privacy HTTP/1.1\r\nHost: a\r\n\r\n"
HALF_A_HEAD = b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: "
HALF_A_POST = (
    b"POST /chat HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 400\r\n\r\ntext=ik+doe"
)
NOTHING_ASKED = {
    "the end of a head": b"\r\n\r\n",
    "ends of heads": b"\r\n\r\n\r\n\r\n",
    "an odd expectation": b"GET / HTTP/1.1\r\nHost: a\r\nExpect: all\r\n\r\n",
    "a post that never comes": HALF_A_POST,
    (
        "a page with a body that never comes"
    ): b"GET /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n",
}
LIMIT_SECONDS = 10


async def connected(
    port: int, sends: bytes = b"", source: str = "127.0.0.1"
) -> tuple[StreamReader, StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0))
    writer.write(sends)
    await writer.drain()
    return reader, writer


async def asked(port: int, source: str = "127.0.0.1", what: bytes = HEALTH) -> bytes:
    """The first line of what the server says, of its health if nothing else is asked."""
    reader, writer = await connected(port, what, source)
    try:
        async with asyncio.timeout(LIMIT_SECONDS):
            return (await reader.readline()).strip()
    finally:
        writer.transport.abort()


def open_files(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


@ON_BOTH_LOOPS
async def test_one_client_with_thousands_of_connections_keeps_nobody_else_out(
    tmp_path: Path, loop: Loop
) -> None:
    port = free_port()
    async with served(tmp_path, port, ("-c", FEW_FILES), loop=loop) as process:
        held = [
            await connected(port, (b"", HALF_A_HEAD, HALF_A_POST)[each % 3])
            for each in range(5 * ROOM)
        ]
        answers = [await asked(port, f"127.0.0.{number}") for number in range(2, 22)]
        files = open_files(process.pid)
        for _, writer in held:
            writer.transport.abort()

    assert answers == [b"HTTP/1.1 200 OK"] * 20
    assert files < ROOM + 60
    assert len((tmp_path / "server.log").read_bytes().splitlines()) < 5


@pytest.mark.parametrize("sends", NOTHING_ASKED.values(), ids=NOTHING_ASKED.keys())
async def test_who_asks_for_nothing_makes_nobody_who_is_new_wait(
    tmp_path: Path, sends: bytes
) -> None:
    port = free_port()
    async with served(tmp_path, port):
        held = [await connected(port, sends) for _ in range(PACE.asking)]
        await asked(port)
        answers = [await asked(port, f"127.0.0.{number}", PAGE) for number in range(2, 12)]
        for _, writer in held:
            writer.transport.abort()

    assert answers == [b"HTTP/1.1 200 OK"] * 10


@ON_BOTH_LOOPS
async def test_end_waits_for_no_half_sent_post_and_takes_who_comes_until_then(
    tmp_path: Path, loop: Loop
) -> None:
    port = free_port()
    async with served(tmp_path, port, loop=loop) as process:
        sends = (HALF_A_POST, HALF_A_POST, b"", HALF_A_HEAD)
        half, whole, idle, head = held = [await connected(port, first) for first in sends]
        await asked(port)
        process.send_signal(signal.SIGTERM)
        meanwhile = await asked(port)
        whole[1].write(b"e" * (400 - len(b"text=ik+doe")))
        async with asyncio.timeout(LIMIT_SECONDS):
            answered = (await whole[0].readline()).strip()
            ended = await process.wait()
        rests = [await reader.read() for reader, _ in (half, idle, head)]
        for _, writer in held:
            writer.close()
            await writer.wait_closed()

    assert (meanwhile, answered) == (b"HTTP/1.1 200 OK", b"HTTP/1.1 303 See Other")
    assert (ended, rests) == (0, [b""] * 3)
    assert f"loop={loop} " in (tmp_path / "server.log").read_text("utf-8")
