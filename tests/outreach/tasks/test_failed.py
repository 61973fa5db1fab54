"""A failure is listed until it is tried again, replaced by something newer, or old."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert
from sqlmodel import col

from content.message import Message
from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState, Outgoing, reply
from outreach.delivery.inbound import quarantine, take_in
from outreach.delivery.notice import notify
from outreach.delivery.results import Result, record_results
from outreach.parties.address import Address
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK
from outreach.tasks.failed import (
    Failed,
    Retried,
    ask_again,
    ask_all_again,
    failures,
    retry_failed,
)
from tests.clock import Clock
from tests.conftest import LOUD
from tests.looks import look
from tests.outreach.tasks.failing import STAFF, TEXTS, kinds, retry, sent

ADD_ADDRESS = (
    insert(Address)
    .values(channel="telegram", external_id="venue", seq=0, wrong_codes=0)
    .returning(col(Address.id))
)


@pytest.fixture
def ada(waterdam: Store) -> tuple[int, int]:
    """A person and their address."""
    return waterdam.run(meet, NOBODY, channel="telegram", external_id="ada", language="nl")


@pytest.fixture
def tell(waterdam: Store, ada: tuple[int, int], strip: int) -> Callable[..., None]:
    """Tell a person something about the green strip."""

    def run(name: str, opportunity: int | None = strip) -> None:
        says: dict[str, Any] = {
            "persons": [ada[0]],
            "say": lambda _: Message(name),
            "quiet": LOUD,
            "opportunity": opportunity,
        }
        waterdam.run(notify, TICK, name=name, **says)

    return run


@pytest.fixture
def answer(waterdam: Store, ada: tuple[int, int]) -> Callable[[str], Outgoing]:
    """Answer what that person wrote."""

    def run(key: str) -> Outgoing:
        person, address = ada
        inbound = waterdam.run(
            take_in, NOBODY, channel="telegram", external_id=key, address=address, text="hoi"
        )
        assert inbound is not None
        said = Message(key)
        said_to: dict[str, Any] = {"inbound": inbound, "address": address, "person": person}
        delivery = waterdam.run(reply, NOBODY, **said_to, message=said).delivery
        return Outgoing(delivery, address, "telegram", "ada", said, 1)

    return run


def test_person_who_went_is_no_failure(waterdam: Store, tell: Callable[..., None]) -> None:
    tell("notice-change")
    sent(waterdam, "gone", "send-address-gone")

    assert waterdam.look(failures) == []


def test_notice_goes_again_by_its_opportunity(
    waterdam: Store, tell: Callable[..., None], strip: int, clock: Clock
) -> None:
    tell("notice-change")
    tell("notice-answer", None)
    sent(waterdam, "failed", "send-refused")
    clock.passes(seconds=5)
    sent(waterdam, "failed", "send-refused")
    commands = sorted(failed.command for failed in waterdam.look(failures))

    again = retry(waterdam, kinds=("notice",), opportunity=strip)

    assert commands == [
        "kansenbode failed retry --kind notice",
        f"kansenbode opportunities retry {strip}",
    ]
    assert (again, kinds(waterdam)) == (1, [("notice", 1)])
    assert sent(waterdam) == ["notice-change"]


def test_notice_that_newer_news_overtook_ends_with_its_reason(
    waterdam: Store,
    tell: Callable[..., None],
    strip: int,
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    tell("notice-change")
    sent(waterdam, "failed", "send-refused")
    tell("notice-closed")
    clock.passes(seconds=5)
    sent(waterdam)

    retry(waterdam, opportunity=strip)

    assert (sent(waterdam), kinds(waterdam)) == ([], [])
    assert stored(waterdam, "SELECT state, reason FROM delivery ORDER BY id") == [
        ("expired", "send-overtaken"),
        ("sent", None),
    ]


def test_answer_goes_again_whatever_was_told_since(
    waterdam: Store, tell: Callable[..., None], strip: int, clock: Clock
) -> None:
    tell("notice-answer")
    sent(waterdam, "failed", "send-refused")
    tell("notice-answer")
    tell("notice-closed")
    for _ in range(2):
        clock.passes(seconds=5)
        sent(waterdam)

    retry(waterdam, opportunity=strip)

    assert sent(waterdam) == ["notice-answer"]


def test_reply_is_listed_until_the_person_got_another(
    waterdam: Store, answer: Callable[[str], Outgoing], clock: Clock
) -> None:
    first = answer("een")
    waterdam.run(
        record_results,
        TICK,
        results=[Result(first.id, first.address, DeliveryState.FAILED, reason="send-refused")],
    )
    listed = [(failed.kind, failed.command) for failed in waterdam.look(failures)]

    second = answer("twee")
    waterdam.run(
        record_results,
        TICK,
        results=[Result(second.id, second.address, DeliveryState.SENT, receipt="9")],
    )

    assert listed == [("reply", "kansenbode failed retry --kind reply")]
    assert waterdam.look(failures) == []


def test_what_is_only_held_up_did_not_fail(
    waterdam: Store, tell: Callable[..., None], clock: Clock
) -> None:
    tell("notice-change")
    claimed = waterdam.run(claim_due, TICK, look("telegram", loud=True))
    later = clock.now + timedelta(minutes=15)
    results = [
        Result(one.id, one.address, DeliveryState.PLANNED, reason="send-too-fast", again_at=later)
        for one in claimed
    ]
    waterdam.run(record_results, TICK, results=results)

    assert waterdam.look(failures) == []


def failed_turn(store: Store, address: int, number: str) -> None:
    inbound = store.run(
        take_in, NOBODY, channel="telegram", external_id=number, address=address, text="geheim"
    )
    assert inbound is not None
    store.run(quarantine, NOBODY, inbound=inbound)


def test_turn_that_failed_is_listed_until_they_are_asked_again(
    waterdam: Store, ada: tuple[int, int], clock: Clock
) -> None:
    _, address = ada
    failed_turn(waterdam, address, "1")

    listed = waterdam.look(failures)
    asked = waterdam.run(ask_again, STAFF, texts=TEXTS, quiet=LOUD)

    assert listed == [
        Failed("turn", None, None, None, None, None, "telegram", "turn-failed", 1, clock.now)
    ]
    assert listed[0].command == "kansenbode failed retry --kind turn"
    again = waterdam.run(ask_again, STAFF, texts=TEXTS, quiet=LOUD)
    assert (asked, kinds(waterdam), again) == (Retried(1, 1), [], Retried(0, 0))
    assert sent(waterdam) == [TEXTS.text("talk-again", "nl")]


def test_everybody_is_asked_again_though_a_unit_finds_nobody_to_ask(
    waterdam: Store, ada: tuple[int, int]
) -> None:
    nobody = waterdam.run(lambda unit: unit.run(ADD_ADDRESS).scalar_one(), NOBODY)
    for number, address in enumerate((nobody, ada[1])):
        failed_turn(waterdam, address, f"{number}")

    asked = ask_all_again(waterdam, STAFF, texts=TEXTS, quiet=LOUD, most=1)

    assert (asked, waterdam.look(failures)) == (1, [])


def test_turn_that_failed_matters_no_more_to_whoever_went_on(
    waterdam: Store, ada: tuple[int, int]
) -> None:
    _, address = ada
    failed_turn(waterdam, address, "1")
    waterdam.run(
        take_in, NOBODY, channel="telegram", external_id="2", address=address, text="hallo"
    )

    assert waterdam.look(failures) == []
    assert waterdam.run(ask_again, STAFF, texts=TEXTS, quiet=LOUD) == Retried(0, 0)


def test_news_that_newer_news_overtook_is_not_counted_as_going_again(
    waterdam: Store, ada: tuple[int, int], strip: int
) -> None:
    person, _ = ada
    for state in ("failed", "sent"):
        waterdam.run(
            notify,
            TICK,
            name="notice-change",
            persons=[person],
            say=Message,
            quiet=LOUD,
            opportunity=strip,
        )
        sent(waterdam, state, "send-refused" if state == "failed" else None)

    assert waterdam.run(retry_failed, STAFF, texts=TEXTS) == Retried(1, 0)


@pytest.mark.sqlite
def test_messages_in_quarantine_are_found_by_an_index_of_their_own(
    waterdam: Store, plan: Callable[..., list[str]]
) -> None:
    lines = plan(waterdam, failures)

    assert [line for line in lines if line.startswith("SCAN address")] == []
    assert any("ix_inbound_quarantined" in line for line in lines)
