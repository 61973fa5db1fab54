"""One statement for many rows: every kind of value goes in and out as it is, on both databases."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import col

from outreach.parties.person import Person
from outreach.store.many import Many
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import NOBODY

NASTY = '\'; DROP TABLE place; --\n"{rows}" :name %s %(x)s \\ é 👍'
RENAME = Many(
    (
        "UPDATE place SET name = r.name, parent = r.parent, year = :year FROM {rows} WHERE "
        "place.id = "
        "r.id"
    ),
    id=int,
    name=str,
    parent=str,
)
BACK = Many(
    "UPDATE place SET year = year + r.more FROM {rows} WHERE place.id = r.id RETURNING place.id",
    id=int,
    more=int,
)
STOP = Many(
    "UPDATE person SET stopped_at = r.at FROM {rows} WHERE person.id = r.id", id=int, at=datetime
)


def places(store: Store, number: int = 3) -> None:
    insert = text(
        "INSERT INTO place (code, year, name, kind, folded) "
        "VALUES (:code, 2026, :code, 'district', '')"
    )
    store.run(
        lambda unit: (
            [unit.connection.execute(insert, {"code": f"WK99010{n}"}) for n in range(number)]
            and None
        ),
        NOBODY,
    )


def test_values_come_out_as_they_went_in(
    store: Store, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> None:
    places(store)
    rows = [{"id": 1, "name": NASTY, "parent": None}, {"id": 3, "name": "", "parent": "GM9901"}]

    store.run(lambda unit: RENAME.run(unit, rows, year=2027), NOBODY)

    assert stored(store, "SELECT id, name, parent, year FROM place ORDER BY id") == [
        (1, NASTY, None, 2027),
        (2, "WK990101", None, 2026),
        (3, "", "GM9901", 2027),
    ]


def test_rows_that_it_returns_come_back_and_none_for_none(store: Store) -> None:
    places(store)

    rows = [{"id": 2, "more": 1}, {"id": 9, "more": 1}]
    back = store.run(lambda unit: [row[0] for row in BACK.run(unit, rows)], NOBODY)

    assert back == [2]
    assert store.run(lambda unit: BACK.run(unit, []), NOBODY) == []


def test_moments_keep_their_zone_and_may_be_missing(store: Store) -> None:
    at = datetime(2026, 11, 2, 9, 30, 15, 123456, tzinfo=UTC)
    insert = text(
        "INSERT INTO person (language, themes, created_at) VALUES ('nl', '[]', '2026-11-02 "
        "09:00:00.000000')"
    )
    store.run(lambda unit: [unit.connection.execute(insert) for _ in range(2)] and None, NOBODY)

    store.run(lambda unit: STOP.run(unit, [{"id": 1, "at": at}, {"id": 2, "at": None}]), NOBODY)

    rows = store.look(
        lambda unit: list(unit.run(pick(Person.stopped_at).order_by(col(Person.id))).scalars())
    )
    assert rows == [at, None]
