"""A store in which people were erased, and a sweep over its file in small portions."""

from collections.abc import Callable
from threading import Event

import pytest

from outreach.store.pace import SweepPace
from outreach.store.sqlite.wipe import wipe_file
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.store.wipe import Portion
from tests.outreach.store.erasing import erase, people, talk_on

QUICK = SweepPace(batch=100_000, rest=0.0, again=0.0, hold_ms=50)
"""In small portions, without a wait."""


def talk_all_on(unit: Unit, numbers: range) -> None:
    for number in numbers:
        talk_on(unit, 1 + number * 7 % 200, 1 + number * 13 % 300)


@pytest.fixture
def forgotten(store: Store) -> Store:
    """A store in which forty of two hundred people are erased, after they talked."""
    store.run(people, NOBODY, range(1, 201))
    for first in range(0, 600, 20):
        store.run(talk_all_on, NOBODY, range(first, first + 20))
    store.run(erase, NOBODY, ids=list(range(5, 201, 5)))
    return store


def sweep(
    store: Store, stop: Event | None = None, after_each: Callable[[Portion], None] = lambda _: None
) -> None:
    for portion in wipe_file(store.path, stop or Event(), QUICK):
        after_each(portion)
