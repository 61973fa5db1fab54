"""What becomes of a message that its channel refused, and of those around it."""

import random
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Any

import pytest
import structlog

from content.message import Message
from outreach.delivery.delivery import Outgoing
from outreach.delivery.errors import (
    AddressGone,
    AddressLeft,
    ChannelBroken,
    SendError,
    TooFast,
    Unreachable,
)
from outreach.delivery.notice import notify
from outreach.delivery.refused import TRIES
from outreach.delivery.sender import Sender
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.delivery.conftest import OFTEN, Post

TOKEN = "8412:GEHEIM"


ENDS: dict[str, tuple[Exception, str, str, float | None, bool]] = {
    "unreachable": (Unreachable(), "planned", "send-unreachable", 4, False),
    "too fast": (TooFast(90), "planned", "send-too-fast", 90, False),
    "hardly too fast": (TooFast(1), "planned", "send-too-fast", 4, False),
    "channel broken": (ChannelBroken(), "planned", "send-channel-broken", 60, False),
    "address gone": (AddressGone(), "gone", "send-address-gone", None, True),
    "address left": (AddressLeft(), "stopped", "send-stopped", None, False),
    "refused": (SendError(), "failed", "send-refused", None, False),
    "unknown": (RuntimeError(TOKEN), "failed", "send-refused", None, False),
}


@pytest.mark.parametrize(("fault", "state", "reason", "wait", "gone"), ENDS.values(), ids=ENDS)
async def test_each_fault_has_its_end(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception,
    state: str,
    reason: str,
    wait: int | None,
    gone: bool,
    rows: Callable[..., list[Any]],
) -> None:
    post.faults = [fault]
    monkeypatch.setattr(random, "uniform", lambda low, high: (low + high) / 2)
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    sender.hand_over(answer("ada", "een"))
    await sender.close()

    ((was, why, send_at, receipt),) = rows(store, "state, reason, send_at, receipt")
    again = clock.now + timedelta(seconds=wait or 0)
    assert (was, why, receipt) == (state, reason, None)
    assert send_at == again
    ((gone_at,),) = rows(store, "gone_at", "address")
    assert (gone_at is not None) == gone


async def test_later_message_does_not_overtake_one_that_is_tried_again(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    clock: Clock,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    settled: Callable[[Store, int], Awaitable[None]],
) -> None:
    post.faults = [Unreachable()]
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    sender.hand_over(answer("ada", "een"))
    await sender.close()
    store.run(
        notify, TICK, name="notice-answer", persons=[1], say=lambda _: Message("nieuws"), quiet=LOUD
    )

    clock.passes(seconds=3)
    async with running(sender):
        await settled(store, 3)
    early = list(post.sent)
    clock.passes(seconds=10)
    async with running(sender):
        await post.comes(2)

    assert (early, post.sent) == ([], [("ada", "een"), ("ada", "nieuws")])


async def test_tries_are_bounded_and_each_waits_longer(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    clock: Clock,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
) -> None:
    post.faults = [Unreachable() for _ in range(50)]
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    sender.hand_over(answer("ada", "een"))
    await sender.close()
    waits = []

    while rows(store, "state") == [("planned",)]:
        waits.append(seconds_until(rows(store, "send_at")[0][0], clock))
        clock.passes(seconds=waits[-1])
        async with running(sender):
            await post.refuses(1 + len(waits))

    bases = (4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900)
    assert all(0.75 * base <= wait <= 1.25 * base for wait, base in zip(waits, bases, strict=True))
    assert rows(store, "state, reason, tries") == [("failed", "send-unreachable", TRIES)]


async def test_broken_account_holds_its_channel_counts_no_try_and_says_so_once(
    store: Store,
    post: Post,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    tell: Callable[..., list[int]],
    rows: Callable[..., list[Any]],
    clock: Clock,
    settled: Callable[[Store, int], Awaitable[None]],
) -> None:
    post.faults = [ChannelBroken() for _ in range(3)]
    tell(store, "ada", "bob", "cees")

    with structlog.testing.capture_logs() as logged:
        async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
            await post.refuses(3)
            await settled(store, 10)
            held = rows(store, "state, tries")
            clock.passes(seconds=61)
            await post.comes(3)

    said = [line["event"] for line in logged if line["event"].startswith("channel")]
    assert held == [("planned", 0)] * 3
    assert said == ["channel refuses our account", "channel takes messages again"]
    assert rows(store, "state, tries") == [("sent", 1)] * 3


async def test_flood_of_the_account_holds_all_and_that_of_a_chat_only_it(
    store: Store,
    post: Post,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    tell: Callable[..., list[int]],
    rows: Callable[..., list[Any]],
    clock: Clock,
    settled: Callable[[Store, int], Awaitable[None]],
) -> None:
    post.faults = [TooFast(30)]
    tell(store, "ada")
    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await post.refuses(1)
        tell(store, "bob")
        await post.comes(1)
    post.faults = [TooFast(30, account=True)]
    tell(store, "cees")

    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await post.refuses(2)
        await settled(store, 5)
        tell(store, "dirk")
        await settled(store, 20)
        early = list(post.sent)
        clock.passes(seconds=31)
        await post.comes(4)

    assert early == [("bob", "nieuws")]
    assert sorted(name for name, _ in post.sent) == ["ada", "bob", "cees", "dirk"]


def seconds_until(send_at: datetime, clock: Clock) -> float:
    return (send_at - clock.now).total_seconds()
