"""What came in, unique by channel and external id: a channel may hand the same message in twice."""

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, UniqueConstraint, bindparam, col, update

from outreach.store.columns import NUMBERED, Moment
from outreach.store.unit import Unit


class Inbound(SQLModel, table=True):
    """One message from a person. `quarantined` marks one whose turn failed; its text is emptied by retention."""

    __table_args__ = (UniqueConstraint("channel", "external_id"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    channel: str
    external_id: str
    address_id: int = Field(foreign_key="address.id", index=True)
    at: datetime = Field(sa_type=Moment)
    text: str | None = None
    quarantined: bool = False


TAKE_IN = insert(Inbound).on_conflict_do_nothing().returning(col(Inbound.id))
QUARANTINE = update(Inbound).where(col(Inbound.id) == bindparam("inbound")).values(quarantined=True)


def take_in(unit: Unit, *, channel: str, external_id: str, address: int, text: str) -> int | None:
    """Store what came in; returns its id, or None where it came in before."""
    values = {"channel": channel, "external_id": external_id, "address_id": address, "at": unit.now, "text": text}
    return unit.connection.execute(TAKE_IN, values | {"quarantined": False}).scalar()


def quarantine(unit: Unit, *, inbound: int) -> None:
    """Mark a message whose turn failed, for a developer to look at."""
    unit.connection.execute(QUARANTINE, {"inbound": inbound})
