"""Messages that came in and could not be stored: from where and when, never what they said.

If the channel sent such a message for ever, it would block all others. A disk or a server that
takes nothing at the moment is another matter.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, UniqueConstraint, bindparam, col, select

from outreach.parties.address import Address
from outreach.store.columns import NUMBERED, Moment
from outreach.store.query import pick
from outreach.store.unit import Unit


class Aside(SQLModel, table=True):
    """A message that was set aside.

    `external_id` is the channel's own id for it; `error` names the kind of the error. `address_id`
    is the sender's, if known: it is deleted with the person.
    """

    __table_args__ = (UniqueConstraint("channel", "external_id"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    channel: str
    external_id: str
    address_id: int | None = Field(default=None, foreign_key="address.id", index=True)
    at: datetime = Field(sa_type=Moment, index=True)
    error: str


@dataclass(frozen=True, slots=True)
class Asides:
    """A channel's messages that were set aside: how many, since when, and the last error."""

    channel: str
    count: int
    since: datetime
    last: datetime
    error: str


ADDRESS_OF_SENDER = select(Address.id).where(
    Address.channel == bindparam("channel"), Address.external_id == bindparam("sender")
)
ASIDE_ADD = insert(Aside).on_conflict_do_nothing()
ASIDE_COUNT = (
    pick(
        Aside.channel,
        func.count(),
        func.min(Aside.at),
        func.max(Aside.at),
        func.max(Aside.id).label("newest"),
    )
    .group_by(col(Aside.channel))
    .order_by(col(Aside.channel))
)
ASIDE_ERROR = select(Aside.error).where(Aside.id == bindparam("aside"))


def set_aside(unit: Unit, *, channel: str, external_id: str, sender: str, error: str) -> int | None:
    """Note that a message could not be stored; returns the sender's address, if known."""
    address = unit.run(ADDRESS_OF_SENDER, {"channel": channel, "sender": sender}).scalar()
    values = {
        "channel": channel,
        "external_id": external_id,
        "address_id": address,
        "at": unit.now,
        "error": error,
    }
    unit.run(ASIDE_ADD, values)
    return address


def asides(unit: Unit) -> list[Asides]:
    """Return what was set aside within its retention term, per channel."""
    return [
        Asides(channel, count, since, last, unit.run(ASIDE_ERROR, {"aside": newest}).scalar_one())
        for channel, count, since, last, newest in unit.run(ASIDE_COUNT)
    ]
