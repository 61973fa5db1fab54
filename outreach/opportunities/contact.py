"""For which opportunities somebody at the town hall is the contact official."""

from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import bindparam, col

from outreach.opportunities.opportunity import Opportunity
from outreach.staff.staff import PRESENT, Staff
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class ContactFor:
    """An opportunity that goes on, and for which somebody is the contact official."""

    id: int
    tender_id: str
    title: str


IS_CONTACT = (func.lower(Opportunity.official) == col(Staff.email)) | (
    Opportunity.official == col(Staff.name)
)
"""Who is meant by the contact official of a record: the one rule. A name was typed
before its colleague was there.
"""
STAFF_OF_OPPORTUNITY = (
    pick(Staff.id)
    .join(Opportunity, IS_CONTACT)
    .where(PRESENT, Opportunity.id == bindparam("opportunity"))
)
OPPORTUNITIES_OF_STAFF = (
    pick(Opportunity.id, Opportunity.tender_id, Opportunity.title)
    .join(Staff, IS_CONTACT)
    .where(
        Staff.email == bindparam("email"),
        col(Opportunity.state).not_in(("decided", "withdrawn")),
    )
    .order_by(col(Opportunity.id))
)


def contact_for(unit: Unit, *, email: str) -> list[ContactFor]:
    """Return the opportunities that go on and have this colleague as contact official."""
    return [
        ContactFor(*row)
        for row in unit.run(OPPORTUNITIES_OF_STAFF, {"email": email.strip().lower()})
    ]


def officials(unit: Unit, *, opportunity: int | None) -> set[int]:
    """Return which colleagues are the contact official of an opportunity; two may share a name."""
    return set(unit.run(STAFF_OF_OPPORTUNITY, {"opportunity": opportunity}).scalars())
