"""A message that cannot be stored is taken once, reported, and delays nobody behind it."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.server import build
from outreach.settings import Settings
from outreach.store.store import Store
from tests.bot.channels.telegram.town import TelegramTown, asked, says
from tests.botapi.server import BotApi
from tests.webclient import WebClient

pytestmark = [pytest.mark.sqlite, pytest.mark.postgresql]
BAD = "NEW.text LIKE '%xyzzy%'"
OWN = "NEW.address_id = 1"
SORRY = "Sorry, dit bericht kon ik niet bewaren."


@pytest.mark.parametrize("telegram", ["webhook", "polling"], indirect=True)
async def test_one_bad_message_among_good_ones_holds_nobody_up(
    telegram: TelegramTown,
    botapi: BotApi,
    refuse: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    fatma, joe = botapi.user("Fatma"), botapi.user("Joe")
    await asked(joe)
    refuse(telegram.store, "inbound", BAD)

    joe.write("xyzzy")
    fatma.start()
    sorry = await joe.chat.shows(SORRY)
    await fatma.chat.until(1)
    await botapi.calm()

    assert sorry.text.startswith(SORRY)
    assert stored(telegram.store, "SELECT channel FROM aside") == [("telegram",)]
    assert stored(telegram.store, "SELECT count(*) FROM inbound WHERE text = ''") == [(1,)]
    assert [line.text for line in joe.chat.by_bot()].count(sorry.text) == 1
    assert await says(joe, "menu")


@pytest.mark.parametrize("telegram", ["webhook", "polling"], indirect=True)
async def test_person_who_cannot_be_stored_at_all_hears_so_once(
    telegram: TelegramTown,
    botapi: BotApi,
    refuse: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    fatma, joe = botapi.user("Fatma"), botapi.user("Joe")
    refuse(telegram.store, "address", f"NEW.external_id = '{joe.chat.id}'")

    joe.start()
    fatma.start()
    await joe.chat.shows(SORRY)
    await fatma.chat.until(1)
    await botapi.calm()

    assert joe.chat.sent == 1
    assert stored(telegram.store, "SELECT channel, address_id FROM aside") == [("telegram", None)]


@pytest.mark.parametrize("telegram", ["polling"], indirect=True)
async def test_half_a_letter_in_one_update_of_many_holds_nobody_up(
    telegram: TelegramTown, botapi: BotApi, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    joe, fatma = botapi.user("Joe"), botapi.user("Fatma")
    chat = {"id": joe.chat.id, "type": "private"}
    await asked(joe)

    botapi.odd({"message": {"message_id": 9, "date": 1, "chat": chat, "text": "dag \ud83d"}})
    fatma.start()
    await joe.chat.until(2)
    await fatma.chat.until(1)

    assert stored(telegram.store, "SELECT count(*) FROM inbound WHERE text = 'dag'") == [(1,)]


@pytest.fixture
async def browser(waterdam: Store, tmp_path: Path) -> AsyncIterator[WebClient]:
    app = build(
        Settings(metrics_token="een-lang-geheim-woord", posts_per_minute=1_000), tmp_path, waterdam
    )
    async with TestClient(TestServer(app)) as browser:
        yield browser


@pytest.mark.parametrize(
    "refused",
    [("inbound", BAD), ("inbound", "NEW.address_id = 1"), ("delivery", "NEW.address_id = 1")],
)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
async def test_web_chat_says_that_it_could_not_keep_it(
    browser: WebClient,
    waterdam: Store,
    refuse: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    accept: str,
    refused: tuple[str, str],
) -> None:
    await browser.post("/chat/start", data={})
    refuse(waterdam, *refused)

    answer = await browser.post("/chat", data={"text": "xyzzy"}, headers={"Accept": accept})
    health = await browser.get("/health")
    metrics = await browser.get(
        "/metrics", headers={"Authorization": "Bearer een-lang-geheim-woord"}
    )

    assert (answer.status, health.status) == (200, 200)
    assert SORRY in await answer.text()
    assert 'kansenbode_messages_set_aside{channel="web"} 1.0' in await metrics.text()
