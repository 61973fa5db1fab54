"""One delivery of several messages: each comes once and in order, even after a refusal."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from typing import Any

import pytest

from content.message import Message
from outreach.delivery.channel import Abilities
from outreach.delivery.delivery import LEASE, DeliveryState, Outgoing
from outreach.delivery.errors import TooFast, Unreachable
from outreach.delivery.notice import notify
from outreach.delivery.results import Result, record_results
from outreach.delivery.sender import Sender
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.delivery.conftest import OFTEN, Post
from tests.outreach.delivery.narrow import NARROW, PACED, SENTENCES, THREE, piece


async def test_pieces_come_in_order_and_the_last_one_has_the_receipt(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
) -> None:
    post.can = NARROW
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    async with running(sender):
        sender.hand_over(answer("ada", THREE))
        await post.comes(3)

    assert post.sent == [("ada", text) for text in SENTENCES]
    assert rows(store, "state, receipt, arrived") == [("sent", "r3", 2)]
    assert rows(store, "first_id", "address") == [(None,)]


async def test_pieces_keep_the_pace_of_the_channel(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    clock: Clock,
    settled: Callable[[Store, int], Awaitable[None]],
) -> None:
    post.can = PACED
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    counts = []

    async with running(sender):
        sender.hand_over(answer("ada", THREE))
        for _ in range(3):
            await settled(store, 20)
            counts.append(len(post.sent))
            clock.passes(seconds=1)

    assert counts == [1, 2, 3]


async def test_answers_may_be_one_message_ahead_of_the_pace(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    clock: Clock,
    settled: Callable[[Store, int], Awaitable[None]],
    rows: Callable[..., list[Any]],
) -> None:
    post.can = Abilities(buttons=True, pace=timedelta(seconds=1))
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    counts = []

    async with running(sender):
        for text in ("een", "twee", "drie", "vier"):
            sender.hand_over(answer("ada", text))
        for _ in range(3):
            await settled(store, 20)
            counts.append(len(post.sent))
            clock.passes(seconds=1)

    assert counts == [2, 3, 4]
    assert [text for _, text in post.sent] == ["een", "twee", "drie", "vier"]
    assert rows(store, "state, tries") == [("sent", 1)] * 4


@pytest.mark.parametrize("fault", [TooFast(3), TooFast(3, account=True), Unreachable()])
@pytest.mark.parametrize("met_by", [0, 1, 2])
async def test_goes_on_from_the_refused_one(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    comes: Callable[..., Awaitable[None]],
    fault: Exception,
    met_by: int,
) -> None:
    post.can, post.faults_at = PACED, {met_by: fault}
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    async with running(sender):
        sender.hand_over(answer("ada", THREE))
        await comes(3)

    assert post.sent == [("ada", text) for text in SENTENCES]
    assert rows(store, "state, receipt, arrived, reason") == [("sent", "r3", 2, None)]


@pytest.mark.parametrize("met_by", [0, 1, 2])
async def test_later_answer_does_not_overtake_the_rest(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    clock: Clock,
    comes: Callable[..., Awaitable[None]],
    met_by: int,
) -> None:
    post.can, post.faults_at = PACED, {met_by: TooFast(20)}
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    async with running(sender):
        sender.hand_over(answer("ada", THREE))
        sender.hand_over(answer("ada", "Later."))
        await comes(met_by)
        sender.hand_over(answer("ada", "Nog later."))
        await comes(5)

    assert post.sent == [("ada", text) for text in (*SENTENCES, "Later.", "Nog later.")]
    assert rows(store, "state") == [("sent",)] * 3


async def test_notice_that_was_begun_goes_on_before_an_answer(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    comes: Callable[..., Awaitable[None]],
) -> None:
    post.can, post.faults_at = PACED, {1: TooFast(20)}
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    answer("ada", "eerder")
    store.run(record_results, TICK, results=[Result(1, 1, DeliveryState.SENT)])
    store.run(
        notify, TICK, name="notice-answer", persons=[1], say=lambda _: Message(THREE), quiet=LOUD
    )

    async with running(sender):
        await comes(1, refused=1)
        sender.hand_over(answer("ada", "Later."))
        await comes(4)

    assert post.sent == [("ada", text) for text in (*SENTENCES, "Later.")]


async def test_what_a_process_that_died_had_said_is_not_said_again(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    clock: Clock,
) -> None:
    post.can = NARROW
    outgoing = answer("ada", THREE)
    # and then it died
    store.run(record_results, TICK, results=[piece(outgoing, 1)])

    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await post.comes(2)

    assert post.sent == [("ada", text) for text in SENTENCES[1:]]
    assert rows(store, "state") == [("sent",)]


async def test_piece_in_flight_at_a_crash_comes_again_and_those_before_it_do_not(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    clock: Clock,
) -> None:
    post.can = NARROW
    gone = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    store.run(record_results, TICK, results=[piece(answer("ada", THREE), 1)])
    # the second piece: nobody knows whether it arrived
    await gone._pacing.take(10)

    clock.now += LEASE
    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await post.comes(2)

    assert post.sent == [("ada", text) for text in SENTENCES[1:]]
