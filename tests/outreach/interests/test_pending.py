"""A waiting notice can be read and called off; the next one starts from what people know."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from outreach.delivery.claim import claim_due
from outreach.interests.correct import correct_answer
from outreach.interests.fair import takes_answers_until
from outreach.interests.pending import CalledOff, Planned, call_off_notice, planned_notices
from outreach.interests.question import answer_question, ask_question
from outreach.interests.tell import (
    GATHER,
    Telling,
    Told,
    change_and_tell,
    move_interest_and_tell,
    move_opportunity_and_tell,
)
from outreach.refusal import Refusal
from outreach.reports.told import told_of
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from tests.clock import Clock
from tests.looks import look
from tests.outreach.interests.correcting import BY_NIGHT, NADIA, corrected, first
from tests.statements import run_sql

NO_END = "UPDATE opportunity SET answers_until = NULL"
"""As an older store may have it: today a record with no end cannot open."""
ZOE = Actor("staff", 2)
Change = Callable[..., Told]


@pytest.fixture
def change(waterdam: Store, strip: int, telling: Telling) -> Change:
    def run(**facts: Any) -> Told:
        return waterdam.run(change_and_tell, NADIA, opportunity=strip, telling=telling, **facts)[1]

    return run


def call_off(store: Store) -> CalledOff:
    [notice] = store.look(planned_notices)
    return store.run(call_off_notice, NADIA, notice=notice.id)


def test_what_waits_is_shown_with_its_texts(
    waterdam: Store, strip: int, join: Callable[..., Actor], change: Change, clock: Clock
) -> None:
    join("ada")
    join("bob", "en")
    change(official="Omar")

    [notice] = waterdam.look(planned_notices, opportunity=strip)

    assert notice == Planned(notice.id, "WD-2026-01", "change", clock.now + GATHER, 2, notice.texts)
    assert [text.splitlines()[0][:17] for text in notice.texts] == [
        "Er is iets verand",
        "Something has cha",
    ]
    assert (list(notice.texts.values()), waterdam.look(planned_notices, opportunity=2)) == (
        [1, 1],
        [],
    )


def test_notice_that_is_called_off_goes_to_nobody_and_stays_in_the_record(
    waterdam: Store,
    strip: int,
    join: Callable[..., Actor],
    change: Change,
    hear: Callable[[], dict[str, list[str]]],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    clock: Clock,
) -> None:
    join("ada")
    change(official="Omar")

    done = call_off(waterdam)

    assert (done, hear(), waterdam.look(planned_notices)) == (CalledOff(1, 0), {}, [])
    [told] = waterdam.look(told_of, opportunity=strip)
    assert [(who.state, who.reason) for who in told.recipients] == [("stopped", "send-called-off")]
    assert told.called_off
    events = stored(
        waterdam, "SELECT actor, deed FROM event WHERE deed LIKE 'notice.%' ORDER BY id"
    )
    assert events == [("staff:1", "notice.planned"), ("staff:1", "notice.called_off")]


def test_change_that_is_set_right_after_its_notice_was_called_off_is_not_told(
    waterdam: Store,
    join: Callable[..., Actor],
    change: Change,
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    change(official="Omar")
    call_off(waterdam)

    assert (change(official="Nadia de Wit"), hear()) == (Told(), {})


def test_next_notice_tells_all_that_people_do_not_know(
    waterdam: Store,
    join: Callable[..., Actor],
    change: Change,
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    for facts in ({"official": "Omar"}, {"duration": "Drie jaar"}):
        change(**facts)
        call_off(waterdam)

    change(answer_days=7)

    [told] = hear()["ada"]
    assert re.search("Dit is anders: hoe lang .*, .* en hoe snel je antwoord krijgt", told)


def test_move_that_is_undone_after_its_notice_was_called_off_is_not_told(
    waterdam: Store,
    join: Callable[..., Actor],
    move_interest: Callable[[int, str], Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    move_interest(1, "in_talk")
    hear()
    move_interest(1, "declined")
    call_off(waterdam)

    assert (move_interest(1, "in_talk"), hear()) == (Told(), {})


def test_only_who_has_not_heard_yet_is_spared(
    waterdam: Store, strip: int, join: Callable[..., Actor], change: Change, clock: Clock
) -> None:
    join("ada")
    join("bob", channel="telegram")
    change(official="Omar")
    [notice] = waterdam.look(planned_notices)
    clock.now = notice.send_at
    waterdam.run(claim_due, TICK, look("web"))

    assert call_off(waterdam) == CalledOff(1, 1)


@pytest.mark.parametrize("notice", [1, 99])
def test_notice_of_which_nothing_waits_is_refused(
    waterdam: Store,
    join: Callable[..., Actor],
    change: Change,
    hear: Callable[[], dict[str, list[str]]],
    notice: int,
) -> None:
    join("ada")
    change(official="Omar")
    hear()

    with pytest.raises(Refusal, match="refusal-notice-out"):
        waterdam.run(call_off_notice, NADIA, notice=notice)


def test_answer_that_was_called_off_goes_out_once_it_is_right(
    waterdam: Store, strip: int, join: Callable[..., Actor], clock: Clock
) -> None:
    ada = join("ada")
    waterdam.run(ask_question, ada, opportunity=strip, text="Mag het?")
    wrong: dict[str, Any] = {
        "question": 1,
        "answer": "Nee.",
        "public_text": None,
        "quiet": BY_NIGHT,
    }
    waterdam.run(answer_question, NADIA, say=first, **wrong)
    call_off(waterdam)
    values: dict[str, Any] = {
        "question": 1,
        "answer": "Ja.",
        "public_text": None,
        "quiet": BY_NIGHT,
    }

    told = waterdam.run(correct_answer, NADIA, say=first, say_corrected=corrected, **values)

    assert told.at is not None
    clock.now = told.at
    assert [out.message.text for out in waterdam.run(claim_due, TICK, look("web"))] == [
        "Mag het? Ja."
    ]


def test_second_of_two_who_move_an_interest_hears_who_was_first(
    waterdam: Store, strip: int, join: Callable[..., Actor], telling: Telling, clock: Clock
) -> None:
    waterdam.run(add_staff, NOBODY, email="nadia@waterdam.example", name="Nadia", role="editor")
    join("ada")
    values: dict[str, Any] = {"interest": 1, "telling": telling, "read": "new"}
    waterdam.run(move_interest_and_tell, NADIA, state="declined", **values)

    with pytest.raises(Refusal, match="refusal-moved") as refused:
        waterdam.run(move_interest_and_tell, ZOE, state="in_talk", **values)

    facts: dict[str, Any] = refused.value.facts
    assert (facts["now"].code, facts["who"], facts["at"]) == ("declined", "Nadia", clock.now)


@pytest.mark.parametrize("state", ["withdrawn", "decided"])
def test_reason_that_points_at_somebody_is_quoted_until_it_was_checked(
    waterdam: Store,
    strip: int,
    join: Callable[..., Actor],
    telling: Telling,
    move: Callable[[str], Told],
    state: str,
) -> None:
    join("ada")
    move("closed")
    move_to: dict[str, Any] = {"opportunity": strip, "state": state, "telling": telling}
    waterdam.run(move_interest_and_tell, NADIA, interest=1, state="declined", telling=telling)
    reason = "Ada was te laat. Vragen? 06-12345678"

    with pytest.raises(Refusal, match="refusal-personal") as refused:
        waterdam.run(move_opportunity_and_tell, NADIA, reason=reason, **move_to)
    told = waterdam.run(move_opportunity_and_tell, NADIA, reason=reason, checked=True, **move_to)

    assert (refused.value.facts, told.persons) == ({"found": ["“Ada”", "“06-12345678”"]}, 1)


def test_others_may_sign_up_until_the_deadline_or_always(
    waterdam: Store, strip: int, move: Callable[[str], Told]
) -> None:
    until = waterdam.look(takes_answers_until, opportunity=strip)
    run_sql(waterdam, NO_END)
    always = waterdam.look(takes_answers_until, opportunity=strip)
    move("closed")

    assert isinstance(until, datetime)
    assert (always, waterdam.look(takes_answers_until, opportunity=strip)) == ("always", None)
