"""Quiet hours in local time: nights, Sundays and holidays, also when the clocks change."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.delivery.quiet import Quiet
from outreach.settings import Settings
from tests.conftest import LOUD

HERE = ZoneInfo("Europe/Amsterdam")
QUIET = Quiet(HERE)
MINUTE = timedelta(minutes=1)
MOMENTS = st.integers(0, 4 * 366 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + minutes * MINUTE
)
HOUR_AND_MINUTE = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
QUIETS = st.builds(Quiet, st.just(HERE), HOUR_AND_MINUTE, HOUR_AND_MINUTE, st.booleans())
CHANGES = [datetime(*day, tzinfo=UTC) for day in ((2026, 10, 25), (2027, 3, 28), (2027, 10, 31))]
NEAR_A_CHANGE = st.builds(
    lambda day, minutes: day + minutes * MINUTE, st.sampled_from(CHANGES), st.integers(-900, 900)
)


def wall(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HERE, fold=fold)


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-11-03 21:59", "2026-11-03 21:59"),
        ("2026-11-03 22:00", "2026-11-04 08:00"),
        ("2026-11-04 07:59", "2026-11-04 08:00"),
        ("2026-11-04 08:00", "2026-11-04 08:00"),
        # Saturday evening: over Sunday
        ("2026-11-07 22:30", "2026-11-09 08:00"),
        ("2026-11-08 12:00", "2026-11-09 08:00"),
        # the clock goes back in this night
        ("2026-10-24 23:00", "2026-10-26 08:00"),
        ("2026-10-25 02:30", "2026-10-26 08:00"),
        # forward, and Easter: Sunday and Monday
        ("2027-03-27 22:00", "2027-03-30 08:00"),
        ("2027-10-30 22:00", "2027-11-01 08:00"),
        # King's Day
        ("2026-04-27 12:00", "2026-04-28 08:00"),
        # the 27th was a Sunday: it was held the day before
        ("2025-04-26 12:00", "2025-04-28 08:00"),
        # Ascension Day
        ("2027-05-06 12:00", "2027-05-07 08:00"),
        # Whit Sunday and Monday
        ("2027-05-16 12:00", "2027-05-18 08:00"),
        # Christmas, its second day, Sunday
        ("2026-12-24 22:00", "2026-12-28 08:00"),
        ("2026-12-31 22:00", "2027-01-02 08:00"),
        # Liberation Day is a day off once in five years
        ("2026-05-04 22:00", "2026-05-05 08:00"),
        ("2025-05-05 12:00", "2025-05-06 08:00"),
    ],
)
def test_quiet_is_over_at_the_first_morning_that_is_none(at: str, until: str) -> None:
    assert QUIET.over(wall(at)) == wall(until)


@pytest.mark.parametrize(
    ("saturday", "monday", "hours"),
    [("2026-10-24", "2026-10-26", 35), ("2027-10-30", "2027-11-01", 35)],
)
def test_night_of_the_clock_back_is_an_hour_longer(saturday: str, monday: str, hours: int) -> None:
    begins = wall(f"{saturday} 22:00")

    assert QUIET.over(begins) == wall(f"{monday} 08:00")
    assert QUIET.over(begins).astimezone(UTC) - begins.astimezone(UTC) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("evening", "hours"),
    [("2026-10-24 22:00", 11), ("2027-03-27 22:00", 9), ("2027-10-30 22:00", 11)],
)
def test_night_across_a_change_ends_at_eight_where_sundays_are_loud(
    evening: str, hours: int
) -> None:
    quiet = Quiet(HERE, days=False)
    begins = wall(evening).astimezone(UTC)

    assert quiet.over(begins) - begins == timedelta(hours=hours)
    assert quiet.over(begins).astimezone(HERE).time() == time(8)


@pytest.mark.parametrize("fold", [0, 1])
def test_both_halves_of_a_doubled_hour_are_quiet(fold: int) -> None:
    quiet = Quiet(HERE, time(2, 15), time(2, 45), days=False)

    assert quiet.holds(wall("2026-10-25 02:30", fold))
    assert not quiet.holds(wall("2026-10-25 02:50", fold))


def test_hour_that_does_not_exist_is_passed_over() -> None:
    quiet = Quiet(HERE, time(22), time(2, 30), days=False)

    over = quiet.over(wall("2027-03-28 01:00"))

    # 02:00 becomes 03:00 then
    assert over == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)


def test_hours_that_begin_and_end_alike_are_never() -> None:
    moments = [datetime(2026, 11, 1, tzinfo=UTC) + timedelta(hours=hour) for hour in range(48)]

    assert [at for at in moments if LOUD.holds(at)] == []


def test_settings_say_when_it_is_quiet() -> None:
    settings = Settings(zone="UTC", quiet_from=time(12), quiet_until=time(13), quiet_days=False)

    assert Quiet.of(settings) == Quiet(ZoneInfo("UTC"), time(12), time(13), days=False)


@given(QUIETS, MOMENTS | NEAR_A_CHANGE)
def test_quiet_is_over_at_the_first_minute_that_is_not_quiet(quiet: Quiet, at: datetime) -> None:
    over = quiet.over(at)

    assert over >= at
    assert not quiet.holds(over)
    assert over == at or quiet.holds(over - timedelta(microseconds=1))


@settings(deadline=None)
@given(QUIETS, NEAR_A_CHANGE)
def test_every_minute_before_it_is_over_is_quiet(quiet: Quiet, at: datetime) -> None:
    minutes = int((quiet.over(at) - at) / MINUTE)

    assert [at + n * MINUTE for n in range(minutes) if not quiet.holds(at + n * MINUTE)] == []


def test_morning_after_a_day_off_begins_at_midnight_where_the_night_is_loud() -> None:
    quiet = Quiet(HERE, time(1), time(6))

    assert quiet.over(wall("2026-11-08 12:00")) == wall("2026-11-09 00:00")


def test_second_half_of_a_doubled_hour_ends_in_its_own_time() -> None:
    quiet = Quiet(HERE, time(22), time(2, 30), days=False)

    assert quiet.over(wall("2026-10-25 02:15", 1)) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "hours", "done"),
    [
        ("2026-11-02 09:00", 2, "2026-11-02 11:00"),
        # an hour before ten in the evening, one in the morning
        ("2026-11-02 21:00", 2, "2026-11-03 09:00"),
        # Sunday rests
        ("2026-11-07 20:00", 3, "2026-11-09 09:00"),
        # the clock goes back on that Sunday
        ("2026-10-24 21:00", 2, "2026-10-26 09:00"),
        # the clock goes forward, then comes Easter Monday
        ("2027-03-27 21:30", 1, "2027-03-30 08:30"),
        ("2027-10-30 21:00", 15, "2027-11-01 22:00"),
        # a Sunday
        ("2026-11-01 03:00", 0, "2026-11-02 08:00"),
    ],
)
def test_work_rests_in_quiet_hours(start: str, hours: int, done: str) -> None:
    quiet = Quiet(HERE)

    assert quiet.finish(wall(start), timedelta(hours=hours)) == wall(done)


def test_without_quiet_hours_work_goes_on() -> None:
    never = Quiet(HERE, time(0), time(0), days=False)

    assert never.until(wall("2026-11-01 03:00")) is None
    start = wall("2026-10-24 21:00").astimezone(UTC)
    assert never.finish(start, timedelta(hours=100)) == start + timedelta(hours=100)


def test_turn_just_after_a_short_day_is_not_passed_over() -> None:
    evening, night = (
        Quiet(HERE, time(0, 30), time(4), days=False),
        Quiet(HERE, time(22), time(0, 30), days=False),
    )

    assert evening.until(wall("2027-03-28 23:00")) == wall("2027-03-29 00:30")
    assert night.over(wall("2027-03-28 23:00")) == wall("2027-03-29 00:30")


@pytest.mark.parametrize(
    ("day", "hours"), [("2026-10-25", 25), ("2027-03-28", 23), ("2027-10-31", 25)]
)
def test_work_through_a_change_of_the_clock_takes_as_long_as_the_day(day: str, hours: int) -> None:
    assert LOUD.finish(wall(f"{day} 00:00"), timedelta(hours=hours)).astimezone(
        HERE
    ).time() == time(0)


def test_work_that_nonsense_leaves_no_room_for_is_counted_after_a_year() -> None:
    quiet = Quiet(HERE, time(0), time.max)

    done = quiet.finish(wall("2026-11-03 10:00"), timedelta(hours=1))

    assert 2027 <= done.year <= 2028


@settings(deadline=None, max_examples=60)
@given(QUIETS, NEAR_A_CHANGE, st.integers(0, 1_500))
def test_work_is_done_when_it_had_so_many_loud_minutes(
    quiet: Quiet, start: datetime, work: int
) -> None:
    at, left = quiet.over(start), work
    while left:
        left -= not quiet.holds(at)
        at += MINUTE

    assert quiet.finish(start, work * MINUTE) == at


@given(QUIETS, MOMENTS | NEAR_A_CHANGE)
def test_it_is_quiet_again_at_the_first_minute_that_is(quiet: Quiet, at: datetime) -> None:
    loud = quiet.over(at)

    until = quiet.until(loud)

    assert until is None or quiet.holds(until)
    assert until is None or not quiet.holds(until - timedelta(microseconds=1))
