"""A new address is a new person; what they allow is written down moment by moment."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from content.fluent import wording
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
    move_address,
    permit,
    permitted,
    profile,
    speaker,
    start,
    stop,
    take_back,
)
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from tests.clock import Clock
from tests.conftest import Dump


@pytest.fixture
def ada(store: Store) -> Actor:
    return Actor(
        "person", store.run(meet, NOBODY, channel="web", external_id="ada", language="nl")[0]
    )


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


def test_consent_keeps_every_moment(
    store: Store, ada: Actor, clock: Clock, dump: Callable[[Store], Dump]
) -> None:
    store.run(consent, ada, purpose="news", given=True, text_version="2026-11", scope="web")
    clock.passes(days=1)
    store.run(
        consent, ada, purpose="news", given=False, text_version="2026-12", scope="web", how="form"
    )

    fields = ("purpose", "scope", "given", "how", "text_version", "at")
    assert [tuple(row[field] for field in fields) for row in dump(store)["consent"]] == [
        ("news", "web", True, "talk", "2026-11", clock.now - timedelta(days=1)),
        ("news", "web", False, "form", "2026-12", clock.now),
    ]
    assert [(row["deed"], row["fields"]) for row in dump(store)["event"]] == [
        ("consent.given", ["news"]),
        ("consent.withdrawn", ["news"]),
    ]


def test_permission_holds_for_its_channel_and_bears_the_words_that_were_shown(
    store: Store, ada: Actor
) -> None:
    in_telegram, in_web = (Actor("person", ada.id, via=channel) for channel in ("telegram", "web"))

    store.run(permit, in_telegram, purpose="news", given=True, text="start-news")
    store.run(choose_language, ada, language="en")
    store.run(permit, in_web, purpose="news", given=False, text="interest-news")

    assert rows(store, "SELECT scope, given, how, text_version FROM consent ORDER BY id") == [
        ("telegram", 1, "telegram", wording("start-news", "nl")),
        ("web", 0, "web", wording("interest-news", "en")),
    ]
    assert store.look(permitted, person=1) == {"news": ["telegram"]}


def test_permission_that_was_taken_back_and_given_again_stands(store: Store, ada: Actor) -> None:
    for given in (True, False, True):
        store.run(permit, ada, purpose="name", given=given, text="interest-news", scope="7")

    assert store.look(permitted, person=1) == {"name": ["7"]}


def test_purpose_is_taken_back_wherever_it_was_given_and_nothing_else_is(
    store: Store, ada: Actor
) -> None:
    for purpose, scope in (("name", "1"), ("name", "2"), ("news", "web"), ("talk", "5")):
        store.run(permit, ada, purpose=purpose, given=True, text="interest-news", scope=scope)

    store.run(take_back, ada, purpose="name", text="my_data-back")

    assert store.look(permitted, person=1) == {"news": ["web"], "talk": ["5"]}


def test_stop_takes_news_back_in_every_channel(store: Store, ada: Actor) -> None:
    for channel in ("web", "telegram"):
        store.run(
            permit,
            Actor("person", ada.id, via=channel),
            purpose="news",
            given=True,
            text="start-news",
        )

    store.run(stop, Actor("person", ada.id, via="web"))

    assert store.look(permitted, person=1) == {}
    assert rows(store, "SELECT scope, given, how FROM consent ORDER BY id")[2:] == [
        ("web", 0, "web"),
        ("telegram", 0, "web"),
    ]


def test_stop_and_start_are_told_in_the_log(store: Store, ada: Actor) -> None:
    store.run(stop, ada)
    assert store.run(profile, ada).stopped is True
    store.run(start, ada)
    assert store.run(profile, ada).stopped is False

    assert rows(store, "SELECT deed, actor FROM event ORDER BY id") == [
        ("person.stopped", "person:1"),
        ("person.started", "person:1"),
    ]


def test_stop_takes_the_consent_for_news_back_and_start_does_not_give_it(
    store: Store, ada: Actor
) -> None:
    store.run(consent, ada, purpose="news", given=True, text_version="2026-11")

    store.run(stop, ada)
    store.run(start, ada)

    assert rows(
        store, "SELECT given, text_version FROM consent WHERE purpose = 'news' ORDER BY id"
    ) == [
        (1, "2026-11"),
        (0, wording("stop-keep", "nl")),
    ]


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


def test_address_moves_to_its_new_id(store: Store, ada: Actor) -> None:
    store.run(move_address, TICK, address=1, to="ada-2")

    assert rows(store, "SELECT person_id, external_id, gone_at FROM address") == [
        (ada.id, "ada-2", None)
    ]


def test_address_that_moves_to_one_we_know_is_gone(store: Store, ada: Actor) -> None:
    store.run(meet, NOBODY, channel="web", external_id="ada-2", language="nl")

    store.run(move_address, TICK, address=1, to="ada-2")

    assert rows(store, "SELECT external_id, gone_at IS NULL FROM address ORDER BY id") == [
        ("ada", 0),
        ("ada-2", 1),
    ]


def test_id_of_another_channel_is_another_address(store: Store, ada: Actor) -> None:
    store.run(meet, NOBODY, channel="telegram", external_id="ada-2", language="nl")

    store.run(move_address, TICK, address=1, to="ada-2")

    assert rows(store, "SELECT channel, external_id FROM address ORDER BY id") == [
        ("web", "ada-2"),
        ("telegram", "ada-2"),
    ]
