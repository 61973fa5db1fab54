"""A stream as a browser reads it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import orjson
from aiohttp import ClientResponse

from tests.webclient import WebClient


class Reader:
    """Reads events off a stream as a browser does."""

    def __init__(self, answer: ClientResponse) -> None:
        self.answer = answer

    async def line(self) -> str:
        async with asyncio.timeout(5):
            return (await self.answer.content.readline()).decode().rstrip("\n")

    async def event(self) -> tuple[str, Any]:
        """Return the next event's id and data; heartbeats are passed over."""
        while not (line := await self.line()).startswith("id: "):
            assert line in ("", ":", "retry: 2000"), line
        data = await self.line()
        return line.removeprefix("id: "), orjson.loads(data.removeprefix("data: "))

    async def texts(self, count: int) -> list[tuple[str, str]]:
        """Return the ids and texts of so many events."""
        return [(seq, data["text"]) for seq, data in [await self.event() for _ in range(count)]]


@asynccontextmanager
async def listening(browser: WebClient, query: str = "", **headers: str) -> AsyncIterator[Reader]:
    """Open a stream, and wait until it has begun."""
    async with browser.get(f"/chat/stream{query}", headers=headers) as answer:
        reader = Reader(answer)
        assert await reader.line() == "retry: 2000"
        yield reader
