"""The sender: in order per address, side by side over addresses, and every end is written down once."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from datetime import timedelta
from typing import Any

import pytest
import structlog
from sqlalchemy.exc import OperationalError

from content.message import Message
from outreach.delivery import sender as sending
from outreach.delivery.channel import Abilities
from outreach.delivery.delivery import LEASE
from outreach.delivery.errors import AddressGone, ChannelBroken, SendError, TooFast, Unreachable
from outreach.delivery.mailing import notify
from outreach.delivery.sender import TRIES, Sender
from outreach.parties.person import meet, stop
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor

TOKEN = "8412:GEHEIM"


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "POLL_SECONDS", 0.001)
    monkeypatch.setattr(sending, "GROUP_SECONDS", 0.001)


@asynccontextmanager
async def running(sender: Sender) -> AsyncIterator[None]:
    task = asyncio.create_task(sender.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await sender.close()


def rows(store: Store, fields: str, table: str = "delivery") -> list[Any]:
    with closing(sqlite3.connect(store.path)) as database:
        return database.execute(f"SELECT {fields} FROM {table} ORDER BY id").fetchall()


def tell(store: Store, *names: str) -> list[int]:
    """Plan a notice for each of these persons."""
    people = [store.run(meet, NOBODY, channel="web", external_id=name, language="nl")[0] for name in names]
    store.run(notify, TICK, name="notice-answer", persons=people, say=lambda _: Message("nieuws"))
    return people


async def test_messages_to_one_address_arrive_in_order(store: Store, post, answer):
    sender = Sender(store, {"web": post})
    gate = post.hold("ada")

    for text in ("een", "twee", "drie"):
        sender.hand_over(answer("ada", text))
    await post.begins("ada")
    gate.set()
    await sender.close()

    assert (post.sent, post.overlaps) == ([("ada", "een"), ("ada", "twee"), ("ada", "drie")], 0)


async def test_slow_address_holds_nobody_else_up(store: Store, post, answer):
    sender = Sender(store, {"web": post})
    gate = post.hold("ada")

    sender.hand_over(answer("ada", "een"))
    for name in ("bob", "cem", "dee"):
        sender.hand_over(answer(name, "hoi"))
    await post.comes(3)
    others = sorted(post.sent)
    gate.set()
    await sender.close()

    assert others == [("bob", "hoi"), ("cem", "hoi"), ("dee", "hoi")]


async def test_end_is_written_down_and_the_address_set_free(store: Store, post, answer, clock):
    sender = Sender(store, {"web": post})

    sender.hand_over(answer("ada", "een"))
    await sender.close()

    moment = clock.now.replace(tzinfo=None).isoformat(" ", "microseconds")
    assert rows(store, "state, receipt, reason, done_at, lease_until, tries") == [("sent", "r1", None, moment, None, 1)]
    assert rows(store, "free_at", "address") == [(moment,)]


async def test_pace_of_the_channel_rests_the_address(store: Store, post, answer, clock):
    post.can = Abilities(buttons=True, pace=timedelta(seconds=3))
    sender = Sender(store, {"web": post})

    sender.hand_over(answer("ada", "een"))
    await sender.close()

    rested = (clock.now + timedelta(seconds=3)).replace(tzinfo=None).isoformat(" ", "microseconds")
    assert rows(store, "free_at", "address") == [(rested,)]


@pytest.mark.parametrize(("most", "seconds", "groups"), [(200, 0.05, [30]), (10, 60.0, [10, 10, 10])])
async def test_results_are_written_in_groups(store: Store, post, answer, monkeypatch, most, seconds, groups):
    monkeypatch.setattr(sending, "GROUP_ROWS", most)
    monkeypatch.setattr(sending, "GROUP_SECONDS", seconds)
    written = counted(monkeypatch)
    sender = Sender(store, {"web": post})

    for outgoing in [answer(f"p{number}", "hoi") for number in range(30)]:
        sender.hand_over(outgoing)
    await sender.close()

    assert written == groups
    assert rows(store, "state") == [("sent",)] * 30


ENDS: dict[str, tuple[Exception, str, str, float | None, bool]] = {
    "unreachable": (Unreachable(), "planned", "send-unreachable", 4, False),
    "too fast": (TooFast(90), "planned", "send-too-fast", 90, False),
    "hardly too fast": (TooFast(1), "planned", "send-too-fast", 4, False),
    "channel broken": (ChannelBroken(), "planned", "send-channel-broken", 60, False),
    "address gone": (AddressGone(), "gone", "send-address-gone", None, True),
    "refused": (SendError(), "failed", "send-refused", None, False),
    "unknown": (RuntimeError(TOKEN), "failed", "send-refused", None, False),
}


@pytest.mark.parametrize(("fault", "state", "reason", "wait", "gone"), ENDS.values(), ids=ENDS)
async def test_each_fault_has_its_end(store: Store, post, answer, clock, fault, state, reason, wait, gone):
    post.faults = [fault]
    sender = Sender(store, {"web": post})

    sender.hand_over(answer("ada", "een"))
    await sender.close()

    ((was, why, send_at, receipt),) = rows(store, "state, reason, send_at, receipt")
    again = clock.now + timedelta(seconds=wait or 0)
    assert (was, why, receipt) == (state, reason, None)
    assert send_at == again.replace(tzinfo=None).isoformat(" ", "microseconds")
    ((gone_at,),) = rows(store, "gone_at", "address")
    assert (gone_at is not None) == gone


async def test_later_message_does_not_overtake_one_that_is_tried_again(store: Store, post, answer, clock):
    post.faults = [Unreachable()]
    sender = Sender(store, {"web": post})
    sender.hand_over(answer("ada", "een"))
    await sender.close()
    store.run(notify, TICK, name="notice-answer", persons=[1], say=lambda _: Message("nieuws"))

    clock.passes(seconds=3)
    async with running(sender):
        await settled(store, 3)
    early = list(post.sent)
    clock.passes(seconds=10)
    async with running(sender):
        await post.comes(2)

    assert (early, post.sent) == ([], [("ada", "een"), ("ada", "nieuws")])


async def test_tries_are_bounded_and_each_waits_longer(store: Store, post, answer, clock):
    post.faults = [Unreachable() for _ in range(50)]
    sender = Sender(store, {"web": post})
    sender.hand_over(answer("ada", "een"))
    await sender.close()
    waits = []

    while rows(store, "state") == [("planned",)]:
        waits.append(seconds_until(store, clock))
        clock.passes(seconds=waits[-1])
        async with running(sender):
            await post.refuses(1 + len(waits))

    assert waits == [4, 8, 16, 32, 64]
    assert rows(store, "state, reason, tries") == [("failed", "send-unreachable", TRIES)]


async def test_what_a_dead_process_held_is_sent_at_the_next_start(store: Store, post, answer):
    answer("ada", "een")
    answer("bob", "twee")

    async with running(Sender(store, {"web": post})):
        await post.comes(2)

    assert sorted(post.sent) == [("ada", "een"), ("bob", "twee")]
    assert rows(store, "state, tries") == [("sent", 2), ("sent", 2)]


async def test_what_could_be_read_already_is_not_sent_anew(store: Store, post, answer):
    numbered, _ = answer("ada", "een"), answer("ada", "twee")
    with store._write_engine.begin() as connection:
        connection.exec_driver_sql("UPDATE delivery SET seq = 7 WHERE id = ?", (numbered.id,))

    async with running(Sender(store, {"web": post})):
        await post.comes(1)

    assert post.sent == [("ada", "twee")]
    assert rows(store, "state, receipt, tries") == [("sent", "7", 1), ("sent", "r1", 2)]


async def test_row_whose_lease_ran_out_is_taken_over(store: Store, post, answer, clock):
    sender = Sender(store, {"web": post})
    async with running(sender):
        await settled(store, 3)
        answer("ada", "een")  # by a process that dies now
        await settled(store, 5)
        within = list(post.sent)
        clock.passes(seconds=LEASE.total_seconds())
        await post.comes(1)

    assert (within, post.sent) == ([], [("ada", "een")])


async def test_send_that_outlasts_its_lease_is_not_sent_twice(store: Store, post, answer, clock):
    sender = Sender(store, {"web": post})
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


async def test_reply_handed_over_before_the_start_is_not_sent_twice(store: Store, post, answer, monkeypatch):
    monkeypatch.setattr(sending, "GROUP_SECONDS", 0.05)
    sender = Sender(store, {"web": post})

    sender.hand_over(answer("ada", "een"))
    await post.comes(1)
    async with running(sender):
        await settled(store, 5)

    assert post.sent == [("ada", "een")]
    assert rows(store, "state") == [("sent",)]


async def test_what_waits_behind_one_address_does_not_wait_for_the_slow_poll(store: Store, post, answer, monkeypatch):
    monkeypatch.setattr(sending, "POLL_SECONDS", 3_600.0)
    texts = [f"bericht {number}" for number in range(8)]
    for text in texts:
        answer("ada", text)

    async with running(Sender(store, {"web": post})):
        await post.comes(len(texts))

    assert post.sent == [("ada", text) for text in texts]


async def test_two_senders_on_one_store_send_everything_once(store: Store, post):
    names = [f"p{number:03}" for number in range(120)]
    senders = [Sender(store, {"web": post}) for _ in range(2)]

    async with running(senders[0]), running(senders[1]):
        await settled(store, 3)
        tell(store, *names)
        await post.comes(len(names))
        await settled(store, 5)

    assert sorted(post.sent) == [(name, "nieuws") for name in names]
    assert rows(store, "state, tries") == [("sent", 1)] * len(names)


async def test_person_who_stopped_meanwhile_gets_no_notice(store: Store, post):
    ada, _ = tell(store, "ada", "bob")
    store.run(stop, Actor("person", ada))

    async with running(Sender(store, {"web": post})):
        await post.comes(1)

    assert post.sent == [("bob", "nieuws")]
    assert rows(store, "state") == [("stopped",), ("sent",)]


async def test_other_channels_are_left_to_others(store: Store, post, answer):
    answer("ada", "een", channel="terminal")
    tell(store, "bob")

    async with running(Sender(store, {"web": post})):
        await post.comes(1)

    assert post.sent == [("bob", "nieuws")]
    assert rows(store, "state") == [("claimed",), ("sent",)]


async def test_close_finishes_what_is_under_way(store: Store, post, answer):
    sender = Sender(store, {"web": post})
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


@pytest.mark.parametrize("rule", ["release_claims", "anything_due", "claim_due"])
async def test_database_in_trouble_does_not_end_the_sender(store: Store, post, monkeypatch, rule):
    troubled(monkeypatch, rule, times=3)
    tell(store, "ada")

    async with running(Sender(store, {"web": post})):
        await post.comes(1)

    assert post.sent == [("ada", "nieuws")]


async def test_result_that_could_not_be_written_is_sent_again_after_its_lease(
    store: Store, post, answer, clock, monkeypatch
):
    troubled(monkeypatch, "record_results", times=1)
    sender = Sender(store, {"web": post})
    sender.hand_over(answer("ada", "een"))
    await sender.close()
    clock.passes(seconds=LEASE.total_seconds())

    async with running(sender):
        await post.comes(2)

    assert post.sent == [("ada", "een"), ("ada", "een")]
    assert rows(store, "state") == [("sent",)]


async def test_long_message_goes_out_in_pieces_that_fit(store: Store, post, answer):
    post.can = Abilities(buttons=False, text_length=20)
    sender = Sender(store, {"web": post})

    sender.hand_over(answer("ada", "Een hele lange zin. En nog een zin."))
    await sender.close()

    assert post.sent == [("ada", "Een hele lange zin."), ("ada", "En nog een zin.")]
    assert rows(store, "state, receipt") == [("sent", "r2")]


async def test_last_word_to_a_forgotten_person_has_no_row_and_no_end(store: Store, post, answer):
    sender = Sender(store, {"web": post})
    farewells = [answer(name, "dag") for name in ("ada", "bob")]

    for outgoing in farewells:
        sender.hand_over(sending.Outgoing(0, outgoing.address, "web", outgoing.external_id, outgoing.message, 1))
    await sender.close()

    assert sorted(post.sent) == [("ada", "dag"), ("bob", "dag")]


async def test_log_holds_no_text_no_address_and_no_token(store: Store, post, answer, monkeypatch):
    post.faults = [RuntimeError(TOKEN), Unreachable(TOKEN), AddressGone(TOKEN)]
    troubled(monkeypatch, "record_results", times=1)
    sender = Sender(store, {"web": post})

    with structlog.testing.capture_logs() as logged:
        for name in ("ada-geheim", "bob-geheim", "cem-geheim"):
            sender.hand_over(answer(name, "tekst-geheim"))
        await sender.close()

    assert [entry["event"] for entry in logged] == ["sending failed", "results not recorded"]
    assert logged[0] == {
        "event": "sending failed", "delivery": 1, "channel": "web", "error": "RuntimeError", "log_level": "error",
    }  # fmt: skip
    assert "geheim" not in str(logged).lower()


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many results each write holds."""
    written: list[int] = []
    rule = sending.record_results

    def counting(unit, *, results):
        written.append(len(results))
        rule(unit, results=results)

    monkeypatch.setattr(sending, "record_results", counting)
    return written


def troubled(monkeypatch: pytest.MonkeyPatch, name: str, times: int) -> None:
    """Let a rule of the sender fail some times, as on a full disk; the error's text holds what must not be logged."""
    rule, left = getattr(sending, name), [times]

    def failing(unit, **values):
        if left[0]:
            left[0] -= 1
            raise OperationalError(f"INSERT {TOKEN}", {"text": "tekst-geheim"}, Exception("disk is full"))
        return rule(unit, **values)

    monkeypatch.setattr(sending, name, failing)


def seconds_until(store: Store, clock) -> float:
    ((send_at,),) = rows(store, "send_at")
    return (clock.now.fromisoformat(f"{send_at}+00:00") - clock.now).total_seconds()


async def settled(store: Store, rounds: int) -> None:
    """Let the sender look for due messages so many times."""
    for _ in range(rounds):
        await asyncio.sleep(0.004)
        await store.read(lambda unit: None)
