"""The client: JSON is posted to an address, or a file got, on a connection that is kept."""

import asyncio
import re
import ssl
from base64 import b64encode
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Self

from yarl import URL

from outreach.client.answer import Answer, NoAnswer
from outreach.client.pool import Patience, Pool, trusted

CONNECTIONS = 450
"""More than messages are ever being sent: a call may not wait for a connection.

A process has 1,024 files by default.
"""
HEADS = 256
"""How many addresses are remembered, each with its head."""
PATIENCE = Patience()
JSON = "application/json"
TARGET = re.compile(r"[!-~]+")


class Client:
    """Makes calls to a few servers, as long as the block lasts. It logs nothing."""

    def __init__(
        self,
        patience: Patience = PATIENCE,
        most: int = CONNECTIONS,
        trust: Callable[[], ssl.SSLContext] = trusted,
    ) -> None:
        self._make = partial(Pool, patience=patience, most=most, trust=trust)
        self._pools: dict[URL, Pool] = {}
        self._prepared = lru_cache(HEADS)(self._prepare)
        self._closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closed = True
        await asyncio.gather(*[pool.close() for pool in self._pools.values()])

    async def post(
        self, address: URL, body: bytes, silence: float | None = None, kind: str = JSON
    ) -> Answer:
        """Post JSON, or a body of another `kind`; raises NoAnswer.

        `silence` is how long the answer may be silent, in seconds. The body is written at once: it
        is one that fits in memory.
        """
        if self._closed:
            raise NoAnswer("the client is closed")
        # a form has a kind of its own each time
        pool, head = (self._prepared if kind == JSON else self._prepare)(address, kind)
        return await pool.ask(b"%b%d\r\n\r\n%b" % (head, len(body), body), silence)

    async def get(self, address: URL, silence: float | None = None) -> Answer:
        """Get what is at an address, whole and in memory; raises NoAnswer."""
        if self._closed:
            raise NoAnswer("the client is closed")
        return await self._pool(address).ask(b"%b\r\n\r\n" % head(address, "GET"), silence)

    def _prepare(self, address: URL, kind: str) -> tuple[Pool, bytes]:
        begins = head(address, "POST", f"Content-Type: {kind}", "Content-Length: ")
        return self._pool(address), begins

    def _pool(self, address: URL) -> Pool:
        server = address.origin()
        if server not in self._pools:
            self._pools[server] = self._make(server)
        return self._pools[server]


def head(address: URL, method: str = "POST", *lines: str) -> bytes:
    """Return the head of a call, with these last lines; raises NoAnswer if the address breaks it.

    Without `Accept-Encoding` an answer could come packed in any way (RFC 9110, 12.5.3).
    """
    if not TARGET.fullmatch(address.raw_path_qs):
        raise NoAnswer("this is no address")
    begins = [
        f"{method} {address.raw_path_qs} HTTP/1.1",
        f"Host: {address.host_port_subcomponent}",
        "User-Agent: kansenbode",
        "Accept-Encoding: identity",
    ]
    if address.user or address.password:
        known = b64encode(f"{address.user or ''}:{address.password or ''}".encode()).decode()
        begins.append(f"Authorization: Basic {known}")
    return "\r\n".join([*begins, *lines]).encode()
