"""What came in and could not be stored: that there was something, from where and
when, never what it said.

Sent again for ever it would stand in everybody's way. A disk or a server that takes
nothing now is another matter.
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
    """A message that was set aside. `external_id` is the channel's own for it; `error`
    names the kind of the error.

    `address_id` is whose it was, where that is known: with the person it is forgotten.
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
    """What a channel's messages that were set aside come to: how many, since when,
    and the error of the last.
    """

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
    """Note that a message could not be stored; gives the address that it came
    from, where that is known.
    """
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
    """Give what was set aside and is not past its term, per channel."""
    return [
        Asides(channel, count, since, last, unit.run(ASIDE_ERROR, {"aside": newest}).scalar_one())
        for channel, count, since, last, newest in unit.run(ASIDE_COUNT)
    ]
