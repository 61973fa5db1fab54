"""A new address is a new person; what they allow is written down moment by moment."""

import pytest

from outreach.parties.party import found_party
from outreach.parties.person import (
    Profile,
    came_by,
    choose_language,
    choose_place,
    choose_themes,
    consent,
    language_of,
    meet,
    profile,
    speaker,
    start,
    stop,
)
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit


@pytest.fixture
def ada(store: Store) -> Actor:
    return Actor("person", store.run(meet, NOBODY, channel="web", external_id="ada", language="nl")[0])


def rows(store: Store, query: str) -> list[tuple[object, ...]]:
    return store.look(lambda unit: [tuple(row) for row in unit.connection.exec_driver_sql(query)])


def test_every_address_is_a_person_of_its_own(store: Store, ada: Actor):
    others = [
        store.run(meet, NOBODY, channel=channel, external_id=external_id, language="nl")
        for channel, external_id in (("telegram", "ada"), ("web", "bob"))
    ]

    assert others == [(2, 2), (3, 3)]


def test_address_belongs_to_one_person_for_good(store: Store, ada: Actor):
    with pytest.raises(Exception, match="No row was found"):
        store.run(meet, NOBODY, channel="web", external_id="ada", language="nl")

    assert rows(store, "SELECT id FROM person") == [(1,)]


def test_profile_tells_what_was_chosen(waterdam: Store):
    who = Actor("person", waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")[0])

    waterdam.run(choose_language, who, language="en")
    waterdam.run(choose_place, who, place="BU99010101")
    waterdam.run(choose_themes, who, themes=["groen"])

    assert waterdam.run(profile, who) == Profile("en", "BU99010101", "Lindenkom", ["groen"], False)
    assert waterdam.run(language_of, who) == "en"
    waterdam.run(choose_place, who, place=None)
    assert waterdam.run(profile, who).place is None


def test_consent_keeps_every_moment(store: Store, ada: Actor, clock):
    store.run(consent, ada, purpose="news", given=True, text_version="2026-11", scope="web")
    clock.passes(days=1)
    store.run(consent, ada, purpose="news", given=False, text_version="2026-12", scope="web", how="form")

    assert rows(store, "SELECT purpose, scope, given, how, text_version, at FROM consent ORDER BY id") == [
        ("news", "web", 1, "talk", "2026-11", "2026-11-02 09:00:00.000000"),
        ("news", "web", 0, "form", "2026-12", "2026-11-03 09:00:00.000000"),
    ]
    assert rows(store, "SELECT deed, fields FROM event WHERE deed LIKE 'consent.%' ORDER BY id") == [
        ("consent.given", '["news"]'),
        ("consent.withdrawn", '["news"]'),
    ]


def test_stop_and_start_are_told_in_the_log(store: Store, ada: Actor):
    store.run(stop, ada)
    assert store.run(profile, ada).stopped is True
    store.run(start, ada)
    assert store.run(profile, ada).stopped is False

    assert rows(store, "SELECT deed, actor FROM event ORDER BY id") == [
        ("person.stopped", "person:1"),
        ("consent.withdrawn", "person:1"),
        ("person.started", "person:1"),
    ]


def test_stop_takes_the_consent_for_news_back_and_start_does_not_give_it(store: Store, ada: Actor):
    store.run(consent, ada, purpose="news", given=True, text_version="2026-11")

    store.run(stop, ada)
    store.run(start, ada)

    assert rows(store, "SELECT given, text_version FROM consent WHERE purpose = 'news' ORDER BY id") == [
        (1, "2026-11"),
        (0, "stop"),
    ]


def test_first_trail_stays_the_first(store: Store, ada: Actor):
    for trail in (7, 8):
        store.run(came_by, ada, trail=trail)

    assert rows(store, "SELECT trail_id FROM person") == [(7,)]


@pytest.mark.parametrize("actor", [NOBODY, TICK, Actor("staff", 1), Actor("person")])
def test_only_a_person_speaks(store: Store, actor: Actor):
    with pytest.raises(ValueError, match="not a person in conversation"):
        store.run(speaker, actor)


@pytest.mark.parametrize("actor", [NOBODY, Actor("staff", 1), Actor("person", 99)])
def test_dutch_is_spoken_with_anybody_else(store: Store, actor: Actor):
    assert store.run(language_of, actor) == "nl"


def test_party_begins_with_its_founder(store: Store, ada: Actor):
    party = store.run(found_party, ada, kind="residents_group", name="Buren")

    assert rows(store, "SELECT party_id, person_id FROM membership") == [(party, 1)]
    assert rows(store, "SELECT kind, name, legal_form FROM party") == [("residents_group", "Buren", None)]


def test_log_holds_no_value_that_somebody_typed(store: Store, ada: Actor):
    def all_deeds(unit: Unit) -> None:
        choose_language(unit, language="secret")
        choose_themes(unit, themes=["secret"])
        found_party(unit, kind="resident", name="secret", legal_form="secret")

    store.run(all_deeds, ada)

    assert "secret" not in str(rows(store, "SELECT * FROM event"))
