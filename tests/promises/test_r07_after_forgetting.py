"""R7 and R11: messages of a forgotten person, handed in again, restore nothing of them."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text

from bot.inbox import Arrival
from bot.runs import Script
from outreach.parties.person import meet
from outreach.privacy.forget import forget_person
from outreach.privacy.merge import absorb
from outreach.privacy.restore import restore
from outreach.privacy.retention import apply_retention
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from tests.clock import Clock
from tests.databases import reopened, url_of
from tests.promises.conftest import Person
from tests.talking import Outbox, turns

pytestmark = [pytest.mark.sqlite, pytest.mark.postgresql]

CODES = "tombstone", "tombstone_key", "event"
TERMS = {
    "transcript_days": 30,
    "message_days": 30,
    "interest_months": 12,
    "undecided_months": 24,
    "question_months": 12,
    "meeting_days": 30,
}


def rows(store: Store, *tables: str) -> dict[str, list[Any]]:
    """Everything that stands in the tables that may hold something of a person."""

    def read(unit: Unit) -> dict[str, list[Any]]:
        names = tables or sorted(
            set(inspect(unit.connection).get_table_names()) - {*CODES, "tick", "snag"}
        )
        return {
            name: [tuple(row) for row in unit.connection.execute(text(f"SELECT * FROM {name}"))]
            for name in names
        }

    return store.look(read)


async def life(who: Person) -> None:
    """Somebody who types, presses, corrects, sends an album, and asks to be forgotten."""
    await who.express(1, upto=4)
    await who.say("Schop", corrects=True, seen=1)
    await who.say("ja, met plezier", choice="1.3.yes")
    for photo in "ab":
        await who.say(
            media={"kind": "photo", "file": f"{who.name}-{photo}", "album": f"{who.name}-album"}
        )
    for piece in (f"{who.name} " * 600, "en nog iets"):
        await who.say(piece[:4_000])
    await who.say("vergeet mij")
    await who.say("ja")


@pytest.mark.parametrize("seed", range(2))
async def test_every_message_of_who_was_forgotten_brings_nothing_back(
    person: Callable[[str], Person], waterdam: Store, clock: Clock, outbox: Outbox, seed: int
) -> None:
    before = rows(waterdam)
    wiebel = person("Wiebelwortel")
    await life(wiebel)
    gone = rows(waterdam)
    again = [arrival for arrival in wiebel.handed_in for _ in range(2)]
    random.Random(seed).shuffle(again)
    clock.passes(hours=47)

    await asyncio.gather(*[wiebel.talks.take(arrival) for arrival in again])

    assert rows(waterdam) == gone
    assert {name: gone[name] for name in ("person", "address", "inbound", "conversation")} == {
        name: before[name] for name in ("person", "address", "inbound", "conversation")
    }
    assert "gesprek dat ik niet meer heb" in outbox.last.text


async def test_rest_of_an_album_a_change_and_a_press_bring_nobody_back(
    person: Callable[[str], Person], waterdam: Store, outbox: Outbox
) -> None:
    wiebel = person("Wiebelwortel")
    await life(wiebel)
    gone = rows(waterdam)

    await wiebel.say(media={"kind": "photo", "file": "c", "album": "Wiebelwortel-album"})
    await wiebel.say("nee", corrects=True)
    await wiebel.say("Ja, wis alles", choice="1.12.yes")

    assert rows(waterdam) == gone
    assert {said.message.text for said in outbox.sent[-3:]} == {outbox.last.text}
    assert "gesprek dat ik niet meer heb" in outbox.last.text


async def test_resend_by_a_browser_that_dropped_its_cookie_brings_nobody_back(
    person: Callable[[str], Person], waterdam: Store
) -> None:
    wiebel = person("Wiebelwortel")
    nonce = "0123456789abcdef0123456789abcdef"
    first = Arrival(
        channel="web", external_id=f"before.{nonce}", sender="before", text="hoi, Wiebelwortel hier"
    )
    await wiebel.talks.take(first)
    waterdam.run(forget_person, TICK, person=1)
    gone = rows(waterdam)

    await wiebel.talks.take(replace(first, external_id=f"after.{nonce}", sender="after"))

    assert rows(waterdam) == gone


async def test_new_message_begins_anew_and_the_old_ones_still_bring_nothing(
    person: Callable[[str], Person], waterdam: Store
) -> None:
    wiebel, knikker = person("Wiebelwortel"), person("Knikkerzak")
    await life(wiebel)
    await wiebel.say("hoi, daar ben ik weer")
    await knikker.say("hoi")
    anew = rows(waterdam)

    for arrival in wiebel.handed_in[:-1]:
        await wiebel.talks.take(arrival)

    assert rows(waterdam) == anew
    assert [row[0] for row in anew["person"]] == [2, 3]


async def test_who_was_forgotten_by_a_colleague_after_two_became_one_does_not_come_back(
    person: Callable[[str], Person], waterdam: Store
) -> None:
    wiebel, other = person("Wiebelwortel"), person("Wiebels telefoon")
    await wiebel.express(1)
    await other.express(2)
    waterdam.run(absorb, Actor("person", 2, via="web"), person=1)
    await wiebel.say("hoi")
    waterdam.run(forget_person, TICK, person=2)
    gone = rows(waterdam)

    for who in (wiebel, other):
        for arrival in who.handed_in:
            await who.talks.take(arrival)

    assert rows(waterdam) == gone


async def test_message_in_flight_at_another_server_waits_and_brings_nobody_back(
    person: Callable[[str], Person], waterdam: Store, script: Script, outbox: Outbox
) -> None:
    wiebel = person("Wiebelwortel")
    await wiebel.say("hoi")
    await wiebel.say("vergeet mij")
    with Store(waterdam.path, waterdam.clock, url=url_of(waterdam)) as second:
        elsewhere = turns(second, script, outbox)
        yes = Arrival(channel="web", external_id="Wiebelwortel.2", sender="Wiebelwortel", text="ja")

        await asyncio.gather(*[talks.take(yes) for talks in (wiebel.talks, elsewhere) * 4])
        await elsewhere.take(wiebel.handed_in[0])

    assert [rows(waterdam)[name] for name in ("person", "address", "inbound")] == [[], [], []]


async def test_backup_put_back_keeps_who_was_forgotten_away(
    person: Callable[[str], Person],
    waterdam: Store,
    script: Script,
    outbox: Outbox,
    clock: Clock,
    tmp_path: Path,
) -> None:
    wiebel = person("Wiebelwortel")
    await wiebel.say("hoi")
    await asyncio.to_thread(waterdam.database.back_up, tmp_path / "copy")
    clock.passes(minutes=5)
    await wiebel.say("vergeet mij")
    await wiebel.say("ja")
    waterdam.close()

    await asyncio.to_thread(restore, tmp_path / "copy", waterdam.path, url_of(waterdam))

    with reopened(waterdam) as restored:
        gone = rows(restored)
        for arrival in wiebel.handed_in:
            await turns(restored, script, outbox).take(arrival)
        assert rows(restored) == gone
        assert gone["person"] == []


async def test_tombstones_go_after_two_days(
    person: Callable[[str], Person], waterdam: Store, clock: Clock
) -> None:
    await life(person("Wiebelwortel"))
    clock.passes(hours=47)
    waterdam.run(apply_retention, TICK, **TERMS)
    kept = len(rows(waterdam, "tombstone")["tombstone"])
    clock.passes(hours=2)

    waterdam.run(apply_retention, TICK, **TERMS)

    assert (kept, rows(waterdam, "tombstone")) == (15, {"tombstone": []})


def test_person_without_a_message_leaves_no_tombstone(waterdam: Store) -> None:
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="Wiebelwortel", language="nl")

    waterdam.run(forget_person, TICK, person=person)

    assert rows(waterdam, "tombstone", "tombstone_key") == {"tombstone": [], "tombstone_key": []}
