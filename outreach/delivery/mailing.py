"""One message meant for many: its kind decides consent, quiet hours and order."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from outreach.store.columns import NUMBERED, Moment


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
