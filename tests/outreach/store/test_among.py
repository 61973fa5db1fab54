"""A list of any length is one value: no database counts how much is in it."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Delete, Select, Update, bindparam, delete, insert, update
from sqlmodel import col

from outreach.exchange.stored import known_places
from outreach.opportunities.numbers import find_numbers
from outreach.store.among import among
from outreach.store.codes import Code
from outreach.store.query import pick
from outreach.store.statement import prepare
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit

LENGTH = 70_000
"""More than either database takes placeholders."""
ADD = insert(Code)
BY_SUBJECT = pick(Code.code).where(
    among(Code.subject, "subjects"), col(Code.kind) == bindparam("kind")
)
BY_CODE = pick(Code.subject).where(among(Code.code, "codes")).order_by(col(Code.subject))
OTHERS = pick(Code.subject).where(~among(Code.code, "codes"))
USE = (
    update(Code)
    .where(among(Code.subject, "subjects"))
    .values(kind="used")
    .returning(col(Code.code))
)
DROP = delete(Code).where(among(Code.subject, "subjects")).returning(col(Code.code))
WORDS = ['O\'Neill "x"', "één, {2}", "\\ %s :a"]


@pytest.fixture
def kept(store: Store) -> Store:
    row = {"kind": "link", "expires_at": None, "used_at": None}
    rows = [row | {"code": word, "subject": number} for number, word in enumerate(WORDS, 1)]
    store.run(lambda unit: unit.run(ADD, rows) and None, NOBODY)
    return store


@pytest.mark.parametrize("values", [[], [2], [2, 3, 9], list(range(2, LENGTH)), [2, 2**62]])
def test_numbers(kept: Store, values: list[int]) -> None:
    found = kept.look(
        lambda unit: unit.run(BY_SUBJECT, {"subjects": values, "kind": "link"}).scalars()
    )

    assert sorted(found) == sorted(word for number, word in enumerate(WORDS, 1) if number in values)


@pytest.mark.parametrize("values", [[], WORDS[:2], [*WORDS, *map(str, range(LENGTH))]])
def test_words_whatever_is_in_them(kept: Store, values: list[str]) -> None:
    wanted = [number for number, word in enumerate(WORDS, 1) if word in values]

    assert kept.look(lambda unit: unit.run(BY_CODE, {"codes": values}).scalars()) == wanted
    assert len(kept.look(lambda unit: unit.run(OTHERS, {"codes": values}))) == len(WORDS) - len(
        wanted
    )


def test_values_that_stand_in_the_statement(kept: Store) -> None:
    def look(unit: Unit) -> list[str]:
        return list(
            unit.connection.execute(pick(Code.code).where(among(Code.subject, [1, 2]))).scalars()
        )

    assert sorted(kept.look(look)) == sorted(WORDS[:2])


def test_changes_and_the_driver_itself(kept: Store) -> None:
    many = {"subjects": list(range(2, LENGTH))}

    changed = kept.run(lambda unit: unit.run(USE, many).scalars(), NOBODY)
    gone = kept.run(lambda unit: unit.run(DROP, many).scalars(), NOBODY)

    assert (sorted(changed), sorted(gone)) == (sorted(WORDS[1:]), sorted(WORDS[1:]))
    assert kept.look(lambda unit: prepare(USE, unit.connection.dialect, ("subjects",))) is not None


@pytest.mark.parametrize(
    "statement", [BY_SUBJECT, BY_CODE, USE, DROP], ids=["numbers", "words", "change", "drop"]
)
def test_index_leads_to_the_values(
    kept: Store, whole: Callable[..., list[str]], statement: Select[Any] | Update | Delete
) -> None:
    values = {"subjects": [1, 2], "codes": WORDS, "kind": "link"}

    assert whole(kept, lambda unit: unit.run(statement, values)) == []


@pytest.mark.parametrize(
    "rule", [known_places, lambda unit, words: find_numbers(unit, numbers=words)]
)
def test_rules_that_are_handed_as_much_as_a_file_holds(
    waterdam: Store, rule: Callable[..., Any]
) -> None:
    assert waterdam.look(lambda unit: rule(unit, [f"x{number}" for number in range(LENGTH)])) == {}
