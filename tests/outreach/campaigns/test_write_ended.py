"""Writing that breaks off, falls silent or is killed leaves a draft without a row."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from outreach.campaigns import write
from outreach.campaigns.approve import approve
from outreach.campaigns.campaign import get_campaign
from outreach.campaigns.prepare import Terms
from outreach.campaigns.steer import cancel_campaign
from outreach.delivery import steps
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor, Unit
from tests.clock import Clock
from tests.databases import url_of
from tests.outreach.campaigns.claiming import claim, names
from tests.outreach.campaigns.writing import PEOPLE, ROWS, SMALL, Interrupted, choose
from tests.promises.campaigning import make_draft, unlimited

APPROVING = """
import sys
from dataclasses import replace
from outreach.campaigns.approve import approve
from outreach.campaigns.prepare import Units
from outreach.store.store import Store
from outreach.store.unit import Actor
from pathlib import Path
from tests.clock import Clock
from tests.promises.campaigning import unlimited

def told(done, whole):
    print(done, whole, flush=True)
    sys.stdin.readline()

path, url, staff, campaign = sys.argv[1:]
terms = replace(unlimited(), units=Units(rows=2))
with Store(Path(path), Clock(), url=url) as store:
    approve(store, Actor("staff", int(staff)), campaign=int(campaign), terms=terms,
    progress=told)
"""


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("units", [SMALL])
@pytest.mark.parametrize("after", range(1, 5))
def test_interrupted_it_is_a_draft_again_without_a_row(
    waterdam: Store,
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    terms: Terms,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    after: int,
) -> None:
    campaign = drafted(remind=3)

    def stop(done: int, whole: int) -> None:
        if done >= after:
            raise Interrupted

    with pytest.raises(Interrupted):
        approve(waterdam, staff["omar"], campaign=campaign, terms=terms, progress=stop)

    row = waterdam.look(get_campaign, campaign=campaign)
    assert (row.state, row.approved_by, row.approved_at) == ("draft", None, None)
    assert stored(waterdam, "SELECT count(*) FROM mailing") == stored(
        waterdam, "SELECT count(*) FROM delivery"
    )
    assert stored(waterdam, "SELECT count(*) FROM delivery") == [(0,)]
    assert (
        approve(waterdam, staff["omar"], campaign=campaign, terms=terms, people=PEOPLE).people
        == PEOPLE
    )


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("units", [SMALL])
def test_whoever_was_silent_for_long_is_taken_for_dead(
    waterdam: Store,
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    terms: Terms,
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    campaign = drafted()

    def sleep(done: int, whole: int) -> None:
        if done == 4:
            clock.passes(minutes=3)
            approve(waterdam, staff["omar"], campaign=campaign, terms=terms)

    with pytest.raises(Refusal) as refused:
        approve(waterdam, staff["omar"], campaign=campaign, terms=terms, progress=sleep)

    assert refused.value.key == "refusal-campaign-broken-off"
    assert stored(waterdam, ROWS) == [("campaign-new", "sending", PEOPLE)]


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("units", [SMALL])
def test_what_fell_silent_is_taken_back_by_the_clockwork_in_small_units(
    waterdam: Store,
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    terms: Terms,
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    campaign = drafted(remind=3)
    writing = waterdam.run(write.begin_to_write, staff["omar"], campaign=campaign, terms=terms)
    chosen = waterdam.look(choose, writing, terms)
    for rows in write.cut(chosen, writing, SMALL.rows):
        waterdam.run(write.write_rows, staff["omar"], writing=writing, rows=rows)
    early = waterdam.run(write.take_back_silent, TICK, most=SMALL.rows)
    with pytest.raises(Refusal) as refused:
        waterdam.run(cancel_campaign, staff["omar"], campaign=campaign)
    clock.passes(minutes=3)

    taken = [waterdam.run(write.take_back_silent, TICK, most=SMALL.rows) for _ in range(2 * PEOPLE)]

    assert (early, refused.value.key) == (0, "refusal-campaign-writing")
    assert (sum(taken), max(taken), taken[-1]) == (2 * PEOPLE, 2, 0)
    assert waterdam.look(get_campaign, campaign=campaign).state == "draft"
    assert stored(waterdam, "SELECT count(*) FROM mailing") == [(0,)]
    waterdam.run(cancel_campaign, staff["omar"], campaign=campaign)


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("units", [SMALL])
def test_nothing_goes_of_which_a_row_was_taken_back(
    waterdam: Store,
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    terms: Terms,
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    campaign, count_rows = drafted(), steps.count_rows

    def fall_silent(unit: Unit, *, mailing: int) -> int:
        there = count_rows(unit, mailing=mailing)
        clock.passes(minutes=3)
        waterdam.run(write.take_back_silent, TICK, most=SMALL.rows)
        return there

    monkeypatch.setattr("outreach.campaigns.approve.count_rows", fall_silent)
    with pytest.raises(write.BrokenOff):
        approve(waterdam, staff["omar"], campaign=campaign, terms=terms)

    assert waterdam.look(get_campaign, campaign=campaign).state == "draft"
    assert stored(waterdam, "SELECT count(*) FROM delivery") == [(0,)]


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_killed_while_it_writes_it_falls_back_whole(
    store: Store, clock: Clock, stored: Callable[[Store, str], list[tuple[Any, ...]]], lines: int
) -> None:
    staff, campaign = make_draft(store, PEOPLE, remind=3)
    arguments = [str(store.path), url_of(store), str(staff.id), str(campaign)]
    with subprocess.Popen(
        [sys.executable, "-c", APPROVING, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        for _ in range(lines):
            assert process.stdout is not None
            assert process.stdout.readline()
            print(file=process.stdin, flush=True)
        process.kill()
    ((state,),) = stored(store, "SELECT state FROM campaign")
    clock.passes(days=2)
    nothing = claim(store)

    done = approve(store, staff, campaign=campaign, terms=unlimited(), people=PEOPLE)

    assert (state, nothing, done.people) == ("writing", [], PEOPLE)
    assert stored(store, "SELECT count(*) FROM mailing") == [(2,)]
    assert sorted(stored(store, ROWS)) == [
        ("campaign-new", "sending", PEOPLE),
        ("campaign-reminder", "sending", PEOPLE),
    ]
    assert len(names(claim(store))) == PEOPLE
