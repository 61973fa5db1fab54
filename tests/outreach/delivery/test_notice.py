"""A notice reaches each person once, outside quiet hours, in their latest chat; STOP ends it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from content.message import Message
from outreach.delivery.account import keep_account
from outreach.delivery.channel import Abilities
from outreach.delivery.claim import anything_due, claim_due, release_claims
from outreach.delivery.delivery import DeliveryState, reply
from outreach.delivery.inbound import take_in
from outreach.delivery.mailing import MailingKind
from outreach.delivery.notice import notify, stop_all
from outreach.delivery.quiet import Quiet
from outreach.delivery.results import Result, record_results
from outreach.parties.address import mark_gone
from outreach.parties.consent import start, stop
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from tests.clock import Clock
from tests.conftest import LOUD
from tests.looks import look

QUIET = Quiet(ZoneInfo("Europe/Amsterdam"))
EVENING = datetime(2026, 11, 3, 21, 30, tzinfo=UTC)
MORNING = datetime(2026, 11, 4, 7, 0, tzinfo=UTC)
BOTH = ("web", "telegram")


def met(store: Store, name: str, channel: str = "web", language: str = "nl") -> tuple[int, int]:
    return store.run(meet, NOBODY, channel=channel, external_id=name, language=language)


def tell(store: Store, *persons: int, quiet: Quiet = LOUD, kind: str = "notice") -> int:
    return store.run(
        notify,
        TICK,
        name="notice-answer",
        persons=persons,
        say=Message,
        quiet=quiet,
        kind=MailingKind(kind),
    )


def claim(store: Store, quiet: Quiet = LOUD) -> list[tuple[str, str, str]]:
    """Claim as the sender does."""
    asked = look(*BOTH, loud=not quiet.holds(store.clock()))
    due = store.look(anything_due, asked)
    claimed = store.run(claim_due, TICK, asked)
    assert due or not claimed
    return [(out.channel, out.external_id, out.message.text) for out in claimed]


def second_address(unit: Unit, *, person: int, channel: str, at: datetime | None) -> None:
    row = {"person": person, "channel": channel, "at": None if at is None else at.isoformat(" ")}
    names = "person_id, channel, external_id, seq, wrong_codes, news, used_at"
    values = [
        f"{row['person']}",
        f"'{channel}'",
        "'two'",
        "0",
        "0",
        "1 = 0",
        "NULL" if at is None else f"'{row['at']}'",
    ]
    unit.connection.exec_driver_sql(f"INSERT INTO address ({names}) VALUES ({', '.join(values)})")


def answer(unit: Unit, *, person: int, address: int) -> None:
    inbound = take_in(unit, channel="web", external_id="m1", address=address, text="hoi")
    reply(unit, inbound=inbound or 0, person=person, address=address, message=Message("antwoord"))


def states(store: Store) -> list[str]:
    query = "SELECT state FROM delivery ORDER BY id"
    return store.look(lambda unit: list(unit.connection.exec_driver_sql(query).scalars()))


def test_notice_is_said_in_each_persons_language(store: Store) -> None:
    ada, bob = met(store, "ada")[0], met(store, "bob", "telegram", "en")[0]

    tell(store, ada, bob)

    assert claim(store) == [("web", "ada", "nl"), ("telegram", "bob", "en")]


@pytest.mark.parametrize(
    ("hours", "channel"),
    [(1, "telegram"), (-1, "web"), (None, "web")],
    ids=["later", "earlier", "never"],
)
def test_notice_goes_where_the_person_spoke_last(
    store: Store, clock: Clock, hours: int | None, channel: str
) -> None:
    person, _ = met(store, "one")
    at = None if hours is None else clock.now + timedelta(hours=hours)
    store.run(second_address, NOBODY, person=person, channel="telegram", at=at)

    tell(store, person)

    assert [out[0] for out in claim(store)] == [channel]


def test_notice_of_the_evening_goes_out_in_the_morning_to_all_at_once(
    store: Store, clock: Clock, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    clock.now = EVENING
    tell(store, *(met(store, name)[0] for name in ("ada", "bob", "cem")), quiet=QUIET)

    assert stored(store, "SELECT count(DISTINCT send_at) FROM delivery") == [(1,)]
    clock.now = MORNING - timedelta(seconds=1)
    assert claim(store, QUIET) == []
    clock.now = MORNING
    assert len(claim(store, QUIET)) == 3


def test_late_notice_waits_for_the_morning_and_a_reply_does_not(store: Store, clock: Clock) -> None:
    ada, bob = met(store, "ada"), met(store, "bob")
    tell(store, ada[0])
    # the server was down when it was due
    clock.now = EVENING
    store.run(answer, NOBODY, person=bob[0], address=bob[1])
    # the process that held the reply died
    clock.passes(minutes=5)

    assert claim(store, QUIET) == [("web", "bob", "antwoord")]
    clock.now = MORNING
    assert ("web", "ada", "nl") in claim(store, QUIET)


def test_second_try_of_a_notice_waits_for_the_morning(store: Store, clock: Clock) -> None:
    clock.now = EVENING - timedelta(minutes=40)
    tell(store, met(store, "ada")[0])
    (out,) = store.run(claim_due, TICK, look(*BOTH))
    again = Result(
        out.id, out.address, DeliveryState.PLANNED, reason="send-unreachable", again_at=EVENING
    )
    store.run(record_results, TICK, results=[again])

    clock.now = EVENING + timedelta(minutes=5)

    assert claim(store, QUIET) == []
    clock.now = MORNING
    assert len(claim(store, QUIET)) == 1


def test_answer_to_who_wrote_after_the_stop_is_sent_and_a_notice_is_not(store: Store) -> None:
    ada, _ = met(store, "ada")
    store.run(stop, Actor("person", ada))

    tell(store, ada)
    tell(store, ada, kind="reply")

    assert len(claim(store)) == 1
    assert states(store) == ["claimed"]


def test_answer_that_is_to_come_ends_with_the_next_stop(store: Store) -> None:
    ada, bob = met(store, "ada")[0], met(store, "bob")[0]
    for person in (ada, bob):
        store.run(stop, Actor("person", person))
        tell(store, person, kind="reply")

    store.run(stop_all, Actor("person", ada))

    assert claim(store) == [("web", "bob", "nl")]
    assert states(store) == ["stopped", "claimed"]


def test_answer_that_a_dead_process_held_ends_with_the_stop_too(store: Store, clock: Clock) -> None:
    ada, _ = met(store, "ada")
    store.run(stop, Actor("person", ada))
    tell(store, ada, kind="reply")
    assert len(claim(store)) == 1

    store.run(stop_all, Actor("person", ada))
    store.run(release_claims, TICK, channels=BOTH)
    clock.passes(hours=1)

    assert claim(store) == []


def test_answer_that_was_under_way_is_not_tried_again_after_the_stop(
    store: Store, clock: Clock
) -> None:
    ada, _ = met(store, "ada")
    store.run(stop, Actor("person", ada))
    tell(store, ada, kind="reply")
    (out,) = store.run(claim_due, TICK, look(*BOTH))

    store.run(stop_all, Actor("person", ada))
    again = Result(
        out.id, out.address, DeliveryState.PLANNED, reason="send-unreachable", again_at=clock.now
    )
    store.run(record_results, TICK, results=[again])

    assert claim(store) == []
    assert states(store) == ["stopped"]


def test_notice_that_was_planned_goes_out_where_the_stop_was_undone_in_time(store: Store) -> None:
    ada, _ = met(store, "ada")
    tell(store, ada)

    store.run(stop_all, Actor("person", ada))
    store.run(start, Actor("person", ada))

    assert len(claim(store)) == 1


def test_whoever_cannot_be_reached_any_more_gets_a_row_that_says_so(store: Store) -> None:
    ada, (bob, address) = met(store, "ada")[0], met(store, "bob")
    store.run(mark_gone, NOBODY, channel="web", external_id="bob", gone=True)

    tell(store, ada, bob)

    query = "SELECT person_id, address_id, state, reason FROM delivery ORDER BY id DESC LIMIT 1"
    last = store.look(lambda unit: tuple(unit.connection.exec_driver_sql(query).one()))
    assert last == (bob, address, "gone", "send-address-gone")
    assert [name for _, name, _ in claim(store)] == ["ada"]


def test_an_address_that_is_gone_comes_last(store: Store, clock: Clock) -> None:
    ada, _ = met(store, "ada")
    store.run(
        second_address, NOBODY, person=ada, channel="telegram", at=clock() - timedelta(days=9)
    )
    store.run(mark_gone, NOBODY, channel="web", external_id="ada", gone=True)

    tell(store, ada)

    assert [where for where, _, _ in claim(store)] == ["telegram"]


def silence(store: Store, *channels: str) -> None:
    """Let these channels say that they make no sound, and the others nothing."""
    for channel in channels:
        can = Abilities(buttons=True, silent=True)
        store.run(keep_account, TICK, channel=channel, can=can, handle="")


@pytest.mark.parametrize(
    ("silent", "persons", "claimed"),
    [(("web",), 1, ["web"]), (("web",), 2, []), (("telegram",), 1, []), ((), 1, [])],
)
def test_answer_to_one_is_not_held_where_it_makes_no_sound(
    waterdam: Store, clock: Clock, silent: tuple[str, ...], persons: int, claimed: list[str]
) -> None:
    who = [met(waterdam, name)[0] for name in ("anna", "bram")[:persons]]
    silence(waterdam, *silent)
    clock.now = EVENING

    tell(waterdam, *who, quiet=QUIET)
    asked = replace(look(*BOTH, loud=False), silent=silent)
    in_the_night = [out.channel for out in waterdam.run(claim_due, TICK, asked)]
    clock.now = MORNING
    morning = waterdam.run(claim_due, TICK, look(*BOTH))

    assert in_the_night == claimed
    # one that was claimed in the night and not sent is taken over
    assert len(morning) == persons


def test_phone_that_rings_waits_though_the_web_does_not(waterdam: Store, clock: Clock) -> None:
    anna, _ = met(waterdam, "anna", channel="telegram")
    silence(waterdam, "web")
    clock.now = EVENING

    tell(waterdam, anna, quiet=QUIET)

    asked = replace(look(*BOTH, loud=False), silent=("web",))
    assert (waterdam.look(anything_due, asked), waterdam.run(claim_due, TICK, asked)) == (False, [])
