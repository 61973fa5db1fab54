"""A record that changed after approval holds the campaign if its messages show the change."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from outreach.campaigns import resume
from outreach.campaigns.approve import Approved
from outreach.campaigns.claim import check_campaigns as check
from outreach.campaigns.fresh import CHANGED, Difference, changes_of, hold_changed
from outreach.campaigns.look_after import look_after_steps
from outreach.campaigns.prepare import Terms
from outreach.campaigns.resume import resume_campaign
from outreach.delivery import planned
from outreach.opportunities.edit import get_opportunity
from outreach.reports.campaigns import campaign_report
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.campaigns.claiming import claim, settle
from tests.outreach.campaigns.held import NEW, REMINDER, SOONER, states
from tests.outreach.campaigns.joining import joins
from tests.outreach.campaigns.writing import SMALL

LATE = timedelta(hours=4)


@pytest.mark.parametrize(
    ("facts", "fact"),
    [
        ({"title": "Andere titel"}, "title"),
        ({"summary": "Iets anders."}, "summary"),
        ({"answers_until": SOONER}, "until"),
        ({"translations": {"nl": {"title": "Andere titel"}}}, "title"),
    ],
)
def test_what_the_message_shows_holds_it(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    edit: Callable[..., None],
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    facts: dict[str, Any],
    fact: str,
) -> None:
    met("fatma")
    campaign, _ = approved()
    edit(**facts)
    clock.passes(minutes=11)

    nothing = claim(waterdam)

    assert nothing == []
    assert states(waterdam, stored) == [(NEW, "paused", CHANGED)]
    assert {change.fact for change in waterdam.look(changes_of, campaign=campaign)} == {fact}
    assert stored(waterdam, "SELECT state FROM delivery") == [("planned",)]


@pytest.mark.parametrize(
    "facts",
    [
        {"description": "Veel meer uitleg."},
        {"answer_days": 12},
        {"official": "Petra"},
        {"themes": ["zorg"]},
        {"translations": {"pl": {"title": "Tytuł"}}},
    ],
)
def test_what_it_does_not_show_holds_nothing(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    edit: Callable[..., None],
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    facts: dict[str, Any],
) -> None:
    met("fatma")
    campaign, _ = approved()
    edit(**facts)
    clock.passes(minutes=11)

    (outgoing,) = claim(waterdam)

    assert waterdam.look(check, [outgoing.id]) == {}
    assert states(waterdam, stored) == [(NEW, "sending", None)]
    assert waterdam.look(changes_of, campaign=campaign) == []


def test_own_text_that_names_nothing_is_held_by_its_last_day_only(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    edit: Callable[..., None],
) -> None:
    met("fatma")
    approved(texts={"new": {"nl": "Kom je ook? {plek}"}})
    edit(title="Andere titel", summary="Iets anders.")

    free = waterdam.run(hold_changed, TICK)
    edit(answers_until=SOONER)

    assert (free, waterdam.run(hold_changed, TICK)) == ([], [1])


def test_thanks_are_not_held_by_another_last_day(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    edit: Callable[..., None],
    strip: int,
) -> None:
    joins(waterdam, met("fatma"), strip)
    approved(occasion="thanks")

    edit(answers_until=SOONER)

    assert waterdam.run(hold_changed, TICK) == []


def test_resumed_it_says_what_is_true_and_its_reminder_moves_along(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    edit: Callable[..., None],
    clock: Clock,
    strip: int,
    terms: Terms,
) -> None:
    met("fatma")
    campaign, _ = approved(remind=3)
    before = waterdam.look(get_opportunity, opportunity=strip)
    edit(title="Andere titel", answers_until=SOONER)
    held = waterdam.run(hold_changed, TICK, opportunity=strip)
    changes = waterdam.look(changes_of, campaign=campaign)

    waterdam.run(resume_campaign, TICK, campaign=campaign, terms=terms)

    first, reminder = waterdam.look(campaign_report, campaign=campaign)
    clock.passes(minutes=11)
    (outgoing,) = claim(waterdam)
    settle(waterdam, [outgoing])
    clock.now = SOONER - timedelta(days=3)
    (again,) = claim(waterdam)
    assert held == [campaign]
    assert Difference("title", "nl", before.title, "Andere titel") in changes
    assert before.answers_until is not None
    assert Difference("until", "", before.answers_until.isoformat(), SOONER.isoformat()) in changes
    assert (first.stand, reminder.begins) == ("waiting", SOONER - timedelta(days=3))
    assert "Andere titel" in outgoing.message.text
    assert "30 november" in outgoing.message.text
    assert "Andere titel" in again.message.text
    assert waterdam.look(changes_of, campaign=campaign) == []


@pytest.mark.parametrize("units", [SMALL])
@pytest.mark.parametrize("killed", [False, True])
def test_rows_of_a_reminder_move_in_small_units_while_it_is_held(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    edit: Callable[..., None],
    clock: Clock,
    terms: Terms,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    killed: bool,
) -> None:
    for number in range(5):
        met(f"p{number}")
    campaign, _ = approved(remind=3)
    edit(answers_until=SOONER)
    if killed:
        ((mailing, at),) = waterdam.run(resume.moments_moved, TICK, campaign=campaign, terms=terms)
        waterdam.run(planned.postpone, TICK, mailing=mailing, at=at, most=SMALL.rows)

    resume.resume(waterdam, TICK, campaign=campaign, terms=terms)

    moments = (
        "SELECT DISTINCT mailing.send_at, delivery.send_at FROM delivery JOIN mailing ON "
        "mailing.id = mailing_id"
    )
    ((begins, goes),) = stored(waterdam, f"{moments} WHERE name = '{REMINDER}'")
    assert begins == goes
    assert waterdam.look(campaign_report, campaign=campaign)[1].begins == SOONER - timedelta(days=3)


def test_change_between_two_waves_holds_the_second_only(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    edit: Callable[..., None],
    clock: Clock,
    terms: Terms,
) -> None:
    for number in range(10):
        met(f"p{number}")
    campaign, _ = approved(first=20, spread=2)
    clock.passes(minutes=11)
    first = claim(waterdam)
    settle(waterdam, first)
    edit(title="Andere titel")
    clock.passes(hours=3)
    nothing = claim(waterdam)

    waterdam.run(resume_campaign, TICK, campaign=campaign, terms=terms)

    second = claim(waterdam)
    assert (len(first), nothing, len(second)) == (2, [], 8)
    assert all("Andere titel" in outgoing.message.text for outgoing in second)


def test_reminder_far_off_is_held_by_the_clockwork(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    edit: Callable[..., None],
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    met("fatma")
    approved(remind=3)
    clock.passes(minutes=11)
    settle(waterdam, claim(waterdam))
    edit(answers_until=SOONER)

    waterdam.run(look_after_steps, TICK, quiet=LOUD, late=LATE)

    assert states(waterdam, stored) == [(NEW, "done", None), (REMINDER, "paused", CHANGED)]


def test_what_was_claimed_before_the_change_is_not_handed_over(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    edit: Callable[..., None],
    clock: Clock,
) -> None:
    met("fatma")
    approved()
    clock.passes(minutes=11)
    (outgoing,) = claim(waterdam)

    edit(title="Andere titel")

    assert waterdam.look(check, [outgoing.id])[outgoing.id].state == "planned"
