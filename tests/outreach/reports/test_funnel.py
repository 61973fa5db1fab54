"""Which place brought how many people how far; who passed something on is never shown."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.interest import PartyDraft, express_interest, move_interest
from outreach.parties.person import meet
from outreach.reports.funnel import Reached, funnel
from outreach.store.codes import find_code
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.venues.register import add_venue
from outreach.venues.trail import count_start, count_view, lay_trail, share_trail, venue_trail

STAFF = Actor("staff", 1)


@pytest.fixture
def person(waterdam: Store) -> Callable[[str], Actor]:
    """Somebody new."""

    def new(name: str) -> Actor:
        return Actor(
            "person", waterdam.run(meet, NOBODY, channel="web", external_id=name, language="nl")[0]
        )

    return new


@pytest.fixture
def trail_of(waterdam: Store) -> Callable[[str], int]:
    """The id behind a code."""

    def find(code: str) -> int:
        meaning = waterdam.look(find_code, code)
        assert meaning is not None
        return meaning.subject

    return find


@pytest.fixture
def board(waterdam: Store, trail_of: Callable[[str], int]) -> int:
    """The trail of a board in the library to the first opportunity."""
    waterdam.run(add_venue, STAFF, name="Prikbord", kind="notice_board")
    return trail_of(waterdam.run(venue_trail, STAFF, venue=1, kind="notice_board", opportunity=1))


@pytest.fixture
def express(waterdam: Store) -> Callable[..., int]:
    def run(who: Actor, trail: int, opportunity: int = 1) -> int:
        party = PartyDraft("resident", f"P{who.id}")
        values: dict[str, Any] = {
            "opportunity": opportunity,
            "version": 1,
            "party": party,
            "brings": "handen",
            "trail": trail,
        }
        return waterdam.run(express_interest, who, **values).interest

    return run


def test_venue_counts_from_seen_to_agreed(
    waterdam: Store, board: int, person: Callable[[str], Actor], express: Callable[..., int]
) -> None:
    ada, bob, cem = person("ada"), person("bob"), person("cem")
    for _ in range(5):
        waterdam.run(count_view, NOBODY, trail=board)
    for who in (ada, bob, cem, ada):
        waterdam.run(count_start, who, trail=board)
    interests = [express(who, board) for who in (ada, bob)]
    for state in ("in_talk", "agreed"):
        waterdam.run(move_interest, STAFF, interest=interests[0], state=state)

    assert waterdam.look(funnel, opportunity=1) == [
        Reached("prikbord", "Prikbord", "poster", 5, 3, 2, 1)
    ]
    assert waterdam.look(funnel, opportunity=2) == []


def test_shares_are_counted_together_without_a_person(
    waterdam: Store,
    person: Callable[[str], Actor],
    trail_of: Callable[[str], int],
    express: Callable[..., int],
) -> None:
    for name in ("ada", "bob"):
        trail = trail_of(waterdam.run(share_trail, person(name), opportunity=1))
        waterdam.run(count_view, NOBODY, trail=trail)
        express(person(f"vriend van {name}"), trail)

    assert waterdam.look(funnel, opportunity=1) == [Reached(None, None, "share", 2, 0, 2, 0)]


def test_interest_that_came_by_a_venues_own_link_counts_for_it(
    waterdam: Store,
    board: int,
    person: Callable[[str], Actor],
    trail_of: Callable[[str], int],
    express: Callable[..., int],
) -> None:
    own = trail_of(waterdam.run(venue_trail, STAFF, venue=1, kind="notice_board"))
    waterdam.run(count_view, NOBODY, trail=own)
    express(person("ada"), own)

    assert waterdam.look(funnel, opportunity=1) == [
        Reached("prikbord", "Prikbord", "poster", 0, 0, 1, 0)
    ]


def test_interest_without_a_trail_counts_for_no_place(
    waterdam: Store, person: Callable[[str], Actor], express: Callable[..., int]
) -> None:
    express(person("ada"), None)

    assert waterdam.look(funnel, opportunity=1) == []


def test_most_interests_come_first(
    waterdam: Store,
    board: int,
    person: Callable[[str], Actor],
    express: Callable[..., int],
    trail_of: Callable[[str], int],
) -> None:
    poster = trail_of(waterdam.run(lay_trail, NOBODY, opportunity=1, kind="poster"))
    express(person("ada"), poster)

    assert [(row.name, row.kind) for row in waterdam.look(funnel, opportunity=1)] == [
        (None, "poster"),
        ("Prikbord", "poster"),
    ]
