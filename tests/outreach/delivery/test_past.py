"""A long conversation comes in pages, and no page costs more because there are others."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.delivery.history import SHOWN, WRITTEN, History, Mine, Theirs, history, label_of, news
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit

ADD_INBOUND = (
    "INSERT INTO inbound (id, channel, external_id, address_id, at, text, quarantined) "
    "VALUES ({id}, 'web', 'x.n{id}', 1, '2026-01-01', 'w{id}', {no})"
)
ADD_DELIVERY = (
    "INSERT INTO delivery (inbound_id, position, rank, person_id, address_id, state, send_at, "
    "tries, seq, message) "
    "VALUES ({inbound}, 0, 1, 1, 1, 'sent', '2026-01-01', 1, {seq}, '{{\"text\": \"s{seq}\"}}')"
)


def talk(store: Store, turns: int, *, answers: Callable[[int], bool] = lambda turn: True) -> Store:
    """A conversation of so many turns; those without an answer have none."""

    def fill(unit: Unit) -> None:
        meet(unit, channel="web", external_id="here", language="nl")
        seq = 0
        for turn in range(1, turns + 1):
            unit.connection.exec_driver_sql(
                ADD_INBOUND.format(id=turn, no="false" if store.database.shared else 0)
            )
            if answers(turn):
                seq += 1
                unit.connection.exec_driver_sql(ADD_DELIVERY.format(inbound=turn, seq=seq))

    store.run(fill, NOBODY)
    return store


def page(store: Store, **between: int) -> History:
    found = store.look(history, channel="web", external_id="here", **between)
    assert found is not None
    return found


def said(found: History) -> list[str]:
    return [line.text if isinstance(line, Mine) else line.message.text for line in found.lines]


@pytest.mark.sqlite
@pytest.mark.postgresql
def test_pages_together_tell_all_of_it_once(store: Store) -> None:
    talk(store, 2 * SHOWN + 7)

    last = page(store)
    middle = page(store, before=last.earlier)
    first = page(store, before=middle.earlier)

    assert said(first) + said(middle) + said(last) == [
        text for turn in range(1, 2 * SHOWN + 8) for text in (f"w{turn}", f"s{turn}")
    ]
    assert [(each.earlier, each.present, each.waiting) for each in (first, middle, last)] == [
        (0, False, False),
        (8, False, False),
        (SHOWN + 8, True, False),
    ]


@pytest.mark.parametrize("turns", [SHOWN - 1, SHOWN])
def test_what_fits_has_no_page_before_it(store: Store, turns: int) -> None:
    found = page(talk(store, turns))

    assert (found.earlier, len(found.lines), found.last) == (0, 2 * turns, turns)


def test_what_was_answered_together_stays_together_across_pages(store: Store) -> None:
    talk(store, 3 * SHOWN + 3, answers=lambda turn: turn % 3 == 0)

    last = page(store)
    first = page(store, before=last.earlier)

    assert said(first) == ["w1", "w2", "w3", "s1"]
    assert said(last)[:4] == ["w4", "w5", "w6", "s2"]


def test_what_nobody_answered_does_not_make_a_page_endless(store: Store) -> None:
    found = page(talk(store, 3 * WRITTEN, answers=lambda turn: False))

    assert said(found) == [f"w{turn}" for turn in range(2 * WRITTEN + 1, 3 * WRITTEN + 1)]


def test_what_is_new_is_all_that_is_read(store: Store) -> None:
    talk(store, SHOWN)

    found = page(store, after=SHOWN - 2)

    numbers = [line.seq for line in found.lines if isinstance(line, Theirs)]
    assert (numbers, found.earlier) == ([SHOWN - 1, SHOWN], 0)


@pytest.mark.sqlite
@pytest.mark.postgresql
@pytest.mark.parametrize(
    "between", [{}, {"before": 500}, {"after": 590}], ids=["last", "past", "new"]
)
def test_page_of_a_long_conversation_is_found_by_its_number(
    store: Store, plan: Callable[..., list[str]], between: dict[str, int]
) -> None:
    talk(store, 600)

    lines = plan(store, history, channel="web", external_id="here", **between)

    used = " ".join(lines)
    assert ("ix_delivery_said" in used, "ix_inbound_written" in used or "PRIMARY KEY" in used) == (
        True,
        True,
    )
    assert [line for line in lines if "TEMP B-TREE" in line] == []


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "ask",
    [
        lambda unit, last: history(unit, channel="web", external_id="here"),
        lambda unit, last: history(unit, channel="web", external_id="here", before=55),
        lambda unit, last: history(unit, channel="web", external_id="here", after=last - 2),
        lambda unit, last: news(unit, channel="web", external_id="here", after=0),
        lambda unit, last: label_of(unit, channel="web", external_id="here", choice="1.1.a"),
    ],
    ids=["page", "past", "answer", "news", "label"],
)
def test_cost_does_not_grow_with_the_conversation(
    store: Store, ask: Callable[[Unit, int], Any]
) -> None:
    steps: list[int] = []

    def counted(unit: Unit, last: int) -> None:
        raw: Any = unit.connection.connection.dbapi_connection
        count = [0]
        raw.set_progress_handler(lambda: count.__setitem__(0, count[0] + 1), 10)
        try:
            ask(unit, last)
        finally:
            raw.set_progress_handler(None, 0)
        steps.append(count[0])

    talk(store, 60)
    store.look(counted, 60)
    store.run(more, NOBODY)
    store.look(counted, 1_199)

    assert steps[1] <= 1.1 * steps[0] + 5


def more(unit: Unit) -> None:
    for turn in range(61, 1_200):
        unit.connection.exec_driver_sql(ADD_INBOUND.format(id=turn, no=0))
        unit.connection.exec_driver_sql(ADD_DELIVERY.format(inbound=turn, seq=turn))
