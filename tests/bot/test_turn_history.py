"""After any history an interest is stored once, as it was said, in the real house and store."""

import itertools
from collections.abc import Callable
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from bot.inbox import Arrival
from bot.turn import turn
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from tests.bot.conftest import Person

NAMES = itertools.count()
TEXTS = [
    "Buren van de hoek",
    "Zes paar handen",
    "x",
    "👨‍👩‍👧‍👦 samen",
    "1",
    "nee",
    "ja",
    "terug",
    "qqq",
    "...",
    "y" * 700,
]
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("press"), st.integers(0, 5)),
        st.tuples(st.just("type"), st.sampled_from(TEXTS)),
        st.tuples(st.sampled_from(["duplicate", "crash", "restart", "help"]), st.integers(0, 5)),
    ),
    max_size=20,
)


class Crash(Exception):
    """The power goes off before the commit."""


def crashing(unit: Unit, /, **values: Any) -> None:
    turn(unit, **values)
    raise Crash


def make(person: Person, move: str, what: Any) -> None:
    codes = [option.code for option in person.last.options if not option.code.endswith("!human")]
    match move:
        case "press" if codes:
            person.hand_in(choice=codes[what % len(codes)])
        case "type":
            person.say(what)
        case "help":
            person.say("help")
        case "duplicate":
            person.hand_in(text="qqq", external_id=f"{person.name}-{what}")
            before = person.last
            assert person.hand_in(text="ja", external_id=f"{person.name}-{what}") is False
            assert person.last is before
        case "crash" if codes:
            arrival = Arrival(
                channel="web",
                sender=person.name,
                external_id=f"{person.name}-c{what}",
                choice=codes[what % len(codes)],
            )
            with pytest.raises(Crash):
                person.store.run(crashing, NOBODY, script=person.script, arrival=arrival)
        case "restart":
            person.restart(person.script)


def one(person: Person, query: str) -> Any:
    values = {"name": person.name}
    return person.store.look(
        lambda unit: [tuple(row) for row in unit.connection.execute(sql(query), values)]
    )


def stored(person: Person) -> Any:
    return one(
        person,
        "SELECT party.kind, party.name, interest.brings, interest.state FROM interest"
        " JOIN party ON party.id = party_id JOIN membership USING (party_id)"
        " JOIN address ON address.person_id = membership.person_id WHERE external_id = :name",
    )


def answers(person: Person) -> list[tuple[str, Any]]:
    query = (
        "SELECT transcript FROM conversation JOIN address ON address.id = address_id"
        " WHERE external_id = :name AND dialogue = 'interest'"
    )
    entries = orjson.loads(one(person, query)[0][0])
    return [(key, value) for kind, key, value in entries if kind == "ask"]


def begin(person: Person) -> Person:
    person.enter(opportunity=1)
    person.press(person.labels[0])
    return person


def finish(person: Person, sure: str) -> list[tuple[str, Any]]:
    """Return the rest of the answers, up to the summary; return all of them."""
    for _ in range(12):
        if sure in person.labels:
            return answers(person)
        if person.last.options:
            person.hand_in(choice=person.last.options[0].code)
        else:
            person.say("Iets")
    raise AssertionError(person.text)


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(history=MOVES)
def test_interest_is_stored_once_as_the_straight_path_would(
    history: list[tuple[str, Any]],
    waterdam: Store,
    talk_with: Callable[..., Person],
    told: Callable[..., str],
) -> None:
    person, twin = (
        begin(talk_with(waterdam, f"{kind}{next(NAMES)}")) for kind in ("person", "twin")
    )
    sure, named = told("interest-sure", "yes"), told("talk-offer", "said-name")

    for move, what in history:
        if not stored(person):
            make(person, move, what)
    if stored(person):
        assert len(stored(person)) == 1
        return
    for key, value in finish(person, sure):
        code = next(
            (option.code for option in twin.last.options if option.code.endswith(f".{value}")), None
        )
        assert code is not None or key not in ("interest-kind", "interest-sort")
        twin.hand_in(**({"text": value} if code is None else {"choice": code}))
        if named in twin.labels:
            # it was asked whether that is a name
            twin.press(named)
    person.press(sure)
    twin.press(sure)

    assert len(stored(person)) == 1
    assert stored(person) == stored(twin)
