"""A cookie that we did not make counts as nothing; the old name becomes the safe one."""

from typing import Any

import pytest
from aiohttp import ClientResponse, DummyCookieJar, web
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.web.channel import WebChat
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.web.app import make_app
from outreach.web.limits import NEW_CONVERSATIONS
from tests.bot.channels.conftest import TEXTS, AnsweringInbox
from tests.webclient import WebClient

PLANTED = "B" * 43


async def served(store: Store, **values: object) -> WebClient:
    async def well() -> bool:
        return True

    chat = WebChat(Settings.demo(), store)
    app = make_app(Settings.demo(**values), TEXTS, store, healthy=well, clock=lambda: 0.0)
    chat.attach(app, AnsweringInbox(store, chat))  # type: ignore[arg-type]
    client = TestClient(TestServer(app))
    await client.start_server()
    return client


@pytest.mark.parametrize("path", ["/chat", "/chat/start"])
async def test_planted_cookie_does_not_become_the_secret_of_a_conversation(
    town: Any, path: str
) -> None:
    victim, attacker = await town.browser(), await town.browser()
    planted = {"Cookie": f"kansenbode={PLANTED}"}

    begun = await victim.post(
        path, data={"text": "Mijn geheim"}, headers=planted, allow_redirects=False
    )
    shown = await (await attacker.get("/chat", headers=planted)).text()

    assert begun.cookies["kansenbode"].value not in ("", PLANTED)
    assert "Begin het gesprek" in shown


async def test_post_with_nothing_in_it_leaves_no_cookie(browser: WebClient) -> None:
    answer = await browser.post("/chat", data={"text": " "}, allow_redirects=False)

    assert answer.cookies["kansenbode"].value == ""


async def test_made_up_cookies_do_not_escape_the_net(store: Store) -> None:
    client = await served(store, posts_per_minute=1)
    forger = TestClient[web.Request, None](client.server, cookie_jar=DummyCookieJar())

    async def begin(**headers: str) -> ClientResponse:
        return await forger.post("/chat/start", data={}, headers=headers, allow_redirects=False)

    answers = [
        (await begin(Cookie=f"kansenbode={number:043}")).status
        for number in range(NEW_CONVERSATIONS + 1)
    ]
    again = await begin(**{"X-Forwarded-For": "192.0.2.9"})
    await forger.session.close()
    await client.close()

    assert answers == [303] * NEW_CONVERSATIONS + [429]
    assert (again.status, again.headers["Retry-After"]) == (429, "361")


async def test_conversation_has_a_quota_of_its_own(store: Store) -> None:
    client = await served(store, posts_per_minute=2)
    other = TestClient[web.Request, None](client.server)
    for each in (client, other):
        await each.post("/chat/start", data={})

    answers = [
        (await client.post("/chat", data={"text": "Hoi"}, allow_redirects=False)).status
        for _ in range(3)
    ]
    theirs = await other.post("/chat", data={"text": "Hoi"}, allow_redirects=False)
    await other.session.close()
    await client.close()

    assert (answers, theirs.status) == ([303, 303, 429], 303)


async def test_cookie_is_of_this_host_only_behind_tls(store: Store) -> None:
    client = await served(store, address="https://kansen.example/")

    cookie = (await client.post("/chat/start", data={}, allow_redirects=False)).cookies[
        "__Host-kansenbode"
    ]
    await client.close()

    assert {
        name: cookie[name] for name in ("secure", "path", "domain", "httponly", "samesite")
    } == {"secure": True, "path": "/", "domain": "", "httponly": True, "samesite": "Lax"}


async def test_cookie_of_the_old_name_keeps_its_conversation_and_goes_over(store: Store) -> None:
    client = await served(store, address="https://kansen.example/")
    token = (
        (await client.post("/chat/start", data={}, allow_redirects=False))
        .cookies["__Host-kansenbode"]
        .value
    )
    old, planted = f"kansenbode={token}", f"kansenbode={PLANTED}; __Host-kansenbode={token}"

    shown = [await client.get("/chat", headers={"Cookie": cookie}) for cookie in (old, planted)]
    talks = ["Wat wil je doen?" in await answer.text() for answer in shown]
    closed = await client.post("/chat/weg", headers={"Cookie": old}, allow_redirects=False)
    await client.close()

    assert talks == [True, True]
    assert {name: cookie.value for name, cookie in shown[0].cookies.items()} == {
        "gezien": "1",
        "__Host-kansenbode": token,
        "kansenbode": "",
    }
    assert {name: cookie.value for name, cookie in closed.cookies.items()} == {
        "__Host-kansenbode": "",
        "kansenbode": "",
    }


async def test_safe_name_means_nothing_without_tls(town: Any, browser: WebClient) -> None:
    begun = await browser.post("/chat/start", data={}, allow_redirects=False)
    token = begun.cookies["kansenbode"].value
    stranger = await town.browser()

    answer = await stranger.get("/chat", headers={"Cookie": f"__Host-kansenbode={token}"})

    assert "Begin het gesprek" in await answer.text()
