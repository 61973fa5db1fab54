"""A code that links two channels works once, for fifteen minutes, and for nobody who guesses."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.store.store import Store
from tests.bot.conftest import Person
from tests.clock import Clock


def test_code_works_once(
    waterdam: Store,
    talk_with: Callable[..., Person],
    person: Person,
    phone: Person,
    code_of: Callable[[Person], str],
    told: Callable[..., str],
) -> None:
    code = code_of(person)
    phone.say(code)
    phone.say("ja")

    thief = talk_with(waterdam, "4712", channel="telegram")

    assert told("talk-code-unknown") in thief.say(code)


def test_two_who_are_asked_at_once_are_not_both_linked(
    waterdam: Store,
    talk_with: Callable[..., Person],
    person: Person,
    phone: Person,
    code_of: Callable[[Person], str],
    rows: Callable[[str], list[Any]],
    told: Callable[..., str],
) -> None:
    code = code_of(person)
    thief = talk_with(waterdam, "4712", channel="telegram")
    for somebody in (phone, thief):
        somebody.say(code)

    for somebody in (phone, thief):
        somebody.say("ja")

    assert told("refusal-link") in thief.text
    assert rows("SELECT channel, person_id FROM address ORDER BY id") == [
        ("web", 2),
        ("telegram", 2),
        ("telegram", 3),
    ]


def test_older_code_stops_working_when_a_new_one_is_shown(
    person: Person, phone: Person, code_of: Callable[[Person], str], told: Callable[..., str]
) -> None:
    code = code_of(person)
    code_of(person)

    assert told("talk-code-unknown") in phone.say(code)


@pytest.mark.parametrize("late", ["typed", "confirmed"])
def test_code_runs_out_after_a_quarter_of_an_hour(
    late: str,
    person: Person,
    phone: Person,
    code_of: Callable[[Person], str],
    clock: Clock,
    told: Callable[..., str],
    rows: Callable[[str], list[Any]],
) -> None:
    code = code_of(person)
    if late == "confirmed":
        phone.say(code)
    clock.passes(minutes=15)

    answer = phone.say("ja" if late == "confirmed" else code)

    assert told("refusal-link" if late == "confirmed" else "talk-code-unknown") in answer
    assert rows("SELECT id FROM person ORDER BY id") == [(1,), (2,)]


def test_eleventh_wrong_code_within_an_hour_closes_the_door_to_the_right_one(
    person: Person,
    phone: Person,
    code_of: Callable[[Person], str],
    clock: Clock,
    told: Callable[..., str],
) -> None:
    phone.say("menu")
    for number in range(10):
        phone.say(f"ABCD234{'23456789AB'[number]}")
    code = code_of(person)

    refused = phone.say(code)
    clock.passes(hours=1)
    later = phone.say(code_of(person))

    assert refused.startswith(told("talk-code-unknown"))
    assert phone.labels == ["Ja, dat ben ik", "Nee"]
    assert "Ben jij dat ook?" in later


def test_ones_own_code_changes_nothing(
    person: Person,
    kans: Callable[[str], int],
    code_of: Callable[[Person], str],
    rows: Callable[[str], list[Any]],
    told: Callable[..., str],
) -> None:
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "groep"):
        person.say(text)

    person.say(code_of(person))

    assert told("link-own") in person.text
    assert told("interest-group-name") in person.text
    assert rows("SELECT id FROM person") == [(1,)]
