"""Who wants what only one other was expected to want: nothing is decided before they were heard."""

from sqlmodel import bindparam, col

from outreach.interests.fair import NAMED
from outreach.interests.question import CANDIDATE, Question
from outreach.refusal import Refusal
from outreach.store.query import pick
from outreach.store.unit import Unit

CANDIDATES_UNHEARD = (
    pick(Question.id)
    .where(
        Question.opportunity_id == bindparam("opportunity"),
        Question.kind == CANDIDATE,
        col(Question.answered_at).is_(None),
    )
    .order_by(col(Question.id))
)


def require_heard(unit: Unit, *, opportunity: int) -> None:
    """Refuse a decision while somebody who wants it too got no answer."""
    unheard = unit.run(CANDIDATES_UNHEARD, {"opportunity": opportunity}).scalars()
    if unheard:
        shown = ", ".join(map(str, unheard[:NAMED]))
        raise Refusal("refusal-unheard", count=len(unheard), questions=shown)
