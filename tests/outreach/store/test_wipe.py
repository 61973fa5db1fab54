"""Wiping goes in rounds: what is erased meanwhile comes after, and obstacles are known."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from outreach.store.errors import NotWiped
from outreach.store.unwiped import Unwiped
from outreach.store.wipe import Portion, wipe
from tests.clock import Clock

TABLES = ("address", "inbound", "person")


class Tables:
    """Three tables; `ways` says for each try after how many tables something is in the way."""

    def __init__(self, *ways: int, meanwhile: Unwiped | None = None) -> None:
        self.ways, self.meanwhile = list(ways), meanwhile
        self.wiped: list[str] = []

    def wipe(self, done: list[str], stop: Event) -> Iterator[Portion]:
        left = [table for table in TABLES if table not in done]
        most = self.ways.pop(0) if self.ways else len(left)
        for table in left[:most]:
            self.wiped.append(table)
            yield Portion(len(self.wiped), len(TABLES), table)
        if self.meanwhile is not None:
            self.meanwhile.mark(Clock()())
            self.meanwhile = None
        if most < len(left):
            raise NotWiped("busy")


@pytest.fixture
def unwiped(tmp_path: Path, clock: Clock) -> Unwiped:
    Unwiped(tmp_path).mark(clock())
    return Unwiped(tmp_path)


def test_wiping_takes_the_marks_away(tmp_path: Path, unwiped: Unwiped, clock: Clock) -> None:
    told: list[Portion] = []

    done = wipe(Tables(), tmp_path, clock, Event(), told.append)

    assert done
    assert [portion.table for portion in told] == list(TABLES)
    assert (unwiped.marks(), unwiped.progress().last) == ([], clock())


def test_where_nothing_was_erased_nothing_is_touched(tmp_path: Path, clock: Clock) -> None:
    tables = Tables()

    assert not wipe(tables, tmp_path, clock, Event())
    assert tables.wiped == []


def test_next_try_goes_on_where_something_was_in_the_way(
    tmp_path: Path, unwiped: Unwiped, clock: Clock
) -> None:
    tables = Tables(2)
    with pytest.raises(NotWiped):
        wipe(tables, tmp_path, clock, Event())
    between = unwiped.progress()

    wipe(tables, tmp_path, clock, Event())

    assert (between.way, between.done, between.most) == ("busy", ["address", "inbound"], 3)
    assert tables.wiped == list(TABLES)


def test_what_is_erased_meanwhile_waits_for_the_next_round(
    tmp_path: Path, unwiped: Unwiped, clock: Clock
) -> None:
    tables = Tables(meanwhile=unwiped)

    wipe(tables, tmp_path, clock, Event())
    waiting = len(unwiped.marks())
    wipe(tables, tmp_path, clock, Event())

    assert (waiting, unwiped.marks()) == (1, [])
    assert tables.wiped == [*TABLES, *TABLES]


def test_all_that_is_erased_at_the_start_is_wiped_though_an_older_round_was_begun(
    tmp_path: Path, unwiped: Unwiped, clock: Clock
) -> None:
    tables = Tables(1)
    with pytest.raises(NotWiped):
        wipe(tables, tmp_path, clock, Event())
    unwiped.mark(clock() + timedelta(minutes=5))

    wipe(tables, tmp_path, clock, Event())

    assert unwiped.marks() == []
    assert tables.wiped == [*TABLES, *TABLES]


def test_two_never_wipe_at_once(tmp_path: Path, unwiped: Unwiped, clock: Clock) -> None:
    refused = []

    def beside(_: Portion) -> None:
        with pytest.raises(NotWiped) as error:
            wipe(Tables(), tmp_path, clock, Event())
        refused.append(error.value.way)

    wipe(Tables(), tmp_path, clock, Event(), beside)

    assert refused == ["another"] * 3
