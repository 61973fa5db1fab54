"""Devices on which a colleague signed in before: who guesses elsewhere does not lock them out.

After OWASP's "Slow Down Online Guessing Attacks with Device Cookies". Such a secret signs nobody
in.
"""

import secrets
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from outreach.staff.session import hash_of
from outreach.staff.staff import Staff
from outreach.store.columns import NUMBERED, Moment
from outreach.store.query import delete
from outreach.store.unit import Unit

MOST = 20
"""Devices of one colleague; a newer one takes the place of the oldest."""


class StaffDevice(SQLModel, table=True):
    """A browser that a colleague signed in with, by the hash of its secret."""

    __tablename__ = "staff_device"
    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    secret: str = Field(unique=True)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    made_at: datetime = Field(sa_type=Moment)


DEVICE_ADD = insert(StaffDevice)
DEVICES_OF = (
    select(StaffDevice.id)
    .where(StaffDevice.staff_id == bindparam("of"))
    .order_by(col(StaffDevice.id).desc())
)
DEVICE_DELETE = delete(StaffDevice).where(StaffDevice.id == bindparam("device"))
DEVICE_KNOWN = (
    select(StaffDevice.id)
    .join_from(StaffDevice, Staff, col(Staff.id) == col(StaffDevice.staff_id))
    .where(StaffDevice.secret == bindparam("secret"), Staff.email == bindparam("address"))
)


def remember_device(unit: Unit, *, staff: int) -> str:
    """Return the secret by which a browser is known to be of a colleague."""
    for device in unit.run(DEVICES_OF, {"of": staff}).scalars()[MOST - 1 :]:
        unit.run(DEVICE_DELETE, {"device": device})
    secret = secrets.token_urlsafe(32)
    row = {"secret": hash_of(secret), "staff_id": staff, "made_at": unit.now}
    unit.run(DEVICE_ADD, row)
    return secret


def known_device(unit: Unit, *, secret: str, email: str) -> int | None:
    """Return the number of a device if it is one of this colleague's."""
    return unit.run(DEVICE_KNOWN, {"secret": hash_of(secret), "address": email}).scalar()
