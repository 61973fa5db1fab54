"""Somebody waits as long as an interest or a question of theirs has not ended."""

from functools import partial

import pytest

from outreach.interests.interest import move_interest
from outreach.interests.own import withdraw_interest
from outreach.interests.question import ask_question
from outreach.interests.under_way import is_under_way
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.outreach.interests.expressing import express, person
from tests.people import number_of


def waits(store: Store, who: Actor) -> bool:
    return store.look(partial(is_under_way, person=number_of(who)))


def test_somebody_who_only_looked_around_waits_for_nothing(waterdam: Store) -> None:
    anna = person(waterdam, "anna")

    assert waits(waterdam, anna) is False


@pytest.mark.parametrize("ways", [(), ("in_talk",), ("invited", "agreed")])
def test_interest_is_under_way_until_it_ends(
    waterdam: Store, strip: int, ways: tuple[str, ...]
) -> None:
    anna, bram = person(waterdam, "anna"), person(waterdam, "bram")
    done = express(waterdam, anna, strip)

    for state in ways:
        waterdam.run(move_interest, TICK, interest=done.interest, state=state)

    assert (waits(waterdam, anna), waits(waterdam, bram)) == (True, False)


@pytest.mark.parametrize("end", ["declined", "withdrawn", "emptied", "opportunity"])
def test_interest_that_ended_is_not_under_way(waterdam: Store, strip: int, end: str) -> None:
    anna = person(waterdam, "anna")
    done = express(waterdam, anna, strip)
    ends = {
        "emptied": "UPDATE interest SET brings = ''",
        "opportunity": "UPDATE opportunity SET state = 'withdrawn'",
        "declined": "UPDATE interest SET state = 'declined'",
    }

    if end == "withdrawn":
        waterdam.run(withdraw_interest, anna, interest=done.interest)
    else:
        waterdam.run(lambda unit: unit.connection.exec_driver_sql(ends[end]), TICK)

    assert waits(waterdam, anna) is False


def test_question_is_under_way_until_it_is_answered(waterdam: Store, strip: int) -> None:
    anna = person(waterdam, "anna")

    waterdam.run(ask_question, anna, opportunity=strip, text="Mag mijn hond mee?")
    asked = waits(waterdam, anna)
    answered = "UPDATE question SET answered_at = asked_at"
    waterdam.run(lambda unit: unit.connection.exec_driver_sql(answered), TICK)

    assert (asked, waits(waterdam, anna)) == (True, False)
