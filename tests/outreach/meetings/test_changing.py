"""Staff make, change and call off a meeting, and tell what came of it."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from content.message import Message
from outreach.interests.question import Answered, answers
from outreach.interests.tell import Told
from outreach.meetings.attendance import leave_meeting
from outreach.meetings.changing import (
    add_meeting,
    cancel_meeting,
    change_meeting,
    report_on_meeting,
)
from outreach.meetings.meeting import has_meetings, meetings_ahead, meetings_shown
from outreach.opportunities.edit import new_opportunity
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock
from tests.looks import heard
from tests.outreach.interests.expressing import express
from tests.outreach.meetings.meeting_at import NADIA, TELLING, WHERE, come, facts

CHANGE = partial(change_meeting, telling=TELLING)


def test_everybody_interested_hears_of_a_new_meeting_and_can_go_there(
    waterdam: Store, strip: int, clock: Clock, ada: Actor, bram: Actor
) -> None:
    express(waterdam, bram, strip)

    values: dict[str, Any] = facts(clock)
    number, told = waterdam.run(add_meeting, NADIA, opportunity=strip, telling=TELLING, **values)

    assert told == Told(1, clock.now)
    said = heard(waterdam)
    assert list(said) == ["bram"]
    assert "There will be a meeting about the opportunity" in said["bram"][0]
    assert [card.id for card in waterdam.look(meetings_ahead, opportunity=strip)] == [number]


def test_meeting_of_a_draft_is_seen_by_nobody(waterdam: Store, clock: Clock) -> None:
    draft = waterdam.run(new_opportunity, NADIA, tender_id="X-1", ocid_prefix="ocds-xxxxxx")

    _, told = waterdam.run(add_meeting, NADIA, opportunity=draft, telling=TELLING, **facts(clock))

    assert told == Told()
    assert not waterdam.look(has_meetings, opportunity=draft)


@pytest.mark.parametrize(
    ("begins", "ends", "more", "key"),
    [
        (1, 2, {"location": ""}, "refusal-meeting-lacks"),
        (1, 2, {"kind": None}, "refusal-meeting-lacks"),
        (2, 1, {}, "refusal-meeting-times"),
        (1, 15 * 24, {}, "refusal-meeting-times"),
        (-1, 1, {}, "refusal-meeting-past"),
    ],
)
def test_meeting_needs_a_time_to_come_and_a_place(
    waterdam: Store,
    strip: int,
    clock: Clock,
    begins: int,
    ends: int,
    more: dict[str, Any],
    key: str,
) -> None:
    times = {
        name: clock.now + timedelta(hours=hours)
        for name, hours in (("begins_at", begins), ("ends_at", ends))
    }
    values = facts(clock, **times, **more)

    with pytest.raises(Refusal) as refused:
        waterdam.run(add_meeting, NADIA, opportunity=strip, telling=TELLING, **values)

    assert refused.value.key == key


def test_everybody_who_comes_waits_or_is_interested_hears_of_a_change_at_one_moment(
    waterdam: Store, strip: int, evening: int, ada: Actor, bram: Actor, cleo: Actor, clock: Clock
) -> None:
    come(waterdam, evening, ada, 3)
    come(waterdam, evening, bram)
    express(waterdam, cleo, strip)
    heard(waterdam)

    changed, told = waterdam.run(CHANGE, NADIA, meeting=evening, location="De Steiger")

    assert changed == {"location": (WHERE, "De Steiger")}
    assert told == Told(3, clock.now)
    said = heard(waterdam)
    assert sorted(said) == ["ada", "bram", "cleo"]
    assert "Waar: De Steiger" in said["ada"][0]
    assert waterdam.look(meetings_ahead, opportunity=strip)[0].sequence == 1


def test_what_stays_the_same_or_is_about_seats_alone_is_told_to_nobody(
    waterdam: Store, evening: int, ada: Actor
) -> None:
    come(waterdam, evening, ada)

    same = waterdam.run(CHANGE, NADIA, meeting=evening, location=WHERE)
    seats = waterdam.run(CHANGE, NADIA, meeting=evening, seats=None)

    assert (same, seats) == (({}, Told()), ({"seats": (3, None)}, Told()))


def test_seats_that_were_given_out_stay(waterdam: Store, evening: int, ada: Actor) -> None:
    come(waterdam, evening, ada, 3)

    with pytest.raises(Refusal) as refused:
        waterdam.run(CHANGE, NADIA, meeting=evening, seats=2)

    assert (refused.value.key, refused.value.facts) == ("refusal-meeting-taken", {"taken": 3})


def test_who_would_come_hears_why_it_is_off_and_who_left_does_not(
    waterdam: Store, strip: int, evening: int, ada: Actor, bram: Actor
) -> None:
    for who in (ada, bram):
        come(waterdam, evening, who)
    waterdam.run(leave_meeting, bram, meeting=evening)
    off = partial(cancel_meeting, telling=TELLING, meeting=evening)

    waterdam.run(off, NADIA, reason="De zaal staat onder water.")

    said = heard(waterdam)
    assert list(said) == ["ada"]
    assert "De reden: De zaal staat onder water." in said["ada"][0]
    assert waterdam.look(meetings_ahead, opportunity=strip) == []
    shown = waterdam.look(meetings_shown, opportunity=strip)
    assert [(card.cancelled, card.sequence) for card in shown] == [(True, 1)]


@pytest.mark.parametrize(
    ("reason", "key"),
    [("", "refusal-meeting-reason"), ("Bel 06-12345678.", "refusal-personal")],
)
def test_nobody_is_told_off_without_a_reason_or_with_one_about_a_person(
    waterdam: Store, evening: int, reason: str, key: str
) -> None:
    with pytest.raises(Refusal) as refused:
        waterdam.run(cancel_meeting, NADIA, meeting=evening, reason=reason, telling=TELLING)

    assert refused.value.key == key


def test_report_is_an_answer_to_all(
    waterdam: Store, strip: int, evening: int, ada: Actor, clock: Clock
) -> None:
    express(waterdam, ada, strip)
    heard(waterdam)
    report = partial(
        report_on_meeting,
        meeting=evening,
        report="Er kwamen tien buren.",
        question="Hoe was het?",
        say=lambda language, question, answer: Message(f"{question} {answer}"),
        telling=TELLING,
    )
    with pytest.raises(Refusal) as early:
        waterdam.run(report, NADIA)
    clock.passes(days=8)

    told = waterdam.run(report, NADIA)
    with pytest.raises(Refusal) as twice:
        waterdam.run(report, NADIA)

    assert (early.value.key, twice.value.key) == (
        "refusal-meeting-ahead",
        "refusal-meeting-reported",
    )
    assert told == Told(1, clock.now)
    assert heard(waterdam) == {"ada": ["Hoe was het? Er kwamen tien buren."]}
    assert waterdam.look(answers, opportunity=strip) == [
        Answered(1, "Hoe was het?", "Er kwamen tien buren.", clock.now)
    ]
