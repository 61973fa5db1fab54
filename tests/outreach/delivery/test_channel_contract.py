"""The contract of every channel: facts, a receipt or a known error, no text in a log, a check."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from pydantic import HttpUrl, SecretStr

from bot.channels.telegram.channel import Telegram
from bot.channels.terminal import Terminal
from bot.channels.web.channel import WebChat
from content.message import Message, Option
from content.texts import Texts
from outreach.client.client import Client
from outreach.delivery import errors
from outreach.delivery.channel import Abilities, Channel, Receipt, Recipient
from outreach.delivery.delivery import Outgoing
from outreach.delivery.errors import (
    AddressGone,
    AddressLeft,
    AddressMoved,
    ChannelBroken,
    MessageLost,
    NotAllowed,
    SendError,
    TooFast,
    TopicClosed,
    Unreachable,
)
from outreach.delivery.fit import fit
from outreach.settings import Settings
from outreach.store.store import Store
from tests.botapi.server import BotApi
from tests.clock import Clock

TEXT = "tekst-geheim 🌳"
MESSAGE = Message(TEXT, (Option("1.1.yes", "Ja"), Option("1.1.no", "Nee")), rev=1)
FAULTS: tuple[type[SendError], ...] = (
    SendError,
    NotAllowed,
    TopicClosed,
    MessageLost,
    Unreachable,
    TooFast,
    ChannelBroken,
    AddressMoved,
    AddressGone,
    AddressLeft,
)


@dataclass(frozen=True)
class Case:
    """A channel that works, one that cannot send, its error, and an `address` to send to."""

    works: Channel
    broken: Channel
    raises: type[SendError]
    address: str = "ada-geheim"


@dataclass(frozen=True)
class Ground:
    """What channels are built on: a store that works, one that is closed, and a Bot API."""

    store: Store
    closed: Store
    botapi: BotApi
    client: Client


class Faulty:
    """The smallest channel there can be; it raises what it is given."""

    name = "faulty"
    can = Abilities(buttons=True)

    def __init__(self, fault: SendError | None = None) -> None:
        self._fault = fault

    async def send(self, to: Recipient, message: Message) -> Receipt:
        if self._fault is not None:
            raise self._fault
        return Receipt(f"{to.delivery}")

    async def check(self) -> str | None:
        return None if self._fault is None else self._fault.key


def web(ground: Ground) -> Case:
    return Case(
        WebChat(Settings.demo(), ground.store), WebChat(Settings.demo(), ground.closed), Unreachable
    )


def telegram(ground: Ground) -> Case:
    def bot(api: str) -> Telegram:
        own = {"telegram_token": SecretStr(ground.botapi.token), "telegram_api": HttpUrl(api)}
        channel = Telegram(
            Settings.demo(**own), Texts(organisation="Waterdam", address=""), ground.store
        )
        channel.use(ground.client)
        return channel

    ground.botapi.world.told["description"] = {("",): "http://127.0.0.1:8080/privacy"}
    ada = ground.botapi.user("Ada")
    ada.start()
    return Case(bot(ground.botapi.address), bot("http://127.0.0.1:9"), Unreachable, str(ada.id))


def terminal(ground: Ground) -> Case:
    def write(text: str) -> None:
        raise BrokenPipeError(TEXT)

    return Case(Terminal(lambda text: None), Terminal(write), Unreachable)


def faulty(fault: type[SendError]) -> Callable[[Ground], Case]:
    given: dict[type[SendError], object] = {TooFast: 30, AddressMoved: "8"}
    make: Callable[..., SendError] = fault
    made = make(given[fault]) if fault in given else make()
    return lambda ground: Case(Faulty(), Faulty(made), fault)


CASES = {"web": web, "terminal": terminal, "telegram": telegram} | {
    fault.__name__: faulty(fault) for fault in FAULTS
}


@pytest.fixture(params=list(CASES.values()), ids=list(CASES))
async def case(
    request: pytest.FixtureRequest, store: Store, tmp_path: Path, clock: Clock, botapi: BotApi
) -> AsyncIterator[Case]:
    closed = Store(tmp_path / "closed.db", clock)
    closed.close()
    async with Client() as client:
        yield request.param(Ground(store, closed, botapi, client))


@pytest.fixture
def to(case: Case, answer: Callable[..., Outgoing]) -> Recipient:
    outgoing: Outgoing = answer(case.address, TEXT, channel=case.works.name)
    return Recipient(outgoing.id, outgoing.address, outgoing.external_id)


def test_every_error_of_the_family_is_tried() -> None:
    family = {
        found
        for _, found in inspect.getmembers(errors, inspect.isclass)
        if issubclass(found, SendError)
    }

    assert family == set(FAULTS)


def test_channel_tells_its_facts(case: Case) -> None:
    assert (case.works.name, case.works.name.strip().lower()) == (case.works.name, case.works.name)
    assert isinstance(case.works.can, Abilities)
    assert case.works.can.pace >= timedelta(0)
    assert case.broken.can == case.works.can


async def test_channel_gives_a_receipt_for_what_fits(case: Case, to: Recipient) -> None:
    receipts = [await case.works.send(to, piece) for piece in fit(MESSAGE, case.works.can)]

    assert [isinstance(receipt, Receipt) and bool(receipt.external_id) for receipt in receipts] == [
        True
    ]


async def test_channel_sends_side_by_side(case: Case, to: Recipient) -> None:
    receipts = await asyncio.gather(*[case.works.send(to, MESSAGE) for _ in range(3)])

    assert [isinstance(receipt, Receipt) for receipt in receipts] == [True] * 3


async def test_channel_in_trouble_raises_an_error_of_the_family(case: Case, to: Recipient) -> None:
    with pytest.raises(SendError) as raised:
        await case.broken.send(to, MESSAGE)

    assert type(raised.value) is case.raises
    assert "geheim" not in f"{raised.value} {raised.value!r}"


async def test_error_tells_whether_to_try_again(case: Case, to: Recipient) -> None:
    with pytest.raises(SendError) as raised:
        await case.broken.send(to, MESSAGE)

    assert not (raised.value.again and raised.value.ends)
    assert raised.value.again or raised.value.wait == 0
    assert raised.value.key.startswith("send-")


async def test_channel_logs_no_text(
    case: Case, to: Recipient, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with structlog.testing.capture_logs() as logged:
        await case.works.send(to, MESSAGE)
        with pytest.raises(SendError):
            await case.broken.send(to, MESSAGE)

    assert "geheim" not in f"{logged} {capsys.readouterr()} {caplog.text}"


async def test_check_says_whether_all_is_well(case: Case) -> None:
    async def checked(check: Callable[[], Awaitable[Any]]) -> bool:
        found = await check()
        return found is None or isinstance(found, str)

    assert await case.works.check() is None
    assert await checked(case.broken.check)
