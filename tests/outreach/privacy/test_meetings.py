"""Who comes to a meeting is forgotten, joined and dropped like all else of a person."""

from collections.abc import Callable
from typing import Any

from outreach.privacy.forget import forget_me
from outreach.privacy.merge import absorb
from outreach.privacy.retention import apply_retention
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.clock import Clock
from tests.outreach.meetings.meeting_at import come, coming, meeting_at, somebody
from tests.outreach.privacy.retaining import TERMS
from tests.people import number_of

Stored = Callable[[Store, str], list[tuple[Any, ...]]]
ROWS = "SELECT person_id, people, seated FROM attendance ORDER BY id"
TAKEN = "SELECT taken FROM meeting"


def test_who_is_forgotten_gives_the_seats_back(
    waterdam: Store, strip: int, clock: Clock, stored: Stored
) -> None:
    meeting = meeting_at(waterdam, strip, clock, seats=3)
    ada = somebody(waterdam, "ada")
    come(waterdam, meeting, ada, 3, "een tolk")

    waterdam.run(forget_me, ada)

    assert (stored(waterdam, ROWS), stored(waterdam, TAKEN)) == ([], [(0,)])


def test_two_who_become_one_come_once_with_the_seat(
    waterdam: Store, strip: int, clock: Clock, stored: Stored
) -> None:
    meeting = meeting_at(waterdam, strip, clock, seats=3)
    ada, again = somebody(waterdam, "ada"), somebody(waterdam, "again")
    other = somebody(waterdam, "other")
    come(waterdam, meeting, other, 1)
    come(waterdam, meeting, again, 2)
    come(waterdam, meeting, ada, 1)

    waterdam.run(absorb, ada, person=number_of(again))

    assert coming(waterdam, ada) == [(2, True, 0)]
    assert stored(waterdam, TAKEN) == [(3,)]


def test_needs_go_when_it_is_over_and_who_came_a_month_later(
    waterdam: Store, strip: int, clock: Clock, stored: Stored
) -> None:
    meeting = meeting_at(waterdam, strip, clock)
    come(waterdam, meeting, somebody(waterdam, "ada"), 2, "een tolk")
    found = []

    for days in (7, 0.1, 31):
        clock.passes(days=days)
        waterdam.run(apply_retention, TICK, **TERMS)
        found.append(stored(waterdam, "SELECT needs, people FROM attendance"))

    assert found == [[("een tolk", 2)], [(None, 2)], []]
    assert stored(waterdam, TAKEN) == [(2,)]
