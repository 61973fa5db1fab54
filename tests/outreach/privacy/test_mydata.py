"""My data is whole: every column of every row about me, and nothing of anybody else."""

from collections.abc import Callable

import orjson
import pytest
from sqlmodel import SQLModel

from outreach.interests.own import add_to_interest
from outreach.parties.consent import stop
from outreach.privacy.forget import REACHED, forget_person
from outreach.privacy.mydata import Holding, holding, my_data
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor, Unit
from tests.conftest import Dump
from tests.outreach.privacy.conftest import Somebody

APART = {"attachment": {"content"}}
"""What is handed out by itself: the bytes of a file."""


@pytest.fixture
def decided(waterdam: Store, lieke: Somebody) -> None:
    """All was decided: before that, nobody reads how they were weighed."""
    waterdam.run(_leave, TICK, state="decided")


def _leave(unit: Unit, *, state: str) -> None:
    unit.connection.exec_driver_sql(f"UPDATE opportunity SET state = '{state}'")


def held(unit: Unit, person: int) -> Holding:
    unit.actor = Actor("person", person)
    return holding(unit)


@pytest.mark.usefixtures("decided")
def test_every_table_with_something_of_a_person_is_in_it(waterdam: Store, lieke: Somebody) -> None:
    data = waterdam.look(my_data, person=lieke.id)

    assert sorted(data) == sorted(REACHED)
    assert [table for table, rows in data.items() if not rows] == []


@pytest.mark.usefixtures("decided")
def test_every_column_of_every_row_is_in_it(
    waterdam: Store, lieke: Somebody, dump: Callable[[Store], Dump]
) -> None:
    data, stored = waterdam.look(my_data, person=lieke.id), dump(waterdam)

    for table in REACHED:
        columns = {column.name for column in SQLModel.metadata.tables[table].columns}
        columns -= APART.get(table, set())
        assert [row for row in data[table] if set(row) != columns] == []
    alone = {table: len(stored[table]) for table in REACHED if table not in ("trail", "code")}
    assert {table: len(data[table]) for table in alone} == alone
    assert {row["kind"] for row in data["code"]} == {"reference", "invitation", "trail"}


@pytest.mark.usefixtures("decided")
def test_every_place_where_a_secret_stands_is_in_it(
    waterdam: Store, lieke: Somebody, dump: Callable[[Store], Dump]
) -> None:
    data, stored = waterdam.look(my_data, person=lieke.id), dump(waterdam)

    def places(dump: Dump) -> set[tuple[str, int, str]]:
        return {
            (table, row["id"], column)
            for table, rows in dump.items()
            for row in rows
            for column, value in row.items()
            if column not in APART.get(table, set())
            if any(secret in str(value) for secret in lieke.secrets)
        }

    assert places(data) == places(stored)
    assert len(places(data)) > 15


def test_nothing_of_anybody_else_is_in_it(waterdam: Store, lieke: Somebody, omar: Somebody) -> None:
    theirs = waterdam.look(my_data, person=omar.id)
    mine = waterdam.look(my_data, person=lieke.id)

    assert [secret for secret in lieke.secrets if secret in str(theirs)] == []
    assert [secret for secret in omar.secrets if secret in str(mine)] == []
    assert [row["id"] for row in mine["person"]] == [lieke.id]


def test_member_of_a_group_sees_its_offer_and_not_how_others_are_reached(
    waterdam: Store, lieke: Somebody, omar: Somebody, join: Callable[[Somebody, Somebody], None]
) -> None:
    join(omar, lieke)

    theirs = waterdam.look(my_data, person=omar.id)

    (shared,) = [row for row in theirs["interest"] if row["id"] == lieke.together]
    assert (shared["brings"], shared["reach"]) == ("zes paar handen", None)
    assert [secret for secret in lieke.secrets if secret in str(theirs)] == []


def test_member_of_a_group_sees_how_they_are_reached_themselves(
    waterdam: Store, lieke: Somebody, omar: Somebody, join: Callable[[Somebody, Somebody], None]
) -> None:
    join(omar, lieke)
    waterdam.run(
        add_to_interest,
        Actor("person", omar.id),
        interest=lieke.together,
        reach="omar@mail.example",
    )

    mine, theirs = (waterdam.look(my_data, person=person) for person in (lieke.id, omar.id))

    assert [row["reach"] for row in theirs["interest"] if row["id"] == lieke.together] == [
        "omar@mail.example"
    ]
    assert [row["reach"] for row in mine["interest"] if row["id"] == lieke.together] == [None]
    kept = [
        row["before"] for row in mine["interest_change"] if row["interest_id"] == lieke.together
    ]
    assert kept == [None, "Wiebelwortel@mail.example", "06-Wiebelwortel"]
    assert [
        row["before"] for row in theirs["interest_change"] if row["interest_id"] == lieke.together
    ] == [None] * 3


def test_it_can_be_written_as_json(waterdam: Store, lieke: Somebody) -> None:
    data = waterdam.look(my_data, person=lieke.id)

    written = orjson.loads(orjson.dumps(data))

    assert written["person"][0] == {
        "id": lieke.id,
        "language": "nl",
        "place_id": data["person"][0]["place_id"],
        "themes": ["groen"],
        "trail_id": 1,
        "stopped_at": None,
        "created_at": "2026-11-02T09:00:00+00:00",
    }


def test_holding_tells_it_in_brief(waterdam: Store, lieke: Somebody) -> None:
    waterdam.run(stop, Actor("person", lieke.id))

    assert waterdam.look(held, lieke.id) == Holding(
        language="nl",
        place="Lindenkom",
        themes=["groen"],
        parties=["Wiebelwortel", "Buren van 12"],
        interests=2,
        questions=3,
        messages=2,
        channels=["web"],
        reached=["06-Wiebelwortel"],
        emails=["Wiebelwortel@mail.example"],
        rings=1,
        news=[],
        names=0,
        talks=3,
        meetings=1,
        stopped=True,
        web=True,
    )


def test_nothing_is_held_of_a_forgotten_person(
    waterdam: Store, lieke: Somebody, omar: Somebody
) -> None:
    waterdam.run(forget_person, TICK, person=lieke.id)

    assert waterdam.look(my_data, person=lieke.id) == {table: [] for table in REACHED}


@pytest.mark.usefixtures("decided")
@pytest.mark.parametrize("state", ["open", "closed", "withdrawn"])
def test_weighing_is_not_in_it_before_the_decision(
    waterdam: Store, lieke: Somebody, state: str
) -> None:
    after = waterdam.look(my_data, person=lieke.id)["weighing"]

    waterdam.run(_leave, TICK, state=state)

    assert [row["reason"] for row in after] == ["Wiebelwortel kan veel", "Zij kunnen veel"]
    assert waterdam.look(my_data, person=lieke.id)["weighing"] == []
