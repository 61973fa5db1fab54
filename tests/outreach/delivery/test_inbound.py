"""What comes in is stored once, and marked if its turn failed."""

from typing import Any

import pytest

from outreach.delivery.inbound import quarantine, take_in
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY


@pytest.fixture
def address(store: Store) -> int:
    """The address of somebody who writes."""
    return store.run(meet, NOBODY, channel="web", external_id="x0", language="nl")[1]


def test_inbound_is_taken_in_once(store: Store, address: int) -> None:
    message: dict[str, Any] = {
        "channel": "web",
        "external_id": "m1",
        "address": address,
        "text": "hoi",
    }
    other = message | {"channel": "terminal"}

    taken = [
        store.run(take_in, NOBODY, **facts)
        for facts in (message, message | {"text": "anders"}, other)
    ]

    assert [number is None for number in taken] == [False, True, False]
    query = "SELECT text FROM inbound ORDER BY id"
    assert store.look(lambda unit: unit.connection.exec_driver_sql(query).scalars().all()) == [
        "hoi",
        "hoi",
    ]


def test_failed_turn_marks_its_inbound(store: Store, address: int) -> None:
    inbound = store.run(
        take_in, NOBODY, channel="web", external_id="m1", address=address, text="hoi"
    )

    assert inbound is not None
    store.run(quarantine, NOBODY, inbound=inbound)

    query = "SELECT quarantined FROM inbound"
    assert store.look(lambda unit: unit.connection.exec_driver_sql(query).scalars().all()) == [1]
