"""Our account comes, goes and moves along; a venue that throws it out is marked as left."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from outreach.parties.address import mark_gone
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK
from outreach.venues.post import Posted
from outreach.venues.presence import (
    Presence,
    arrive,
    come_back,
    find_presence,
    leave,
    leave_where_gone,
    move,
)
from outreach.venues.register import add_venue, all_venues
from outreach.venues.trail import venue_trail
from tests.clock import Clock

STATES = "SELECT code, state FROM venue ORDER BY id"


def there(store: Store, external_id: str = "-100") -> Presence | None:
    """Our presence there, as a unit that writes finds it."""
    return store.run(find_presence, NOBODY, channel="telegram", external_id=external_id)


def test_venue_is_registered_once_however_often_we_arrive(
    waterdam: Store,
    joins: Callable[..., Presence],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    first, again = joins(), joins(name="Anders")

    assert first == again == there(waterdam)
    assert stored(waterdam, STATES) == [("buurt-zuid", "new")]


def test_address_of_a_person_never_becomes_a_venue(
    waterdam: Store, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    waterdam.run(meet, NOBODY, channel="telegram", external_id="77", language="nl")
    facts = {
        "channel": "telegram",
        "external_id": "77",
        "name": "Buurt",
        "kind": "broadcast",
        "language": "nl",
    }

    assert waterdam.run(arrive, NOBODY, **facts) is None
    assert stored(waterdam, STATES) == []


def test_leaving_and_coming_back_asks_staff_anew(
    waterdam: Store, group: Presence, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    waterdam.run(leave, NOBODY, presence=group)
    left = there(waterdam)
    assert left is not None
    assert left.state == "left"
    assert stored(waterdam, STATES) == [("buurt-zuid", "left")]

    waterdam.run(come_back, NOBODY, presence=left)

    back = there(waterdam)
    assert back is not None
    assert back.state == "new"
    assert waterdam.look(all_venues)[0].left_at is None


def test_venue_whose_address_is_gone_shows_as_left_and_a_tick_writes_it_down(
    waterdam: Store,
    group: Presence,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    clock: Clock,
) -> None:
    waterdam.run(add_venue, NOBODY, name="Prikbord", kind="notice_board")
    waterdam.run(mark_gone, NOBODY, channel="telegram", external_id="-100", gone=True)

    assert [(line.code, line.state, line.left_at) for line in waterdam.look(all_venues)] == [
        ("buurt-zuid", "left", clock()),
        ("prikbord", "confirmed", None),
    ]
    assert waterdam.run(leave_where_gone, TICK) == 1
    assert waterdam.run(leave_where_gone, TICK) == 0
    assert stored(waterdam, STATES) == [("buurt-zuid", "left"), ("prikbord", "confirmed")]
    assert stored(waterdam, "SELECT actor FROM event WHERE deed = 'venue.left'") == [("tick",)]


def test_venue_that_moves_keeps_its_register_but_not_the_numbers_of_its_messages(
    waterdam: Store,
    group: Presence,
    post: Callable[..., Posted],
    strip: int,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    post(strip)
    waterdam.run(
        lambda unit: unit.connection.exec_driver_sql("UPDATE delivery SET receipt = '5'"), NOBODY
    )

    waterdam.run(move, NOBODY, presence=group, to="-200")

    assert there(waterdam) is None
    moved = there(waterdam, "-200")
    assert moved is not None
    assert (moved.venue, moved.state) == (group.venue, "confirmed")
    assert stored(waterdam, "SELECT receipt FROM delivery") == [(None,)]


def test_venue_that_was_known_under_both_numbers_becomes_one(
    waterdam: Store,
    group: Presence,
    joins: Callable[..., Presence],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    doubled = joins(external_id="-200")
    code = waterdam.run(venue_trail, NOBODY, venue=doubled.venue, kind=doubled.kind)

    waterdam.run(move, NOBODY, presence=group, to="-200")

    assert stored(waterdam, STATES) == [("buurt-zuid", "confirmed")]
    kept = there(waterdam, "-200")
    assert kept is not None
    assert (kept.venue, kept.state) == (group.venue, "confirmed")
    assert waterdam.run(venue_trail, NOBODY, venue=group.venue, kind=group.kind) == code
    assert waterdam.look(all_venues)[0].state == "confirmed"


def test_moving_twice_changes_nothing_more(
    waterdam: Store, group: Presence, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    waterdam.run(move, NOBODY, presence=group, to="-200")
    again = there(waterdam, "-200")
    assert again is not None

    waterdam.run(move, NOBODY, presence=again, to="-200")

    assert stored(
        waterdam, "SELECT external_id, gone_at FROM address WHERE venue_id IS NOT NULL"
    ) == [("-200", None)]


def test_venue_that_was_left_and_moves_is_there_again(
    waterdam: Store, group: Presence, clock: Clock
) -> None:
    waterdam.run(leave, NOBODY, presence=group)
    clock.now += timedelta(minutes=1)
    left = there(waterdam)
    assert left is not None

    waterdam.run(move, NOBODY, presence=left, to="-200")

    moved = there(waterdam, "-200")
    assert moved is not None
    assert moved.state == "new"
