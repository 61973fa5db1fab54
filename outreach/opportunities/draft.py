"""A draft that people read before it opens: whether there is one."""

from sqlmodel import bindparam

from outreach.opportunities.codes import EXPLORING
from outreach.opportunities.opportunity import Opportunity
from outreach.store.query import pick
from outreach.store.unit import Unit

OPPORTUNITY_EXPLORED = pick(Opportunity.id).where(
    Opportunity.id == bindparam("opportunity"), Opportunity.state == EXPLORING
)
OPPORTUNITIES_EXPLORED = pick(Opportunity.id).where(Opportunity.state == EXPLORING).limit(1)


def is_explored(unit: Unit, *, opportunity: int) -> bool:
    """True if people read a draft now, and can say what is missing."""
    return unit.run(OPPORTUNITY_EXPLORED, {"opportunity": opportunity}).first() is not None


def has_drafts(unit: Unit) -> bool:
    """True if people can read a draft somewhere, and say what is missing."""
    return bool(unit.run(OPPORTUNITIES_EXPLORED).first())
