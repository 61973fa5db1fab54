"""What staff see of questions."""

from outreach.interests.question import ask_question
from outreach.reports.questions import question_overview
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock


def test_question_overview_gives_the_newest_first(asked: Store, clock: Clock) -> None:
    clock.passes(days=-3)
    asked.run(ask_question, Actor("person", 2), opportunity=2, text="Is er koffie?")

    assert [row.text for row in asked.look(question_overview)] == [
        "Is er koffie?",
        "Mag mijn hond mee?",
    ]
    assert [row.text for row in asked.look(question_overview, opportunity=1, waiting=True)] == [
        "Mag mijn hond mee?"
    ]
