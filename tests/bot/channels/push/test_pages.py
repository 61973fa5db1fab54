"""What a browser asks for to ring: in a conversation only, at push services that we know."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.server import build
from outreach.settings import Settings
from outreach.store.store import Store
from tests.pushservice import Browser, unpacked
from tests.statements import one_value
from tests.talking import UNHURRIED
from tests.webclient import WebClient

HERE = "https://updates.push.services.mozilla.com/wpush/v2/gAAAA"
FORM = {"endpoint": HERE, **Browser().keys}


@pytest.fixture
async def browser(waterdam: Store, tmp_path: Path) -> AsyncIterator[WebClient]:
    """A browser at the whole server, without a conversation."""
    app = build(Settings.demo(posts_per_minute=10_000), tmp_path, waterdam, pace=UNHURRIED)
    async with TestClient(TestServer(app)) as client:
        yield client


@pytest.fixture
async def talking(browser: WebClient) -> WebClient:
    """The same browser, in a conversation."""
    await browser.post("/chat", data={"text": "hoi"})
    return browser


def count(store: Store) -> int:
    return int(one_value(store, "SELECT count(*) FROM subscription"))


async def test_browser_is_turned_on_and_off(talking: WebClient, waterdam: Store) -> None:
    on = await talking.post("/chat/meldingen", data=FORM)
    between = count(waterdam)
    off = await talking.post("/chat/meldingen/uit", data={"endpoint": HERE})

    assert (await on.json(), between) == ({"on": True}, 1)
    assert (await off.json(), count(waterdam)) == ({"on": False}, 0)


async def test_key_is_a_point_and_stays_the_same(talking: WebClient) -> None:
    keys = [(await (await talking.get("/chat/meldingen")).json())["key"] for _ in range(2)]

    assert keys[0] == keys[1]
    assert (len(unpacked(keys[0])), unpacked(keys[0])[0]) == (65, 4)


@pytest.mark.parametrize("path", ["/chat/meldingen", "/chat/meldingen/uit"])
async def test_without_a_conversation_nothing_rings(
    browser: WebClient, waterdam: Store, path: str
) -> None:
    answer = await browser.post(path, data=FORM)

    assert (answer.status, count(waterdam)) == (403, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": ""},
        {"endpoint": "https://10.0.0.1/push"},
        {"endpoint": "https://127.0.0.1/push"},
        {"endpoint": "https://localhost/push"},
        {"endpoint": "https://intranet.waterdam.example/push"},
        {"endpoint": HERE.replace("https:", "http:")},
        {"endpoint": HERE.replace(".com/", ".com:8443/")},
        {"endpoint": HERE.replace("//", "//ada:word@")},
        {"endpoint": HERE.replace(".com/", ".com.evil.example/")},
        {"endpoint": HERE.replace(".com/", ".com@10.0.0.1/")},
        {"endpoint": HERE.replace(".com/", ".com\\@10.0.0.1/")},
        {"endpoint": "https://evilpush.apple.com/x"},
        {"endpoint": f"{HERE}\r\nX: y"},
        {"endpoint": f"{HERE}{'a' * 1_000}"},
        {"p256dh": ""},
        {"p256dh": "A" * 88},
        {"auth": "A" * 21},
        {"auth": "*" * 22},
    ],
)
async def test_what_is_no_subscription_is_refused(
    talking: WebClient, waterdam: Store, wrong: dict[str, str]
) -> None:
    answer = await talking.post("/chat/meldingen", data=FORM | wrong)

    assert (answer.status, count(waterdam)) == (400, 0)


async def test_form_of_another_site_turns_nothing_on(talking: WebClient, waterdam: Store) -> None:
    answer = await talking.post(
        "/chat/meldingen", data=FORM, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert (answer.status, count(waterdam)) == (403, 0)


@pytest.mark.parametrize("path", ["/chat/weg", "/chat/weg?link"])
async def test_closing_the_conversation_ends_it(
    talking: WebClient, waterdam: Store, path: str
) -> None:
    await talking.post("/chat/meldingen", data=FORM)

    await talking.post(path)

    assert count(waterdam) == 0


async def test_my_data_names_it_and_takes_it_back(talking: WebClient, waterdam: Store) -> None:
    await talking.post("/chat/meldingen", data=FORM)

    await talking.post("/chat", data={"text": "mijn gegevens"})
    told = await (await talking.get("/chat")).text()
    await talking.post("/chat", data={"text": "Meldingen"})

    assert "Je krijgt meldingen in één browser." in told
    assert count(waterdam) == 0


async def test_worker_is_looked_at_anew_and_answers_no_request(browser: WebClient) -> None:
    answer = await browser.get("/chat/meldingen.js")

    text = await answer.text()
    assert (answer.status, answer.content_type, answer.headers["Cache-Control"]) == (
        200,
        "text/javascript",
        "no-cache",
    )
    assert 'addEventListener("push"' in text
    assert '"fetch"' not in text
    assert "caches" not in text


@pytest.mark.parametrize(("hosts", "offered"), [(("push.example",), True), ((), False)])
async def test_it_is_offered_where_a_service_is_named(
    waterdam: Store, tmp_path: Path, hosts: tuple[str, ...], offered: bool
) -> None:
    settings = Settings.demo(push_hosts=hosts)
    async with TestClient(TestServer(build(settings, tmp_path, waterdam))) as client:
        await client.post("/chat", data={"text": "hoi"})
        html = await (await client.get("/chat")).text()
        worker = await client.get("/chat/meldingen.js")

    assert ('id="push"' in html, worker.status == 200) == (offered, offered)
