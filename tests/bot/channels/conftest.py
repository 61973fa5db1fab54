"""The web chat with an inbox that answers as a test wants; the whole server on Telegram."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.web.channel import WebChat
from bot.inbox import Arrival
from bot.server import Pace
from content.message import Message, Option
from content.texts import Texts
from outreach.delivery.channel import Recipient
from outreach.delivery.delivery import reply
from outreach.delivery.inbound import take_in
from outreach.parties.person import address_at, meet
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.web.app import make_app
from tests.bot.channels.telegram.town import TelegramTown
from tests.botapi.server import BotApi
from tests.webclient import WebClient

TEXTS = Texts(organisation="Gemeente Waterdam", address="http://127.0.0.1:8080")
WHAT_NOW = Message(
    "Wat wil je doen?", (Option("1.1.join", "Ik doe mee"), Option("1.1.more", "Vertel meer")), rev=1
)


def answer(unit: Unit, *, arrival: Arrival, message: Message) -> Recipient | None:
    """Store an arrival and its answer as a turn does; None for a duplicate."""
    at = address_at(unit, channel="web", external_id=arrival.sender)
    person, address = (
        meet(unit, channel="web", external_id=arrival.sender, language=arrival.language)
        if at is None
        else (at.person, at.id)
    )
    inbound = take_in(
        unit, channel="web", external_id=arrival.external_id, address=address, text=arrival.text
    )
    if inbound is None:
        return None
    delivery = reply(
        unit, inbound=inbound, person=person, address=address, message=message
    ).delivery
    return Recipient(delivery, address, arrival.sender)


class AnsweringInbox:
    """Answers each arrival with `says`; keeps what came in. `held` answers are
    stored, and sent by `send_held`.
    """

    def __init__(self, store: Store, chat: WebChat) -> None:
        self.store, self.chat = store, chat
        self.arrivals: list[Arrival] = []
        self.says: Callable[[Arrival], Message] = lambda arrival: WHAT_NOW
        self.error: Exception | None = None
        self.holds = False
        self.forgets = False
        self.held: list[tuple[Recipient, Message]] = []
        self.took = asyncio.Event()

    async def take(self, arrival: Arrival) -> bool:
        if self.error is not None:
            raise self.error
        message = self.says(arrival)
        if self.forgets:
            await self.store.write(forget_address, NOBODY, external_id=arrival.sender)
            await self.chat.send(Recipient(None, None, arrival.sender), message)
            return True
        to = await self.store.write(answer, NOBODY, arrival=arrival, message=message)
        if to is None:
            return False
        self.arrivals.append(arrival)
        if self.holds:
            self.held.append((to, message))
            self.took.set()
        else:
            await self.chat.send(to, message)
        return True

    async def send_held(self) -> None:
        for to, message in self.held:
            await self.chat.send(to, message)
        self.held.clear()

    @property
    def last(self) -> Arrival:
        """What came in last, without the secret numbers."""
        return replace(self.arrivals[-1], external_id="", sender="")


def forget_address(unit: Unit, *, external_id: str) -> None:
    """Take every trace of an address away, as "forget me" does."""
    at = address_at(unit, channel="web", external_id=external_id)
    assert at is not None
    for statement in (
        "DELETE FROM delivery WHERE address_id = ?",
        "DELETE FROM inbound WHERE address_id = ?",
        "DELETE FROM address WHERE id = ?",
    ):
        unit.connection.exec_driver_sql(statement, (at.id,))
    unit.connection.exec_driver_sql("DELETE FROM person WHERE id = ?", (at.person,))


class Town:
    """A served web chat: browsers to look with, and the inbox behind it."""

    def __init__(self, server: TestServer, chat: WebChat, inbox: AnsweringInbox) -> None:
        self.server, self.chat, self.inbox = server, chat, inbox
        self.browsers: list[WebClient] = []

    async def browser(self) -> WebClient:
        """Return a browser of its own, without cookies yet."""
        self.browsers.append(TestClient(self.server))
        return self.browsers[-1]


@pytest.fixture
async def town(store: Store) -> AsyncIterator[Town]:
    chat = WebChat(Settings.demo(), store)
    inbox = AnsweringInbox(store, chat)

    async def well() -> bool:
        return True

    app = make_app(Settings.demo(posts_per_minute=10_000), TEXTS, store, healthy=well)
    chat.attach(app, inbox)  # type: ignore[arg-type]
    server = TestServer(app)
    await server.start_server(shutdown_timeout=60)
    place = Town(server, chat, inbox)
    yield place
    async with asyncio.timeout(5):
        for browser in place.browsers:
            await browser.session.close()
        await server.close()


@pytest.fixture
async def browser(town: Town) -> WebClient:
    return await town.browser()


@pytest.fixture
def inbox(town: Town) -> AnsweringInbox:
    return town.inbox


@pytest.fixture
def json_post(browser: WebClient) -> Callable[..., Any]:
    """Post as the page's script does, and give what it is told."""

    async def post(**fields: object) -> Any:
        answer = await browser.post("/chat", data=fields, headers={"Accept": "application/json"})
        return await answer.json()

    return post


@pytest.fixture
def pace() -> Pace:
    """How long the parts of the server on Telegram wait."""
    return Pace()


@pytest.fixture(params=["webhook"])
async def telegram(
    request: pytest.FixtureRequest,
    botapi: BotApi,
    waterdam: Store,
    tmp_path: Path,
    pace: Pace,
) -> AsyncIterator[TelegramTown]:
    """Waterdam on Telegram, connected; by webhook, unless a test asks for `polling`."""
    town = TelegramTown(botapi, waterdam, tmp_path, request.param, pace)
    await town.serve()
    yield town
    await town.stop()
