"""The sender recovers from a dead process, an expired lease, a database or sender in trouble."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Any

import pytest

from outreach.delivery.delivery import LEASE, DeliveryState, Outgoing
from outreach.delivery.lane import given_back
from outreach.delivery.results import Result, record_results
from outreach.delivery.sender import Sender
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.delivery.conftest import OFTEN, Post


@pytest.mark.sqlite
async def test_what_a_dead_process_held_is_sent_at_the_next_start(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
) -> None:
    answer("ada", "een")
    answer("bob", "twee")

    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await post.comes(2)

    assert sorted(post.sent) == [("ada", "een"), ("bob", "twee")]
    assert rows(store, "state, tries") == [("sent", 2), ("sent", 2)]


@pytest.mark.postgresql
async def test_what_another_server_holds_is_its_own_until_the_lease_runs_out(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    clock: Clock,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    settled: Callable[[Store, int], Awaitable[None]],
) -> None:
    answer("ada", "een")
    answer("bob", "twee")

    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await settled(store, 5)
        within = list(post.sent)
        clock.passes(seconds=LEASE.total_seconds())
        await post.comes(2)

    assert (within, sorted(post.sent)) == ([], [("ada", "een"), ("bob", "twee")])
    assert rows(store, "state, tries") == [("sent", 2), ("sent", 2)]


@pytest.mark.sqlite
async def test_what_could_be_read_already_is_not_sent_anew(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    change: Callable[..., None],
) -> None:
    numbered, _ = answer("ada", "een"), answer("ada", "twee")
    change(store, "UPDATE delivery SET seq = 7 WHERE id = :id", id=numbered.id)

    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await post.comes(1)

    assert post.sent == [("ada", "twee")]
    assert rows(store, "state, receipt, tries") == [("sent", "7", 1), ("sent", "r1", 2)]


async def test_row_whose_lease_ran_out_is_taken_over(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    clock: Clock,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    settled: Callable[[Store, int], Awaitable[None]],
) -> None:
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    async with running(sender):
        await settled(store, 3)
        # by a process that dies now
        answer("ada", "een")
        await settled(store, 5)
        within = list(post.sent)
        clock.passes(seconds=LEASE.total_seconds())
        await post.comes(1)

    assert (within, post.sent) == ([], [("ada", "een")])


async def test_send_that_outlasts_its_lease_is_not_sent_twice(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    clock: Clock,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    settled: Callable[[Store, int], Awaitable[None]],
) -> None:
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    gate = post.hold("ada")
    async with running(sender):
        for text in ("een", "twee"):
            sender.hand_over(answer("ada", text))
        await post.begins("ada")
        clock.passes(seconds=2 * LEASE.total_seconds())
        await settled(store, 5)
        gate.set()
        await post.comes(2)

    assert post.sent == [("ada", "een"), ("ada", "twee")]
    assert rows(store, "state") == [("sent",), ("sent",)]


def test_claim_that_is_given_back_after_the_result_plans_nothing_again(
    store: Store, answer: Callable[..., Outgoing], rows: Callable[..., list[Any]]
) -> None:
    outgoing = answer("ada", "een")
    sent = Result(outgoing.id, outgoing.address, DeliveryState.SENT, receipt="7")

    store.run(record_results, TICK, results=[sent])
    store.run(record_results, TICK, results=[given_back(outgoing)])

    assert rows(store, "state, receipt") == [("sent", "7")]


async def test_reply_handed_over_before_the_start_is_not_sent_twice(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    monkeypatch: pytest.MonkeyPatch,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    settled: Callable[[Store, int], Awaitable[None]],
) -> None:
    sender = Sender(store, {"web": post}, LOUD, pace=replace(OFTEN, group=0.05))

    sender.hand_over(answer("ada", "een"))
    await post.comes(1)
    async with running(sender):
        await settled(store, 5)

    assert post.sent == [("ada", "een")]
    assert rows(store, "state") == [("sent",)]


async def test_two_senders_on_one_store_send_everything_once(
    store: Store,
    post: Post,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    tell: Callable[..., list[int]],
    settled: Callable[[Store, int], Awaitable[None]],
) -> None:
    names = [f"p{number:03}" for number in range(120)]
    senders = [Sender(store, {"web": post}, LOUD, pace=OFTEN) for _ in range(2)]

    async with running(senders[0]), running(senders[1]):
        await settled(store, 3)
        tell(store, *names)
        await post.comes(len(names))
        await settled(store, 5)

    assert sorted(post.sent) == [(name, "nieuws") for name in names]
    assert rows(store, "state, tries") == [("sent", 1)] * len(names)


async def test_close_finishes_what_is_under_way(
    store: Store, post: Post, answer: Callable[..., Outgoing], rows: Callable[..., list[Any]]
) -> None:
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    gate = post.hold("ada")
    for text in ("een", "twee"):
        sender.hand_over(answer("ada", text))
    await post.begins("ada")

    closing_down = asyncio.create_task(sender.close())
    await asyncio.sleep(0)
    assert not closing_down.done()
    gate.set()
    await closing_down

    assert rows(store, "state") == [("sent",), ("sent",)]


async def test_close_waits_for_no_channel_that_does_not_answer_and_nothing_is_lost(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    clock: Clock,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sender = Sender(store, {"web": post}, LOUD, pace=replace(OFTEN, last=0.0))
    gate = post.hold("ada")
    for text in ("een", "twee", "drie"):
        sender.hand_over(answer("ada", text))
    await post.begins("ada")

    await sender.close()
    left = rows(store, "state, tries")
    gate.set()
    clock.passes(seconds=LEASE.total_seconds())
    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await post.comes(3)

    assert left == [("claimed", 1), ("planned", 0), ("planned", 0)]
    assert post.sent == [("ada", "een"), ("ada", "twee"), ("ada", "drie")]


@pytest.mark.parametrize("rule", ["release_claims", "anything_due", "claim", "no_more_due"])
async def test_database_in_trouble_does_not_end_the_sender(
    store: Store,
    post: Post,
    rule: str,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    tell: Callable[..., list[int]],
    troubled: Callable[..., None],
) -> None:
    troubled(rule, times=3)
    tell(store, "ada")

    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await post.comes(1)

    assert post.sent == [("ada", "nieuws")]


async def test_result_that_could_not_be_written_is_written_later_and_nothing_is_sent_twice(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    clock: Clock,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    troubled: Callable[..., None],
    settled: Callable[[Store, int], Awaitable[None]],
) -> None:
    troubled("record_results", times=3)
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    async with running(sender):
        sender.hand_over(answer("ada", "een"))
        await post.comes(1)
        clock.passes(seconds=LEASE.total_seconds() + 1)
        await settled(store, 20)

    assert post.sent == [("ada", "een")]
    assert rows(store, "state") == [("sent",)]


async def test_result_that_could_not_be_written_before_the_end_is_sent_again_after_its_lease(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    clock: Clock,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    troubled: Callable[..., None],
) -> None:
    troubled("record_results", times=1)
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    sender.hand_over(answer("ada", "een"))
    await sender.close()
    clock.passes(seconds=LEASE.total_seconds())

    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await post.comes(2)

    assert post.sent == [("ada", "een"), ("ada", "een")]
    assert rows(store, "state") == [("sent",)]
