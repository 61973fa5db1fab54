"""Cookie and link live as long as what somebody waits for, and thirty days after the last word."""

from datetime import timedelta
from functools import partial

import pytest

from bot.channels.web.lasting import UNUSED, WAITING, lasting
from content.message import Message
from outreach.delivery.delivery import plan_delivery
from outreach.delivery.mailing import MailingKind, open_mailing
from outreach.delivery.numbers import give_number
from outreach.store.store import Store
from outreach.store.unit import TICK, Unit
from tests.clock import Clock
from tests.outreach.interests.expressing import express, person


def lasts(store: Store, name: str = "anna") -> timedelta | None:
    return store.look(partial(lasting, external_id=name))


def test_nobody_there_is_nothing_to_come_back_to(waterdam: Store) -> None:
    assert lasts(waterdam) is None


def test_conversation_without_more_lasts_thirty_days_from_the_last_word(
    waterdam: Store, clock: Clock
) -> None:
    person(waterdam, "anna")

    clock.passes(days=29)
    before = lasts(waterdam)
    clock.passes(days=2)

    assert (before, lasts(waterdam)) == (UNUSED, None)


def test_conversation_lasts_as_long_as_the_interest_and_then_once_more(
    waterdam: Store, strip: int, clock: Clock
) -> None:
    anna = person(waterdam, "anna")
    express(waterdam, anna, strip)

    clock.passes(days=130)
    waiting = lasts(waterdam)
    waterdam.run(say_last, TICK)
    told = lasts(waterdam)
    clock.passes(days=31)

    assert (waiting, told, lasts(waterdam)) == (WAITING, UNUSED, None)


@pytest.mark.parametrize("state", ["planned", "failed"])
def test_what_nobody_could_read_does_not_count_as_the_last_word(
    waterdam: Store, strip: int, clock: Clock, state: str
) -> None:
    anna = person(waterdam, "anna")
    express(waterdam, anna, strip)
    clock.passes(days=130)

    waterdam.run(partial(say_last, state=state), TICK)

    assert lasts(waterdam) is None


def say_last(unit: Unit, state: str = "sent") -> None:
    """Decline the interest, and say so."""
    unit.connection.exec_driver_sql("UPDATE interest SET state = 'declined'")
    mailing = open_mailing(unit, kind=MailingKind.NOTICE, name="notice-declined")
    plan_delivery(unit, mailing=mailing, address=1, person=1, message=Message("Nee"), at=unit.now)
    give_number(unit, delivery=1, address=1)
    unit.connection.exec_driver_sql(
        f"UPDATE delivery SET state = '{state}', done_at = '{unit.now.isoformat()}'"
    )
