"""What came in, unique by channel and external id: a channel may hand the same message in twice."""

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import JSON, Field, SQLModel, UniqueConstraint, bindparam, col, update

from outreach.store.columns import NUMBERED, Moment
from outreach.store.unit import Unit


class Inbound(SQLModel, table=True):
    """One message from a person, or one that was meant for us in a venue: of that only the number is kept.

    `media` names a photo or a voice at its channel (kind, file). `quarantined` marks one whose turn failed; text and
    media are emptied by retention.
    """

    __table_args__ = (UniqueConstraint("channel", "external_id"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    channel: str
    external_id: str
    address_id: int = Field(foreign_key="address.id", index=True)
    at: datetime = Field(sa_type=Moment)
    text: str | None = None
    media: dict[str, str] | None = Field(default=None, sa_type=JSON)
    quarantined: bool = False


TAKE_IN = insert(Inbound).on_conflict_do_nothing().returning(col(Inbound.id))
QUARANTINE = update(Inbound).where(col(Inbound.id) == bindparam("inbound")).values(quarantined=True)


def take_in(
    unit: Unit, *, channel: str, external_id: str, address: int, text: str | None, media: dict[str, str] | None = None
) -> int | None:
    """Store what came in; returns its id, or None where it came in before."""
    values = {"channel": channel, "external_id": external_id, "address_id": address, "at": unit.now, "text": text}
    return unit.run(TAKE_IN, values | {"media": media, "quarantined": False}).scalar()


def quarantine(unit: Unit, *, inbound: int) -> None:
    """Mark a message whose turn failed, for a developer to look at."""
    unit.run(QUARANTINE, {"inbound": inbound})
