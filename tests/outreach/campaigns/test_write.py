"""Rows are written in small units: nothing goes before all exist, and a failure leaves none."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from content.texts import Texts
from outreach.campaigns import write
from outreach.campaigns.approve import approve
from outreach.campaigns.campaign import get_campaign
from outreach.campaigns.draft import set_campaign
from outreach.campaigns.prepare import Terms
from outreach.campaigns.write import Rows, Writing
from outreach.privacy.forget import forget_person
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from tests.clock import Clock
from tests.databases import reopened
from tests.outreach.campaigns.claiming import claim
from tests.outreach.campaigns.writing import PEOPLE, ROWS, SMALL, Interrupted, choose

PATIENCE = 10.0


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("units", [SMALL])
def test_nothing_goes_before_all_is_written(
    waterdam: Store,
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    terms: Terms,
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    campaign = drafted(remind=3, first=40, spread=2)
    seen = []

    def look(done: int, whole: int) -> None:
        clock.passes(minutes=1)
        state = waterdam.look(get_campaign, campaign=campaign).state
        seen.append((done, whole, state, claim(waterdam)))

    done = approve(waterdam, staff["omar"], campaign=campaign, terms=terms, progress=look)

    clock.passes(hours=3)
    assert seen == [(number, PEOPLE, "writing", []) for number in range(1, PEOPLE + 1)]
    assert done.people == PEOPLE
    assert waterdam.look(get_campaign, campaign=campaign).state == "approved"
    assert {name: count for name, _, count in stored(waterdam, ROWS)} == {
        "campaign-new": PEOPLE,
        "campaign-reminder": PEOPLE,
    }
    assert len(claim(waterdam)) == PEOPLE


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("units", [SMALL])
def test_meanwhile_it_does_not_change_and_no_other_is_approved(
    waterdam: Store,
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    terms: Terms,
    strip: int,
    texts: Texts,
) -> None:
    campaign, other = drafted(), drafted(opportunity=strip + 1)
    refused = []

    def try_all(done: int, whole: int) -> None:
        for deed in (
            lambda: approve(waterdam, staff["omar"], campaign=campaign, terms=terms),
            lambda: approve(waterdam, staff["omar"], campaign=other, terms=terms),
            lambda: waterdam.run(
                set_campaign, staff["eef"], campaign=campaign, ours=texts, languages=["nl"]
            ),
        ):
            with pytest.raises(Refusal) as refusal:
                deed()
            refused.append((refusal.value.key, refusal.value.facts["given"]))

    approve(waterdam, staff["omar"], campaign=campaign, terms=terms, progress=try_all)

    assert set(refused) == {
        ("refusal-campaign-writing", str(campaign)),
        ("refusal-campaign-fixed", str(campaign)),
    }
    assert approve(waterdam, staff["omar"], campaign=other, terms=terms).people == PEOPLE


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("units", [replace(SMALL, abreast=3)])
def test_units_beside_each_other_write_everybody_once(
    waterdam: Store,
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    terms: Terms,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    seen = []

    approve(
        waterdam,
        staff["omar"],
        campaign=drafted(remind=3),
        terms=terms,
        progress=lambda *told: seen.append(told),
    )

    assert seen == [(3, PEOPLE), (6, PEOPLE), (PEOPLE, PEOPLE)]
    once = [("campaign-new", "sending", PEOPLE), ("campaign-reminder", "sending", PEOPLE)]
    assert sorted(stored(waterdam, ROWS)) == once
    assert stored(waterdam, "SELECT count(DISTINCT person_id) FROM delivery") == [(PEOPLE,)]


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("units", [replace(SMALL, abreast=3)])
def test_one_of_several_units_that_fails_leaves_not_a_row_of_any(
    waterdam: Store,
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    terms: Terms,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_rows, begun = write.write_rows, []

    def fail_at_second(unit: Unit, *, writing: Writing, rows: Rows) -> None:
        # a file runs a whole group again
        if rows not in begun:
            begun.append(rows)
        if begun.index(rows) == 1:
            raise Interrupted
        write_rows(unit, writing=writing, rows=rows)

    monkeypatch.setattr(write, "write_rows", fail_at_second)
    with pytest.raises(Interrupted):
        approve(waterdam, staff["omar"], campaign=drafted(), terms=terms)

    assert len(begun) == 3
    assert stored(waterdam, "SELECT count(*) FROM delivery") == [(0,)]
    assert stored(waterdam, "SELECT state FROM campaign") == [("draft",)]


@pytest.mark.parametrize("units", [SMALL])
def test_who_is_forgotten_meanwhile_gets_no_row_and_the_number_has_to_be_true(
    waterdam: Store,
    crowd: list[int],
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    terms: Terms,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    campaign = drafted()

    def forget_last(done: int, whole: int) -> None:
        if done == 2:
            waterdam.run(forget_person, NOBODY, person=crowd[-1])

    with pytest.raises(Refusal) as refused:
        approve(waterdam, staff["omar"], campaign=campaign, terms=terms, progress=forget_last)

    facts = {"number": str(campaign), "read": PEOPLE, "now": PEOPLE - 1}
    assert (refused.value.key, refused.value.facts) == ("refusal-campaign-moved", facts)
    assert stored(waterdam, "SELECT count(*) FROM delivery") == [(0,)]
    assert approve(waterdam, staff["omar"], campaign=campaign, terms=terms).people == PEOPLE - 1


@pytest.mark.postgresql
@pytest.mark.usefixtures("crowd")
def test_row_for_a_campaign_that_goes_just_now_is_refused_like_a_later_one(
    waterdam: Store, drafted: Callable[..., int], staff: dict[str, Actor], terms: Terms
) -> None:
    writing = waterdam.run(write.begin_to_write, staff["omar"], campaign=drafted(), terms=terms)
    rows = next(write.cut(waterdam.look(choose, writing, terms), writing))
    begun, go_on = threading.Event(), threading.Event()

    def slowly(unit: Unit) -> None:
        write.draft_again(unit, mailings=writing.mailings)
        begun.set()
        go_on.wait(PATIENCE)

    with reopened(waterdam) as other, ThreadPoolExecutor(1) as elsewhere:
        taking = elsewhere.submit(other.run, slowly, TICK)
        begun.wait(PATIENCE)
        threading.Timer(0.2, go_on.set).start()
        with pytest.raises(write.BrokenOff):
            waterdam.run(write.write_rows, staff["omar"], writing=writing, rows=rows)

    assert taking.result() is None
