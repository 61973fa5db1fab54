"""Approval: all rows or none, by somebody who may, of the number that was read."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from outreach.campaigns.approve import Approved, Blocked, approve
from outreach.campaigns.campaign import get_campaign
from outreach.campaigns.prepare import Terms
from outreach.campaigns.steer import cancel_campaign, end_called_off
from outreach.parties.address import ADDRESS_ADD
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from outreach.venues.register import add_venue, enter_venue
from tests.clock import Clock
from tests.outreach.campaigns.claiming import claim, names


def test_number_that_was_read_has_to_be_true_still(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    terms: Terms,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    met("fatma")
    campaign = drafted()

    with pytest.raises(Refusal) as refused:
        approve(waterdam, staff["omar"], campaign=campaign, terms=terms, people=2)

    assert (refused.value.key, refused.value.facts) == (
        "refusal-campaign-moved",
        {"number": "1", "read": 2, "now": 1},
    )
    assert stored(waterdam, "SELECT count(*) FROM delivery") == [(0,)]


def test_above_the_threshold_whoever_made_it_may_not_approve_it(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    terms: Terms,
) -> None:
    for number in range(3):
        met(f"p{number}")
    campaign = drafted()
    strict = replace(terms, four_eyes_above=2)

    with pytest.raises(Refusal) as refused:
        approve(waterdam, staff["eef"], campaign=campaign, terms=strict)
    done = approve(waterdam, staff["omar"], campaign=campaign, terms=strict)

    assert refused.value.key == "refusal-four-eyes"
    assert done.people == 3


def test_what_is_in_the_way_refuses_and_writes_nothing(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    terms: Terms,
    change: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    met("fatma")
    change(waterdam, "UPDATE opportunity SET state = 'closed'")
    campaign = drafted()

    with pytest.raises(Blocked) as refused:
        approve(waterdam, staff["omar"], campaign=campaign, terms=terms)

    assert [remark.key for remark in refused.value.card.blockers] == ["campaign-block-not-open"]
    assert stored(waterdam, "SELECT count(*) FROM mailing") == [(0,)]
    assert waterdam.look(get_campaign, campaign=campaign).state == "draft"


def test_it_is_approved_once(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    staff: dict[str, Actor],
    terms: Terms,
) -> None:
    met("fatma")
    campaign, _ = approved()

    with pytest.raises(Refusal) as refused:
        approve(waterdam, staff["omar"], campaign=campaign, terms=terms)

    assert refused.value.key == "refusal-campaign-fixed"


def test_cancelled_in_time_nothing_goes_out(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    staff: dict[str, Actor],
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    met("fatma")
    campaign, _ = approved(remind=3)

    unsent = waterdam.run(cancel_campaign, staff["omar"], campaign=campaign)
    clock.passes(days=90)

    assert unsent == 2
    assert claim(waterdam) == []
    assert set(stored(waterdam, "SELECT state, reason FROM delivery")) == {
        ("stopped", "send-cancelled")
    }


def test_cancelled_its_rows_end_in_small_units_and_what_broke_off_is_finished(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    staff: dict[str, Actor],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    for number in range(5):
        met(f"p{number}")
    campaign, _ = approved()
    other, _ = approved(occasion="reminder")

    first = waterdam.run(cancel_campaign, staff["omar"], campaign=campaign, most=2)
    nothing = claim(waterdam)
    rest = [waterdam.run(end_called_off, TICK, most=2) for _ in range(3)]

    assert (first, nothing, rest) == (2, [], [2, 1, 0])
    of_other = (
        "SELECT count(*) FROM delivery JOIN mailing ON mailing.id = mailing_id WHERE "
        "delivery.state = 'planned'"
    )
    assert stored(waterdam, f"{of_other} AND campaign_id = {other}") == [(5,)]
    assert stored(waterdam, of_other) == [(5,)]


def test_cards_go_along_and_who_wants_none_is_named(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    staff: dict[str, Actor],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    clock: Clock,
) -> None:
    met("fatma")
    board = waterdam.run(add_venue, staff["eef"], name="Bord", kind="notice_board")

    def group(unit: Unit) -> str:

        venue, code = enter_venue(
            unit,
            name="Groep Noord",
            kind="neighbourhood_group",
            channel="telegram",
            state="confirmed",
        )
        where = {
            "venue_id": venue,
            "channel": "telegram",
            "external_id": "-100",
            "seq": 0,
            "wrong_codes": 0,
        }
        unit.run(ADDRESS_ADD, where)
        return code

    code = waterdam.run(group, NOBODY)

    _, done = approved(venues=[code, board])

    cards = stored(waterdam, "SELECT kind, campaign_id FROM mailing WHERE kind = 'card'")
    assert done.unposted == {board: "refusal-venue-by-hand"}
    assert cards == [("card", 1)]
    clock.passes(minutes=11)
    assert names(claim(waterdam)) == ["fatma"]
