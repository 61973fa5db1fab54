"""A member of staff: known by e-mail address, with one role."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from content.texts import named
from outreach.clean import alike
from outreach.refusal import Refusal
from outreach.staff.session import end_sessions
from outreach.store.columns import NUMBERED, Moment
from outreach.store.events import record
from outreach.store.query import pick, update
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
"""Which roles have a right.

`see` is everything except personal data, `read` that too, `privacy` the file of one person and
forgetting them.
"""


class Staff(SQLModel, table=True):
    """A person who works for the organisation.

    Without a `notify` of their own they hear at once of what is theirs, and once a day of the rest.
    One who left stays in the record of what they did.
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
STAFF_BY_EMAIL = pick(
    Staff.id, Staff.email, Staff.name, Staff.role, Staff.notify, Staff.left_at
).where(Staff.email == bindparam("address"))
STAFF_ADD = insert(Staff).returning(col(Staff.id))
STAFF_SET = (
    update(Staff)
    .where(Staff.id == bindparam("staff"))
    .values(
        name=bindparam("called"), role=bindparam("does"), notify=bindparam("hears"), left_at=None
    )
)
STAFF_LEAVES = update(Staff).where(Staff.id == bindparam("staff")).values(left_at=bindparam("at"))
STAFF_ROLE = select(Staff.role).where(Staff.id == bindparam("staff"))
STAFF_NAMES = pick(Staff.id, Staff.name)
STAFF_WITH_THOSE_WHO_LEFT = pick(
    Staff.email, Staff.name, Staff.role, Staff.notify, Staff.left_at
).order_by(Staff.email)
STAFF_PRESENT = STAFF_WITH_THOSE_WHO_LEFT.where(PRESENT)
STAFF_OTHER_ADMINISTRATOR = (
    select(Staff.id)
    .where(Staff.role == "administrator", Staff.email != bindparam("address"), PRESENT)
    .limit(1)
)


def add_staff(
    unit: Unit, *, email: str, name: str, role: str | None = None, notify: str | None = None
) -> int:
    """Add a member of staff, or change what is given of one; return the id.

    A new one is an editor unless said otherwise. One who left comes back. Whoever gets another role
    signs in anew. Refuses to take the role of the last administrator: nobody could add anybody any
    more.
    """
    email = email.strip().lower()
    if "@" not in email or " " in email:
        raise Refusal("refusal-email", given=email)
    known = _known(unit, email)
    role = role or (known.role if known else "editor")
    if role not in ROLES:
        raise Refusal("refusal-code", given=role, allowed=named("staff", ROLES))
    if notify is not None and notify not in NOTIFIES:
        raise Refusal("refusal-code", given=notify, allowed=named("notify", NOTIFIES))
    if known is None:
        name = name or email.partition("@")[0]
        facts = {"email": email, "name": name, "role": role, "notify": notify, "left_at": None}
        staff: int = unit.run(STAFF_ADD, facts).scalar_one()
    else:
        staff = known.id
        if known.left_at is None and known.role == "administrator" and role != "administrator":
            _require_another_administrator(unit, email)
        facts = {"called": name or known.name, "does": role, "hears": notify or known.notify}
        unit.run(STAFF_SET, facts | {"staff": staff})
        if role != known.role:
            end_sessions(unit, staff=staff)
    record(unit, "staff.set", "name", "role", staff=staff)
    return staff


def remove_staff(unit: Unit, *, email: str, heir: str | None = None) -> None:
    """Let a member of staff leave: what they did stays, they do nothing any more.

    Somebody who left before is no fault. Refuses the last administrator, and an `heir` of their
    work who is no colleague.
    """
    staff = _known(unit, email)
    if staff is None:
        raise Refusal("refusal-staff-unknown", given=email)
    if staff.left_at is None:
        if staff.role == "administrator":
            _require_another_administrator(unit, staff.email)
        unit.run(STAFF_LEAVES, {"staff": staff.id, "at": unit.now})
        end_sessions(unit, staff=staff.id)
        record(unit, "staff.left", staff=staff.id)
    if heir is not None:
        _present(unit, heir)


def staff_actor(unit: Unit, *, email: str, right: Right = "edit") -> Actor:
    """Return the actor behind an e-mail address.

    Refuses one that nobody added or who left, or whose role does not have the right.
    """
    staff = _present(unit, email)
    if staff.role not in RIGHTS[right]:
        raise Refusal("refusal-right", given=email, roles=named("staff", RIGHTS[right]))
    return Actor("staff", staff.id)


def doer(unit: Unit, actor: str) -> str:
    """Return the name of the colleague behind an actor; any other actor as it is written."""
    return names_of_staff(unit).get(actor, actor)


def contact_of(unit: Unit, *, given: str) -> str:
    """Return a contact official as a record keeps them: a colleague by e-mail, others by name.

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
    """Return the name of everybody who works or worked here, by their actor: `staff:2`."""
    return {f"staff:{number}": name for number, name in unit.run(STAFF_NAMES)}


def colleague_number(unit: Unit, *, email: str) -> int:
    """Find who works or worked here by e-mail address; refuses one that nobody added."""
    staff = _known(unit, email)
    if staff is None:
        raise Refusal("refusal-staff-unknown", given=email)
    return staff.id


def present_number(unit: Unit, *, email: str) -> int:
    """Find who works here now; refuses an address that nobody added, and somebody who left."""
    return _present(unit, email).id


def has_right(unit: Unit, *, staff: int, right: Right) -> bool:
    """Return True if the role of a member of staff allows something."""
    return unit.run(STAFF_ROLE, {"staff": staff}).scalar_one() in RIGHTS[right]


def all_staff(unit: Unit, *, left: bool = False) -> list[Colleague]:
    """Return everybody who works here, by e-mail address; with `left` also who did."""
    return [
        Colleague(*row) for row in unit.run(STAFF_WITH_THOSE_WHO_LEFT if left else STAFF_PRESENT)
    ]


def _known(unit: Unit, email: str) -> Staff | None:
    """Find who works or worked here."""
    row = unit.run(STAFF_BY_EMAIL, {"address": email.strip().lower()}).first()
    return None if row is None else Staff(**row._asdict())


def _present(unit: Unit, email: str) -> Staff:
    """Find who works here now; refuses an address that nobody added, and somebody who left."""
    staff = _known(unit, email)
    if staff is None:
        raise Refusal("refusal-staff-unknown", given=email.strip().lower())
    if staff.left_at is not None:
        raise Refusal("refusal-staff-left", given=staff.email)
    return staff


def _require_another_administrator(unit: Unit, email: str) -> None:
    if unit.run(STAFF_OTHER_ADMINISTRATOR, {"address": email}).first() is None:
        raise Refusal("refusal-last-administrator", given=email)
