"""Hostile and odd input: never an error or silence, nothing lost, nothing read as a template."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from outreach.store.errors import StoreFailed
from outreach.store.store import Store
from tests.bot.conftest import Person

HOSTILE = [
    "\x00",
    "a\x00b",
    "\ud800",
    "x\udfffy",
    "\u202egnirts\u202c",
    "\u200b\u200d\u2060",
    "👨‍👩‍👧‍👦",
    "👍🏽" * 50,
    "é" * 2_000,
    "<script>alert(1)</script>",
    "<b onclick='x'>",
    "{ $x }",
    "{ talk-hello }",
    "{{ 7 * 7 }}",
    "%s %(name)s {0} {name}",
    "'; DROP TABLE person; --",
    '" OR 1=1',
    "/start",
    "/start ABCD2345",
    "/",
    "//stop",
    "!human",
    "1.1.!forget",
    "a" * 1_000_000,
    "a\u0301" * 500_000,
    "\n" * 10_000,
    "1" * 5_000,
    "-1",
    "1e9",
    "NaN",
    "null",
    "\\",
    "\r\n\t",
    "ﷺ" * 100,
    "שלום",
    "١٢٣",
    "𝟙",
    "¼",
    "﷽",
    "ßẞ",
    "İstanbul",
    "..",
    "0.0.0",
    '{"a":' * 500,
]


def counts(store: Store) -> tuple[int, int, int]:
    """Rows of inbound, of delivery, and of inbound in quarantine."""
    sources = ("inbound", "delivery", "inbound WHERE quarantined")
    queries = [sql(f"SELECT count(*) FROM {source}") for source in sources]
    rows = store.look(
        lambda unit: [unit.connection.execute(query).scalar_one() for query in queries]
    )
    return rows[0], rows[1], rows[2]


def at(person: Person, *answers: str) -> Person:
    """Begin an interest again, and give these answers."""
    person.say("opnieuw beginnen")
    person.enter(opportunity=1)
    person.press(person.labels[0])
    for answer in answers:
        person.say(answer)
    return person


@pytest.mark.parametrize(
    "answers", [(), ("met een groep",), ("alleen", "Anna"), ("alleen", "Anna", "Een hark")]
)
def test_hostile_text_is_answered_like_any_other(answers: tuple[str, ...], person: Person) -> None:
    for hostile in HOSTILE:
        at(person, *answers)
        before = counts(person.store)

        assert person.say(hostile).strip()

        assert counts(person.store) == (before[0] + 1, before[1] + 1, 0)


@pytest.mark.parametrize(
    "hostile", ["{ $x }", "{ talk-hello }", "<b>vet</b>", "'; DROP TABLE person; --", "%s {0}"]
)
def test_hostile_text_is_kept_and_shown_as_it_was_typed(hostile: str, person: Person) -> None:
    at(person, "alleen", "Anna")

    shown = person.say(f"Een hark {hostile}")

    assert f"Een hark {hostile}" in shown


ODD = st.text(st.characters(exclude_categories=()), max_size=30)
CHOICES = st.builds(
    "{}.{}.{}".format,
    st.integers(-1, 3),
    st.integers(-1, 9),
    ODD | st.sampled_from(["alone", "yes"]),
)
ARRIVALS = st.fixed_dictionaries(
    {
        "external_id": ODD | st.sampled_from(["m-same", "m" * 9_000]),
        "sender": st.sampled_from(["anna", "\ud800", "", "x" * 9_000]) | ODD,
        "text": ODD
        | st.sampled_from([*HOSTILE[:20], "menu", "terug", "stop", "start", "1", "2", "ja", "nee"]),
    },
    optional={
        "choice": st.none() | ODD | CHOICES,
        "seen": st.none() | st.integers(),
        "language": ODD | st.sampled_from(["nl", "en", "ar"]),
        "code": st.none() | ODD,
        "opportunity": st.none() | st.integers() | st.integers(-1, 9),
    },
)


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(arrivals=st.lists(ARRIVALS, min_size=1, max_size=6))
def test_any_arrival_is_answered_once_or_a_duplicate(
    person: Person, arrivals: list[dict[str, Any]]
) -> None:
    for fields in arrivals:
        inbound, delivered, _ = counts(person.store)
        heard = len(person.messages)

        taken = person.hand_in(**fields)

        assert len(person.messages) == heard + taken
        assert counts(person.store) == (inbound + taken, delivered + taken, 0)
        if taken:
            assert person.text.strip()
            assert all(option.label for option in person.last.options)


@pytest.fixture
def full_disk(person: Person) -> Iterator[Callable[[bool], None]]:
    """A database that takes no answers any more, until told otherwise."""
    path = person.store.path

    def turn(on: bool) -> None:
        with closing(sqlite3.connect(path)) as database:
            database.execute("DROP TRIGGER IF EXISTS full")
            if on:
                database.execute(
                    "CREATE TRIGGER full BEFORE INSERT ON delivery BEGIN SELECT RAISE(ABORT, "
                    "'disk full'); END"
                )

    yield turn
    turn(False)


def test_store_that_fails_is_told_to_the_channel_and_nothing_is_kept(
    person: Person, full_disk: Callable[[bool], None], told: Callable[..., str]
) -> None:
    at(person, "alleen")
    before = counts(person.store)
    full_disk(True)

    with pytest.raises(StoreFailed):
        person.hand_in(text="Anna", external_id="m-full")

    assert counts(person.store) == before
    full_disk(False)
    assert person.hand_in(text="Anna", external_id="m-full")
    assert told("interest-give") in person.text
