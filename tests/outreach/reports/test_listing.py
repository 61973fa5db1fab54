"""The list of opportunities, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import col

from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.question import ask_question
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.person import meet
from outreach.reports.listing import (
    ORDERS,
    ListedOpportunity,
    Order,
    Reach,
    Wanted,
    listed_opportunities,
    matching_opportunities,
    states_counted,
)
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.statements import run_sql


def listed(store: Store, wanted: Wanted) -> list[ListedOpportunity]:
    return store.look(listed_opportunities, wanted=wanted, most=100)[0]


@pytest.mark.parametrize("order", ORDERS)
def test_pages_hold_everything_once_and_in_order(waterdam: Store, order: Order) -> None:
    run_sql(waterdam, "UPDATE opportunity SET answers_until = NULL WHERE id IN (2, 5)")
    whole = [row.id for row in listed(waterdam, Wanted(order=order))]

    seen: list[int] = []
    more = True
    while more:
        wanted = Wanted(order=order, after=seen[-1] if seen else None)
        rows, more = waterdam.look(listed_opportunities, wanted=wanted, most=3)
        seen += [row.id for row in rows]

    assert (seen, len(seen)) == (whole, 8)


def test_what_closes_soon_comes_first_and_what_never_does_last(waterdam: Store) -> None:
    soon = datetime(2026, 3, 5, tzinfo=UTC)
    for number in range(1, 9):
        until = None if number == 8 else soon - timedelta(days=number)
        run_sql(
            waterdam,
            update(Opportunity).where(col(Opportunity.id) == number).values(answers_until=until),
        )

    assert [row.id for row in listed(waterdam, Wanted(order="ending"))] == [7, 6, 5, 4, 3, 2, 1, 8]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(words="LINDENSTRAAT"), [1]),
        (Wanted(words="wd-2026-03"), [3]),
        (Wanted(words="bestaat niet"), []),
        (Wanted(state="draft"), []),
        (Wanted(state="open", words="repaircafe"), [3]),
    ],
)
def test_words_and_state_choose(waterdam: Store, wanted: Wanted, found: list[int]) -> None:
    assert [row.id for row in listed(waterdam, wanted)] == found
    assert waterdam.look(matching_opportunities, wanted=wanted) == found


def test_line_counts_what_came_of_it(waterdam: Store, strip: int) -> None:
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
    ada = Actor("person", person)
    party = PartyDraft("resident", "Ada")
    waterdam.run(express_interest, ada, opportunity=strip, version=1, party=party, brings="handen")
    waterdam.run(ask_question, ada, opportunity=strip, text="Mag mijn hond mee?")

    [line] = listed(waterdam, Wanted(words="Lindenstraat"))

    assert (line.kinds, line.interests, line.questions, line.places, line.reach) == (
        {"resident": 1},
        1,
        1,
        ["Lindenkom"],
        Reach(),
    )


def test_states_are_counted(waterdam: Store) -> None:
    assert waterdam.look(states_counted) == {"open": 8}
