"""A new address is a new person with a profile."""

import pytest

from outreach.parties.party import found_party
from outreach.parties.person import (
    Profile,
    came_by,
    choose_language,
    choose_place,
    choose_themes,
    language_of,
    meet,
    profile,
    speaker,
)
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit


def rows(store: Store, query: str) -> list[tuple[object, ...]]:
    return store.look(lambda unit: [tuple(row) for row in unit.connection.exec_driver_sql(query)])


def test_every_address_is_a_person_of_its_own(store: Store, ada: Actor) -> None:
    others = [
        store.run(meet, NOBODY, channel=channel, external_id=external_id, language="nl")
        for channel, external_id in (("telegram", "ada"), ("web", "bob"))
    ]

    assert others == [(2, 2), (3, 3)]


def test_address_belongs_to_one_person_for_good(store: Store, ada: Actor) -> None:
    with pytest.raises(Exception, match="No row was found"):
        store.run(meet, NOBODY, channel="web", external_id="ada", language="nl")

    assert rows(store, "SELECT id FROM person") == [(1,)]


def test_profile_tells_what_was_chosen(waterdam: Store) -> None:
    who = Actor(
        "person", waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")[0]
    )

    waterdam.run(choose_language, who, language="en")
    waterdam.run(choose_place, who, place="BU99010101")
    waterdam.run(choose_themes, who, themes=["groen"])

    assert waterdam.run(profile, who) == Profile("en", "BU99010101", "Lindenkom", ["groen"], False)
    assert waterdam.run(language_of, who) == "en"
    waterdam.run(choose_place, who, place=None)
    assert waterdam.run(profile, who).place is None


def test_first_trail_stays_the_first(store: Store, ada: Actor) -> None:
    for trail in (7, 8):
        store.run(came_by, ada, trail=trail)

    assert rows(store, "SELECT trail_id FROM person") == [(7,)]


@pytest.mark.parametrize("actor", [NOBODY, TICK, Actor("staff", 1), Actor("person")])
def test_only_a_person_speaks(store: Store, actor: Actor) -> None:
    with pytest.raises(ValueError, match="not a person in conversation"):
        store.run(speaker, actor)


@pytest.mark.parametrize("actor", [NOBODY, Actor("staff", 1), Actor("person", 99)])
def test_dutch_is_spoken_with_anybody_else(store: Store, actor: Actor) -> None:
    assert store.run(language_of, actor) == "nl"


def test_party_begins_with_its_founder(store: Store, ada: Actor) -> None:
    party = store.run(found_party, ada, kind="residents_group", name="Buren")

    assert rows(store, "SELECT party_id, person_id FROM membership") == [(party, 1)]
    assert rows(store, "SELECT kind, name, legal_form FROM party") == [
        ("residents_group", "Buren", None)
    ]


def test_log_holds_no_value_that_somebody_typed(store: Store, ada: Actor) -> None:
    def all_deeds(unit: Unit) -> None:
        choose_language(unit, language="secret")
        choose_themes(unit, themes=["secret"])
        found_party(unit, kind="resident", name="secret", legal_form="secret")

    store.run(all_deeds, ada)

    assert "secret" not in str(rows(store, "SELECT * FROM event"))
