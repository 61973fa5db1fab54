"""A decided opportunity, and for how long what is kept."""

from sqlalchemy import update
from sqlmodel import col

from outreach.opportunities.opportunity import Opportunity
from outreach.store.unit import Unit

TERMS = {
    "transcript_days": 30,
    "message_days": 90,
    "interest_months": 12,
    "undecided_months": 24,
    "question_months": 6,
    "meeting_days": 30,
}


def decide(unit: Unit, opportunity: int) -> None:
    ended = {"state": "decided", "decided_at": unit.now}
    unit.connection.execute(
        update(Opportunity).where(col(Opportunity.id) == opportunity).values(**ended)
    )


def settled(unit: Unit) -> None:
    unit.connection.exec_driver_sql("DELETE FROM delivery WHERE state = 'planned'")
