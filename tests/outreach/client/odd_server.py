"""A server that answers with any bytes, and does with its connection what a test says."""

import asyncio
import socket
import ssl
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, Self

from tests.proxy import LINGER

Then = Literal["keep", "close", "reset", "half close", "hang"]
TOKEN = "123456:geheim"


@dataclass(frozen=True)
class Reply:
    """Bytes, written all at once or one by one, and what comes of the connection then."""

    sent: bytes
    then: Then = "keep"
    one_by_one: bool = False


FINE = Reply(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine")


class OddServer:
    """The server: gives the replies in turn, then only fine ones; keeps what it was asked."""

    def __init__(self, *replies: Reply, tls: ssl.SSLContext | None = None) -> None:
        self._replies, self._tls = deque(replies), tls
        self._tasks: set[asyncio.Task[None]] = set()
        self.asked: list[bytes] = []
        self.connections = 0
        self._heard = asyncio.Condition()
        self.left = asyncio.Event()
        """Set once a client has gone."""

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, ssl=self._tls)
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await seen()

    @property
    def address(self) -> str:
        scheme = "https" if self._tls else "http"
        return f"{scheme}://localhost:{self._port}/bot{TOKEN}/sendMessage"

    async def called(self, times: int) -> None:
        """Wait until so many calls have come in."""
        async with self._heard:
            await self._heard.wait_for(lambda: len(self.asked) >= times)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        task = asyncio.create_task(self._converse(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                while await self._serve(reader, writer):
                    pass
        finally:
            self.left.set()
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Take one call; return True if the connection goes on."""
        head = await reader.readuntil(b"\r\n\r\n")
        length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
        self.asked.append(head + await reader.readexactly(int(length or 0)))
        async with self._heard:
            self._heard.notify_all()
        reply = self._replies.popleft() if self._replies else FINE
        await _write(writer, reply)
        if reply.then == "hang":
            await reader.read()
        if reply.then == "reset":
            taken: socket.socket = writer.get_extra_info("socket")
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER)
            writer.transport.abort()
        if reply.then == "half close":
            writer.write_eof()
            await reader.read()
        return reply.then == "keep"


async def _write(writer: asyncio.StreamWriter, reply: Reply) -> None:
    pieces = [reply.sent]
    if reply.one_by_one:
        pieces = [bytes([byte]) for byte in reply.sent]
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
        # the client reads it by itself
        await asyncio.sleep(0)


async def seen() -> None:
    """Let the loop see what has come over its sockets."""
    for _ in range(20):
        await asyncio.sleep(0)
