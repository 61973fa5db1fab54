"""What a party reads of how its own interest was weighed, once the decision was applied.

How all interests of an opportunity were weighed is for staff (`outreach/reports/weighing.py`).
"""

from dataclasses import dataclass

from sqlalchemy import literal_column
from sqlmodel import bindparam, col

from outreach.interests.interest import Interest
from outreach.interests.own import require_own
from outreach.interests.pencil import STANDS, Outcome
from outreach.interests.weigh import Weighing
from outreach.opportunities.card import opportunity_page
from outreach.opportunities.opportunity import Opportunity
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class OwnPoint:
    """The settled word on one criterion, and why; `reason` is empty once it was emptied.

    `only_in` is the language of the reason, if it is not the one that was asked for.
    """

    text: str
    weight: int
    word: str
    reason: str
    only_in: str


WEIGHINGS_SETTLED = (
    pick(Weighing.criterion, Weighing.word, Weighing.reason, Opportunity.language)
    .join(Interest, col(Interest.id) == col(Weighing.interest_id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .join(Outcome, col(Outcome.interest_id) == col(Interest.id))
    .where(
        Weighing.interest_id == bindparam("interest"),
        col(Weighing.settled).is_(True),
        # what was weighed before it was taken back and told anew is about another interest
        col(Weighing.at) >= col(Interest.stored_at),
        # each alone would let a pencil be read: a record is decided whole, and so is an outcome
        Opportunity.state == literal_column("'decided'"),
        col(Outcome.applied_at).is_not(None),
        STANDS,
    )
    .order_by(col(Weighing.id))
)


def own_weighing(unit: Unit, *, interest: int, language: str) -> list[OwnPoint]:
    """Return how an interest of the speaker was weighed, by criterion; nothing before the decision.

    Refuses any other interest.
    """
    about = require_own(unit, interest).opportunity
    # a word that is settled anew comes after the earlier one
    settled = {row.criterion: row for row in unit.run(WEIGHINGS_SETTLED, {"interest": interest})}
    if not settled:
        return []
    criteria = opportunity_page(unit, opportunity=about, language=language).criteria
    return [
        OwnPoint(
            one.text,
            one.weight,
            row.word,
            row.reason,
            row.language if row.reason and row.language != language else "",
        )
        for number, one in enumerate(criteria, 1)
        if (row := settled.get(number)) is not None
    ]
