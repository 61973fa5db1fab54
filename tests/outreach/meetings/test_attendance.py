"""Who comes to a meeting; its seats are never given out twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from outreach.meetings.attendance import leave_meeting, leave_my_meetings
from outreach.meetings.changing import cancel_meeting
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock
from tests.outreach.meetings.meeting_at import (
    NADIA,
    TELLING,
    come,
    coming,
    meeting_at,
    somebody,
)

Stored = Callable[[Store, str], list[tuple[Any, ...]]]
TAKEN = "SELECT taken FROM meeting"


def test_who_signs_up_has_seats_until_they_are_given_out(
    waterdam: Store, evening: int, ada: Actor, bram: Actor, cleo: Actor, stored: Stored
) -> None:
    for who, people in ((ada, 2), (bram, 2), (cleo, 1)):
        come(waterdam, evening, who, people)

    assert coming(waterdam, ada) == [(2, True, 0)]
    assert coming(waterdam, bram) == [(2, False, 0)]
    # one seat is free, but who came before waits for two
    assert coming(waterdam, cleo) == [(1, False, 1)]
    assert stored(waterdam, TAKEN) == [(2,)]


def test_any_number_come_where_nobody_counts_seats(
    waterdam: Store, strip: int, clock: Clock, ada: Actor
) -> None:
    meeting = meeting_at(waterdam, strip, clock)

    assert come(waterdam, meeting, ada, 20).seated


def test_of_many_at_once_no_more_are_seated_than_there_are_seats(
    waterdam: Store, evening: int, stored: Stored
) -> None:
    people = [somebody(waterdam, f"p{number}") for number in range(8)]

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda who: come(waterdam, evening, who), people))

    assert sum(each.seated for each in done) == 3
    assert stored(waterdam, TAKEN) == [(3,)]
    assert stored(waterdam, "SELECT count(*) FROM attendance") == [(8,)]


def test_another_number_takes_and_gives_back_seats(
    waterdam: Store, evening: int, ada: Actor, bram: Actor, stored: Stored
) -> None:
    come(waterdam, evening, ada, 2)
    come(waterdam, evening, bram)

    with pytest.raises(Refusal) as refused:
        come(waterdam, evening, ada, 3)
    come(waterdam, evening, ada, 1)

    assert refused.value.key == "refusal-meeting-full"
    assert (coming(waterdam, ada), stored(waterdam, TAKEN)) == ([(1, True, 0)], [(2,)])


def test_who_leaves_gives_the_seats_back(
    waterdam: Store, evening: int, ada: Actor, stored: Stored
) -> None:
    come(waterdam, evening, ada, 3)

    waterdam.run(leave_meeting, ada, meeting=evening)
    waterdam.run(leave_meeting, ada, meeting=evening)

    assert (coming(waterdam, ada), stored(waterdam, TAKEN)) == ([], [(0,)])


def test_who_wants_to_hear_nothing_comes_to_nothing(
    waterdam: Store, evening: int, ada: Actor, stored: Stored
) -> None:
    come(waterdam, evening, ada, 3)

    left = waterdam.run(leave_my_meetings, ada)

    assert (left, waterdam.run(leave_my_meetings, ada)) == (1, 0)
    assert stored(waterdam, TAKEN) == [(0,)]


@pytest.mark.parametrize(
    ("people", "days", "key"),
    [(4, 0, "refusal-meeting-small"), (1, 7, "refusal-meeting-over")],
)
def test_nobody_comes_where_there_is_no_room_or_it_began(
    waterdam: Store, evening: int, ada: Actor, clock: Clock, people: int, days: int, key: str
) -> None:
    clock.passes(days=days)

    with pytest.raises(Refusal) as refused:
        come(waterdam, evening, ada, people)

    assert refused.value.key == key


def test_nobody_comes_to_what_was_called_off(waterdam: Store, evening: int, ada: Actor) -> None:
    values: dict[str, Any] = {"meeting": evening, "reason": "De zaal is dicht."}
    waterdam.run(cancel_meeting, NADIA, telling=TELLING, **values)

    with pytest.raises(Refusal) as refused:
        come(waterdam, evening, ada)

    assert refused.value.key == "refusal-meeting-cancelled"
