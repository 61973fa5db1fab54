"""Notices over a bad network: through the fault proxy to a Bot API server that counts."""

from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import Any

import pytest
from pydantic import HttpUrl, SecretStr

from bot.channels.telegram.channel import Telegram
from content.message import Message
from content.texts import Texts
from outreach.client.client import Client
from outreach.client.pool import Patience
from outreach.delivery.notice import notify
from outreach.delivery.refused import TRIES
from outreach.delivery.sender import Sender
from outreach.parties.person import meet
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK
from tests.botapi.rates import Rates
from tests.botapi.server import TOKEN, BotApi
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.delivery.conftest import OFTEN
from tests.proxy import (
    BROKEN,
    HALF,
    HANG,
    PAGE,
    RESET_AFTER,
    RESET_BEFORE,
    SLOW,
    TOO_MANY,
    UNAUTHORISED,
    FaultProxy,
    give_up,
)

CHATS = range(101, 113)
FAULTS = 7
PATIENCE = Patience(240.0, 240.0)
"""Seconds that a busy machine may take."""
ROUNDS = 100
DOUBTFUL = (RESET_AFTER, HALF, HANG)
"""Faults after which nobody knows whether a message arrived."""


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(rates=Rates(overall=1_000), open_door=True, keep_calls=False) as api:
        yield api


@pytest.fixture
async def proxy(api: BotApi) -> AsyncIterator[FaultProxy]:
    async with FaultProxy(api.port) as proxy:
        yield proxy


@pytest.fixture
async def sender(store: Store, proxy: FaultProxy) -> AsyncIterator[Sender]:
    """The sender on Telegram behind the proxy; it gives up at once what gets no answer."""
    own = {
        "telegram_token": SecretStr(TOKEN),
        "telegram_api": HttpUrl(f"http://127.0.0.1:{proxy.port}"),
    }
    channel = Telegram(
        Settings.demo(**own, telegram_rate=1_000), Texts(organisation="Waterdam", address=""), store
    )
    async with Client(PATIENCE) as client:
        proxy.hangs = partial(give_up, client)
        channel.use(client)
        yield Sender(store, {channel.name: channel}, LOUD, pace=OFTEN)


@pytest.fixture
def told(store: Store) -> int:
    """Plan one notice for everybody; return for how many."""
    people = [
        store.run(meet, NOBODY, channel="telegram", external_id=str(chat), language="nl")[0]
        for chat in CHATS
    ]
    store.run(
        notify,
        TICK,
        name="notice-answer",
        persons=people,
        say=lambda _: Message("nieuws"),
        quiet=LOUD,
    )
    return len(people)


def got(api: BotApi) -> Counter[int]:
    return Counter({chat: api.count(chat=chat, method="sendMessage") for chat in CHATS})


@pytest.mark.parametrize(
    "fault", [RESET_BEFORE, RESET_AFTER, HANG, SLOW, HALF, TOO_MANY, BROKEN, PAGE, UNAUTHORISED]
)
async def test_everybody_is_told_whatever_the_network_does(
    store: Store,
    sender: Sender,
    proxy: FaultProxy,
    api: BotApi,
    told: int,
    clock: Clock,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    settled: Callable[[Store, int], Awaitable[None]],
    fault: str,
) -> None:
    proxy.next(fault, times=FAULTS)

    async with running(sender):
        for _ in range(ROUNDS):
            await settled(store, 20)
            if rows(store, "state") == [("sent",)] * told:
                break
            clock.passes(minutes=2)

    arrived = got(api)
    assert rows(store, "state, reason") == [("sent", None)] * told
    assert min(arrived.values()) == 1
    assert arrived.total() - told <= (FAULTS if fault in DOUBTFUL else 0)
    assert 0 < proxy.met[fault] <= FAULTS


async def test_refused_account_fails_nobody_however_long_it_lasts(
    store: Store,
    sender: Sender,
    proxy: FaultProxy,
    api: BotApi,
    told: int,
    clock: Clock,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    settled: Callable[[Store, int], Awaitable[None]],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    proxy.next(UNAUTHORISED, times=10_000)

    async with running(sender):
        for _ in range(ROUNDS):
            await settled(store, 10)
            clock.passes(minutes=2)

    assert Counter(state for (state,) in rows(store, "state"))["failed"] == 0
    assert stored(store, "SELECT trouble FROM account") == [("send-channel-broken",)]
    assert api.count() == 0


async def test_notice_that_nobody_can_be_told_ends_with_its_reason(
    store: Store,
    sender: Sender,
    proxy: FaultProxy,
    api: BotApi,
    told: int,
    clock: Clock,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    settled: Callable[[Store, int], Awaitable[None]],
) -> None:
    proxy.next(RESET_BEFORE, times=10_000)

    async with running(sender):
        for _ in range(ROUNDS):
            await settled(store, 20)
            if {state for (state,) in rows(store, "state")} == {"failed"}:
                break
            clock.passes(minutes=20)

    assert rows(store, "state, reason, tries") == [("failed", "send-unreachable", TRIES)] * told
    assert api.count() == 0
