"""A list in pages returns every row once, the newest first, over any number of pages."""

import pytest
from sqlmodel import col

from outreach.store.events import Event, record
from outreach.store.page import AT_A_TIME, WHOLE, Cut, Page, every, page
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit

EVENTS = pick(Event.id, Event.deed).order_by(col(Event.id))


def note(unit: Unit, count: int) -> None:
    for number in range(count):
        record(unit, f"deed.{number % 2}")


def events(unit: Unit, *, deed: str | None = None, cut: Cut = WHOLE) -> Page[int]:
    chosen = EVENTS if deed is None else EVENTS.where(col(Event.deed) == deed)
    return page(unit, chosen, col(Event.id), cut).turned(lambda row: int(row.id))


@pytest.mark.parametrize(
    ("cut", "ids", "last", "more"),
    [
        (WHOLE, [5, 4, 3, 2, 1], None, 0),
        (Cut(9, counted=True), [5, 4, 3, 2, 1], None, 0),
        (Cut(5, counted=True), [5, 4, 3, 2, 1], 1, 0),
        (Cut(2, counted=True), [5, 4], 4, 3),
        (Cut(2), [5, 4], 4, 0),
        (Cut(2, below=4, counted=True), [3, 2], 2, 1),
        (Cut(2, below=1), [], None, 0),
    ],
)
def test_page_begins_below_a_number_and_counts_what_comes_after(
    store: Store, cut: Cut, ids: list[int], last: int | None, more: int
) -> None:
    store.run(note, NOBODY, count=5)

    found = store.look(events, cut=cut)

    assert (found, found.last, found.more) == (ids, last, more)


def test_page_counts_only_what_was_chosen(store: Store) -> None:
    store.run(note, NOBODY, count=9)

    found = store.look(events, deed="deed.0", cut=Cut(2, counted=True))

    assert (found, found.more) == ([9, 7], 3)


@pytest.mark.parametrize("count", [0, 1, AT_A_TIME, AT_A_TIME + 1, 2 * AT_A_TIME])
def test_every_row_comes_once(store: Store, count: int) -> None:
    store.run(note, NOBODY, count=count)

    found = list(every(lambda cut: store.look(events, cut=cut)))

    assert found == list(range(count, 0, -1))
