"""An address that moves, and one that cannot be reached any more."""

from outreach.parties.address import move_address
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor


def rows(store: Store, query: str) -> list[tuple[object, ...]]:
    return store.look(lambda unit: [tuple(row) for row in unit.connection.exec_driver_sql(query)])


def test_address_moves_to_its_new_id(store: Store, ada: Actor) -> None:
    store.run(move_address, TICK, address=1, to="ada-2")

    assert rows(store, "SELECT person_id, external_id, gone_at FROM address") == [
        (ada.id, "ada-2", None)
    ]


def test_address_that_moves_to_one_we_know_is_gone(store: Store, ada: Actor) -> None:
    store.run(meet, NOBODY, channel="web", external_id="ada-2", language="nl")

    store.run(move_address, TICK, address=1, to="ada-2")

    assert rows(store, "SELECT external_id, gone_at IS NULL FROM address ORDER BY id") == [
        ("ada", 0),
        ("ada-2", 1),
    ]


def test_id_of_another_channel_is_another_address(store: Store, ada: Actor) -> None:
    store.run(meet, NOBODY, channel="telegram", external_id="ada-2", language="nl")

    store.run(move_address, TICK, address=1, to="ada-2")

    assert rows(store, "SELECT channel, external_id FROM address ORDER BY id") == [
        ("web", "ada-2"),
        ("telegram", "ada-2"),
    ]
