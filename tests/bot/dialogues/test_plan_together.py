"""A plan that several members of a party write: nothing is lost, and each hears of it."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.others import PLAN_CHANGED, PLAN_SENT
from outreach.interests.own import invite_to_party
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.conftest import Person
from tests.bot.dialogues.planning import ANSWERS, PLAN

TOLD = (
    "SELECT delivery.person_id, mailing.name FROM delivery JOIN mailing ON "
    "mailing.id = mailing_id WHERE mailing.name LIKE 'notice-others-plan%' ORDER BY delivery.id"
)


@pytest.fixture
def bram(invited: Person, talk_with: Callable[..., Person], waterdam: Store) -> Person:
    """Bram writes along, for the same group."""
    code = waterdam.run(invite_to_party, Actor("person", 1, "web"), interest=1)
    bram = talk_with(waterdam, "bram", "en")
    for text in (code, "yes"):
        bram.say(text)
    return bram


def test_two_at_once_lose_nothing_and_the_later_one_is_shown_what_changed(
    invited: Person, bram: Person, rows: Callable[[str], list[Any]]
) -> None:
    invited.say("mijn plan")
    for text in ("my plan", "We cook daily."):
        bram.say(text)

    invited.say("Elke dag open.")

    assert "Iemand anders van jullie schreef hier intussen: We cook daily." in invited.text
    assert rows(PLAN)[0][0] == "We cook daily.\nElke dag open."


@pytest.mark.parametrize(
    ("pick", "stays"),
    [
        ("Allebei", "We cook daily.\nElke dag open."),
        ("Alleen mijn tekst", "Elke dag open."),
        ("Alleen die ander", "We cook daily."),
    ],
)
def test_the_later_one_chooses_what_stays(
    invited: Person, bram: Person, rows: Callable[[str], list[Any]], pick: str, stays: str
) -> None:
    invited.say("mijn plan")
    for text in ("my plan", "We cook daily."):
        bram.say(text)
    invited.say("Elke dag open.")

    invited.press(pick)

    assert rows(PLAN)[0][0] == stays
    assert "Wie doen er mee" in invited.text


def test_what_another_wrote_is_told_apart(invited: Person, bram: Person) -> None:
    for text in ("my plan", "We cook daily.", "menu"):
        bram.say(text)

    invited.say("mijn plan")

    assert "Een ander van jullie schreef: wat." in invited.text


def test_plan_that_another_just_changed_is_read_before_it_is_sent(
    invited: Person, bram: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in ("mijn plan", *ANSWERS):
        invited.say(text)
    for text in ("my plan", "change", "What you do", "We cook at night."):
        bram.say(text)

    invited.say("plan insturen")

    assert "iemand anders van jullie veranderde net dit: wat" in invited.text
    assert rows(PLAN)[0][-1]
    invited.say("plan insturen")
    assert not rows(PLAN)[0][-1]


def test_others_hear_that_it_was_sent_and_changed(
    invited: Person, bram: Person, rows: Callable[[str], list[Any]]
) -> None:
    for text in ("mijn plan", *ANSWERS, "plan insturen"):
        invited.say(text)
    for text in ("my plan", "change", "What you do", "We cook at night."):
        bram.say(text)

    assert rows(TOLD) == [(2, PLAN_SENT), (1, PLAN_CHANGED)]
