"""The clockwork lets who waits move up, and reminds who comes."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from outreach.delivery.notice import stop_all
from outreach.delivery.quiet import Quiet
from outreach.interests.tell import Telling
from outreach.meetings.attendance import leave_meeting
from outreach.meetings.changing import change_meeting
from outreach.meetings.moving import move_up, remind_of_meetings
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.clock import Clock
from tests.looks import heard
from tests.outreach.meetings.meeting_at import (
    NADIA,
    TELLING,
    come,
    coming,
    meeting_at,
)


def test_who_waits_longest_moves_up_and_is_told(
    waterdam: Store, evening: int, ada: Actor, bram: Actor, cleo: Actor
) -> None:
    for who, people in ((ada, 3), (bram, 2), (cleo, 1)):
        come(waterdam, evening, who, people)
    waterdam.run(leave_meeting, ada, meeting=evening)

    waterdam.run(move_up, TICK, telling=TELLING)

    told = heard(waterdam)
    assert (coming(waterdam, bram), coming(waterdam, cleo)) == ([(2, True, 0)], [(1, True, 0)])
    assert "there is a place for you at the meeting" in told["bram"][0]
    assert "er is plek voor je bij de informatieavond" in told["cleo"][0]
    assert f"https://waterdam.example/bijeenkomsten/{evening}.ics" in told["cleo"][0]
    assert "ada" not in told


def test_group_that_does_not_fit_lets_others_by_and_keeps_its_place(
    waterdam: Store, evening: int, ada: Actor, bram: Actor, cleo: Actor
) -> None:
    for who, people in ((ada, 2), (bram, 3), (cleo, 1)):
        come(waterdam, evening, who, people)

    waterdam.run(move_up, TICK, telling=TELLING)

    assert (coming(waterdam, bram), coming(waterdam, cleo)) == ([(3, False, 0)], [(1, True, 0)])
    assert list(heard(waterdam)) == ["cleo"]


def test_more_seats_let_who_waits_in(
    waterdam: Store, evening: int, ada: Actor, bram: Actor
) -> None:
    come(waterdam, evening, ada, 3)
    come(waterdam, evening, bram, 2)

    waterdam.run(change_meeting, NADIA, meeting=evening, telling=TELLING, seats=5)
    waterdam.run(move_up, TICK, telling=TELLING)

    assert coming(waterdam, bram) == [(2, True, 0)]


def test_nobody_moves_up_who_would_not_hear_of_it(
    waterdam: Store, evening: int, ada: Actor, bram: Actor, cleo: Actor, clock: Clock
) -> None:
    for who in (ada, bram, cleo):
        come(waterdam, evening, who, 3)
        clock.passes(minutes=1)
    waterdam.run(stop_all, bram)
    waterdam.run(leave_meeting, ada, meeting=evening)

    waterdam.run(move_up, TICK, telling=TELLING)

    assert coming(waterdam, bram) == [(3, False, 0)]
    assert list(heard(waterdam)) == ["cleo"]


@pytest.mark.parametrize(("days", "reminded"), [(5, 0), (6, 1), (6.9, 1)])
def test_who_comes_is_reminded_once_and_not_before_the_day_before(
    waterdam: Store, evening: int, ada: Actor, clock: Clock, days: float, reminded: int
) -> None:
    come(waterdam, evening, ada)
    clock.passes(days=days)

    done = [waterdam.run(remind_of_meetings, TICK, telling=TELLING) for _ in range(2)]

    assert done == [reminded, 0]
    assert ["Tot snel" in text for text in heard(waterdam).get("ada", ())] == [True] * reminded


@pytest.mark.parametrize(("later", "reminded"), [(timedelta(hours=1), 0), (timedelta(days=3), 1)])
def test_who_comes_is_reminded_again_of_another_day(
    waterdam: Store, evening: int, ada: Actor, clock: Clock, later: timedelta, reminded: int
) -> None:
    come(waterdam, evening, ada)
    clock.passes(days=6)
    first = waterdam.run(remind_of_meetings, TICK, telling=TELLING)
    begins = clock.now + timedelta(days=1) + later
    times = {"begins_at": begins, "ends_at": begins + timedelta(hours=2)}

    waterdam.run(change_meeting, NADIA, meeting=evening, telling=TELLING, **times)
    at_once = waterdam.run(remind_of_meetings, TICK, telling=TELLING)
    clock.passes(days=later.days)
    then = waterdam.run(remind_of_meetings, TICK, telling=TELLING)

    assert (first, at_once, then) == (1, 0, reminded)


def test_who_waits_or_signed_up_just_now_is_not_reminded(
    waterdam: Store, evening: int, ada: Actor, bram: Actor, clock: Clock
) -> None:
    clock.passes(days=6)
    come(waterdam, evening, ada, 3)
    come(waterdam, evening, bram)

    assert waterdam.run(remind_of_meetings, TICK, telling=TELLING) == 0


def test_stop_ends_the_reminder_unless_they_signed_up_after_it(
    waterdam: Store, evening: int, ada: Actor, bram: Actor, clock: Clock
) -> None:
    come(waterdam, evening, ada)
    clock.passes(minutes=1)
    for who in (ada, bram):
        waterdam.run(stop_all, who)
    clock.passes(minutes=1)
    come(waterdam, evening, bram)
    clock.passes(days=6)

    waterdam.run(remind_of_meetings, TICK, telling=TELLING)

    assert list(heard(waterdam)) == ["bram"]


def test_nobody_is_reminded_in_quiet_hours(
    waterdam: Store, evening: int, ada: Actor, clock: Clock
) -> None:
    come(waterdam, evening, ada)
    quiet = Quiet(ZoneInfo("UTC"), time(9), time(10), days=False)
    clock.passes(days=6)

    held = waterdam.run(remind_of_meetings, TICK, telling=Telling(TELLING.texts, quiet))
    clock.passes(hours=1)
    gone = waterdam.run(remind_of_meetings, TICK, telling=Telling(TELLING.texts, quiet))

    assert (held, gone) == (0, 1)


def test_day_before_is_one_of_the_town_also_when_the_clock_changes(
    waterdam: Store, strip: int, ada: Actor, clock: Clock
) -> None:
    amsterdam = ZoneInfo("Europe/Amsterdam")
    clock.now = datetime(2027, 3, 25, 12, tzinfo=UTC)
    begins = datetime(2027, 3, 28, 9, tzinfo=amsterdam)
    times = {"begins_at": begins, "ends_at": begins + timedelta(hours=2)}
    meeting = meeting_at(waterdam, strip, clock, **times)
    come(waterdam, meeting, ada)
    telling = Telling(TELLING.texts, Quiet(amsterdam, time(0), time(0), days=False))

    clock.now = datetime(2027, 3, 26, 22, 59, tzinfo=UTC)
    before = waterdam.run(remind_of_meetings, TICK, telling=telling)
    clock.passes(minutes=2)
    after = waterdam.run(remind_of_meetings, TICK, telling=telling)

    assert (before, after) == (0, 1)
    assert "zondag 28 maart 2027, 09:00–11:00" in heard(waterdam)["ada"][0]
