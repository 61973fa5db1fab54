"""Whether an opportunity takes answers, in Python and in SQL alike, and what keeps a deadline."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert
from sqlmodel import col

from outreach.interests.fair import takes_answers_until
from outreach.opportunities.card import is_open, open_opportunities, opportunity_card
from outreach.opportunities.codes import STATES
from outreach.opportunities.deadline import TAKES_ANSWERS, days_left, is_over, takes_answers
from outreach.opportunities.edit import set_facts
from outreach.opportunities.judge import Fault, Unfit
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.opportunity import Opportunity
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit
from tests.clock import Clock
from tests.fit import new_fit

NADIA = Actor("staff", 1)
LEAST = timedelta(microseconds=1)
AWAY = {"past": -timedelta(days=1), "just": -LEAST, "now": timedelta(0), "soon": LEAST}
TAKING = pick(Opportunity.tender_id).where(TAKES_ANSWERS).order_by(col(Opportunity.id))


def deadlines(now: datetime) -> dict[str, datetime | None]:
    return {"none": None} | {name: now + away for name, away in AWAY.items()}


def test_every_state_and_deadline_is_judged_alike_in_python_and_sql(store: Store) -> None:
    now = store.clock()
    rows = [(state, name, until) for state in STATES for name, until in deadlines(now).items()]

    def fill(unit: Unit) -> None:
        moments: dict[str, Any] = {"created_at": now, "changed_at": now}
        for state, name, until in rows:
            number = f"{state}-{name}"
            facts: dict[str, Any] = {
                "tender_id": number,
                "ocid": number,
                "title": number,
                "state": state,
            }
            row = Opportunity(**facts, answers_until=until, **moments)
            unit.run(insert(Opportunity), row.model_dump(exclude={"id"}))

    store.run(fill, NADIA)

    in_python = [
        f"{state}-{name}" for state, name, until in rows if takes_answers(state, until, now)
    ]
    assert in_python == ["open-none", "open-soon"]
    assert store.look(lambda unit: unit.run(TAKING, {"now": now}).scalars()) == in_python


def test_deadline_is_over_at_its_own_moment() -> None:
    now = Clock()()

    over = {name: is_over(until, now) for name, until in deadlines(now).items()}

    assert over == {"none": False, "past": True, "just": True, "now": True, "soon": False}


def test_list_and_card_and_interest_say_the_same_at_the_deadline(
    store: Store, clock: Clock
) -> None:
    made: int = store.run(new_fit, NADIA)
    store.run(move_opportunity, NADIA, opportunity=made, state="open")
    until = store.look(opportunity_card, opportunity=made, language="nl").answers_until
    assert until is not None

    def said() -> tuple[list[int], str, bool, datetime | str | None]:
        listed = store.look(open_opportunities, language="nl")
        card = store.look(opportunity_card, opportunity=made, language="nl")
        taken = store.look(takes_answers_until, opportunity=made)
        now_open = store.look(is_open, opportunity=made)
        return [each.id for each in listed], card.state, now_open, taken

    clock.now = until - LEAST
    before = said()
    clock.now = until
    after = said()

    assert before == ([made], "open", True, until)
    assert after == ([], "closed", False, None)


@pytest.mark.parametrize("states", [("open",), ("open", "closed")])
def test_deadline_of_a_public_record_is_moved_and_never_cleared(
    store: Store, states: tuple[str, ...]
) -> None:
    made: int = store.run(new_fit, NADIA)
    for state in states:
        store.run(move_opportunity, NADIA, opportunity=made, state=state)
    later = store.clock() + timedelta(days=20)

    with pytest.raises(Unfit) as refused:
        store.run(set_facts, NADIA, opportunity=made, answers_until=None)
    moved = store.run(set_facts, NADIA, opportunity=made, answers_until=later)

    fault = Fault("answers_until", "fault-deadline-cleared", {})
    assert (refused.value.lacks, refused.value.faults) == ([], [fault])
    assert moved == ["answers_until"]


def test_draft_may_lose_its_deadline(store: Store) -> None:
    made: int = store.run(new_fit, NADIA)

    assert store.run(set_facts, NADIA, opportunity=made, answers_until=None) == ["answers_until"]


@pytest.mark.parametrize(
    ("until", "days"),
    [
        ("2026-11-02T23:59:00+01:00", 0),
        ("2026-11-03T00:30:00+01:00", 1),
        ("2026-11-14T23:59:00+01:00", 12),
    ],
)
def test_days_left_are_days_of_the_calendar_where_people_are(until: str, days: int) -> None:
    now = datetime.fromisoformat("2026-11-02T22:45:00+00:00")

    assert days_left(datetime.fromisoformat(until), now, ZoneInfo("Europe/Amsterdam")) == days
