"""Opportunities are found by their number in any case, many at once, without reading all."""

import pytest
from sqlalchemy import text

from outreach.opportunities.edit import new_opportunity
from outreach.opportunities.numbers import find_numbers
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit

NADIA = Actor("staff", 1)


@pytest.mark.parametrize(
    ("stored", "typed"),
    [("WD-2026-01", "wd-2026-01"), ("wd-1", "WD-1"), ("één-1", "ÉÉN-1"), ("ÉÉN-1", "één-1")],
)
def test_number_is_found_whatever_the_case(store: Store, stored: str, typed: str) -> None:
    made = store.run(new_opportunity, NADIA, tender_id=stored, ocid_prefix="ocds-abc123")

    assert store.look(find_numbers, numbers=[typed, "T-9"]) == {typed: made}


def test_ocid_names_its_record_as_it_is_written(store: Store) -> None:
    made = store.run(new_opportunity, NADIA, tender_id="T-1", ocid_prefix="ocds-abc123")

    found = store.look(find_numbers, numbers=["ocds-abc123-T-1", "OCDS-ABC123-T-1", "t-1"])

    assert found == {"ocds-abc123-T-1": made, "t-1": made}


def test_number_is_looked_up_in_an_index(store: Store) -> None:
    def plan(unit: Unit) -> str:
        query = "SELECT id FROM opportunity WHERE lower(tender_id) IN ('a', 'b') OR ocid IN ('c')"
        if store.database.name != "sqlite":
            unit.connection.execute(text("SET LOCAL enable_seqscan = off"))
            return "\n".join(row[0] for row in unit.connection.execute(text(f"EXPLAIN {query}")))
        return "\n".join(
            row[3] for row in unit.connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))
        )

    found = store.look(plan)

    assert ("ix_opportunity_number" in found, "SCAN opportunity" in found) == (True, False)
