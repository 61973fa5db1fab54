"""Whether somebody still waits for something: an interest that did not end, an unanswered question.

What leads back to their conversation lives as long as that does.
"""

from sqlmodel import bindparam, col, select

from outreach.interests.interest import OVER, Interest
from outreach.interests.question import Question
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import Membership
from outreach.store.unit import Unit

INTEREST_UNDER_WAY = (
    select(Interest.id)
    .join(Membership, col(Membership.party_id) == col(Interest.party_id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .where(
        Membership.person_id == bindparam("person"),
        col(Interest.state).not_in(OVER),
        # emptied by retention: nobody knows any more what it was
        Interest.brings != "",
        Opportunity.state != "withdrawn",
    )
    .limit(1)
)
QUESTION_UNDER_WAY = (
    select(Question.id)
    .where(Question.person_id == bindparam("person"), col(Question.answered_at).is_(None))
    .limit(1)
)


def is_under_way(unit: Unit, *, person: int) -> bool:
    """True if an interest or a question of this person has not ended yet."""
    who = {"person": person}
    return any(
        unit.run(statement, who).scalar() is not None
        for statement in (INTEREST_UNDER_WAY, QUESTION_UNDER_WAY)
    )
