"""A constant statement returns the same on the driver as through SQLAlchemy, errors too."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlalchemy.exc import IntegrityError, MultipleResultsFound, NoResultFound, StatementError
from sqlmodel import col

from outreach.store.codes import CODE_ADD, CODE_FIND, CODE_USE, Code
from outreach.store.errors import SwallowedError
from outreach.store.events import EVENT_ADD, Event
from outreach.store.query import pick
from outreach.store.statement import Prepared, Rows, Statement, prepare
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit

MOMENT = datetime(2026, 11, 2, 9, 0, 0, 7, tzinfo=UTC)
KEPT = {"code": "AAAA2222", "kind": "link", "subject": 100, "expires_at": MOMENT, "used_at": None}
OTHER = KEPT | {"code": "BBBB3333", "subject": 200, "expires_at": None}
DEED = {
    "at": MOMENT,
    "actor": "nobody",
    "deed": "100% 'zeker' :at %(at)s",
    "ids": {"één": 1},
    "fields": ["a", "b"],
}
SAME_NAMES = (
    pick(Code.kind, Event.id, Code.subject, Code.kind, Code.code, col(Event.actor).label("code"))
    .join(Event, col(Event.id) < col(Code.subject))
    .where(col(Code.kind) == "link", col(Code.subject) < 150)
)
ADD = insert(Code)
ALL = pick(Code.code, Code.subject, Code.used_at).order_by(col(Code.code))
CODES = pick(Code.code).order_by(col(Code.code))
ONE_OF = pick(Code.subject).where(col(Code.code).in_(bindparam("codes", expanding=True)))
EVENT_ADD_ONE = insert(Event).returning(col(Event.id))
MOVE = (
    update(Code)
    .where(col(Code.code) == bindparam("this"))
    .values(kind="reference")
    .returning(col(Code.subject))
)
POINT = update(Code).where(col(Code.code) == bindparam("this")).values(subject=7)
PREPARED: dict[str, tuple[Statement, dict[str, Any]]] = {
    "a row": (CODE_FIND, {"code": "AAAA2222"}),
    "no row": (CODE_FIND, {"code": "unknown"}),
    "columns of the same name": (SAME_NAMES, {}),
    "a column without a name": (select(func.count()).select_from(Event), {}),
    "json, text and moments": (pick(Event.at, Event.deed, Event.ids, Event.fields, Event.seal), {}),
    "a moment compared": (
        pick(Code.code).where(col(Code.expires_at) <= bindparam("now")),
        {"now": MOMENT},
    ),
    "a list of any length": (ONE_OF, {"codes": ["AAAA2222", "BBBB3333", "unknown"]}),
}


@pytest.fixture
def kept(store: Store) -> Store:
    """A store with two codes and one event in it."""

    def keep(unit: Unit) -> None:
        unit.run(ADD, [KEPT, OTHER])
        unit.run(EVENT_ADD, DEED)

    store.run(keep, NOBODY)
    return store


def seen(store: Store, statement: Statement, values: dict[str, Any] | None = None) -> Rows[Any]:
    return store.look(lambda unit: unit.run(statement, values or {}))


@pytest.mark.parametrize(("statement", "values"), PREPARED.values(), ids=PREPARED)
def test_run_gives_what_sqlalchemy_gives(
    kept: Store, statement: Statement, values: dict[str, Any]
) -> None:
    rows = kept.look(
        lambda unit: [tuple(row) for row in unit.connection.execute(statement, values)]
    )

    assert [tuple(row) for row in seen(kept, statement, values)] == rows


def test_run_does_not_take_the_long_way(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []
    monkeypatch.setattr(Connection, "execute", lambda _, statement, values: taken.append(statement))

    found = seen(kept, CODE_FIND, {"code": "AAAA2222"}).scalar()

    assert (found, taken) == ("link", [])


def test_columns_have_their_names(kept: Store) -> None:
    row = seen(kept, CODE_FIND, {"code": "AAAA2222"}).one()

    assert (row.kind, row.subject, row.expires_at, row.used_at) == ("link", 100, MOMENT, None)


def test_list_of_values_runs_the_statement_with_each(kept: Store) -> None:
    used = [{"this": "AAAA2222", "at": MOMENT}, {"this": "BBBB3333", "at": MOMENT}]

    rows = kept.run(lambda unit: unit.run(CODE_USE, used), NOBODY)

    assert rows == []
    assert seen(kept, ALL) == [("AAAA2222", 100, MOMENT), ("BBBB3333", 200, MOMENT)]


def test_change_gives_the_rows_it_returns(kept: Store) -> None:
    moved = kept.run(lambda unit: unit.run(MOVE, {"this": "BBBB3333"}), NOBODY)

    assert moved == [(200,)]


def test_change_that_returns_no_row_says_how_many_it_changed(kept: Store) -> None:
    def point(unit: Unit) -> list[int]:
        one, none, other = ({"this": code} for code in ("AAAA2222", "none", "BBBB3333"))
        return [unit.run(POINT, values).changed for values in (one, none, [one, none, other])]

    assert kept.run(point, NOBODY) == [1, 0, 2]


def test_conflict_that_is_expected_gives_no_row(kept: Store) -> None:
    made = kept.run(
        lambda unit: [
            unit.run(CODE_ADD, KEPT | {"code": code}).scalar() for code in ("AAAA2222", "C")
        ],
        NOBODY,
    )

    assert made == [None, "C"]


def test_same_statement_may_be_given_other_columns(kept: Store) -> None:
    def add(unit: Unit) -> None:
        unit.run(ADD, {"code": "C", "kind": "link", "subject": 1})
        unit.run(ADD, {"code": "D", "kind": "link", "subject": 2, "used_at": MOMENT})

    kept.run(add, NOBODY)

    assert seen(kept, ALL)[2:] == [("C", 1, None), ("D", 2, MOMENT)]


def test_rows_give_their_first_values(kept: Store) -> None:
    rows = seen(kept, CODES)

    assert rows.scalars() == ["AAAA2222", "BBBB3333"]
    assert (rows.first(), rows.scalar(), rows[:1]) == (("AAAA2222",), "AAAA2222", [("AAAA2222",)])
    assert (Rows().first(), Rows().scalar(), Rows().scalars()) == (None, None, [])


def test_one_row_is_neither_none_nor_two(kept: Store) -> None:
    rows = seen(kept, CODES)

    with pytest.raises(MultipleResultsFound):
        rows.scalar_one()
    with pytest.raises(NoResultFound):
        Rows().one()


def test_error_is_named_as_sqlalchemy_does_and_tells_no_value(kept: Store) -> None:
    with pytest.raises(IntegrityError) as caught:
        kept.run(lambda unit: unit.run(ADD, KEPT | {"kind": None, "code": "geheim"}), NOBODY)

    assert "INSERT INTO code" in str(caught.value)
    assert caught.value.params is None
    assert seen(kept, CODES).scalars() == ["AAAA2222", "BBBB3333"]


def test_error_that_is_swallowed_is_noticed(kept: Store) -> None:
    def swallow(unit: Unit) -> None:
        with suppress(IntegrityError):
            unit.run(ADD, KEPT)

    with pytest.raises((SwallowedError, IntegrityError)):
        kept.run(swallow, NOBODY)


def test_value_that_lacks_is_an_error(kept: Store) -> None:
    with pytest.raises(StatementError, match="this"):
        kept.run(lambda unit: unit.run(CODE_USE, {"at": MOMENT}), NOBODY)


def test_value_of_another_type_is_an_error(kept: Store) -> None:
    with pytest.raises(StatementError, match="no time zone"):
        kept.run(
            lambda unit: unit.run(
                CODE_USE, {"this": "AAAA2222", "at": MOMENT.replace(tzinfo=None)}
            ),
            NOBODY,
        )


def prepared(store: Store, statement: Statement, *given: str) -> Prepared:
    found = store.look(lambda unit: prepare(statement, unit.connection.dialect, given))
    assert found is not None
    return found


def test_values_go_in_as_they_are_converted_each_at_its_place(store: Store) -> None:
    statement = pick(Code.code).where(
        col(Code.expires_at) <= bindparam("now"), col(Code.kind) == "it's", col(Code.subject) < 7
    )

    filled = prepared(store, statement, "now").fill({"now": MOMENT, "more": 1})

    values = list(filled.values()) if isinstance(filled, dict) else list(filled)
    at = MOMENT if store.database.shared else "2026-11-02 09:00:00.000007"
    assert values == [at, "it's", 7]


def test_row_of_another_length_is_an_error(store: Store) -> None:
    read = prepared(store, ALL).read

    with pytest.raises(TypeError):
        read("AAAA2222", 100)
    with pytest.raises(TypeError):
        read("AAAA2222", 100, None, None)


HOSTILE = (
    "x'] or exit() or values['x",
    'x"] or exit() or values["x',
    """x'"] or exit() or values["'x""",
    "x\\'] or exit() #",
    "x\n'] or exit() or values['x",
    "exit()",
)


@pytest.mark.sqlite
@pytest.mark.parametrize("name", HOSTILE)
def test_name_of_a_value_is_never_run(store: Store, name: str) -> None:
    filled = prepared(store, pick(Code.code).where(col(Code.code) == bindparam(name)), name).fill(
        {name: "AAAA2222"}
    )

    assert filled == ("AAAA2222",)


@pytest.mark.parametrize("name", HOSTILE)
def test_name_of_a_column_is_never_run(store: Store, name: str) -> None:
    read = prepared(store, pick(col(Code.code).label(name), Code.subject)).read

    row = read("AAAA2222", 100)

    assert (row, row._fields) == (("AAAA2222", 100), ("_0", "subject"))


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("statement", "asked"),
    [
        (insert(Event).returning(col(Event.id)), False),
        (insert(Event).returning(col(Event.id), col(Event.at)), True),
        (insert(Event).returning(col(Event.at)), True),
        (insert_or(Event).on_conflict_do_nothing().returning(col(Event.id)), True),
        (insert(Event).prefix_with("OR IGNORE").returning(col(Event.id)), True),
        (insert(Event).from_select(["id"], pick(Event.id)).returning(col(Event.id)), True),
        (update(Event).values(actor="").returning(col(Event.id)), True),
    ],
)
def test_only_the_number_of_one_inserted_row_is_not_asked_for(
    store: Store, statement: Statement, asked: bool
) -> None:
    found = prepared(store, statement)

    assert ("RETURNING" in found.text, found.last_id) == (asked, not asked)


def test_insert_gives_the_number_of_its_own_row(kept: Store) -> None:
    rows = kept.run(
        lambda unit: [unit.run(EVENT_ADD_ONE, DEED).one(), unit.run(EVENT_ADD_ONE, DEED).one()],
        NOBODY,
    )

    last = pick(Event.id).order_by(col(Event.id))
    assert [row.id for row in rows] == seen(kept, last).scalars()[1:]


def test_insert_that_fails_gives_no_number(kept: Store) -> None:
    with pytest.raises(IntegrityError):
        kept.run(lambda unit: unit.run(EVENT_ADD_ONE, DEED | {"deed": None}), NOBODY)
