"""Colleagues as whoever administers them sees them: who works here, and who is still to come in."""

from dataclasses import dataclass

from sqlmodel import bindparam, col

from outreach.staff.password import StaffPassword
from outreach.staff.staff import PRESENT, Staff
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Member:
    """A colleague; `came` is False as long as they did not follow their invitation."""

    id: int
    name: str
    email: str
    role: str
    came: bool


MEMBERS = (
    pick(Staff.id, Staff.name, Staff.email, Staff.role, col(StaffPassword.staff_id).is_not(None))
    .outerjoin_from(Staff, StaffPassword, col(StaffPassword.staff_id) == col(Staff.id))
    .where(PRESENT)
)
MEMBERS_ALL = MEMBERS.order_by(col(Staff.name), col(Staff.id))
MEMBER = MEMBERS.where(Staff.id == bindparam("staff"))


def roster(unit: Unit) -> list[Member]:
    """Return everybody who works here, by name."""
    return [Member(*row) for row in unit.run(MEMBERS_ALL)]


def member(unit: Unit, *, staff: int) -> Member | None:
    """Return one colleague; None for a number of nobody, and for one who left."""
    row = unit.run(MEMBER, {"staff": staff}).first()
    return None if row is None else Member(*row)
