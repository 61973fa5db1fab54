"""The rest of a delivery that began: what ends it, moves it, or takes too long."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from content.message import Message
from outreach.delivery.delivery import PATIENCE, DeliveryState, LastWord, Outgoing
from outreach.delivery.errors import AddressGone, AddressMoved, SendError, TooFast
from outreach.delivery.notice import notify
from outreach.delivery.refused import TRIES
from outreach.delivery.results import Result, record_results
from outreach.delivery.sender import Sender
from outreach.parties.consent import stop
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.delivery.conftest import OFTEN, Post
from tests.outreach.delivery.narrow import NARROW, PACED, SENTENCES, THREE, piece


async def test_rest_that_does_not_come_holds_nothing_up_for_long(
    store: Store,
    answer: Callable[..., Outgoing],
    rows: Callable[..., list[Any]],
    clock: Clock,
) -> None:
    outgoing = answer("ada", THREE)
    store.run(record_results, TICK, results=[piece(outgoing, 1)])

    waits = answer("ada", "Later.")
    clock.now += PATIENCE
    goes = answer("ada", "Nog later.")

    assert (waits.tries, goes.tries) == (0, 1)
    assert rows(store, "first_id", "address") == [(None,)]


async def test_too_fast_ends_some_day_as_failed_with_its_reason(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    comes: Callable[..., Awaitable[None]],
) -> None:
    post.can = NARROW
    post.faults_at = {1: TooFast(1)}
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    async with running(sender):
        sender.hand_over(answer("ada", THREE))
        await post.refuses(1)
        post.faults += [TooFast(1) for _ in range(TRIES)]
        await comes(2, minutes=20)

    assert rows(store, "state, reason, tries, arrived") == [("failed", "send-too-fast", TRIES, 1)]
    assert post.sent == [("ada", SENTENCES[0])]


async def test_what_failed_lets_the_next_one_go(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    comes: Callable[..., Awaitable[None]],
    rows: Callable[..., list[Any]],
) -> None:
    post.can, post.faults_at = NARROW, {1: SendError()}
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    async with running(sender):
        sender.hand_over(answer("ada", THREE))
        sender.hand_over(answer("ada", "Later."))
        await comes(2)

    assert post.sent == [("ada", SENTENCES[0]), ("ada", "Later.")]
    assert rows(store, "state") == [("failed",), ("sent",)]


async def test_rest_comes_where_the_address_moved_to(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    comes: Callable[..., Awaitable[None]],
) -> None:
    post.can, post.faults_at = NARROW, {1: AddressMoved("ada-2")}
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    async with running(sender):
        sender.hand_over(answer("ada", THREE))
        await comes(3)

    assert post.sent == [("ada", SENTENCES[0]), ("ada-2", SENTENCES[1]), ("ada-2", SENTENCES[2])]
    assert rows(store, "state, arrived") == [("sent", 2)]


async def test_who_blocks_us_in_the_middle_gets_no_more_of_it(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    comes: Callable[..., Awaitable[None]],
) -> None:
    post.can, post.faults_at = NARROW, {1: AddressGone()}
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    async with running(sender):
        sender.hand_over(answer("ada", THREE))
        await comes(1, refused=1)

    assert post.sent == [("ada", SENTENCES[0])]
    assert rows(store, "state, reason, arrived") == [("gone", "send-address-gone", 1)]


async def test_stop_in_the_middle_of_a_notice_ends_it(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    clock: Clock,
    comes: Callable[..., Awaitable[None]],
) -> None:
    post.can = PACED
    answer("ada", "eerder")
    store.run(record_results, TICK, results=[Result(1, 1, DeliveryState.SENT)])
    store.run(
        notify, TICK, name="notice-answer", persons=[1], say=lambda _: Message(THREE), quiet=LOUD
    )
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    async with running(sender):
        await post.comes(1)
        store.run(stop, Actor("person", 1))
        sender.hand_over(answer("ada", "Je bent gestopt."))
        await comes(2)

    assert post.sent == [("ada", SENTENCES[0]), ("ada", "Je bent gestopt.")]
    assert rows(store, "state, reason, arrived")[1] == ("stopped", "send-stopped", 1)


async def test_last_word_without_a_row_comes_whole(store: Store, post: Post) -> None:
    post.can = NARROW
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    sender.hand_over(LastWord("web", "ada", Message(THREE), 7))
    await sender.close()

    assert post.sent == [("ada", text) for text in SENTENCES]
