"""Forgetting knows every table: it reaches one, or the table holds nobody."""

from collections.abc import Callable

from sqlalchemy import inspect
from sqlmodel import SQLModel

from outreach.privacy.forget import REACHED
from outreach.store.store import Store
from outreach.store.unit import Unit
from tests.conftest import Dump, tables
from tests.outreach.privacy.conftest import Somebody

HOLD_NOBODY = {
    "account",
    "alert",
    "campaign",
    "criterion",
    "decision",
    "draw",
    "event",
    "mail",
    "mailing",
    "meeting",
    "extension",
    "opportunity",
    "outage",
    "opportunity_place",
    "opportunity_version",
    "part",
    "picture",
    "place",
    "push_key",
    "requirement",
    "snag",
    "staff",
    "staff_device",
    "staff_form",
    "staff_invitation",
    "staff_password",
    "staff_session",
    "street",
    "task",
    "tick",
    "tombstone",
    "tombstone_key",
    "venue",
}
"""Tables of the organisation's own words, of what it does, and the log and the
tombstones, which hold numbers only.
"""
LEADS_TO_A_PERSON = {
    "person",
    "address",
    "party",
    "interest",
    "inbound",
    "question",
    "conversation",
}


def test_every_table_is_reached_or_holds_nobody(
    store: Store, dump: Callable[[Store], Dump]
) -> None:
    assert set(dump(store)) == set(REACHED) | HOLD_NOBODY
    assert not set(REACHED) & HOLD_NOBODY


def test_every_table_that_points_at_a_person_is_reached(store: Store) -> None:
    def foreign_keys(unit: Unit) -> list[tuple[str, str]]:
        found = inspect(unit.connection)
        return [
            (table, key["referred_table"])
            for table in tables(unit)
            for key in found.get_foreign_keys(table)
        ]

    pointing = {table for table, to in store.look(foreign_keys) if to in LEADS_TO_A_PERSON}

    assert pointing <= set(REACHED)
    assert len(pointing) > 8


def test_every_model_is_a_table_of_the_database(
    store: Store, dump: Callable[[Store], Dump]
) -> None:
    assert set(SQLModel.metadata.tables) <= set(dump(store))
    assert set(REACHED) <= set(SQLModel.metadata.tables)


def test_the_life_of_the_tests_fills_every_table_that_is_reached(
    waterdam: Store, lieke: Somebody, dump: Callable[[Store], Dump]
) -> None:
    before = dump(waterdam)

    assert [table for table in REACHED if not before[table]] == []
    assert {
        table for table in before if any(secret in str(before[table]) for secret in lieke.secrets)
    } == {
        "address",
        "attachment",
        "attendance",
        "conversation",
        "delivery",
        "mailbox",
        "inbound",
        "interest",
        "interest_change",
        "interest_message",
        "outcome",
        "party",
        "plan",
        "question",
        "receipt",
        "subscription",
        "weighing",
    }
