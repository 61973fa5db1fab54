"""A channel that keeps what it is sent, and does what a test tells it to."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import SQLModel

from content.message import Message
from outreach.delivery import pacing, recorder
from outreach.delivery import sender as sending
from outreach.delivery.channel import Abilities, Receipt, Recipient
from outreach.delivery.delivery import Outgoing, reply
from outreach.delivery.inbound import take_in
from outreach.delivery.notice import notify
from outreach.delivery.pace import SenderPace
from outreach.delivery.sender import Sender
from outreach.parties.person import meet
from outreach.store.meanwhile import meanwhile
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Unit
from tests.clock import Clock
from tests.conftest import LOUD

OFTEN = SenderPace(poll=0.001, group=0.001)
"""A sender that looks, and writes, without pauses."""


@dataclass
class Post:
    """A channel of the tests. `faults` are raised one after the other; `hold`
    keeps an address waiting.
    """

    name: str = "web"
    can: Abilities = field(default_factory=lambda: Abilities(buttons=True))
    faults: list[Exception] = field(default_factory=list)
    faults_at: dict[int, Exception] = field(default_factory=dict)
    """By how many messages were sent before it."""
    sent: list[tuple[str, str]] = field(default_factory=list)
    held: dict[str, asyncio.Event] = field(default_factory=dict)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    under_way: set[str] = field(default_factory=set)
    overlaps: int = 0
    refused: int = 0

    async def send(self, to: Recipient, message: Message) -> Receipt:
        self.overlaps += to.external_id in self.under_way
        self.under_way.add(to.external_id)
        async with self._changed:
            self._changed.notify_all()
        if to.external_id in self.held:
            await self.held[to.external_id].wait()
        await asyncio.sleep(0)
        self.under_way.discard(to.external_id)
        if len(self.sent) in self.faults_at:
            self.faults.append(self.faults_at.pop(len(self.sent)))
        if self.faults:
            self.refused += 1
            async with self._changed:
                self._changed.notify_all()
            raise self.faults.pop(0)
        self.sent.append((to.external_id, message.text))
        async with self._changed:
            self._changed.notify_all()
        return Receipt(f"r{len(self.sent)}")

    async def check(self) -> str | None:
        return None

    def hold(self, address: str) -> asyncio.Event:
        return self.held.setdefault(address, asyncio.Event())

    async def comes(self, messages: int) -> None:
        """Wait until so many messages were sent."""
        await self._until(lambda: len(self.sent) >= messages)

    async def refuses(self, messages: int) -> None:
        """Wait until so many messages were refused."""
        await self._until(lambda: self.refused >= messages)

    async def begins(self, address: str) -> None:
        """Wait until a message to this address is under way."""
        await self._until(lambda: address in self.under_way)

    async def _until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(20), self._changed:
            await self._changed.wait_for(condition)


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def running() -> Callable[[Sender], AbstractAsyncContextManager[None]]:
    """Let a sender run as long as a block lasts."""

    @asynccontextmanager
    async def run(sender: Sender) -> AsyncIterator[None]:
        try:
            async with meanwhile(sender.run()):
                yield
        finally:
            await sender.close()

    return run


@pytest.fixture
def rows() -> Callable[..., list[Any]]:
    """Columns of every row of a table."""

    def read(store: Store, fields: str, table: str = "delivery") -> list[Any]:
        columns = SQLModel.metadata.tables[table].columns
        query = pick(*(columns[name] for name in fields.split(", "))).order_by(columns["id"])
        return store.look(lambda unit: [tuple(row) for row in unit.connection.execute(query)])

    return read


@pytest.fixture
def tell() -> Callable[..., list[int]]:
    """Plan a notice for each of these new persons."""

    def plan(store: Store, *names: str) -> list[int]:
        people = [
            store.run(meet, NOBODY, channel="web", external_id=name, language="nl")[0]
            for name in names
        ]
        store.run(
            notify,
            TICK,
            name="notice-answer",
            persons=people,
            say=lambda _: Message("nieuws"),
            quiet=LOUD,
        )
        return people

    return plan


@pytest.fixture
def troubled(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let a rule of the sender fail some times; the error's text must not be logged."""

    def trouble(name: str, times: int) -> None:
        where = next(each for each in (recorder, sending, pacing) if hasattr(each, name))
        rule, left = getattr(where, name), [times]

        def failing(unit: Unit, *args: Any, **values: Any) -> Any:
            if left[0]:
                left[0] -= 1
                raise OperationalError(
                    "INSERT 8412:GEHEIM", {"text": "tekst-geheim"}, Exception("disk is full")
                )
            return rule(unit, *args, **values)

        monkeypatch.setattr(where, name, failing)

    return trouble


@pytest.fixture
def settled() -> Callable[[Store, int], Awaitable[None]]:
    """Let the sender look for due messages so many times."""

    async def wait(store: Store, rounds: int) -> None:
        for _ in range(rounds):
            await asyncio.sleep(0.004)
            await store.read(lambda unit: None)

    return wait


@pytest.fixture
def answer(store: Store) -> Callable[..., Outgoing]:
    """Store the answer to something that came in, claimed at birth, as a turn does."""
    people: dict[str, tuple[int, int]] = {}
    numbers = count(1)

    def run(name: str, text: str, channel: str = "web") -> Outgoing:
        if name not in people:
            people[name] = store.run(meet, NOBODY, channel=channel, external_id=name, language="nl")
        return store.run(_answer, NOBODY, *people[name], channel, name, text, next(numbers))

    return run


def _answer(
    unit: Unit, person: int, address: int, channel: str, name: str, text: str, number: int
) -> Outgoing:
    came = take_in(unit, channel=channel, external_id=str(number), address=address, text="?")
    assert came is not None
    said = reply(unit, inbound=came, person=person, address=address, message=Message(text))
    return Outgoing(said.delivery, address, channel, name, Message(text), int(said.claimed))


@pytest.fixture
def comes(
    post: Post, store: Store, clock: Clock, settled: Callable[[Store, int], Awaitable[None]]
) -> Callable[..., Awaitable[None]]:
    """Pass at most sixty steps of time, until so many messages came and so many were refused."""

    async def wait(messages: int, refused: int = 0, **step: float) -> None:
        for _ in range(60):
            await settled(store, 5)
            if len(post.sent) >= messages and post.refused >= refused:
                break
            clock.passes(**(step or {"seconds": 1}))
        await settled(store, 5)

    return wait
