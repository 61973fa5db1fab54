"""For which opportunities somebody at the town hall is the contact official."""

from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import bindparam, col

from outreach.opportunities.opportunity import Opportunity
from outreach.staff.staff import Staff
from outreach.store.columns import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class ContactFor:
    """An opportunity that goes on, and for which somebody is the contact official."""

    id: int
    tender_id: str
    title: str


OFFICIAL_IN = (
    pick(Opportunity.id, Opportunity.tender_id, Opportunity.title)
    .join(
        Staff,
        (func.lower(Opportunity.official) == col(Staff.email)) | (col(Opportunity.official) == col(Staff.name)),
    )
    .where(col(Staff.email) == bindparam("email"), col(Opportunity.state).not_in(("decided", "withdrawn")))
    .order_by(col(Opportunity.id))
)


def contact_for(unit: Unit, *, email: str) -> list[ContactFor]:
    """The opportunities that go on with this member of staff as contact official, by address or by name."""
    return [ContactFor(*row) for row in unit.run(OFFICIAL_IN, {"email": email.strip().lower()})]
