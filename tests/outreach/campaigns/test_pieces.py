"""A campaign of picture and text: begun ones go first, and each piece is checked."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from outreach.campaigns.approve import Approved
from outreach.campaigns.prepare import Terms
from outreach.campaigns.resume import resume_campaign
from outreach.campaigns.steer import pause_campaign, retry_campaign
from outreach.delivery.delivery import LEASE, PATIENCE, DeliveryState, Outgoing
from outreach.delivery.results import Result, record_results
from outreach.opportunities.edit import set_facts
from outreach.parties.consent import stop
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from tests.clock import Clock
from tests.outreach.campaigns.claiming import NIGHTLY, claim, names

EVENING = datetime(2026, 11, 2, 20, 59, 59, tzinfo=UTC)
"""A second before it is quiet in Amsterdam."""
PACE = timedelta(seconds=1)


@pytest.fixture
def begun(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
) -> Callable[..., tuple[int, Outgoing]]:
    """`begun()`: Fatma has the first piece of a campaign."""

    def run(**facts: Any) -> tuple[int, Outgoing]:
        clock.now = EVENING - timedelta(minutes=11)
        met("fatma")
        campaign, _ = approved(**facts)
        clock.now = EVENING
        (outgoing,) = claim(waterdam, NIGHTLY)
        arrived(waterdam, outgoing)
        clock.passes(seconds=1)
        return campaign, outgoing

    return run


def arrived(store: Store, outgoing: Outgoing, pieces: int = 1) -> None:
    """Write down that a piece arrived, and more are to come."""
    result = Result(
        outgoing.id, outgoing.address, DeliveryState.PLANNED, pace=PACE, arrived=pieces, first=True
    )
    store.run(record_results, TICK, results=[result])


def test_rest_comes_in_the_first_minute_of_the_night_and_else_in_the_morning(
    waterdam: Store, begun: Callable[..., tuple[int, Outgoing]], clock: Clock
) -> None:
    _, outgoing = begun()

    (rest,) = claim(waterdam, NIGHTLY)
    arrived(waterdam, outgoing)
    clock.passes(seconds=PATIENCE.total_seconds() + 1)
    at_night = claim(waterdam, NIGHTLY)
    clock.passes(hours=10)

    assert (rest.arrived, at_night, names(claim(waterdam, NIGHTLY))) == (1, [], ["fatma"])


def test_rest_goes_before_what_was_not_begun(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
) -> None:
    for number in range(5):
        met(f"p{number}")
    approved()
    clock.passes(minutes=11)
    (first,) = claim(waterdam, room={"web": 1})
    arrived(waterdam, first)
    clock.passes(seconds=1)

    (next_one,) = claim(waterdam, room={"web": 1})

    assert (next_one.id, next_one.arrived) == (first.id, 1)


def test_rest_does_not_wait_for_the_end_of_a_talk(
    waterdam: Store,
    begun: Callable[..., tuple[int, Outgoing]],
    change: Callable[..., None],
    clock: Clock,
) -> None:
    begun()
    change(
        waterdam,
        "INSERT INTO conversation (person_id, address_id, dialogue, about, transcript, offers, "
        "rev, misses, last_at) "
        "SELECT 1, max(id), 'interest', '{}', '[]', '{}', 1, 0, :now FROM address",
        now=clock.now if waterdam.database.shared else f"{clock.now:%Y-%m-%d %H:%M:%S.%f}",
    )

    assert names(claim(waterdam, NIGHTLY)) == ["fatma"]


@pytest.mark.parametrize("deed", ["stop", "pause"])
def test_rest_is_not_sent_after_a_stop_or_a_pause(
    waterdam: Store,
    begun: Callable[..., tuple[int, Outgoing]],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    deed: str,
) -> None:
    campaign, _ = begun()
    if deed == "stop":
        waterdam.run(stop, Actor("person", 1))
    else:
        waterdam.run(pause_campaign, NOBODY, campaign=campaign)

    nothing = claim(waterdam)

    assert nothing == []
    (state,) = {"stop": [("stopped", 1)], "pause": [("planned", 1)]}[deed]
    assert stored(waterdam, "SELECT state, arrived FROM delivery") == [state]


def test_piece_in_flight_at_a_crash_waits_for_staff_and_goes_on_from_there(
    waterdam: Store,
    begun: Callable[..., tuple[int, Outgoing]],
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    campaign, _ = begun(policy="hold")
    claim(waterdam)
    clock.passes(seconds=LEASE.total_seconds() + 1)

    claim(waterdam)
    uncertain = stored(waterdam, "SELECT state, arrived FROM delivery")
    waterdam.run(retry_campaign, NOBODY, campaign=campaign, uncertain=True)
    (again,) = claim(waterdam)

    assert (uncertain, again.arrived) == ([("uncertain", 1)], 1)


@pytest.mark.parametrize(("title", "goes_on"), [("Andere titel", None), ("", 1)])
def test_text_that_changed_in_between_is_begun_anew(
    waterdam: Store,
    begun: Callable[..., tuple[int, Outgoing]],
    staff: dict[str, Actor],
    strip: int,
    terms: Terms,
    title: str,
    goes_on: int | None,
) -> None:
    campaign, _ = begun()
    if title:
        waterdam.run(set_facts, staff["eef"], opportunity=strip, title=title)
        claim(waterdam)
    else:
        waterdam.run(pause_campaign, NOBODY, campaign=campaign)

    waterdam.run(resume_campaign, TICK, campaign=campaign, terms=terms)

    (outgoing,) = claim(waterdam)
    assert outgoing.arrived == goes_on
