"""Calls over HTTP, as any client makes them, and a small bot that keeps what is pushed."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import orjson
import pytest_asyncio
from aiohttp import web

from tests.botapi.server import BotApi

Answer = tuple[int, Any]


@pytest_asyncio.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest_asyncio.fixture
async def call(botapi: BotApi, http: aiohttp.ClientSession) -> Callable[..., Awaitable[Answer]]:
    """Call a method with a JSON body; return the status, and the result or the description."""

    async def run(method: str, **values: Any) -> Answer:
        async with http.post(f"{botapi.base_url}{botapi.token}/{method}", json=values) as response:
            answer = orjson.loads(await response.read())
            return response.status, answer["result"] if answer["ok"] else answer["description"]

    return run


@dataclass
class Hook:
    """A bot behind a webhook. `says` is asked for the answer to each update; by
    default that is 200, empty.
    """

    url: str
    updates: list[Any] = field(default_factory=list)
    headers: list[Any] = field(default_factory=list)
    says: Callable[[Any], web.Response | Awaitable[web.Response]] = lambda update: web.Response()

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.updates if "message" in update]


@pytest_asyncio.fixture
async def hook() -> AsyncIterator[Hook]:
    async def take(request: web.BaseRequest) -> web.Response:
        bot.updates.append(orjson.loads(await request.read()))
        bot.headers.append(request.headers)
        answer = bot.says(bot.updates[-1])
        return answer if isinstance(answer, web.Response) else await answer

    runner = web.ServerRunner(web.Server(take), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot = Hook(f"http://127.0.0.1:{runner.addresses[0][1]}/telegram")
    yield bot
    await runner.cleanup()
