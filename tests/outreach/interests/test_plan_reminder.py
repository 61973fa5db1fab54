"""Who was invited and has not sent a plan in is reminded once before the last day."""

from datetime import timedelta

import pytest

from content.texts import Texts
from outreach.delivery.quiet import Quiet
from outreach.interests.interest import move_interest
from outreach.interests.plan import send_plan, write_line
from outreach.interests.plan_reminder import REMINDER, remind_plans
from outreach.opportunities.edit import set_facts
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor, Unit
from tests.clock import Clock
from tests.conftest import LOUD
from tests.looks import STILL
from tests.outreach.interests.planning import NADIA, hall, invited_pair

REMINDED = (
    "SELECT delivery.person_id FROM delivery JOIN mailing ON mailing.id = mailing_id "
    f"WHERE mailing.name = '{REMINDER}' ORDER BY delivery.id"
)
TEXTS = Texts()


@pytest.fixture
def pair(waterdam: Store) -> tuple[Actor, Actor]:
    return invited_pair(waterdam, "ada", "bob")


def remind(store: Store, quiet: Quiet = LOUD) -> int:
    return store.run(remind_plans, TICK, texts=TEXTS, quiet=quiet)


def reminded(store: Store) -> list[int]:
    def read(unit: Unit) -> list[int]:
        return [row[0] for row in unit.connection.exec_driver_sql(REMINDED)]

    return store.look(read)


def test_every_member_is_reminded_once_three_days_before(
    waterdam: Store, pair: tuple[Actor, Actor], clock: Clock
) -> None:
    clock.passes(days=91)
    early = remind(waterdam)
    clock.passes(days=2)

    counts = [remind(waterdam), remind(waterdam)]

    assert (early, counts) == (0, [1, 0])
    assert reminded(waterdam) == [1, 2]


def test_later_last_day_is_reminded_of_again(
    waterdam: Store, pair: tuple[Actor, Actor], clock: Clock
) -> None:
    clock.passes(days=93)
    remind(waterdam)
    later = clock.now + timedelta(days=20)
    waterdam.run(
        set_facts,
        NADIA,
        opportunity=hall(waterdam),
        plan_until=later,
        answers_until=clock.now + timedelta(days=1),
    )
    clock.passes(days=18)

    assert remind(waterdam) == 1


def test_who_sent_it_in_is_left_alone(
    waterdam: Store, pair: tuple[Actor, Actor], clock: Clock
) -> None:
    waterdam.run(write_line, pair[0], interest=1, line="what", value="Koken.", seen=0)
    waterdam.run(send_plan, pair[0], interest=1, seen=0)
    clock.passes(days=93)

    assert remind(waterdam) == 0


def test_who_is_out_or_was_just_invited_is_left_alone(
    waterdam: Store, pair: tuple[Actor, Actor], clock: Clock
) -> None:
    waterdam.run(move_interest, NADIA, interest=1, state="in_talk")
    clock.passes(days=93)
    out = remind(waterdam)
    waterdam.run(move_interest, NADIA, interest=1, state="invited")

    assert (out, remind(waterdam)) == (0, 0)


def test_reminder_waits_for_quiet_hours_to_end(
    waterdam: Store, pair: tuple[Actor, Actor], clock: Clock
) -> None:
    clock.passes(days=93)

    assert remind(waterdam, STILL) == 0
    assert remind(waterdam) == 1
