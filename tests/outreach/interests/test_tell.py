"""Everybody interested is told once, in plain words; what is changed back is not told."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.results import Result, record_results
from outreach.interests.news import published
from outreach.interests.own import withdraw_interest
from outreach.interests.tell import (
    GATHER,
    Telling,
    Told,
    change_and_tell,
    tell_of_opportunity,
)
from outreach.parties.consent import stop
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.clock import Clock
from tests.databases import url_of
from tests.looks import look
from tests.outreach.interests.conftest import NADIA, names
from tests.outreach.interests.telling import TITLE, count

LOOK = (
    "Typ “menu” en kies “Mijn aanmeldingen” om de kans te bekijken. Wil je niets meer horen? Typ "
    "“stop”."
)


@pytest.fixture
def change(waterdam: Store, strip: int, telling: Telling) -> Callable[..., Told]:
    def run(**facts: Any) -> Told:
        return waterdam.run(change_and_tell, NADIA, opportunity=strip, telling=telling, **facts)[1]

    return run


def test_change_is_told_to_everybody_interested_in_their_language(
    waterdam: Store,
    join: Callable[..., Actor],
    change: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
    clock: Clock,
) -> None:
    join("ada")
    join("bob", language="en")
    gone = join("cem")
    waterdam.run(withdraw_interest, gone, interest=3)

    told = change(duration="Drie jaar", official="Omar")

    assert told == Told(2, clock.now + GATHER)
    assert hear() == {
        "ada": [
            (
                f"Er is iets veranderd bij de kans “{TITLE}”.\n\n"
                f"Dit is anders: hoe lang het duurt en de contactpersoon.\n\n{LOOK}"
            )
        ],
        "bob": [
            (
                "Something has changed about the opportunity “Help look after the green strip in "
                "Lindenstraat”.\n\n"
                "This is different: how long it takes and the contact person.\n\n"
                "Type “menu” and choose “My interests” to look at the opportunity. Want to hear "
                "no more? Type “stop”."
            )
        ],
    }


def test_new_deadline_is_told_with_its_day(
    join: Callable[..., Actor],
    change: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")

    change(answers_until=datetime(2026, 12, 20, 22, 59, 59, tzinfo=UTC))

    (told,) = hear()["ada"]
    assert (
        "Dit is anders: de laatste dag om te reageren.\n\nReageren kan nu tot en met 20 "
        "december "
        "2026."
    ) in told


def test_changes_in_a_row_become_one_notice(
    waterdam: Store,
    join: Callable[..., Actor],
    change: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
    clock: Clock,
) -> None:
    join("ada")
    first = change(duration="Drie jaar")
    clock.passes(minutes=4)
    join("bob")
    second = change(official="Omar")
    clock.passes(minutes=5)

    assert (first, second) == (Told(1, first.at), Told(2, first.at))
    heard = hear()
    assert [len(heard[name]) for name in ("ada", "bob")] == [1, 1]
    assert "Dit is anders: hoe lang het duurt en de contactpersoon." in heard["ada"][0]
    assert count(waterdam, "mailing") == 1


def test_change_after_the_notice_went_is_told_by_itself(
    join: Callable[..., Actor],
    change: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    change(duration="Drie jaar")
    hear()

    change(official="Omar")

    (told,) = hear()["ada"]
    assert "Dit is anders: de contactpersoon." in told


def test_notice_that_a_sender_with_a_fast_clock_took_is_left_alone(
    waterdam: Store,
    join: Callable[..., Actor],
    change: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
    clock: Clock,
) -> None:
    join("ada")
    change(duration="Een jaar")
    ahead = clock.now + GATHER
    with Store(waterdam.path, lambda: ahead, url=url_of(waterdam)) as fast:
        taken = fast.run(claim_due, TICK, look("web"))

    change(answer_days=3)

    waterdam.run(
        record_results,
        TICK,
        results=[Result(out.id, out.address, DeliveryState.SENT, receipt="1") for out in taken],
    )
    assert ["Dit is anders: hoe lang het duurt." in out.message.text for out in taken] == [True]
    (told,) = hear()["ada"]
    assert "Dit is anders: hoe snel je antwoord krijgt." in told


def test_what_is_changed_back_in_time_is_not_told(
    join: Callable[..., Actor],
    change: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
    waterdam: Store,
) -> None:
    join("ada")
    before = waterdam.look(
        lambda unit: unit.connection.exec_driver_sql(
            "SELECT duration FROM opportunity WHERE id = 1"
        ).scalar_one()
    )
    change(duration="Drie jaar")

    assert change(duration=before) == Told()
    assert hear() == {}


def test_change_told_after_one_that_was_taken_back_is_told(
    join: Callable[..., Actor],
    change: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
    move: Callable[[str], Told],
    move_interest: Callable[[int, str], Told],
) -> None:
    join("ada")
    move("closed")
    assert move("open") == Told()

    change(official="Omar")

    (told,) = hear()["ada"]
    assert told.startswith("Er is iets veranderd")


@pytest.mark.parametrize("facts", [{}, {"translations": {"en": {"title": "Green strip"}}}])
def test_nothing_is_told_where_nobody_would_notice(
    join: Callable[..., Actor],
    change: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
    facts: dict[str, Any],
) -> None:
    join("ada")

    assert change(**facts) == Told()
    assert hear() == {}


def test_same_facts_again_tell_nothing(
    waterdam: Store,
    strip: int,
    join: Callable[..., Actor],
    change: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
    telling: Telling,
) -> None:
    join("ada")
    change(duration="Drie jaar")
    since = waterdam.look(published, opportunity=strip)
    again = [
        change(duration="Drie jaar"),
        waterdam.run(tell_of_opportunity, NADIA, opportunity=strip, since=since, telling=telling),
    ]

    assert [told.persons for told in again] == [1, 1]
    assert {name: len(told) for name, told in hear().items()} == {"ada": 1}
    assert change(duration="Drie jaar") == Told()


def test_nobody_is_told_of_an_opportunity_that_nobody_joined(
    waterdam: Store, change: Callable[..., Told], move: Callable[[str], Told]
) -> None:
    assert (change(duration="Drie jaar"), move("closed")) == (Told(), Told())
    assert count(waterdam, "mailing") == 0


def test_every_list_and_place_counts_as_a_fact(
    join: Callable[..., Actor],
    change: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")

    change(places=["BU99010102"], requirements=[], parts=[])

    assert "Dit is anders: de plek, de onderdelen en wat we vragen." in hear()["ada"][0]


def test_closing_and_a_change_are_one_notice(
    join: Callable[..., Actor],
    change: Callable[..., Told],
    move: Callable[[str], Told],
    hear: Callable[[], dict[str, list[str]]],
    waterdam: Store,
) -> None:
    join("ada")
    change(official="Omar")
    move("closed")

    (told,) = hear()["ada"]
    assert "is nu gesloten" in told
    assert "Dit is anders: de contactpersoon." in told
    assert names(waterdam) == ["notice-closed"]


@pytest.mark.parametrize("steps", [["closed"], ["closed", "decided"], ["withdrawn"]])
def test_new_deadline_is_no_news_once_nobody_can_answer(
    join: Callable[..., Actor],
    change: Callable[..., Told],
    move: Callable[[str], Told],
    hear: Callable[[], dict[str, list[str]]],
    steps: list[str],
) -> None:
    join("ada")
    change(answers_until=datetime(2026, 12, 20, 22, 59, 59, tzinfo=UTC), official="Omar")

    for step in steps:
        move(step)

    (told,) = hear()["ada"]
    assert "Dit is anders: de contactpersoon.\n\n" in told
    assert "20 december" not in told


def test_everybody_of_a_notice_has_one_moment_and_the_channel_used_last(
    waterdam: Store,
    join: Callable[..., Actor],
    change: Callable[..., Told],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    join("ada")
    join("bob", channel="telegram")
    change(duration="Drie jaar")

    sent = (
        "SELECT a.channel, d.send_at = m.send_at FROM delivery d, mailing m, address a WHERE m.id "
        "= d.mailing_id"
    )
    assert stored(waterdam, f"{sent} AND a.id = d.address_id ORDER BY d.id") == [
        ("web", True),
        ("telegram", True),
    ]


def test_who_stopped_is_not_told(
    waterdam: Store,
    join: Callable[..., Actor],
    change: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    waterdam.run(stop, join("bob"))

    assert change(duration="Drie jaar").persons == 1
    assert list(hear()) == ["ada"]
