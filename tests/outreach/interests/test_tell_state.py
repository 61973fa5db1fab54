"""A new state of an opportunity is told in its own words; every state and every fact has them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from content.texts import Texts
from outreach.delivery.quiet import Quiet
from outreach.interests.letter import OF_INTEREST, OUTCOME
from outreach.interests.tell import (
    Telling,
    Told,
    change_and_tell,
)
from outreach.opportunities.facts import FACT, SEEN
from outreach.opportunities.lifecycle import STEPS
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock
from tests.outreach.interests.conftest import NADIA, names
from tests.outreach.interests.telling import TITLE, count


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (
            ("closed",),
            f"De kans “{TITLE}” is nu gesloten. Nieuwe mensen kunnen zich niet meer aanmelden.",
        ),
        (("withdrawn",), f"De gemeente gaat niet door met de kans “{TITLE}”."),
        (("closed", "decided"), f"De gemeente heeft besloten over de kans “{TITLE}”."),
    ],
)
def test_each_step_is_told_in_its_own_words(
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    hear: Callable[[], dict[str, list[str]]],
    steps: tuple[str, ...],
    said: str,
) -> None:
    join("ada")

    for step in steps:
        move(step)

    (told,) = hear()["ada"]
    assert told.startswith(said)


def test_closing_is_told_to_whom_their_interest_stays(
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    move_interest: Callable[[int, str], Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    join("bob")
    move_interest(2, "declined")

    move("closed")

    heard = {name: texts[-1] for name, texts in hear().items()}
    assert {name: "Je aanmelding blijft staan." in text for name, text in heard.items()} == {
        "ada": True,
        "bob": False,
    }
    assert "is nu gesloten." not in heard["bob"]


def test_reopening_is_told_once_the_closing_was(
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    hear: Callable[[], dict[str, list[str]]],
    waterdam: Store,
) -> None:
    join("ada")
    move("closed")
    hear()

    move("open")

    assert hear()["ada"][0].startswith(f"De kans “{TITLE}” is weer open.")
    assert names(waterdam) == ["notice-closed", "notice-open"]


def test_deadline_that_passes_by_itself_is_no_news(
    join: Callable[..., Actor], hear: Callable[[], dict[str, list[str]]], clock: Clock
) -> None:
    join("ada")

    clock.passes(days=90)

    assert hear() == {}


def test_notice_of_the_evening_waits_for_the_morning_and_gathers_till_then(
    waterdam: Store, strip: int, join: Callable[..., Actor], telling: Telling, clock: Clock
) -> None:
    join("ada")
    quiet = replace(telling, quiet=Quiet(ZoneInfo("Europe/Amsterdam")))
    clock.now = datetime(2026, 11, 3, 20, 55, tzinfo=UTC)
    facts: dict[str, Any] = {"opportunity": strip, "telling": quiet}

    _, first = waterdam.run(change_and_tell, NADIA, duration="Drie jaar", **facts)
    clock.passes(hours=9)
    _, second = waterdam.run(change_and_tell, NADIA, official="Omar", **facts)

    morning = datetime(2026, 11, 4, 7, 0, tzinfo=UTC)
    assert (first, second) == (Told(1, morning), Told(1, morning))
    assert count(waterdam, "mailing") == 1


def test_every_fact_that_residents_read_is_told_by_a_name(texts: Texts) -> None:
    named = {name for name in SEEN if texts.name("fact", name, "nl")}

    assert named == FACT.keys() - {
        "language",
        "translations",
        "currency",
        "origin",
    }


def test_every_state_that_can_be_told_has_its_words(texts: Texts) -> None:
    assert {state for ends in STEPS.values() for state in ends} == {
        # nobody is interested yet
        "exploring",
        "open",
        "closed",
        "decided",
        "withdrawn",
    }
    assert set(OUTCOME) == {"new", "in_talk", "invited", "agreed", "reserve", "declined"}
    assert set(OF_INTEREST) == {"in_talk", "invited", "agreed", "reserve", "declined", "withdrawn"}
    for key in (*OUTCOME.values(), *OF_INTEREST.values()):
        assert all(texts.text(key, lang, title="T", party="P") for lang in texts.languages)
    for key in OF_INTEREST.values():
        assert texts.name("notice", key.removeprefix("notice-"), "nl")
