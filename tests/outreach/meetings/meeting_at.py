"""A meeting in Waterdam, and people who come to it."""

from datetime import timedelta
from typing import Any

from content.texts import Texts
from outreach.interests.tell import Telling
from outreach.meetings.attendance import Coming, my_meetings, sign_up
from outreach.meetings.changing import add_meeting
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.clock import Clock
from tests.conftest import LOUD

NADIA = Actor("staff", 1)
TELLING = Telling(Texts(address="https://waterdam.example"), LOUD)
WHERE = "Buurthuis De Kajuit, Vlierlaan 2"


def facts(clock: Clock, **facts: Any) -> dict[str, Any]:
    """Return what a meeting needs: a week from now, for two hours."""
    begins = clock.now + timedelta(days=7)
    needed = {"kind": "information", "begins_at": begins, "location": WHERE}
    return needed | {"ends_at": begins + timedelta(hours=2)} | facts


def meeting_at(store: Store, opportunity: int, clock: Clock, **more: Any) -> int:
    """Put a meeting beside an opportunity; return its number."""
    number, _ = store.run(
        add_meeting, NADIA, opportunity=opportunity, telling=TELLING, **facts(clock, **more)
    )
    return number


def somebody(store: Store, name: str, language: str = "nl") -> Actor:
    """Meet somebody new."""
    person, _ = store.run(meet, NOBODY, channel="web", external_id=name, language=language)
    return Actor("person", person)


def come(
    store: Store, meeting: int, who: Actor, people: int = 1, needs: str | None = None
) -> Coming:
    """Sign somebody up."""
    return store.run(sign_up, who, meeting=meeting, people=people, needs=needs)


def coming(store: Store, who: Actor) -> list[tuple[int, bool, int]]:
    """Return of each meeting ahead of somebody: with how many, whether seated, who is ahead."""

    def mine(unit: Unit) -> list[Coming]:
        return my_meetings(Unit(connection=unit.connection, now=unit.now, actor=who))

    return [(each.people, each.seated, each.ahead) for each in store.look(mine)]
