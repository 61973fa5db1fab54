"""What is open, with when it opened and changed: for those who follow it from outside."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col

from outreach.opportunities.card import OpportunityCard, open_opportunities
from outreach.opportunities.deadline import TAKES_ANSWERS
from outreach.opportunities.opportunity import Opportunity
from outreach.store.query import pick
from outreach.store.unit import Unit

MOMENTS_OPEN = pick(Opportunity.id, Opportunity.opened_at, Opportunity.changed_at).where(
    Opportunity.version > 0, TAKES_ANSWERS, col(Opportunity.opened_at).is_not(None)
)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open opportunity, since when, and when it changed."""

    card: OpportunityCard
    opened_at: datetime
    changed_at: datetime


def opened(unit: Unit, *, language: str) -> list[Opened]:
    """Return what is open now with its moments, the newest first."""
    moments = {row.id: row for row in unit.run(MOMENTS_OPEN, {"now": unit.now})}
    return [
        Opened(card, moments[card.id].opened_at, moments[card.id].changed_at)
        for card in open_opportunities(unit, language=language)
        if card.id in moments
    ]
