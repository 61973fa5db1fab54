"""An address is remembered as long as a pace holds for it, however many are written to."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from outreach.delivery.beat import LATELY, Beat

NOW = datetime(2027, 1, 4, 12, tzinfo=UTC)
PACE, AHEAD = timedelta(seconds=1), timedelta(seconds=1)
MOMENT = timedelta(milliseconds=1)


def written(beat: Beat, count: int) -> Callable[[], None]:
    """Write to so many addresses, a millisecond apart."""

    def note() -> None:
        for number in range(count):
            beat.note(number, NOW + number * MOMENT, PACE, AHEAD)

    return note


def steps(work: Callable[[], None]) -> int:
    """Count the lines of Python that run, those of comprehensions too."""
    count = 0

    def trace(*_: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def test_writing_to_one_more_costs_the_same_however_many_were_written_to() -> None:
    few, many = (steps(written(Beat(lambda: NOW), count)) / count for count in (4_000, 16_000))

    assert many < 1.2 * few


def test_only_addresses_of_the_last_seconds_are_remembered() -> None:
    beat = Beat(lambda: NOW + 20_000 * MOMENT)

    written(beat, 20_000)()

    lately = [number for number in range(20_000) if beat.lately(number)]
    assert lately == list(range(20_000 - (LATELY + PACE) // MOMENT + 1, 20_000))
    assert len(beat) == len(lately) + 1


def test_address_that_is_written_to_again_stays_remembered() -> None:
    beat = Beat(lambda: NOW + timedelta(seconds=8))

    beat.note(1, NOW, PACE, AHEAD)
    beat.note(2, NOW + timedelta(seconds=1), PACE, AHEAD)
    beat.note(1, NOW + timedelta(seconds=7), PACE, AHEAD)
    beat.note(3, NOW + timedelta(seconds=8), PACE, AHEAD)

    assert [beat.lately(number) for number in (1, 2, 3)] == [True, False, True]
