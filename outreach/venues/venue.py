"""A venue: an informal place of others where we may post, once staff have confirmed it."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from outreach.store.columns import NUMBERED, Moment

KINDS = ("neighbourhood_group", "broadcast", "notice_board", "newsletter")
STATES = ("new", "confirmed", "left")


class Venue(SQLModel, table=True):
    """A neighbourhood group, a broadcast, a notice board or a newsletter of others.

    `code` is the short name that staff use. `channel` is empty if a bot cannot be there; otherwise
    an address of this channel belongs to it. `most_a_week` is how many cards it wants in seven days
    at most. States: new (it waits for staff), confirmed, left.
    """

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    name: str
    kind: str
    channel: str = ""
    place_id: int | None = Field(default=None, foreign_key="place.id")
    language: str = "nl"
    contact: str = ""
    most_a_week: int = 1
    state: str = "new"
    made_at: datetime = Field(sa_type=Moment)
    confirmed_at: datetime | None = Field(default=None, sa_type=Moment)
    left_at: datetime | None = Field(default=None, sa_type=Moment)
