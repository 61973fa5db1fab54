"""The connections to one server: its addresses found, connections opened, kept and closed."""

import asyncio
import socket
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from aiohappyeyeballs import AddrInfoType, start_connection
from yarl import URL

from outreach.client.answer import Answer, NoAnswer
from outreach.client.connection import Connection

NEXT_SECONDS = 0.25
"""After this, the next address is tried beside the first (RFC 8305, 5)."""
FOUND_SECONDS = 10.0
"""How long addresses are good: hundreds of connections may be opened at the same moment."""


@dataclass(frozen=True)
class Patience:
    """How long connecting may take, and how long an answer may be silent, in seconds.

    There is no other deadline: a long answer is not a fault.
    """

    connect: float = 10.0
    silence: float = 15.0


@cache
def trusted() -> ssl.SSLContext:
    """Trust whom this machine trusts."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    return context


class Pool:
    """The connections to one server; `most` calls are made at a time, and others wait."""

    def __init__(
        self, server: URL, patience: Patience, most: int, trust: Callable[[], ssl.SSLContext]
    ) -> None:
        self._host, self._port = server.raw_host or "", server.port or 0
        self._trust = trust if server.scheme == "https" else None
        self._patience = patience
        self._room = asyncio.Semaphore(most)
        self._idle: list[Connection] = []
        self._open: set[Connection] = set()
        self._searching = asyncio.Lock()
        self._found: Sequence[AddrInfoType] = ()
        self._found_until = 0.0
        self._closed = False

    async def ask(self, call: bytes, silence: float | None) -> Answer:
        """Make one call; raises NoAnswer."""
        async with self._room:
            connection = self._kept() or await self._new()
            try:
                answer = await connection.ask(
                    call, self._patience.silence if silence is None else silence
                )
            except BaseException:
                # whoever asked may have been told to stop: the answer may still come
                connection.drop()
                raise
            if connection.usable:
                self._idle.append(connection)
            return answer

    async def close(self) -> None:
        """Close all connections; calls under way raise NoAnswer."""
        self._closed = True
        for connection in self._open:
            connection.drop()
        if gone := [connection.gone for connection in self._open]:
            await asyncio.wait(gone)

    def _kept(self) -> Connection | None:
        """Take the one that was used last: those that are too many are closed in time."""
        while self._idle:
            connection = self._idle.pop()
            if connection.usable:
                return connection
        return None

    async def _new(self) -> Connection:
        try:
            async with asyncio.timeout(self._patience.connect):
                connection = await self._connect()
        except (OSError, ValueError) as error:
            # ValueError: the name is none
            raise NoAnswer("there is no connection") from error
        self._open.add(connection)
        connection.gone.add_done_callback(lambda _: self._open.discard(connection))
        if self._closed:
            connection.drop()
            raise NoAnswer("the client is closed")
        return connection

    async def _connect(self) -> Connection:
        loop = asyncio.get_running_loop()
        secure = self._trust() if self._trust else None
        # the loop's own way asks for the addresses each time, and uvloop's tries them in turn
        met = await start_connection(
            await self._addresses(loop), happy_eyeballs_delay=NEXT_SECONDS, interleave=1
        )
        _, connection = await loop.create_connection(
            lambda: Connection(loop),
            sock=met,
            ssl=secure,
            server_hostname=self._host.rstrip(".") if secure else None,
        )
        return connection

    async def _addresses(self, loop: asyncio.AbstractEventLoop) -> Sequence[AddrInfoType]:
        async with self._searching:
            if loop.time() >= self._found_until:
                self._found = await loop.getaddrinfo(
                    self._host, self._port, type=socket.SOCK_STREAM
                )
                self._found_until = loop.time() + FOUND_SECONDS
            return self._found
