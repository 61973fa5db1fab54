"""How many take part in an opportunity, as far as everybody may know."""

from sqlmodel import bindparam, col, func, select

from outreach.interests.interest import Interest
from outreach.store.unit import Unit

TAKES_PART = col(Interest.state).in_(("new", "in_talk", "invited", "agreed", "reserve"))
INTERESTS_TAKING_PART = (
    select(func.count())
    .select_from(Interest)
    .where(Interest.opportunity_id == bindparam("opportunity"), TAKES_PART)
)


def taking_part(unit: Unit, *, opportunity: int, direction: str) -> int:
    """Return how many parties take part; nought where firms compete.

    There nobody may know how many others there are before the decision (Aanbestedingswet 2012).
    """
    if direction != "informal":
        return 0
    count: int = unit.run(INTERESTS_TAKING_PART, {"opportunity": opportunity}).scalar_one()
    return count
