"""Every column in which something of a person can stand is listed, and is emptied in time."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import JSON, String, inspect
from sqlalchemy import text as sql
from sqlmodel import AutoString, SQLModel

from outreach.privacy.forget import forget_person
from outreach.privacy.retention import apply_retention
from outreach.privacy.words import HELD
from outreach.store.columns import Json
from outreach.store.store import Store
from outreach.store.unit import TICK, Unit
from tests.clock import Clock
from tests.conftest import Dump, tables
from tests.outreach.privacy.conftest import Somebody
from tests.outreach.privacy.retaining import TERMS, decide, settled
from tests.statements import run_sql

MARK = "Wiebelwortel-in-elke-kolom"
SHAPES: tuple[Any, ...] = ({MARK: MARK}, [MARK], [{MARK: MARK}], [[MARK]], {MARK: {MARK: MARK}})
"""The mark as JSON of each shape that a column may have."""
UNANSWERED = "DELETE FROM question WHERE answered_at IS NULL"
NUMBER = 7_654_321
TEXT = (String, AutoString, JSON, Json)
KEPT = {
    # as long as somebody takes part
    "address": {"external_id"},
    "mailbox": {"email"},
    "subscription": {"endpoint", "p256dh", "auth"},
    "person": {"themes"},
    "party": {"name"},
    # the channel's own number, by which the same message is not taken in twice
    "inbound": {"external_id"},
    "code": {"code"},
    # what was said to all
    "question": {"answer", "earlier"},
}
"""What retention leaves: these live as long as their person does, or are public."""
OWN_CODES = "kind IN ('reference', 'invitation', 'link')"
"""Other codes are of trails, which are ours."""


def text_columns(table: str) -> set[str]:
    found = SQLModel.metadata.tables[table].columns
    return {column.name for column in found if isinstance(column.type, TEXT)}


def reached(store: Store) -> set[str]:
    """Return the tables whose rows point at a person, directly or not."""

    def rule(unit: Unit) -> dict[str, set[str]]:
        found = inspect(unit.connection)
        return {
            table: {key["referred_table"] for key in found.get_foreign_keys(table)}
            for table in tables(unit)
        }

    points_at, known, before = store.look(rule), {"person"}, 0
    while len(known) > before:
        before = len(known)
        known |= {table for table, to in points_at.items() if to & known}
    return known


def marked(store: Store) -> None:
    """Write the mark into every personal column of every row."""

    def rule(unit: Unit) -> None:
        for table, held in HELD.items():
            for name in held.personal:
                column = SQLModel.metadata.tables[table].columns[name]
                value = _mark(column.type, name)
                where = OWN_CODES if table == "code" else "true"
                change = f'UPDATE "{table}" SET "{name}" = {value} WHERE {where}'
                unit.connection.execute(sql(change))

    store.run(rule, TICK)


def _mark(kind: Any, name: str) -> str:
    if isinstance(kind, (JSON, Json)):
        fits = [each for each in SHAPES if isinstance(kind, JSON) or kind.fits(each)]
        return f"'{json.dumps(fits[0])}'"
    if not isinstance(kind, TEXT):
        return str(NUMBER)
    # a name that is there once
    return f"'{MARK}-' || rowid" if name in ("external_id", "code") else f"'{MARK}'"


def found(dump: Dump) -> dict[str, set[str]]:
    """The columns in which the mark stands."""
    return {
        table: columns
        for table, rows in dump.items()
        if (columns := {name for row in rows for name in row if _is_marked(row[name])})
    }


def _is_marked(value: Any) -> bool:
    return MARK in str(value) or value == NUMBER


def test_every_text_column_of_a_table_with_persons_is_listed_once() -> None:
    listed = {table: [*held.personal, *held.others] for table, held in HELD.items()}

    unlisted = {table: text_columns(table) - set(names) for table, names in listed.items()}
    assert {table: names for table, names in unlisted.items() if names} == {}
    assert all(len(names) == len(set(names)) for names in listed.values())
    assert all(set(held.others) <= text_columns(table) for table, held in HELD.items())
    assert all(reason for held in HELD.values() for reason in held.others.values())


def test_every_table_that_leads_to_a_person_is_listed(store: Store) -> None:
    assert reached(store) <= set(HELD)


@pytest.mark.sqlite
def test_nothing_personal_is_left_of_who_is_forgotten(
    waterdam: Store, lieke: Somebody, dump: Callable[[Store], Dump]
) -> None:
    marked(waterdam)
    before = found(dump(waterdam))

    waterdam.run(forget_person, TICK, person=lieke.id)

    assert before == {table: set(held.personal) for table, held in HELD.items() if held.personal}
    # said to all
    assert found(dump(waterdam)) == {"question": {"answer"}}


@pytest.mark.sqlite
def test_nothing_personal_outlives_its_term_but_what_a_person_needs(
    waterdam: Store, lieke: Somebody, clock: Clock, dump: Callable[[Store], Dump]
) -> None:
    waterdam.run(settled, TICK)
    run_sql(waterdam, UNANSWERED)
    for opportunity in (1, 2):
        waterdam.run(decide, TICK, opportunity=opportunity)
    marked(waterdam)

    clock.passes(days=800)
    waterdam.run(apply_retention, TICK, **TERMS)

    assert found(dump(waterdam)) == KEPT


def test_every_column_of_a_person_has_its_place_when_two_become_one() -> None:
    from_either = {"place_id", "themes", "trail_id", "stopped_at"}
    of_who_stays = {"id", "language", "created_at"}

    assert set(SQLModel.metadata.tables["person"].columns.keys()) == from_either | of_who_stays
