"""A fault proxy for tests, between a client and an HTTP server: does what a network can.

    async with FaultProxy(server_port) as proxy:
        proxy.next(RESET_AFTER, times=2)          # the next two requests meet this
        proxy.chance = Chance({RESET_AFTER: 0.3}, seed=7)   # or: three in ten of all others
        ...                                        # the client calls http://127.0.0.1:{proxy.port}

What goes wrong inside a Bot API server stands in `botapi/faults.py`; here is what happens on the
way.
"""

import asyncio
import random
import socket
import struct
from collections import Counter, deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Self

from outreach.client.answer import NoAnswer
from outreach.client.client import Client

PASS = "pass"
RESET_BEFORE, RESET_AFTER = "reset before", "reset after"
"""The connection breaks: before the server heard of the request, or when it has carried it out."""
HANG, SLOW, HALF = "hang", "slow", "half closed"
"""No answer ever; an answer byte by byte; the first half of an answer, and then the end of it."""
TOO_MANY, BROKEN, UNAUTHORISED, PAGE = "429", "502", "401", "html"
"""Answers that never came from the server."""
FAULTS: dict[str, tuple[int | None, int]] = {
    PASS: (200, 1),
    SLOW: (200, 1),
    TOO_MANY: (429, 0),
    BROKEN: (502, 0),
    UNAUTHORISED: (401, 0),
    PAGE: (502, 0),
    RESET_BEFORE: (None, 0),
    RESET_AFTER: (None, 1),
    HALF: (None, 1),
    HANG: (None, 1),
}
"""The status that a client hears, and how often its request is carried out."""
LINGER = struct.pack("ii", 1, 0)
SLOW_BYTES, SLOW_SECONDS = 40, 0.002
JSON = "application/json"
FLOOD = (
    b'{"ok":false,"error_code":429,"description":"Too Many '
    b'Requests","parameters":{"retry_after":1}}'
)
ANSWERS = {
    TOO_MANY: (429, JSON, FLOOD),
    BROKEN: (502, JSON, b'{"ok":false,"error_code":502,"description":"Bad Gateway"}'),
    UNAUTHORISED: (401, JSON, b'{"ok":false,"error_code":401,"description":"Unauthorized"}'),
    PAGE: (502, "text/html", b"<html><body><h1>502 Bad Gateway</h1></body></html>"),
}


class Chance:
    """Faults by chance, each with its share of the requests; always the same for a seed."""

    def __init__(self, shares: Mapping[str, float], seed: int = 1) -> None:
        self._faults, self._weights = zip(
            *[*shares.items(), (PASS, 1 - sum(shares.values()))], strict=True
        )
        self._random = random.Random(seed)

    def draw(self) -> str:
        return str(self._random.choices(self._faults, self._weights)[0])


class FaultProxy:
    """The proxy. `met` counts what each request met."""

    def __init__(self, server_port: int, chance: Chance | None = None) -> None:
        self._server_port, self.chance = server_port, chance
        self._next: deque[str] = deque()
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.met: Counter[str] = Counter()
        self.port = 0
        self.hangs: Callable[[int], None] = lambda port: None
        """Told of the port of the client whose request gets no answer."""

    def next(self, fault: str, times: int = 1) -> None:
        """Let the next requests meet this, before anything else."""
        self._next.extend([fault] * times)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for writer in self._open:
            writer.close()

    def _draw(self) -> str:
        fault = self._next.popleft() if self._next else self.chance.draw() if self.chance else PASS
        self.met[fault] += 1
        return fault

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        task = asyncio.create_task(self._converse(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take one request after the other on a connection, until a fault or the client ends it."""
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            while (request := await _message(reader)) and await self._serve(request, writer):
                pass
        self._open.discard(writer)
        writer.close()

    async def _serve(self, request: bytes, writer: asyncio.StreamWriter) -> bool:
        """Apply the fault of a request; return True if the connection goes on."""
        fault = self._draw()
        if fault in ANSWERS:
            writer.write(_answer(*ANSWERS[fault]))
            await writer.drain()
            return True
        answer = b"" if fault == RESET_BEFORE else await self._ask(request)
        match fault:
            case "reset before" | "reset after":
                _reset(writer)
                return False
            case "hang":
                self.hangs(writer.get_extra_info("peername")[1])
                await asyncio.Event().wait()
            case "half closed":
                writer.write(answer[: len(answer) // 2])
                await writer.drain()
                # the other side may be gone already
                with suppress(OSError):
                    writer.write_eof()
                return False
            case "slow":
                for start in range(0, len(answer), SLOW_BYTES):
                    writer.write(answer[start : start + SLOW_BYTES])
                    await writer.drain()
                    await asyncio.sleep(SLOW_SECONDS)
                return True
        writer.write(answer)
        await writer.drain()
        return True

    async def _ask(self, request: bytes) -> bytes:
        """Hand a request to the server, and give its whole answer."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._server_port)
        try:
            writer.write(request)
            return await _message(reader)
        finally:
            writer.close()


def give_up(client: Client, port: int) -> None:
    """Let a client give up waiting on the connection from this port, as when its time is over."""
    for held in [held for pool in client._pools.values() for held in pool._open]:
        if held._transport.get_extra_info("sockname")[1] == port:
            held._settle(NoAnswer("given up"))


async def _message(reader: asyncio.StreamReader) -> bytes:
    """Read one HTTP message with its body; nothing if the other side has ended."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = await reader.readline()
        if not line:
            return b""
        head += line
    fields = dict(line.lower().split(b":", 1) for line in head.split(b"\r\n")[1:] if b":" in line)
    if fields.get(b"transfer-encoding", b"").strip() == b"chunked":
        body = b""
        while not body.endswith(b"0\r\n\r\n"):
            body += await reader.readline()
        return head + body
    return head + await reader.readexactly(int(fields.get(b"content-length", b"0")))


def _answer(status: int, kind: str, body: bytes) -> bytes:
    return (
        f"HTTP/1.1 {status} Said by the proxy\r\nContent-Type: {kind}\r\nContent-Length: "
        f"{len(body)}\r\n\r\n"
    ).encode() + body


def _reset(writer: asyncio.StreamWriter) -> None:
    """Break a connection so that the other side reads a reset, not an end."""
    sock: socket.socket = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER)
    writer.transport.abort()
