"""Who wants to hear when an opportunity opens that is still explored; gone once they were told."""

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert as insert_new
from sqlmodel import Field, SQLModel, UniqueConstraint, bindparam, col

from outreach.opportunities.draft import is_explored
from outreach.parties.person import speaker
from outreach.refusal import Refusal
from outreach.store.columns import NUMBERED, Moment
from outreach.store.events import record
from outreach.store.query import delete, pick
from outreach.store.unit import Unit


class Follower(SQLModel, table=True):
    """Somebody who is told when an opportunity opens."""

    __table_args__ = (UniqueConstraint("person_id", "opportunity_id"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    opportunity_id: int = Field(foreign_key="opportunity.id", index=True)
    at: datetime = Field(sa_type=Moment, index=True)


FOLLOWER_ADD = insert_new(Follower).on_conflict_do_nothing().returning(col(Follower.id))
FOLLOWERS = (
    pick(Follower.person_id, Follower.at)
    .where(Follower.opportunity_id == bindparam("opportunity"))
    .order_by(col(Follower.id))
)
FOLLOWERS_DELETE = delete(Follower).where(Follower.opportunity_id == bindparam("opportunity"))


def follow(unit: Unit, *, opportunity: int) -> None:
    """Note that the speaker wants to hear when it opens, once; refuses one that is not explored."""
    require_explored(unit, opportunity)
    row = {"person_id": speaker(unit), "opportunity_id": opportunity, "at": unit.now}
    if unit.run(FOLLOWER_ADD, row).first() is not None:
        record(unit, "opportunity.followed", opportunity=opportunity)


def take_followers(unit: Unit, *, opportunity: int) -> dict[int, datetime]:
    """Return who wants to hear of an opportunity, and since when; they are not kept."""
    rows = unit.run(FOLLOWERS, {"opportunity": opportunity})
    found = {row.person_id: row.at for row in rows}
    unit.run(FOLLOWERS_DELETE, {"opportunity": opportunity})
    return found


def require_explored(unit: Unit, opportunity: int) -> None:
    """Refuse what can be done only as long as people read a draft."""
    if not is_explored(unit, opportunity=opportunity):
        raise Refusal("refusal-not-explored")
