"""Both clients, and ours alone."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, DummyCookieJar

from outreach.client.client import Client
from tests.outreach.client.asking import PATIENCE, Ours, Theirs, Way


@pytest.fixture
async def ours() -> AsyncIterator[Ours]:
    async with Client(PATIENCE) as client:
        yield Ours(client)


@pytest.fixture
async def theirs() -> AsyncIterator[Theirs]:
    async with ClientSession(cookie_jar=DummyCookieJar()) as session:
        yield Theirs(session)


@pytest.fixture(params=["ours", "theirs"])
def way(request: pytest.FixtureRequest, ours: Ours, theirs: Theirs) -> Way:
    ways: dict[str, Way] = {"ours": ours, "theirs": theirs}
    return ways[request.param]
