"""The server as a fixture: `from tests.botapi.fixture import botapi  # noqa: F401` in a conftest."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.botapi.server import BotApi


@pytest_asyncio.fixture
async def botapi() -> AsyncIterator[BotApi]:
    async with BotApi() as server:
        yield server
