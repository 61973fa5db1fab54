"""A member of staff: known by e-mail address, with one role."""

from dataclasses import dataclass
from typing import Literal, get_args

from sqlmodel import Field, SQLModel, select

from outreach.store.columns import NUMBERED
from outreach.store.errors import Refusal
from outreach.store.events import record
from outreach.store.unit import Actor, Unit

Role = Literal["viewer", "editor", "sender", "administrator", "privacy_officer"]
ROLES: tuple[str, ...] = get_args(Role)
Notify = Literal["at_once", "daily", "none"]
"""How a colleague hears by e-mail of what waits."""
NOTIFIES: tuple[str, ...] = get_args(Notify)
Right = Literal["edit", "approve", "administer"]
RIGHTS: dict[Right, tuple[Role, ...]] = {
    "edit": ("editor", "sender", "administrator"),
    "approve": ("sender", "administrator"),
    "administer": ("administrator",),
}


class Staff(SQLModel, table=True):
    """A person who works for the organisation.

    Without a `notify` of their own they hear at once of what is theirs, and once a day of the rest.
    """

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    email: str = Field(unique=True)
    name: str
    role: str
    notify: str | None = None


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member of staff as others see them."""

    email: str
    name: str
    role: str
    notify: str | None = None


def add_staff(unit: Unit, *, email: str, name: str, role: str, notify: str | None = None) -> int:
    """Add a member of staff, or change the role, and name and `notify` where they are given; returns the id.

    Refuses to take the role of the last administrator: nobody could add anybody any more.
    """
    email = email.strip().lower()
    if "@" not in email or " " in email:
        raise Refusal("refusal-email", given=email)
    if role not in ROLES:
        raise Refusal("refusal-code", given=role, allowed=", ".join(ROLES))
    staff = unit.session.exec(select(Staff).where(Staff.email == email)).first() or Staff(email=email, name="", role="")
    others = select(Staff.id).where(Staff.role == "administrator", Staff.email != email)
    if staff.role == "administrator" != role and unit.session.exec(others).first() is None:
        raise Refusal("refusal-last-administrator", given=email)
    staff.name, staff.role = name or staff.name or email.partition("@")[0], role
    staff.notify = notify or staff.notify
    unit.session.add(staff)
    unit.session.flush()
    record(unit, "staff.set", "name", "role", staff=staff.id)
    return staff.id


def staff_actor(unit: Unit, *, email: str, right: Right = "edit") -> Actor:
    """Give the actor behind an e-mail address; refuses one that nobody added, or whose role lacks the right."""
    staff = unit.session.exec(select(Staff).where(Staff.email == email.strip().lower())).first()
    if staff is None:
        raise Refusal("refusal-staff-unknown", given=email)
    if staff.role not in RIGHTS[right]:
        raise Refusal("refusal-right", given=email, allowed=", ".join(RIGHTS[right]))
    return Actor("staff", staff.id)


def contact_of(unit: Unit, *, given: str) -> str:
    """Give a contact official as a record keeps them: a colleague by e-mail address, anybody else by name.

    Refuses an address that is no colleague's: nobody would be told of what comes in.
    """
    if "@" not in given or " " in given.strip():
        return given
    email = given.strip().lower()
    if unit.session.exec(select(Staff.id).where(Staff.email == email)).first() is None:
        raise Refusal("refusal-staff-unknown", given=email)
    return email


def all_staff(unit: Unit) -> list[Colleague]:
    """Everybody who works for the organisation, by e-mail address."""
    rows = unit.session.exec(select(Staff).order_by(Staff.email)).all()
    return [Colleague(row.email, row.name, row.role, row.notify) for row in rows]
