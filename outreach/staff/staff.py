"""A member of staff: known by e-mail address, with one role."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from sqlmodel import Field, SQLModel, col, select

from content.texts import named
from outreach.clean import alike
from outreach.refusal import Refusal
from outreach.store.columns import NUMBERED, Moment
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.unit import Actor, Unit

Role = Literal["viewer", "editor", "sender", "administrator", "privacy_officer"]
ROLES: tuple[str, ...] = get_args(Role)
Notify = Literal["at_once", "daily", "none"]
"""How a colleague hears by e-mail of what waits."""
NOTIFIES: tuple[str, ...] = get_args(Notify)
Right = Literal["see", "read", "edit", "approve", "privacy", "administer"]
RIGHTS: dict[Right, tuple[Role, ...]] = {
    "see": ("viewer", "editor", "sender", "privacy_officer", "administrator"),
    "read": ("editor", "sender", "privacy_officer", "administrator"),
    "edit": ("editor", "sender", "administrator"),
    "approve": ("sender", "administrator"),
    "privacy": ("privacy_officer", "administrator"),
    "administer": ("administrator",),
}
"""Whose role allows what: `see` is all but personal data, `read` that too, `privacy` one
person's file and its end.
"""


class Staff(SQLModel, table=True):
    """A person who works for the organisation.

    Without a `notify` of their own they hear at once of what is theirs, and once a day of the rest.
    Whoever left stays in the record of what they did.
    """

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    email: str = Field(unique=True)
    name: str
    role: str
    notify: str | None = None
    left_at: datetime | None = Field(default=None, sa_type=Moment)


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member of staff as others see them."""

    email: str
    name: str
    role: str
    notify: str | None = None
    left_at: datetime | None = None


PRESENT = col(Staff.left_at).is_(None)


def add_staff(
    unit: Unit, *, email: str, name: str, role: str | None = None, notify: str | None = None
) -> int:
    """Add a member of staff (an editor, unless said otherwise), or change what is
    given of one; returns the id.

    Whoever left comes back. Refuses to take the role of the last administrator: nobody
    could add anybody any more.
    """
    email = email.strip().lower()
    if "@" not in email or " " in email:
        raise Refusal("refusal-email", given=email)
    staff = unit.session.exec(select(Staff).where(Staff.email == email)).first() or Staff(
        email=email, name="", role=""
    )
    role = role or staff.role or "editor"
    if role not in ROLES:
        raise Refusal("refusal-code", given=role, allowed=named("staff", ROLES))
    if staff.role == "administrator" != role and staff.left_at is None:
        _require_another_administrator(unit, email)
    staff.name, staff.role = name or staff.name or email.partition("@")[0], role
    staff.notify, staff.left_at = notify or staff.notify, None
    unit.session.add(staff)
    unit.session.flush()
    record(unit, "staff.set", "name", "role", staff=staff.id)
    return staff.id


def remove_staff(unit: Unit, *, email: str, heir: str | None = None) -> None:
    """Let a member of staff leave: what they did stays, they do nothing any more.
    Who left before is no fault.

    Refuses the last administrator, and an `heir` of their work who is no colleague.
    """
    staff = unit.session.exec(select(Staff).where(Staff.email == email.strip().lower())).first()
    if staff is None:
        raise Refusal("refusal-staff-unknown", given=email)
    if staff.left_at is None:
        if staff.role == "administrator":
            _require_another_administrator(unit, staff.email)
        staff.left_at = unit.now
        unit.session.add(staff)
        unit.session.flush()
        record(unit, "staff.left", staff=staff.id)
    if heir is not None:
        _present(unit, heir)


def staff_actor(unit: Unit, *, email: str, right: Right = "edit") -> Actor:
    """Give the actor behind an e-mail address; refuses one that nobody added or who
    left, or whose role may not.
    """
    staff = _present(unit, email)
    if staff.role not in RIGHTS[right]:
        raise Refusal("refusal-right", given=email, roles=named("staff", RIGHTS[right]))
    return Actor("staff", staff.id)


def doer(unit: Unit, actor: str) -> str:
    """Give the name of the colleague behind an event's or change's actor; any
    other actor as it is written.
    """
    return names_of_staff(unit).get(actor, actor)


def contact_of(unit: Unit, *, given: str) -> str:
    """Give a contact official as a record keeps them: a colleague by e-mail
    address, anybody else by name.

    A name that one colleague has is theirs. Refuses an address that is no colleague's: nobody would
    be told of what comes in.
    """
    if "@" in given and " " not in given.strip():
        return _present(unit, given).email
    meant = [
        colleague.email for colleague in all_staff(unit) if alike(colleague.name) == alike(given)
    ]
    return meant[0] if len(meant) == 1 else given


def names_of_staff(unit: Unit) -> dict[str, str]:
    """The name of everybody who works or worked here, by how they stand in events: `staff:2`."""
    return {f"staff:{id}": name for id, name in unit.connection.execute(pick(Staff.id, Staff.name))}


def colleague_number(unit: Unit, *, email: str) -> int:
    """Find who works or worked here by e-mail address; refuses one that nobody added."""
    number = unit.session.exec(select(Staff.id).where(Staff.email == email.strip().lower())).first()
    if number is None:
        raise Refusal("refusal-staff-unknown", given=email)
    return number


def has_right(unit: Unit, *, staff: int, right: Right) -> bool:
    """Tell whether the role of a member of staff allows something."""
    return unit.session.get_one(Staff, staff).role in RIGHTS[right]


def all_staff(unit: Unit, *, left: bool = False) -> list[Colleague]:
    """Everybody who works for the organisation, by e-mail address; with `left` also who did."""
    chosen = select(Staff).order_by(Staff.email)
    rows = unit.session.exec(chosen if left else chosen.where(PRESENT)).all()
    return [Colleague(row.email, row.name, row.role, row.notify, row.left_at) for row in rows]


def _present(unit: Unit, email: str) -> Staff:
    """Find who works here now; refuses an address that nobody added, and whoever left."""
    email = email.strip().lower()
    staff = unit.session.exec(select(Staff).where(Staff.email == email)).first()
    if staff is None:
        raise Refusal("refusal-staff-unknown", given=email)
    if staff.left_at is not None:
        raise Refusal("refusal-staff-left", given=email)
    return staff


def _require_another_administrator(unit: Unit, email: str) -> None:
    others = select(Staff.id).where(Staff.role == "administrator", Staff.email != email, PRESENT)
    if unit.session.exec(others).first() is None:
        raise Refusal("refusal-last-administrator", given=email)
