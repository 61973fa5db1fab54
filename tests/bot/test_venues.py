"""What our account does in a place of others: it is brief, and keeps nothing of what people say."""

from collections.abc import Callable

import pytest

from outreach.store.unit import Actor
from outreach.venues.register import confirm_venue
from tests.bot.venue import Group
from tests.clock import Clock

INTRODUCTION = (
    "Hoi! Ik ben de automatische assistent van gemeente Waterdam. Ik vertel hier soms over een "
    "taak in de buurt waar "
    "je aan mee kunt doen. Een medewerker kijkt eerst of dat hier past. Ik lees niet mee. Ik "
    "antwoord alleen als je "
    "op een bericht van mij reageert. Meer weten? https://t.me/waterdam_bot?start={}"
)
ANSWER = (
    "Ik antwoord hier kort, zo blijft het rustig in de groep. Stel je vraag in een gesprek met "
    "mij alleen: "
    "https://t.me/waterdam_bot?start={}"
)


def test_group_that_adds_us_hears_once_who_we_are(
    group: Group, trail_code: Callable[[], str]
) -> None:
    assert group.tells("joined") is True

    assert group.texts == [INTRODUCTION.format(trail_code())]
    assert (group.said[0].channel, group.said[0].external_id) == ("telegram", "-100")
    assert group.states == [("buurt-zuid", "new")]


def test_being_told_again_that_we_are_there_says_nothing(group: Group) -> None:
    group.tells("joined")

    assert group.tells("joined") is True
    assert len(group.said) == 1


def test_news_that_came_in_before_does_nothing(group: Group) -> None:
    group.tells("joined", external_id="a")
    group.tells("left", external_id="b")

    assert group.tells("joined", external_id="a") is False
    assert group.states == [("buurt-zuid", "left")]
    assert len(group.said) == 1


def test_group_that_throws_us_out_is_left_and_may_take_us_back(group: Group, clock: Clock) -> None:
    group.tells("joined")
    group.store.run(confirm_venue, Actor("staff", 1), code="buurt-zuid")
    group.tells("left")
    clock.passes(hours=23)

    group.tells("joined")

    assert group.states == [("buurt-zuid", "new")]
    assert len(group.said) == 1


def test_group_that_takes_us_back_a_day_later_hears_again_who_we_are(
    group: Group, clock: Clock
) -> None:
    group.tells("joined")
    group.tells("left")
    clock.passes(hours=24)

    group.tells("joined")

    assert group.texts[0] == group.texts[1]


def test_who_addresses_us_gets_the_way_to_a_private_chat(
    group: Group, trail_code: Callable[[], str]
) -> None:
    group.tells("joined")

    group.tells("addressed")

    assert group.texts[1] == ANSWER.format(trail_code())


def test_group_that_floods_gets_one_answer_a_minute(group: Group, clock: Clock) -> None:
    group.tells("joined")

    taken = [group.tells("addressed") for _ in range(50)]
    clock.passes(seconds=61)
    group.tells("addressed")

    assert taken == [True] * 50
    assert len(group.said) == 3


def test_group_that_we_did_not_know_is_registered_when_it_addresses_us(
    group: Group, trail_code: Callable[[], str]
) -> None:
    group.tells("addressed", kind="broadcast", language="en")

    assert group.states == [("buurt-zuid", "new")]
    assert group.texts[0].startswith("I answer briefly here, so that the group stays quiet.")
    assert group.texts[0].endswith(f"alone: https://t.me/waterdam_bot?start={trail_code()}")


def test_channel_whose_name_we_do_not_know_gets_the_page(
    group: Group, trail_code: Callable[[], str]
) -> None:
    group.tells("joined", channel="matrix")

    assert group.texts[0].endswith(f"Meer weten? https://waterdam.example/c/{trail_code()}")


@pytest.mark.parametrize("event", ["left", "moved"])
def test_group_that_we_never_knew_leaves_no_trace(group: Group, event: str) -> None:
    assert group.tells(event, moved_to="-200") is True

    assert (group.states, group.said) == ([], [])


def test_group_that_moves_is_the_same_venue(group: Group) -> None:
    group.tells("joined")
    group.store.run(confirm_venue, Actor("staff", 1), code="buurt-zuid")

    assert group.tells("moved", moved_to="-200") is True
    assert group.tells("moved", moved_to="-200") is True
    group.tells("addressed", venue="-200")

    assert group.states == [("buurt-zuid", "confirmed")]
    assert group.said[-1].external_id == "-200"


def test_group_that_moves_after_its_new_number_was_heard_is_one_venue(group: Group) -> None:
    group.tells("joined")
    group.tells("addressed", venue="-200")

    group.tells("moved", moved_to="-200")

    assert group.states == [("buurt-zuid", "new")]


def test_nothing_that_was_said_is_kept(group: Group) -> None:
    group.tells("joined")
    group.tells("addressed")

    query = "SELECT text FROM inbound"
    assert group.store.look(
        lambda unit: unit.connection.exec_driver_sql(query).scalars().all()
    ) == [None, None]
