"""R7: handing in every message again, in any order and at any time, changes nothing."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from outreach.store.store import Store
from tests.clock import Clock
from tests.promises.conftest import Dump, Person
from tests.promises.lives import lives
from tests.talking import Outbox


async def test_every_message_handed_in_again_changes_nothing(
    person: Callable[[str], Person],
    waterdam: Store,
    outbox: Outbox,
    dump: Callable[[Path], Dump],
    clock: Clock,
) -> None:
    people = await lives(person)
    once, answers = dump(waterdam.path), len(outbox.sent)
    clock.passes(days=2)

    again = [await who.talks.take(arrival) for who in people for arrival in list(who.handed_in)]

    assert again == [False] * len(again)
    assert len(again) > 50
    assert len(outbox.sent) == answers
    assert dump(waterdam.path) == once


@pytest.mark.parametrize("seed", range(3))
async def test_every_message_handed_in_again_at_once_and_in_any_order_changes_nothing(
    person: Callable[[str], Person], waterdam: Store, dump: Callable[[Path], Dump], seed: int
) -> None:
    people = await lives(person)
    once = dump(waterdam.path)
    arrivals = [(who, arrival) for who in people for arrival in list(who.handed_in) * 2]
    random.Random(seed).shuffle(arrivals)

    again = await asyncio.gather(*[who.talks.take(arrival) for who, arrival in arrivals])

    assert not any(again)
    assert dump(waterdam.path) == once


async def test_message_handed_in_again_each_time_gives_the_same_store_as_once(
    person: Callable[[str], Person], waterdam: Store, query: Callable[..., list[Any]]
) -> None:
    """A provider that sends everything three times, the second one before the next message."""
    ada, bob = person("ada"), person("bob")
    await ada.express(1)
    say = bob.say

    async def insistently(text: str = "", **more: object) -> bool:
        took = await say(text, **more)
        assert [await bob.talks.take(bob.handed_in[-1]) for _ in range(2)] == [False, False]
        return took

    bob.say = insistently  # type: ignore[method-assign]
    await bob.express(1)

    transcripts = query(
        waterdam.path, "SELECT dialogue, about, transcript, offers, rev, misses FROM conversation"
    )
    counts = query(waterdam.path, "SELECT count(*) FROM delivery GROUP BY person_id")
    stored = query(
        waterdam.path, "SELECT party_id, opportunity_id, state, answer_by, part_keys FROM interest"
    )
    assert transcripts[0] == transcripts[1]
    assert counts[0] == counts[1]
    assert [row[1:] for row in stored] == [stored[0][1:]] * 2


async def test_same_first_message_twice_at_once_makes_one_person(
    person: Callable[[str], Person], waterdam: Store, query: Callable[..., list[Any]]
) -> None:
    ada = person("ada")
    await ada.say(opportunity=1)
    bob = person("bob")
    arrival = type(ada.handed_in[0])(channel="web", external_id="bob.0", sender="bob", text="hoi")

    took = await asyncio.gather(*[bob.talks.take(arrival) for _ in range(8)])

    assert sorted(took) == [False] * 7 + [True]
    assert query(waterdam.path, "SELECT count(*) FROM person") == [2]


async def test_form_posted_twice_over_http_counts_once(
    waterdam: Store,
    open_house: Callable[..., Any],
    query: Callable[..., list[Any]],
    eventually: Callable[[Callable[[], bool]], Awaitable[bool]],
) -> None:
    async with open_house(waterdam) as enter:
        ada = enter()
        await ada.begin(1)
        steps = ["Ik doe mee", "alleen", "Ada", "een schop", "ja"]
        for number, text in enumerate(steps):
            twice = await asyncio.gather(
                *[ada.post(text=text, nonce=f"nonce-{number:04}") for _ in range(2)]
            )
            late = await ada.post(text=text, nonce="nonce-0000")
            assert {status for status, _ in [*twice, late]} == {200}
        assert await eventually(
            lambda: query(waterdam.path, "SELECT DISTINCT state FROM delivery") == ["sent"]
        )

    assert query(waterdam.path, "SELECT text FROM inbound WHERE text != ''") == steps
    assert query(waterdam.path, "SELECT brings FROM interest") == ["een schop"]
    assert query(waterdam.path, "SELECT count(*) FROM delivery") == [1 + len(steps)]
