"""A browser in a conversation."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot import server
from content.message import Message
from outreach.settings import Settings
from outreach.store.store import Store
from tests.bot.channels.web.sending import Open
from tests.webclient import WebClient


@pytest.fixture
async def talking(browser: WebClient, inbox: Any) -> WebClient:
    """A browser in a conversation in which everything is repeated."""
    inbox.says = lambda arrival: Message(f"Echo {arrival.text}")
    await browser.post("/chat", data={"text": "een", "nonce": "nonce-een"})
    return browser


@pytest.fixture
async def open_chat(waterdam: Store, tmp_path: Path) -> AsyncIterator[Open]:
    """Serve Waterdam, and open a browser that has a conversation there."""
    clients: list[WebClient] = []
    servers: dict[str, TestServer] = {}

    async def opened(known: bool = True, **values: Any) -> WebClient:
        if str(values) not in servers:
            settings = Settings.demo(posts_per_minute=10_000, **values)
            servers[str(values)] = TestServer(server.build(settings, tmp_path, waterdam))
            await servers[str(values)].start_server(shutdown_timeout=0.1)
        clients.append(TestClient(servers[str(values)]))
        if known:
            await clients[-1].post("/chat/start", data={"opportunity": "1", "wish": "join"})
        return clients[-1]

    yield opened
    for client in clients:
        await client.close()
