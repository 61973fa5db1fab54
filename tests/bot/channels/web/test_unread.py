"""What this browser did not show yet is marked on every page, and told to a tab nobody sees."""

from typing import Any

import pytest
from aiohttp import CookieJar
from aiohttp.test_utils import TestClient, TestServer

from bot.server import build
from content.message import Message
from outreach.delivery.notice import notify
from outreach.settings import Settings
from outreach.store.errors import StoreFailed
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.conftest import LOUD
from tests.talking import UNHURRIED

MARK = '<span class="unread">nieuw</span>'
HTML = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture
async def reader(waterdam: Store, tmp_path: Any) -> Any:
    """A browser in a conversation with the whole server."""
    app = build(Settings.demo(posts_per_minute=10_000), tmp_path, waterdam, pace=UNHURRIED)
    async with TestClient(TestServer(app), cookie_jar=CookieJar(unsafe=True)) as client:
        await client.post("/chat", data={"text": "hoi"})
        yield client


async def marked(reader: Any, path: str = "/") -> bool:
    return MARK in await (await reader.get(path, headers=HTML)).text()


async def answered(reader: Any, store: Store) -> None:
    """Tell the only person something, and wait until it can be read."""
    before = (await (await reader.get("/chat/nieuw?na=1")).json())["count"]
    await store.write(
        notify,
        TICK,
        name="notice-answer",
        persons=[1],
        say=lambda language: Message("Er is antwoord"),
        quiet=LOUD,
    )
    while (await (await reader.get("/chat/nieuw?na=1")).json())["count"] == before:
        await reader.get("/health")


async def test_answer_that_was_not_shown_is_marked_until_it_is(
    reader: Any, waterdam: Store
) -> None:
    before = await marked(reader)
    await answered(reader, waterdam)
    after = [await marked(reader, path) for path in ("/", "/kansen/1", "/privacy")]
    shown = "Er is antwoord" in await (await reader.get("/chat")).text()

    assert (before, after, shown, await marked(reader)) == (False, [True] * 3, True, False)


async def test_hidden_tab_is_told_how_many_came(reader: Any, waterdam: Store) -> None:
    await answered(reader, waterdam)

    counts = [
        await (await reader.get(f"/chat/nieuw?na={number}")).json() for number in (0, 1, 2, "x")
    ]

    assert [each["count"] for each in counts] == [0, 1, 0, 0]


async def test_stranger_is_told_nothing(reader: Any, waterdam: Store) -> None:
    await answered(reader, waterdam)
    reader.session.cookie_jar.clear()

    assert (await (await reader.get("/chat/nieuw?na=1")).json()) == {"count": 0}
    assert await marked(reader) is False


async def test_page_comes_without_its_mark_where_the_store_fails(
    reader: Any, waterdam: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await answered(reader, waterdam)
    read = waterdam.read

    async def fails(rule: Any, *args: Any, **values: Any) -> Any:
        if rule.__name__ == "last_numbers":
            raise StoreFailed
        return await read(rule, *args, **values)

    monkeypatch.setattr(waterdam, "read", fails)
    page = await reader.get("/privacy", headers=HTML)

    assert (page.status, MARK in await page.text()) == (200, False)
