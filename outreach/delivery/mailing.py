"""One message meant for many: its kind decides consent, quiet hours and order."""

from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, col

from outreach.store.columns import NUMBERED, Moment
from outreach.store.unit import Unit


class Mailing(SQLModel, table=True):
    """A notice or a campaign's step. `name` is the key of its text in `content/`."""

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    kind: str
    name: str
    state: str = "sending"
    opportunity_id: int | None = Field(default=None, foreign_key="opportunity.id")
    send_at: datetime = Field(sa_type=Moment)
    expires_at: datetime | None = Field(default=None, sa_type=Moment)


ADD = insert(Mailing).returning(col(Mailing.id))


def open_mailing(
    unit: Unit, *, kind: str, name: str, at: datetime | None = None, opportunity: int | None = None
) -> int:  # fmt: skip
    """Make a mailing without recipients, for a moment or for now; returns its id."""
    facts = {"kind": kind, "name": name, "state": "sending", "opportunity_id": opportunity, "send_at": at or unit.now}
    mailing: int = unit.run(ADD, facts).scalar_one()
    return mailing
