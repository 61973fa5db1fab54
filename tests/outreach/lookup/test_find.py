"""Anything is found by a code, a number, a name or a word, on either database."""

import pytest

from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.own import add_to_interest, invite_to_party
from outreach.interests.question import ask_question
from outreach.lookup.find import Found, find
from outreach.parties.person import meet
from outreach.staff.staff import add_staff, remove_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.venues.register import add_venue
from outreach.venues.trail import lay_trail

STRIP = Found(
    "opportunity", 1, "Zorg mee voor het plantsoen in de Lindenstraat", "WD-2026-01", "open"
)
GROUP = Found("interest", 1, "Café ’t Zuid", "WD-2026-01", "new")
DOG = Found("question", 1, "Mag mijn hónd mee?", "WD-2026-01", None)


@pytest.fixture
def fatima(waterdam: Store, strip: int) -> tuple[Actor, str]:
    """Fatima's group signed up and she asked a question; return her and her reference."""
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="cookie", language="nl")
    actor = Actor("person", person)
    party = PartyDraft("residents_group", "Café ’t Zuid")
    done = waterdam.run(
        express_interest, actor, opportunity=strip, version=1, party=party, brings="Straße en stoep"
    )
    waterdam.run(add_to_interest, actor, interest=done.interest, reach="06-12345678")
    waterdam.run(ask_question, actor, opportunity=strip, text="Mag mijn hónd mee?")
    return actor, done.reference


def found(store: Store, given: str, *, personal: bool = True, most: int = 10) -> list[Found]:
    return store.look(find, given=given, personal=personal, most=most)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("CAFE 'T ZUID", [GROUP]),
        ("café  ’t\nzuid", [GROUP]),
        ("strasse", [GROUP]),
        ("06-1234", [GROUP]),
        ("hond", [DOG]),
        ("HÓND", [DOG]),
        ("wd 2026 01", [STRIP]),
        ("plantsoen in de linden", [STRIP]),
        ("#1", [STRIP, GROUP, DOG]),
        ("12345", []),
        ("2147483648", []),
        ("100%", []),
        ("_", []),
    ],
)
def test_word_finds_what_it_names_and_what_says_it(
    waterdam: Store, fatima: tuple[Actor, str], given: str, expected: list[Found]
) -> None:
    assert found(waterdam, given) == expected


def test_code_that_people_were_given_finds_what_it_stands_for(
    waterdam: Store, fatima: tuple[Actor, str], strip: int
) -> None:
    actor, reference = fatima
    invitation = waterdam.run(invite_to_party, actor, interest=1)
    trail = waterdam.run(lay_trail, NOBODY, opportunity=strip, kind="poster")

    assert [
        found(waterdam, code) for code in (reference.lower(), f"code: {invitation}", trail)
    ] == [[GROUP], [GROUP], [STRIP]]


def test_whoever_may_not_read_of_persons_finds_no_name_and_no_word_of_theirs(
    waterdam: Store, fatima: tuple[Actor, str]
) -> None:
    _, reference = fatima

    openly = [
        found(waterdam, given, personal=False)
        for given in ("'t zuid", "hond", "06-1234", reference, "1")
    ]

    nameless = Found("interest", 1, None, "WD-2026-01", "new")
    assert openly == [
        [],
        [],
        [],
        [nameless],
        [STRIP, nameless, Found("question", 1, None, "WD-2026-01", None)],
    ]


def test_no_more_of_a_kind_than_asked_for_the_newest_first(waterdam: Store) -> None:
    titles = [
        (one.kind, one.number) for one in found(waterdam, "de", most=2) if one.kind == "opportunity"
    ]

    assert len(titles) == 2
    assert titles == sorted(titles, reverse=True)


def test_venue_is_found_with_the_command_that_shows_it(waterdam: Store) -> None:
    bo = Actor(
        "staff",
        waterdam.run(
            add_staff, NOBODY, email="bo@waterdam.example", name="Bo", role="administrator"
        ),
    )
    venue = waterdam.run(add_venue, bo, name="Buurtapp Zuid", kind="neighbourhood_group")

    [one] = found(waterdam, "buurtapp")

    assert (one.kind, one.name, one.code) == ("venue", "Buurtapp Zuid", venue)
    assert one.command == f"kansenbode venues show {venue}"


def test_colleague_is_found_until_they_leave(waterdam: Store) -> None:
    waterdam.run(add_staff, NOBODY, email="bo@waterdam.example", name="Bo", role="administrator")
    waterdam.run(add_staff, NOBODY, email="noor@waterdam.example", name="Noor de Wit")
    before = found(waterdam, "noor@")
    waterdam.run(remove_staff, NOBODY, email="noor@waterdam.example")

    assert (before, found(waterdam, "noor@")) == (
        [Found("staff", 2, "Noor de Wit", None, None)],
        [],
    )
