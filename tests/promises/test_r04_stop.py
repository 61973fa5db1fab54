"""R4: after a committed STOP nothing unasked is sent, planned or claimed before or not.

Thousands of histories of planning, claiming, failing, crashing, stopping, starting, asking and
answering are played; each claim is held against what the person said last.
"""

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bot.runs import Script
from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.notice import notify
from outreach.delivery.results import Result, record_results
from outreach.interests.tell import Telling
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.clock import Clock
from tests.conftest import LOUD
from tests.looks import look
from tests.promises.conftest import Person
from tests.promises.stopping import OPPORTUNITIES, ROUNDS, UNASKED, WEB, History, words
from tests.talking import Outbox


@pytest.fixture
def telling(script: Script) -> Telling:
    return Telling(script.speech.texts, LOUD)


@pytest.fixture
def histories(waterdam: Store, clock: Clock, telling: Telling) -> Iterator[History]:
    """One after the other in one town: what earlier ones left behind lies about."""
    return (
        History(waterdam, clock, telling, random.Random(seed), seed % OPPORTUNITIES + 1)
        for seed in range(ROUNDS)
    )


def test_nothing_unasked_is_claimed_after_a_stop(histories: Iterator[History]) -> None:
    got = []
    for history in histories:
        history.begin()
        history.moves()
        got += history.sent_after_stop

    assert got == []


def test_this_attack_would_see_a_stop_that_does_not_hold(histories: Iterator[History]) -> None:
    history = next(histories)
    history.begin()
    person = next(iter(history.people))
    history.stopped.add(person)
    history.asked_after_stop[person] = []

    history.tell()
    history.claim()

    assert history.sent_after_stop == [UNASKED]


@pytest.mark.parametrize("kept", ["alles uit", "alleen mijn aanmelding"])
async def test_stop_in_the_conversation_ends_what_was_planned_before(
    waterdam: Store, person: Callable[[str], Person], outbox: Outbox, kept: str
) -> None:
    wiebel = person("wiebel")
    await wiebel.express(1)
    waterdam.run(notify, TICK, name="notice-answer", persons=[1], say=words, quiet=LOUD)
    settled = [Result(out.id, out.address, DeliveryState.SENT) for out in outbox.stored]
    waterdam.run(record_results, TICK, results=settled)

    await wiebel.say("stop")

    confirmation = outbox.stored[-1]
    waterdam.run(
        record_results,
        TICK,
        results=[Result(confirmation.id, confirmation.address, DeliveryState.SENT)],
    )
    assert "ook niet over een aanmelding" in confirmation.message.text
    assert waterdam.run(claim_due, TICK, look(*WEB)) == []
    await wiebel.say(kept)
    waterdam.run(notify, TICK, name="notice-answer", persons=[1], say=words, quiet=LOUD)
    waterdam.run(
        record_results,
        TICK,
        results=[Result(outbox.stored[-1].id, confirmation.address, DeliveryState.SENT)],
    )
    assert len(waterdam.run(claim_due, TICK, look(*WEB))) == (kept != "alles uit")


async def test_start_asks_for_news_again_and_lets_notices_through(
    waterdam: Store,
    person: Callable[[str], Person],
    outbox: Outbox,
    query: Callable[..., list[Any]],
) -> None:
    wiebel = person("wiebel")
    await wiebel.express(1)
    for text in ("stop", "alles uit", "start", "nee"):
        await wiebel.say(text)
    waterdam.run(
        record_results,
        TICK,
        results=[Result(out.id, out.address, DeliveryState.SENT) for out in outbox.stored],
    )

    waterdam.run(notify, TICK, name="notice-answer", persons=[1], say=words, quiet=LOUD)

    assert len(waterdam.run(claim_due, TICK, look(*WEB))) == 1
    assert query(waterdam.path, "SELECT given FROM consent WHERE purpose = 'news' ORDER BY id")[
        -1:
    ] == [0]
