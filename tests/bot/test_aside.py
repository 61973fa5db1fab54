"""A message that the database refuses is set aside; a store that takes nothing is different."""

from collections.abc import Callable
from typing import Any

import pytest
import structlog

from content.texts import Texts
from outreach.delivery.aside import asides
from outreach.store.errors import NotNow, StoreFailed, SwallowedError
from outreach.store.store import Store
from tests.bot.conftest import Person
from tests.clock import Clock

pytestmark = [pytest.mark.sqlite, pytest.mark.postgresql]
BAD = "NEW.text LIKE '%xyzzy%'"
REFUSED = {"sqlite": "IntegrityError", "postgresql": "DataException"}


def test_text_that_is_refused_is_set_aside_and_the_question_comes_again(
    person: Person,
    refuse: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    told: Callable[..., str],
    clock: Clock,
    base: str,
) -> None:
    person.say("menu")
    question = person.say("menu")
    refuse(person.store, "inbound", BAD)

    with structlog.testing.capture_logs() as logged:
        taken = [person.hand_in(text="xyzzy geheim", external_id="bad") for _ in range(2)]

    assert taken == [True, False]
    assert person.text == f"{told('talk-not-kept')}\n\n{question}"
    assert stored(
        person.store, "SELECT text, quarantined FROM inbound WHERE external_id = 'bad'"
    ) == [("", True)]
    assert stored(person.store, "SELECT channel, external_id, error FROM aside") == [
        ("web", "bad", REFUSED[base])
    ]
    assert "geheim" not in str(logged)


def test_person_of_whom_nothing_can_be_stored_hears_so_and_others_go_on(
    person: Person,
    talk_with: Callable[..., Person],
    refuse: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    told: Callable[..., str],
    clock: Clock,
    base: str,
) -> None:
    person.say("menu")
    refuse(person.store, "inbound", "NEW.address_id = 1")
    joe = talk_with(person.store, "joe")

    said = [person.say("hoi"), person.say("dag"), joe.say("hoi")]

    assert said[:2] == [told("talk-not-kept")] * 2
    assert told("talk-hello") in said[2]
    found = person.store.look(asides)
    assert [(each.channel, each.count, each.since, each.error) for each in found] == [
        ("web", 2, clock.now, REFUSED[base])
    ]
    assert stored(person.store, "SELECT DISTINCT address_id FROM aside") == [(1,)]


def test_somebody_new_who_cannot_be_stored_hears_so_in_their_language(
    english: Person,
    refuse: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    texts: Texts,
) -> None:
    refuse(english.store, "person", "NEW.language = 'en'")

    assert english.say("hello") == texts.text("talk-not-kept", "en")
    assert stored(english.store, "SELECT address_id FROM aside") == [(None,)]


@pytest.mark.parametrize("table", ["inbound", "delivery", "person"])
def test_store_that_refuses_everything_asks_for_the_message_again(
    person: Person,
    refuse: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    table: str,
) -> None:
    refuse(person.store, table, "true")

    with pytest.raises(StoreFailed):
        person.hand_in(text="hoi")

    assert stored(person.store, "SELECT count(*) FROM aside") == [(0,)]


def test_fault_of_a_rule_is_no_fault_of_the_store(
    person: Person, told: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def swallow(*_: object) -> None:
        raise SwallowedError

    monkeypatch.setattr("bot.turn.Course.answer", swallow)

    assert not issubclass(SwallowedError, NotNow)
    assert told("talk-failed") in person.say("hoi")
