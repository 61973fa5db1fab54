"""The sender: in order per address, addresses in parallel, every result stored once."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from typing import Any

import pytest
import structlog

from content.message import Message
from outreach.delivery import recorder
from outreach.delivery.channel import Abilities, Receipt, Recipient
from outreach.delivery.delivery import LastWord, Outgoing
from outreach.delivery.errors import AddressGone, AddressMoved, Unreachable
from outreach.delivery.pace import SenderPace
from outreach.delivery.pacing import Pacing, Slot
from outreach.delivery.refused import TRIES
from outreach.delivery.results import Result, record_results
from outreach.delivery.sender import Sender
from outreach.parties.consent import stop
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.delivery.conftest import OFTEN, Post

TOKEN = "8412:GEHEIM"


async def test_messages_to_one_address_arrive_in_order(
    store: Store, post: Post, answer: Callable[..., Outgoing]
) -> None:
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    gate = post.hold("ada")

    for text in ("een", "twee", "drie"):
        sender.hand_over(answer("ada", text))
    await post.begins("ada")
    gate.set()
    await sender.close()

    assert (post.sent, post.overlaps) == ([("ada", "een"), ("ada", "twee"), ("ada", "drie")], 0)


async def test_address_that_moved_gets_its_message_there_at_once(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
) -> None:
    post.faults.append(AddressMoved("ada-2"))
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    async with running(sender):
        sender.hand_over(answer("ada", "een"))
        await post.comes(1)

    assert post.sent == [("ada-2", "een")]
    assert rows(store, "external_id", "address") == [("ada-2",)]
    assert rows(store, "state, tries, reason") == [("sent", 2, None)]


async def test_address_that_moves_for_ever_is_given_up(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
) -> None:
    post.faults += [AddressMoved(f"ada-{number}") for number in range(TRIES + 3)]
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    async with running(sender):
        sender.hand_over(answer("ada", "een"))
        await post.refuses(TRIES)

    assert rows(store, "state, tries, reason") == [("failed", TRIES, "send-address-moved")]


async def test_channel_tells_how_long_one_address_rests(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    rows: Callable[..., list[Any]],
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def send(to: Recipient, message: Message) -> Receipt:
        return Receipt("1", timedelta(seconds=3))

    monkeypatch.setattr(post, "send", send)
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    sender.hand_over(answer("ada", "een"))
    await sender.close()

    assert rows(store, "free_at", "address") == [(clock() + timedelta(seconds=3),)]


async def test_slow_address_holds_nobody_else_up(
    store: Store, post: Post, answer: Callable[..., Outgoing]
) -> None:
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    gate = post.hold("ada")

    sender.hand_over(answer("ada", "een"))
    for name in ("bob", "cem", "dee"):
        sender.hand_over(answer(name, "hoi"))
    await post.comes(3)
    others = sorted(post.sent)
    gate.set()
    await sender.close()

    assert others == [("bob", "hoi"), ("cem", "hoi"), ("dee", "hoi")]


async def test_end_is_written_down_and_the_address_set_free(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    clock: Clock,
    rows: Callable[..., list[Any]],
) -> None:
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    sender.hand_over(answer("ada", "een"))
    await sender.close()

    ended = ("sent", "r1", None, clock.now, None, 1)
    assert rows(store, "state, receipt, reason, done_at, lease_until, tries") == [ended]
    assert rows(store, "free_at", "address") == [(clock.now,)]


async def test_pace_of_the_channel_rests_the_address(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    clock: Clock,
    rows: Callable[..., list[Any]],
) -> None:
    post.can = Abilities(buttons=True, pace=timedelta(seconds=3))
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    sender.hand_over(answer("ada", "een"))
    await sender.close()

    assert rows(store, "free_at", "address") == [(clock.now + timedelta(seconds=3),)]


@pytest.mark.parametrize(
    ("most", "seconds", "groups"), [(200, 60.0, [30]), (10, 60.0, [10, 10, 10])]
)
async def test_results_are_written_in_groups(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    monkeypatch: pytest.MonkeyPatch,
    most: int,
    seconds: float,
    groups: list[int],
    rows: Callable[..., list[Any]],
) -> None:
    written = counted(monkeypatch)
    pace = SenderPace(group=seconds, rows=most)
    sender = Sender(store, {"web": post}, LOUD, pace=pace)

    for outgoing in [answer(f"p{number}", "hoi") for number in range(30)]:
        sender.hand_over(outgoing)
    await sender.close()

    assert written == groups
    assert rows(store, "state") == [("sent",)] * 30


async def test_person_who_stopped_meanwhile_gets_no_notice(
    store: Store,
    post: Post,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    tell: Callable[..., list[int]],
) -> None:
    ada, _ = tell(store, "ada", "bob")
    store.run(stop, Actor("person", ada))

    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await post.comes(1)

    assert post.sent == [("bob", "nieuws")]
    assert rows(store, "state") == [("stopped",), ("sent",)]


async def test_other_channels_are_left_to_others(
    store: Store,
    post: Post,
    answer: Callable[..., Outgoing],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    rows: Callable[..., list[Any]],
    tell: Callable[..., list[int]],
) -> None:
    answer("ada", "een", channel="terminal")
    tell(store, "bob")

    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await post.comes(1)

    assert post.sent == [("bob", "nieuws")]
    assert rows(store, "state") == [("claimed",), ("sent",)]


async def test_last_word_to_a_forgotten_person_has_no_row_and_no_end(
    store: Store, post: Post, answer: Callable[..., Outgoing]
) -> None:
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)
    farewells = [answer(name, "dag") for name in ("ada", "bob")]

    for outgoing in farewells:
        sender.hand_over(LastWord("web", outgoing.external_id, outgoing.message, outgoing.address))
    await sender.close()

    assert sorted(post.sent) == [("ada", "dag"), ("bob", "dag")]


async def test_log_holds_no_text_no_address_and_no_token(
    store: Store, post: Post, answer: Callable[..., Outgoing], troubled: Callable[..., None]
) -> None:
    post.faults = [RuntimeError(TOKEN), Unreachable(TOKEN), AddressGone(TOKEN)]
    troubled("record_results", times=1)
    sender = Sender(store, {"web": post}, LOUD, pace=OFTEN)

    with structlog.testing.capture_logs() as logged:
        for name in ("ada-geheim", "bob-geheim", "cem-geheim"):
            sender.hand_over(answer(name, "tekst-geheim"))
        await sender.close()

    assert [entry["event"] for entry in logged] == ["sending failed", "results not recorded"]
    assert logged[0].pop("delivery") in (1, 2, 3)
    assert logged[0] == {
        "event": "sending failed",
        "channel": "web",
        "error": "RuntimeError",
        "log_level": "error",
    }
    assert "geheim" not in str(logged).lower()


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many results each write holds."""
    written: list[int] = []
    rule = record_results

    def counting(unit: Unit, *, results: list[Result], **more: Any) -> None:
        written.append(len(results))
        rule(unit, results=results, **more)

    monkeypatch.setattr(recorder, "record_results", counting)
    return written


async def test_stop_between_claim_and_handing_over_is_seen(
    store: Store,
    post: Post,
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
    tell: Callable[..., list[int]],
    rows: Callable[..., list[Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ada, _ = tell(store, "ada", "bob")
    claims = Pacing.take

    async def then_stop(self: Pacing, most: int) -> list[Slot]:
        claimed = await claims(self, most)
        if claimed:
            store.run(stop, Actor("person", ada))
        return claimed

    monkeypatch.setattr(Pacing, "take", then_stop)

    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await post.comes(1)

    assert post.sent == [("bob", "nieuws")]
    assert rows(store, "state") == [("stopped",), ("sent",)]


async def test_what_was_claimed_and_not_handed_over_is_given_back(
    store: Store,
    post: Post,
    tell: Callable[..., list[int]],
    rows: Callable[..., list[Any]],
    running: Callable[[Sender], AbstractAsyncContextManager[None]],
) -> None:
    tell(store, "ada")
    post.can = Abilities(buttons=True, rate=1)

    async with running(Sender(store, {"web": post}, LOUD, pace=OFTEN)):
        await post.comes(1)
        tell(store, "bob")

    assert rows(store, "state, tries") == [("sent", 1), ("planned", 0)]
