"""A lot that anyone can draw again: sealed before, the same after, and for nobody to steer."""

from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.opportunities.draw import digest_of, find_draw, order_of, published_draw
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.fit import new_fit

NADIA = Actor("staff", 1)
SCARCE = {"scheme": "Begroting, programma 4.", "scarce": "scarce", "division": "lot"}


@given(st.text(min_size=1, max_size=80), st.integers(0, 200))
def test_order_has_every_number_once_and_drawn_twice_is_the_same(seed: str, count: int) -> None:
    order = order_of(seed, count)

    assert sorted(order) == [*range(1, count + 1)]
    assert order == order_of(seed, count)


def test_order_follows_from_the_hash_as_the_page_says() -> None:
    hashes = {n: sha256(f"zaad:{n}".encode()).hexdigest() for n in range(1, 6)}

    assert order_of("zaad", 5) == sorted(hashes, key=lambda number: hashes[number])


def test_who_comes_later_does_not_change_the_order_of_the_others() -> None:
    assert [number for number in order_of("zaad", 9) if number <= 6] == order_of("zaad", 6)


@pytest.fixture
def scarce(store: Store) -> int:
    """A scarce subsidy that is divided by lot, and can open."""
    made: int = store.run(new_fit, NADIA, arrangement="subsidy", value_cents=5_000_00)
    store.run(set_facts, NADIA, opportunity=made, checklist=SCARCE)
    return made


def test_opening_seals_the_seed_and_shows_its_hash_only(store: Store, scarce: int) -> None:
    store.run(move_opportunity, NADIA, opportunity=scarce, state="open")

    kept = store.look(find_draw, opportunity=scarce)
    shown = store.look(published_draw, opportunity=scarce)
    assert kept is not None
    assert shown is not None
    assert (shown.digest, shown.seed, shown.order) == (digest_of(kept.seed), "", [])
    assert len(kept.seed) == 64


def test_opening_again_keeps_the_seed(store: Store, scarce: int) -> None:
    store.run(move_opportunity, NADIA, opportunity=scarce, state="open")
    before = store.look(find_draw, opportunity=scarce)

    for state in ("closed", "open"):
        store.run(move_opportunity, NADIA, opportunity=scarce, state=state)

    assert store.look(find_draw, opportunity=scarce) == before


@pytest.mark.parametrize(
    ("facts", "answers"),
    [
        ({}, {"division": "arrival"}),
        ({}, {"scarce": "enough"}),
        ({"arrangement": "no_money"}, {}),
    ],
)
def test_nothing_is_sealed_where_no_lot_is_drawn(
    store: Store, scarce: int, facts: dict[str, Any], answers: dict[str, str]
) -> None:
    store.run(set_facts, NADIA, opportunity=scarce, checklist=answers, **facts)

    store.run(move_opportunity, NADIA, opportunity=scarce, state="open")

    assert store.look(find_draw, opportunity=scarce) is None
