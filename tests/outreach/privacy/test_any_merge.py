"""After any history two persons become one: nothing is lost, doubled or left behind."""

from typing import Any

from hypothesis import HealthCheck, example, given, note
from hypothesis import settings as tries
from hypothesis import strategies as st
from sqlalchemy import inspect, text

from outreach.privacy.forget import forget_me
from outreach.privacy.merge import absorb
from outreach.privacy.mydata import my_data
from outreach.store.store import Store
from outreach.store.unit import Unit
from tests.outreach.privacy.pair import STEPS, Dump, Pair, dump
from tests.people import number_of

KEPT = (
    "address",
    "consent",
    "delivery",
    "inbound",
    "interest",
    "interest_change",
    "party",
    "question",
    "trail",
)
"""Tables of which two persons have rows of their own, whatever the other one has."""


@tries(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 1)), max_size=14),
    stays=st.integers(0, 1),
)
@example(steps=[("group", 0), ("join", 1), ("reach", 0), ("reach", 0)], stays=1)
@example(steps=[(step, who) for step in STEPS for who in (0, 1)], stays=0)
def test_any_two_histories_become_one_and_can_be_forgotten(
    waterdam: Store, steps: list[Any], stays: int
) -> None:
    pair = Pair(waterdam)
    for step, who in steps:
        pair.do(step, who)
    before = waterdam.look(dump)
    held = [waterdam.look(my_data, person=person) for person in pair.persons]
    actor, gone = pair.actors[stays], pair.persons[1 - stays]

    waterdam.run(absorb, actor, person=gone)
    after, now = waterdam.look(dump), waterdam.look(my_data, person=number_of(actor))
    note(str(steps))

    assert_nothing_is_lost(before, after, held, now)
    assert waterdam.look(naming, person=gone) == []
    assert_nobody_is_left(after, gone)
    assert_told_once(after, pair)
    assert_counted_once(after, pair)
    waterdam.run(forget_me, actor)
    assert_forgotten(waterdam.look(dump), pair, ids(now["address"]))


def naming(unit: Unit, *, person: int) -> list[str]:
    """The tables that name a person; all tables of the database are asked that can."""
    tables = inspect(unit.connection)
    pointing = [
        (table, key["constrained_columns"][0])
        for table in tables.get_table_names()
        for key in tables.get_foreign_keys(table)
        if key["referred_table"] == "person"
    ]
    assert len(pointing) > 7
    # names of our own
    count = "SELECT count(*) FROM {} WHERE {} = {:d}"
    return [
        table
        for table, column in pointing
        if unit.connection.execute(text(count.format(table, column, person))).scalar_one()
    ]


def ids(rows: list[dict[str, Any]]) -> set[int]:
    return {row["id"] for row in rows}


def assert_nothing_is_lost(before: Dump, after: Dump, held: list[Any], now: dict[str, Any]) -> None:
    stopped = len(after["consent"]) - len(before["consent"])
    assert stopped in (0, 1)
    for table in KEPT:
        assert ids(before[table]) <= ids(after[table]), table
        assert ids(now[table]) >= ids(held[0][table]) | ids(held[1][table]), table
    for table, name in (("membership", "party_id"), ("visit", "trail_id")):
        had = [{row[name] for row in each[table]} for each in held]
        assert sorted(row[name] for row in now[table]) == sorted(had[0] | had[1])
    assert len(after["person"]) == len(before["person"]) - 1
    assert len(now["conversation"]) == 1
    (me,) = now["person"]
    was = [each["person"][0] for each in held]
    assert (me["stopped_at"] is None) == all(row["stopped_at"] is None for row in was)
    assert me["themes"] == (was[0]["themes"] or was[1]["themes"])
    assert me["place_id"] == (was[0]["place_id"] or was[1]["place_id"])


def assert_nobody_is_left(after: Dump, gone: int) -> None:
    assert f"person:{gone}" not in [row["actor"] for row in after["interest_change"]]
    assert [
        code for code in after["code"] if (code["kind"], code["subject"]) == ("link", gone)
    ] == []


def assert_told_once(after: Dump, pair: Pair) -> None:
    """Each mailing has one row for the person; nothing more goes out if one already did."""
    theirs = [
        row
        for row in after["delivery"]
        if row["mailing_id"] and row["address_id"] in pair.addresses
    ]
    for mailing in {row["mailing_id"] for row in theirs}:
        states = [row["state"] for row in theirs if row["mailing_id"] == mailing]
        owned = [
            row for row in theirs if row["mailing_id"] == mailing and row["person_id"] is not None
        ]
        assert len(owned) == 1
        assert states.count("planned") + states.count("sent") == 1


def assert_counted_once(after: Dump, pair: Pair) -> None:
    """Of the trail that both may have followed, one person is counted."""
    started = [row["started"] for row in after["trail"] if row["id"] == pair.trail]
    assert started == [sum(row["trail_id"] == pair.trail for row in after["visit"])]


def assert_forgotten(after: Dump, pair: Pair, addresses: set[int]) -> None:
    assert ids(after["address"]) & addresses == set()
    assert ids(after["person"]) & set(pair.persons) == set()
    for table in ("delivery", "inbound", "conversation"):
        assert [row for row in after[table] if row["address_id"] in addresses] == []
    reaches = [row["reach"] for row in after["interest"]] + [
        row["before"] for row in after["interest_change"]
    ]
    assert [
        reach for reach in reaches if reach in [f"06-{person}" for person in pair.persons]
    ] == []
