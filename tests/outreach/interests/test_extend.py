"""A deadline moves by as long as nobody could be heard in its last day; everybody hears it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from outreach.interests.extend import extend_and_tell
from outreach.interests.tell import Telling, move_opportunity_and_tell
from outreach.opportunities.edit import find_by_tender_id, get_opportunity
from outreach.opportunities.extension import proposed_extension, proposed_extensions
from outreach.refusal import Refusal
from outreach.store.outage import beat
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.clock import Clock

NADIA = Actor("staff", 1)


@pytest.fixture
def until(waterdam: Store, strip: int) -> datetime:
    """The moment until which people can respond to the green strip."""
    deadline = waterdam.look(get_opportunity, opportunity=strip).answers_until
    assert deadline is not None
    return deadline


def down(store: Store, clock: Clock, *, before: timedelta, hours: float, until: datetime) -> None:
    """Let nobody be heard for so many hours, from so long before a deadline."""
    clock.now = until - before
    store.run(beat, TICK)
    clock.passes(hours=hours)
    store.run(beat, TICK)


@pytest.mark.parametrize(
    ("before", "hours", "added"),
    [
        (20, 3, 3),
        (20, 2.5, 3),
        (25, 3, 2),
        (30, 3, None),
        (20, 0.05, None),
    ],
)
def test_deadline_moves_by_what_was_lost_of_its_last_day_in_whole_hours(
    waterdam: Store,
    strip: int,
    until: datetime,
    clock: Clock,
    before: int,
    hours: float,
    added: int | None,
) -> None:
    down(waterdam, clock, before=timedelta(hours=before), hours=hours, until=until)

    found = waterdam.look(proposed_extension, opportunity=strip)

    moved = None if found is None else found.deadlines["answers_until"] - until
    assert moved == (None if added is None else timedelta(hours=added))


def test_everybody_interested_hears_of_it_once_and_it_is_proposed_no_more(
    waterdam: Store,
    strip: int,
    until: datetime,
    telling: Telling,
    clock: Clock,
    join: Callable[..., Actor],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    down(waterdam, clock, before=timedelta(hours=10), hours=4, until=until)
    values: dict[str, Any] = {"opportunity": strip, "telling": telling}

    changed, told = waterdam.run(extend_and_tell, NADIA, **values)

    assert (changed, told.persons) == (["answers_until"], 1)
    after = waterdam.look(get_opportunity, opportunity=strip).answers_until
    assert after == until + timedelta(hours=4)
    assert waterdam.look(proposed_extension, opportunity=strip) is None
    with pytest.raises(Refusal) as twice:
        waterdam.run(extend_and_tell, NADIA, **values)
    assert twice.value.key == "refusal-no-outage"
    assert "de laatste dag om te reageren" in hear()["ada"][0]


def test_deadline_that_passed_meanwhile_is_moved_from_now(
    waterdam: Store, strip: int, until: datetime, telling: Telling, clock: Clock
) -> None:
    down(waterdam, clock, before=timedelta(hours=2), hours=10, until=until)

    waterdam.run(extend_and_tell, NADIA, opportunity=strip, telling=telling)

    after = waterdam.look(get_opportunity, opportunity=strip).answers_until
    assert after == clock.now + timedelta(hours=2)


@pytest.mark.parametrize("state", ["open", "closed"])
def test_last_day_of_plans_moves_as_any_other(
    waterdam: Store, telling: Telling, clock: Clock, state: str
) -> None:
    hall = waterdam.look(find_by_tender_id, tender_id="WD-2026-06")
    assert hall is not None
    values: dict[str, Any] = {"opportunity": hall, "telling": telling}
    if state == "closed":
        waterdam.run(move_opportunity_and_tell, NADIA, state=state, **values)
    until = waterdam.look(get_opportunity, opportunity=hall).plan_until
    assert until is not None
    down(waterdam, clock, before=timedelta(hours=10), hours=4, until=until)

    found = waterdam.look(proposed_extensions)
    changed, _ = waterdam.run(extend_and_tell, NADIA, **values)

    assert [each.opportunity for each in found] == [hall]
    assert changed == ["plan_until"]
    after = waterdam.look(get_opportunity, opportunity=hall).plan_until
    assert after == until + timedelta(hours=4)


def test_nothing_is_moved_while_it_goes_on(
    waterdam: Store, strip: int, until: datetime, telling: Telling, clock: Clock
) -> None:
    clock.now = until - timedelta(hours=5)
    waterdam.run(beat, TICK)
    clock.passes(hours=2)

    with pytest.raises(Refusal) as refused:
        waterdam.run(extend_and_tell, NADIA, opportunity=strip, telling=telling)

    assert refused.value.key == "refusal-outage-ongoing"
    assert strip in [each.opportunity for each in waterdam.look(proposed_extensions)]


def test_without_an_outage_nothing_is_proposed(waterdam: Store) -> None:
    assert waterdam.look(proposed_extensions) == []
