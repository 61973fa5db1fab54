"""A chosen party that has said neither yes nor no is reminded once, two days before the last."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from content.texts import Texts
from outreach.delivery.quiet import Quiet
from outreach.interests.confirm import confirm_interest
from outreach.interests.confirm_reminder import REMINDER, remind_to_confirm
from outreach.interests.decide import decide
from outreach.interests.own import withdraw_interest
from outreach.interests.tell import Telling, Told
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor, Unit
from tests.clock import Clock
from tests.conftest import LOUD
from tests.looks import STILL
from tests.outreach.interests.conftest import NADIA
from tests.outreach.interests.deciding import pencil_all

REMINDED = (
    "SELECT delivery.message FROM delivery JOIN mailing ON mailing.id = mailing_id "
    f"WHERE mailing.name = '{REMINDER}' ORDER BY delivery.id"
)
TEXTS = Texts()


@pytest.fixture
def ada(
    waterdam: Store,
    strip: int,
    telling: Telling,
    join: Callable[..., Actor],
    move: Callable[[str], Told],
) -> Actor:
    """Ada is chosen, and asked to say yes within a week."""
    who = join("ada")
    move("closed")
    pencil_all(waterdam, NADIA, i1="chosen")
    waterdam.run(decide, NADIA, opportunity=strip, telling=replace(telling, confirm_days=7))
    return who


def remind(store: Store, quiet: Quiet = LOUD) -> int:
    return store.run(remind_to_confirm, TICK, texts=TEXTS, quiet=quiet)


def reminders(store: Store) -> list[str]:
    def read(unit: Unit) -> list[str]:
        return [str(row[0]) for row in unit.connection.exec_driver_sql(REMINDED)]

    return store.look(read)


def test_it_comes_once_two_days_before_with_the_two_answers(
    waterdam: Store, ada: Actor, clock: Clock
) -> None:
    clock.passes(days=4)
    early = remind(waterdam)
    clock.passes(days=1)

    counts = [remind(waterdam), remind(waterdam)]

    [message] = reminders(waterdam)
    assert (early, counts) == (0, [1, 0])
    assert "We weten nog niet of jullie het gaan doen." in message
    assert ".confirm" in message
    assert ".decline" in message


@pytest.mark.parametrize("rule", [confirm_interest, withdraw_interest])
def test_who_answered_is_left_alone(
    waterdam: Store, ada: Actor, clock: Clock, rule: Callable[..., object]
) -> None:
    waterdam.run(rule, ada, interest=1)
    clock.passes(days=6)

    assert remind(waterdam) == 0


def test_after_the_last_day_nobody_is_reminded(waterdam: Store, ada: Actor, clock: Clock) -> None:
    clock.passes(days=9)

    assert remind(waterdam) == 0


def test_it_waits_for_quiet_hours_to_end(waterdam: Store, ada: Actor, clock: Clock) -> None:
    clock.passes(days=6)

    assert remind(waterdam, STILL) == 0
    assert remind(waterdam) == 1
