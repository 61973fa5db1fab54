"""Staff add and confirm venues; each has a short code of its own."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from outreach.venues.presence import Presence, leave
from outreach.venues.register import (
    VenueLine,
    add_venue,
    all_venues,
    confirm_venue,
    hold_venue,
    short_code,
)
from tests.clock import Clock

STAFF = Actor("staff", 1)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Buurt Zuid", "buurt-zuid"),
        ("  Café ’t Hoekje!  ", "cafe-t-hoekje"),
        ("Buren van de Lindenstraat en omgeving", "buren-van-de"),
        ("Lindenstraatbewonersvereniging", "lindenstraatbewoners"),
        ("حي الورود", "venue"),
        ("🌳🌳", "venue"),
        ("", "venue"),
    ],
)
def test_code_is_what_staff_can_type(name: str, code: str) -> None:
    assert short_code(name) == code


def test_venue_of_staff_is_confirmed_at_once(waterdam: Store, clock: Clock) -> None:
    facts = {"place": "Lindenkom", "language": "en", "contact": "de balie", "most_a_week": 3}

    code = waterdam.run(add_venue, STAFF, name="Prikbord", kind="notice_board", **facts)

    assert code == "prikbord"
    assert waterdam.look(all_venues) == [
        VenueLine(
            code="prikbord",
            name="Prikbord",
            kind="notice_board",
            state="confirmed",
            channel="",
            language="en",
            most_a_week=3,
            contact="de balie",
            made_at=clock(),
            confirmed_at=clock(),
            left_at=None,
            place="Lindenkom",
        )
    ]


def test_venues_of_one_name_get_codes_of_their_own(
    waterdam: Store, joins: Callable[..., Presence]
) -> None:
    for number in range(3):
        joins(external_id=f"-{number}")

    assert [line.code for line in waterdam.look(all_venues)] == [
        "buurt-zuid",
        "buurt-zuid-2",
        "buurt-zuid-3",
    ]


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"name": "prikbord", "kind": "notice_board"}, "refusal-venue-there"),
        ({"name": "", "kind": "notice_board"}, "refusal-empty"),
        ({"name": "Brief", "kind": "krant"}, "refusal-code"),
        ({"name": "Brief", "kind": "newsletter", "language": "xx"}, "refusal-code"),
        ({"name": "Brief", "kind": "newsletter", "place": "Nergens"}, "refusal-place-unknown"),
    ],
)
def test_adding_refuses_what_does_not_fit_and_stores_nothing(
    waterdam: Store, facts: dict[str, str], key: str
) -> None:
    waterdam.run(add_venue, STAFF, name="Prikbord", kind="notice_board")

    with pytest.raises(Refusal) as refusal:
        waterdam.run(add_venue, STAFF, **facts)

    assert refusal.value.key == key
    assert len(waterdam.look(all_venues)) == 1


def test_confirming_lets_a_venue_be_posted_in_and_corrects_it(
    waterdam: Store,
    joins: Callable[..., Presence],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    clock: Clock,
) -> None:
    joins()
    clock.passes(hours=1)

    waterdam.run(confirm_venue, STAFF, code=" Buurt-Zuid ", kind="broadcast", most_a_week=5)
    waterdam.run(confirm_venue, STAFF, code="buurt-zuid", contact="de beheerder")
    waterdam.run(confirm_venue, STAFF, code="buurt-zuid")

    line = waterdam.look(all_venues)[0]
    assert (line.state, line.kind, line.most_a_week, line.contact) == (
        "confirmed",
        "broadcast",
        5,
        "de beheerder",
    )
    assert line.confirmed_at == clock()
    deeds = stored(waterdam, "SELECT actor, deed FROM event WHERE deed LIKE 'venue.%' ORDER BY id")
    assert deeds == [
        ("nobody", "venue.joined"),
        ("staff:1", "venue.confirmed"),
        ("staff:1", "venue.changed"),
    ]


def test_venue_that_was_left_cannot_be_confirmed(
    waterdam: Store, joins: Callable[..., Presence]
) -> None:
    waterdam.run(leave, STAFF, presence=joins())

    with pytest.raises(Refusal, match="refusal-venue-left"):
        waterdam.run(confirm_venue, STAFF, code="buurt-zuid")


def test_unknown_code_is_refused(waterdam: Store) -> None:
    with pytest.raises(Refusal, match="refusal-venue-unknown"):
        waterdam.run(hold_venue, STAFF, code="nergens")
