"""A page of the console by itself, with somebody signed in or nobody."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from content.texts import Texts
from outreach.console.signed_in import WHO, SignedIn
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.web.app import make_app
from outreach.web.keys import Handler
from tests.webclient import WebClient

Opened = Callable[..., Awaitable[WebClient]]
TEXTS = Texts(organisation="Gemeente Waterdam", address="https://kansen.example")


async def well() -> bool:
    return True


@pytest.fixture
async def opened(store: Store) -> AsyncIterator[Opened]:
    """Serve one page at `/werk`, to a colleague or to nobody."""
    clients = []

    async def start(handler: Handler, who: SignedIn | None = None) -> WebClient:
        async def answer(request: web.Request) -> web.StreamResponse:
            if who is not None:
                request[WHO] = who
            return await handler(request)

        app = make_app(Settings.demo(), TEXTS, store, healthy=well)
        app.router.add_route("*", "/werk", answer)
        clients.append(TestClient(TestServer(app)))
        await clients[-1].start_server()
        return clients[-1]

    yield start
    for client in clients:
        await client.close()
