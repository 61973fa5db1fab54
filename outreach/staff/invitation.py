"""A link by which a colleague comes in: the first one of a town, one who is new, one who forgot.

It works once and for some days; of its secret only the hash is stored. There is no account and no
password before somebody follows it.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from content.texts import named
from outreach.refusal import Refusal
from outreach.staff.password import set_password
from outreach.staff.session import hash_of
from outreach.staff.staff import PRESENT, ROLES, Staff, add_staff
from outreach.store.columns import NUMBERED, Moment
from outreach.store.events import record
from outreach.store.query import delete, pick
from outreach.store.unit import Unit

PATH = "/werk/uitnodiging"
DAYS = 7
"""How long an invitation works."""


class StaffInvitation(SQLModel, table=True):
    """An invitation that nobody followed yet; without a colleague it is for the first of a town."""

    __tablename__ = "staff_invitation"
    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    secret: str = Field(unique=True)
    staff_id: int | None = Field(default=None, foreign_key="staff.id", index=True)
    expires_at: datetime = Field(sa_type=Moment)


@dataclass(frozen=True, slots=True)
class Invited:
    """Who may come in; for the first colleague of a town nobody is known yet."""

    staff: int | None
    name: str
    email: str


ANYBODY = select(Staff.id).where(PRESENT).limit(1)
INVITATION_ADD = insert(StaffInvitation)
INVITATIONS_OF_DELETE = delete(StaffInvitation).where(StaffInvitation.staff_id == bindparam("of"))
INVITATIONS_OF_FIRST_DELETE = delete(StaffInvitation).where(col(StaffInvitation.staff_id).is_(None))
INVITATION_FIND = pick(StaffInvitation.id, StaffInvitation.staff_id).where(
    StaffInvitation.secret == bindparam("secret"),
    StaffInvitation.expires_at > bindparam("at", type_=Moment),
)
INVITATION_USE = (
    delete(StaffInvitation)
    .where(StaffInvitation.id == bindparam("invitation"))
    .returning(col(StaffInvitation.id))
)
PRESENT_BY_EMAIL = select(Staff.id).where(Staff.email == bindparam("address"), PRESENT)
INVITED_STAFF = pick(Staff.name, Staff.email).where(Staff.id == bindparam("staff"), PRESENT)


def invite(unit: Unit, *, staff: int) -> str:
    """Make the secret by which a colleague chooses a password; one that was made before ends."""
    unit.run(INVITATIONS_OF_DELETE, {"of": staff})
    record(unit, "staff.invited", staff=staff)
    return _add(unit, staff)


def take_on(unit: Unit, *, email: str, name: str, role: str) -> str:
    """Add a colleague, and return the secret of their invitation; one who left comes back.

    Refuses somebody who works here already: their role would change unseen.
    """
    if unit.run(PRESENT_BY_EMAIL, {"address": email.lower()}).first() is not None:
        raise Refusal("refusal-colleague-there", given=email)
    if role not in ROLES:
        raise Refusal("refusal-code", given=role, allowed=named("staff", ROLES))
    return invite(unit, staff=add_staff(unit, email=email, name=name, role=role))


def invite_first(unit: Unit) -> str | None:
    """Make the secret for the first colleague of a town; None if somebody works here already."""
    if unit.run(ANYBODY).first() is not None:
        return None
    unit.run(INVITATIONS_OF_FIRST_DELETE)
    return _add(unit, None)


def invited(unit: Unit, *, secret: str) -> Invited | None:
    """Return who may come in by a secret; None if it is unknown, used or over."""
    found = _found(unit, secret)
    return None if found is None else found[1]


def come_in(unit: Unit, *, secret: str, hashed: str, email: str = "", name: str = "") -> int:
    """Use up an invitation, and give its colleague the password; return their number.

    The first of a town says who they are, and becomes an administrator. Refuses an invitation that
    does not work any more.
    """
    found = _found(unit, secret)
    if found is None or unit.run(INVITATION_USE, {"invitation": found[0]}).first() is None:
        raise Refusal("refusal-link-over")
    staff = found[1].staff
    if staff is None:
        staff = add_staff(unit, email=email, name=name, role="administrator")
    set_password(unit, staff=staff, hashed=hashed)
    return staff


def invitation_link(address: str, secret: str) -> str:
    """Return the address of the page of an invitation, at an installation with this address."""
    return f"{address}{PATH}/{secret}"


def _found(unit: Unit, secret: str) -> tuple[int, Invited] | None:
    row = unit.run(INVITATION_FIND, {"secret": hash_of(secret), "at": unit.now}).first()
    if row is None:
        return None
    if row.staff_id is None:
        taken = unit.run(ANYBODY).first() is not None
        return None if taken else (row.id, Invited(None, "", ""))
    who = unit.run(INVITED_STAFF, {"staff": row.staff_id}).first()
    return None if who is None else (row.id, Invited(row.staff_id, who.name, who.email))


def _add(unit: Unit, staff: int | None) -> str:
    secret = secrets.token_urlsafe(32)
    expires = unit.now + timedelta(days=DAYS)
    row = {"secret": hash_of(secret), "staff_id": staff, "expires_at": expires}
    unit.run(INVITATION_ADD, row)
    return secret
