"""The event log is read with names, newest first, on either database."""

from datetime import timedelta
from typing import Any

import pytest

from outreach.interests.interest import PartyDraft, express_interest, move_interest
from outreach.interests.question import ask_question
from outreach.lookup.log import Entry, Wanted, event_log
from outreach.parties.person import meet
from outreach.staff.staff import add_staff
from outreach.store.page import Cut
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.venues.register import add_venue
from tests.clock import Clock


@pytest.fixture
def busy(waterdam: Store, strip: int) -> Store:
    """Bo added a venue; somebody signed up and asked, and Bo moved the interest."""
    waterdam.run(add_staff, NOBODY, email="bo@waterdam.example", name="Bo", role="administrator")
    bo = Actor("staff", 1)
    waterdam.run(add_venue, bo, name="Buurtapp Zuid", kind="neighbourhood_group")
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="cookie", language="nl")
    ada, party = Actor("person", person), PartyDraft("resident", "Ada Geheim")
    waterdam.run(express_interest, ada, opportunity=strip, version=1, party=party, brings="geheim")
    waterdam.run(ask_question, ada, opportunity=strip, text="geheim")
    waterdam.run(move_interest, bo, interest=1, state="in_talk")
    return waterdam


def log(store: Store, most: int = 100, before: int | None = None, **wanted: Any) -> list[Entry]:
    return store.look(event_log, wanted=Wanted(**wanted), cut=Cut(most, before))


def deeds(entries: list[Entry]) -> list[str]:
    return [entry.deed for entry in entries]


def test_newest_is_first_with_the_names_of_colleagues_and_things(busy: Store) -> None:
    told = [(entry.by, entry.actor, entry.deed, entry.names) for entry in log(busy, 6)]

    assert told == [
        ("Bo", "staff:1", "interest.moved", {}),
        (None, "person:1", "question.asked", {}),
        (None, "person:1", "interest.expressed", {"opportunity": "WD-2026-01"}),
        (None, "person:1", "party.founded", {}),
        ("Bo", "staff:1", "venue.added", {"venue": "Buurtapp Zuid"}),
        (None, "nobody", "staff.set", {"staff": "Bo"}),
    ]


def test_no_word_of_a_resident_stands_in_it(busy: Store) -> None:
    assert "geheim" not in repr(log(busy)).lower()


def test_log_is_read_by_the_page(busy: Store) -> None:
    whole = log(busy)

    pages = [log(busy, 2)]
    while pages[-1]:
        pages.append(log(busy, 2, pages[-1][-1].id))

    assert [entry for page in pages for entry in page] == whole


def test_log_of_an_opportunity_has_that_of_its_interests_and_questions(
    busy: Store, strip: int
) -> None:
    assert deeds(log(busy, about=(("opportunity", strip),)))[:3] == [
        "interest.moved",
        "question.asked",
        "interest.expressed",
    ]


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ((("interest", 1),), ["interest.moved", "interest.expressed"]),
        ((("question", 1),), ["question.asked"]),
        ((("interest", 9),), []),
    ],
)
def test_log_of_one_thing_has_nothing_else(
    busy: Store, about: tuple[tuple[str, int], ...], expected: list[str]
) -> None:
    assert deeds(log(busy, about=about)) == expected


def test_log_is_of_one_colleague_or_since_a_moment(busy: Store, clock: Clock) -> None:
    clock.passes(days=1)
    busy.run(move_interest, Actor("staff", 1), interest=1, state="invited")

    late = log(busy, since=clock() - timedelta(hours=1))

    assert deeds(late) == ["interest.moved"]
    assert deeds(log(busy, by=1)) == ["interest.moved", "interest.moved", "venue.added"]
