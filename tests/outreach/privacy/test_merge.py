"""Two persons become one: what both had, and who is told what."""

import pytest
from sqlalchemy import text

from outreach.delivery.claim import claim_due
from outreach.interests.own import my_interests
from outreach.privacy.merge import absorb
from outreach.privacy.mydata import my_data
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Unit
from outreach.venues.trail import lay_trail
from tests.clock import Clock
from tests.looks import look
from tests.outreach.privacy.pair import Pair, acting, dump


@pytest.fixture
def pair(waterdam: Store) -> Pair:
    return Pair(waterdam)


def link(pair: Pair, stays: int = 1) -> bool:
    return pair.store.run(absorb, pair.actors[stays], person=pair.persons[1 - stays])


def test_both_in_one_group_are_one_member_since_the_first_day(pair: Pair, clock: Clock) -> None:
    pair.do("group", 0)
    first = clock()
    clock.passes(days=1)
    pair.do("join", 1)

    link(pair)

    members = pair.store.look(dump)["membership"]
    assert [(row["person_id"], row["joined_at"]) for row in members] == [(pair.persons[1], first)]


def test_own_interests_of_the_same_name_stay_two(pair: Pair) -> None:
    for who in (0, 1):
        pair.do("alone", who)

    link(pair)

    cards = pair.store.look(lambda unit: my_interests(acting(unit, pair.actors[1])))
    assert [(card.opportunity, card.party) for card in cards] == [
        (1, "Anna resident"),
        (2, "Anna resident"),
    ] * 2


def test_notice_that_went_out_to_the_other_is_not_sent_again(pair: Pair) -> None:
    pair.do("notice sent", 0)

    link(pair)

    assert pair.store.run(claim_due, TICK, look("web", "telegram")) == []


def test_notice_planned_for_both_comes_once_to_the_one_who_stays(pair: Pair) -> None:
    pair.do("notice", 0)

    link(pair)

    claimed = pair.store.run(claim_due, TICK, look("web", "telegram"))
    assert [outgoing.channel for outgoing in claimed] == ["telegram"]


@pytest.mark.parametrize("stopped", [0, 1])
def test_stop_of_either_takes_back_news_that_the_other_asked_for(pair: Pair, stopped: int) -> None:
    pair.do("stop", stopped)
    pair.do("news", 1 - stopped)

    told = link(pair)

    data = pair.store.look(my_data, person=pair.persons[1])
    assert (told, data["person"][0]["stopped_at"] is not None) == (stopped == 0, True)
    assert data["consent"][-1]["given"] is False


@pytest.mark.parametrize("first", [0, 1])
def test_first_trail_is_that_of_the_one_who_came_first(
    pair: Pair, first: int, clock: Clock
) -> None:
    trails = [
        pair.trail_behind(pair.store.run(lay_trail, NOBODY, opportunity=1, kind="poster"))
        for _ in range(2)
    ]
    for actor, trail in zip(pair.actors, trails, strict=True):
        pair.store.run(_brought, actor, trail=trail)

    link(pair, stays=first)

    assert (
        pair.store.look(my_data, person=pair.persons[first])["person"][0]["trail_id"] == trails[0]
    )


def test_event_names_both_and_nothing_is_noted_as_an_erasure(pair: Pair) -> None:
    link(pair)

    last = pair.store.look(dump)["event"][-1]
    assert (last["deed"], last["ids"]) == (
        "person.linked",
        {"person": pair.persons[1], "gone": pair.persons[0]},
    )
    assert not pair.store.path.with_name("erased.jsonl").exists()


def test_somebody_who_is_gone_already_cannot_be_taken_over(pair: Pair) -> None:
    link(pair)

    with pytest.raises(Refusal):
        link(pair)


def _brought(unit: Unit, *, trail: int) -> None:
    unit.connection.execute(
        text("UPDATE person SET trail_id = :trail WHERE id = :id"),
        {"trail": trail, "id": unit.actor.id},
    )
