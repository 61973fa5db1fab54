"""When the installation could not be reached, or could not take in: from when until when.

A server that takes in writes a beat each minute while it can. Where the next one comes too late,
it could not: whether the process was gone, the disk was full or the database was away.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col

from outreach.store.columns import NUMBERED, Moment
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.store.upkeep import TICK_GOOD_AT, tick_done

HEARD = "heard"
"""The row of the clockwork that says when people could be heard last."""
GAP = timedelta(minutes=5)
"""A longer silence is an outage: a restart takes less."""


class Outage(SQLModel, table=True):
    """A time in which nobody could be heard."""

    __table_args__ = (NUMBERED,)

    id: int = Field(default=None, primary_key=True)
    began_at: datetime = Field(sa_type=Moment)
    ended_at: datetime = Field(sa_type=Moment, index=True)


@dataclass(frozen=True, slots=True)
class Silence:
    """An outage by its number; nought if it goes on still."""

    id: int
    began_at: datetime
    ended_at: datetime


OUTAGE_ADD = insert(Outage).returning(col(Outage.id))
OUTAGES_SINCE = (
    pick(Outage.id, Outage.began_at, Outage.ended_at)
    .where(Outage.ended_at > bindparam("since"))
    .order_by(col(Outage.id))
)


def beat(unit: Unit) -> None:
    """Note that people can be heard here, and that they could not if the last beat is long ago.

    The first beat ever ends no outage: before it there was nothing to reach.
    """
    last: datetime | None = unit.run(TICK_GOOD_AT, {"tick": HEARD}).scalar()
    if last is not None and unit.now - last > GAP:
        facts = {"began_at": last, "ended_at": unit.now}
        outage = unit.run(OUTAGE_ADD, facts).scalar_one()
        record(unit, "outage.noted", outage=outage)
    tick_done(unit, name=HEARD)


def outages(unit: Unit, *, since: datetime) -> list[Silence]:
    """Return the outages that ended after a moment, with the one that goes on."""
    found = [Silence(*row) for row in unit.run(OUTAGES_SINCE, {"since": since})]
    last: datetime | None = unit.run(TICK_GOOD_AT, {"tick": HEARD}).scalar()
    if last is not None and unit.now - last > GAP:
        found.append(Silence(0, last, unit.now))
    return found
