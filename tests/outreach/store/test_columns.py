"""Moments go in aware and come out aware, from any zone; JSON has the shape of its column."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import JSON, Dialect, delete, insert, select, type_coerce
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel, col

from outreach.store.codes import Code
from outreach.store.columns import Json, Moment, shaped
from outreach.store.events import EVENT_ADD, Event
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit

ZONES = st.sampled_from(
    [UTC, ZoneInfo("Europe/Amsterdam"), timezone(timedelta(hours=-11)), ZoneInfo("Asia/Kabul")]
)
MOMENTS = st.datetimes(
    datetime(1970, 1, 1),  # noqa: DTZ001 - Hypothesis takes bounds without a zone only
    datetime(2100, 1, 1),  # noqa: DTZ001 - as above
    timezones=ZONES,
)


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moment=MOMENTS)
def test_moment_comes_back_aware_and_the_same(store: Store, moment: datetime) -> None:
    def keep(unit: Unit) -> datetime | None:
        unit.run(delete(Code))
        facts = {"code": "AAAA2222", "kind": "link", "subject": 1, "used_at": None}
        unit.run(insert(Code), facts | {"expires_at": moment})
        return unit.run(select(col(Code.expires_at))).scalar_one()

    kept = store.run(keep, NOBODY)

    assert kept == moment.astimezone(UTC)
    assert kept is not None
    assert kept.tzinfo is UTC


@pytest.mark.parametrize(
    "dialect",
    [sqlite.dialect(), postgresql.dialect()],  # type: ignore[no-untyped-call]
    ids=["sqlite", "postgresql"],
)
def test_moment_refuses_a_naive_value_on_every_database(dialect: Dialect) -> None:
    naive = datetime(2026, 11, 2)  # noqa: DTZ001 - the subject of this test

    with pytest.raises(ValueError, match="no time zone"):
        Moment().bind_processor(dialect)(naive)


def test_hour_that_comes_twice_is_kept_as_two_moments(store: Store) -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
    moments = [first, first.replace(fold=1)]

    bind = Moment().bind_processor(store.look(lambda unit: unit.connection.dialect))

    wanted = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]
    assert [bind(moment) for moment in moments] == [bind(moment) for moment in wanted]


def test_moment_leaves_nothing_as_nothing() -> None:
    assert Moment().bind_processor(sqlite.dialect())(None) is None
    assert Moment().result_processor(sqlite.dialect(), None)(None) is None


@pytest.mark.parametrize(
    "value", [6, 6.5, -1, 0, True, None, "6", "null", "", [], [1], {"a": [None]}, "één 👩‍🌾"]
)
def test_json_comes_back_the_same(store: Store, value: object) -> None:
    def keep(unit: Unit) -> object:
        row = {"at": unit.now, "actor": "", "deed": "", "ids": value, "fields": []}
        unit.connection.execute(EVENT_ADD, row)
        kept = select(type_coerce(col(Event.ids), JSON))
        return unit.connection.execute(kept).scalar_one()

    assert store.run(keep, NOBODY) == value


TABLES = [mapper.class_ for mapper in SQLModel._sa_registry.mappers]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__tablename__)
def test_json_has_the_shape_that_its_field_says(table: Any) -> None:
    said = get_type_hints(table)
    columns = {column.name: column.type for column in table.__table__.columns}

    shapes = {name: kind.shape for name, kind in columns.items() if isinstance(kind, Json)}
    plain = {name for name, kind in columns.items() if isinstance(kind, JSON)}

    assert shapes == {name: said[name] for name in shapes}
    assert {name: said[name] for name in plain} == dict.fromkeys(plain, Any)


@pytest.mark.parametrize(
    ("shape", "right", "wrong"),
    [
        (list[str], ([], ["a"]), (None, "a", {}, [1], [None])),
        (dict[str, int], ({}, {"a": 1}), (None, [], {"a": "1"})),
        (dict[str, Any] | None, (None, {"a": [1]}), ([], 0, "")),
        (dict[str, dict[str, str]], ({"a": {}},), ({"a": []}, {"a": {"b": 1}})),
        (list[list[Any]], ([[1, "a"]],), ([{}], [1])),
    ],
)
def test_value_of_another_shape_is_known(
    shape: Any, right: tuple[Any, ...], wrong: tuple[Any, ...]
) -> None:
    fits = shaped(shape)

    assert ([fits(value) for value in right], [fits(value) for value in wrong]) == (
        [True] * len(right),
        [False] * len(wrong),
    )
