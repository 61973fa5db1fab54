"""Where somebody is reached in a channel: a person, or a venue that can be posted in."""

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel, UniqueConstraint, bindparam, col, select

from outreach.store.columns import NUMBERED, Moment, partly
from outreach.store.query import exists, update
from outreach.store.unit import Unit


class Address(SQLModel, table=True):
    """An address in a channel, of a person or of a venue: one of the two stands in the row.

    `seq` numbers what was said there, counted under the lock of this row. `free_at` keeps messages
    in order: a claim needs it in the past. `first_id` is the delivery that was begun or refused
    there; it goes on before any other. `wrong_codes` counts guesses since `wrong_since`. `news` is
    the last consent for news in this channel: a campaign asks it of everybody at once. `beside`:
    nobody talks here, but what is told in a chat is told here too; false until its owner confirmed.
    """

    __table_args__ = (
        UniqueConstraint("channel", "external_id"),
        partly("ix_address_venue", "venue_id", where="venue_id IS NOT NULL"),
        partly("ix_address_wrong", "wrong_since", where="wrong_since IS NOT NULL"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    venue_id: int | None = Field(default=None, foreign_key="venue.id")
    channel: str
    external_id: str
    seq: int = 0
    free_at: datetime | None = Field(default=None, sa_type=Moment)
    first_id: int | None = None
    used_at: datetime | None = Field(default=None, sa_type=Moment)
    gone_at: datetime | None = Field(default=None, sa_type=Moment)
    wrong_codes: int = 0
    wrong_since: datetime | None = Field(default=None, sa_type=Moment)
    news: bool = False
    beside: bool | None = None


ADDRESS_ADD = insert(Address).on_conflict_do_nothing().returning(col(Address.id))
ADDRESS_GONE_BY_NAME = (
    update(Address)
    .where(Address.channel == bindparam("in_channel"), Address.external_id == bindparam("named"))
    .values(gone_at=bindparam("at"))
)
ADDRESS_GONE = (
    update(Address).where(Address.id == bindparam("address")).values(gone_at=bindparam("at"))
)
ADDRESS_BESIDE = update(Address).where(
    Address.channel == bindparam("in_channel"), Address.external_id == bindparam("named")
)
ADDRESS_TELL = ADDRESS_BESIDE.values(beside=True).returning(col(Address.id))
ADDRESS_TELL_NO_MORE = ADDRESS_BESIDE.values(beside=False, gone_at=bindparam("at")).returning(
    col(Address.id)
)
ADDRESS_TOLD = select(Address.id).where(
    Address.channel == bindparam("in_channel"),
    Address.external_id == bindparam("named"),
    col(Address.beside).is_(True),
    col(Address.gone_at).is_(None),
)
OTHER = aliased(Address)
ADDRESS_RENAME = (
    update(Address)
    .where(
        Address.id == bindparam("address"),
        ~exists().where(OTHER.channel == Address.channel, OTHER.external_id == bindparam("to")),
    )
    .values(external_id=bindparam("to"))
    .returning(col(Address.id))
)


def mark_gone(unit: Unit, *, channel: str, external_id: str, gone: bool) -> None:
    """Remember that an address cannot be reached any more, or again; that is not an opt-out."""
    values = {"in_channel": channel, "named": external_id, "at": unit.now if gone else None}
    unit.run(ADDRESS_GONE_BY_NAME, values)


def add_beside(unit: Unit, *, person: int, channel: str, external_id: str) -> int:
    """Add an address where a person will be told besides; returns its id."""
    where = {"person_id": person, "channel": channel, "external_id": external_id}
    start = {"seq": 0, "wrong_codes": 0, "news": False, "beside": False}
    return int(unit.run(ADDRESS_ADD, where | start).scalar_one())


def tell_beside(unit: Unit, *, channel: str, external_id: str) -> int:
    """Tell a person at this address too what is told in a chat; returns its id."""
    return int(unit.run(ADDRESS_TELL, {"in_channel": channel, "named": external_id}).scalar_one())


def is_told_beside(unit: Unit, *, channel: str, external_id: str) -> bool:
    """Return True if a person is told at this address too; not if nothing arrives there."""
    values = {"in_channel": channel, "named": external_id}
    return unit.run(ADDRESS_TOLD, values).scalar() is not None


def end_beside(unit: Unit, *, channel: str, external_id: str) -> int:
    """Tell nothing at this address any more; returns its id."""
    values = {"in_channel": channel, "named": external_id, "at": unit.now}
    return int(unit.run(ADDRESS_TELL_NO_MORE, values).scalar_one())


def move_address(unit: Unit, *, address: int, to: str) -> None:
    """Give an address another external id; if that one is known already, this one is gone."""
    if unit.run(ADDRESS_RENAME, {"address": address, "to": to}).scalar() is None:
        unit.run(ADDRESS_GONE, {"address": address, "at": unit.now})
