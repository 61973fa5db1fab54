"""What a party reads that may write a plan: until when, what it must tell, and where it begins."""

from collections.abc import Sequence

from sqlmodel import bindparam, col

from content.message import Message, Option
from content.texts import Texts
from outreach.interests.interest import Interest
from outreach.opportunities.card import opportunity_page
from outreach.store.codes import Code
from outreach.store.query import pick
from outreach.store.unit import Unit

INVITED = "notice-invited-plan"
WRITES = "plan"
"""Stands behind the reference of an interest in the code of a button that leads to its plan."""
INTEREST_INVITED = (
    pick(Interest.opportunity_id, Code.code)
    .join(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .where(Interest.id == bindparam("interest"))
)


def invitation(
    unit: Unit,
    texts: Texts,
    language: str,
    interest: int,
    party: str,
    more: Sequence[str] = (),
    key: str = INVITED,
) -> Message:
    """Return the message with the button that begins the plan; `more` is told below it.

    Every party that is invited reads the same: the last day and what a plan must tell.
    """
    row = unit.run(INTEREST_INVITED, {"interest": interest}).one()
    page = opportunity_page(unit, opportunity=row.opportunity_id, language=language)
    told = texts.text(
        key,
        language,
        title=page.card.title,
        party=party,
        until=page.card.plan_until,
        asks=page.plan_asks,
    )
    button = Option(f"{row.code}.{WRITES}", texts.text(key, language, "write"))
    return Message("\n\n".join([told, *more]), options=(button,))
