"""What becomes due does not wait for the slow poll."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace

import pytest

from outreach.delivery.delivery import LEASE, Outgoing
from outreach.delivery.sender import Sender
from outreach.store.store import Store
from tests.clock import Clock
from tests.conftest import LOUD
from tests.databases import reopened
from tests.outreach.delivery.conftest import OFTEN, Post

SLOW = replace(OFTEN, poll=3_600.0)
"""Looks once an hour, unless a bell rings."""


async def test_what_waits_behind_one_address_does_not_wait_for_the_slow_poll(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    monkeypatch: pytest.MonkeyPatch,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    clock: Clock,
) -> None:
    texts = [f"bericht {number}" for number in range(8)]
    for text in texts:
        answer("ada", text)
    clock.passes(seconds=LEASE.total_seconds())

    async with running(Sender(store, {"web": post}, LOUD, pace=SLOW)):
        await post.comes(len(texts))

    assert post.sent == [("ada", text) for text in texts]


async def test_what_is_planned_does_not_wait_for_the_slow_poll(
    store: Store,
    post: Post,
    monkeypatch: pytest.MonkeyPatch,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    tell: Callable[..., list[int]],
    settled: Callable[[Store, int], Awaitable[None]],
) -> None:

    async with running(Sender(store, {"web": post}, LOUD, pace=SLOW)):
        await settled(store, 3)
        await asyncio.to_thread(tell, store, "ada")
        await post.comes(1)

    assert post.sent == [("ada", "nieuws")]


@pytest.mark.postgresql
async def test_what_another_process_plans_does_not_wait_for_the_slow_poll(
    store: Store,
    post: Post,
    monkeypatch: pytest.MonkeyPatch,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    tell: Callable[..., list[int]],
    settled: Callable[[Store, int], Awaitable[None]],
) -> None:

    async with running(Sender(store, {"web": post}, LOUD, pace=SLOW)):
        await settled(store, 3)
        with reopened(store) as command_line:
            await asyncio.to_thread(tell, command_line, "ada")
        await post.comes(1)

    assert post.sent == [("ada", "nieuws")]
