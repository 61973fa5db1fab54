"""A trail: a code for an opportunity × the place, mailing or person that spread it."""

from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col, select, update

from outreach.store.codes import Code, find_code, make_code
from outreach.store.columns import NUMBERED, Moment
from outreach.store.unit import Unit


class Trail(SQLModel, table=True):
    """Where somebody came in. `kind` is share (a person passed it on) or poster; `seen` counts views of its page."""

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    opportunity_id: int = Field(foreign_key="opportunity.id", index=True)
    kind: str
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    seen: int = 0
    made_at: datetime = Field(sa_type=Moment)


ADD_TRAIL = insert(Trail).returning(col(Trail.id))
OPPORTUNITY = select(Trail.opportunity_id).where(col(Trail.id) == bindparam("trail"))
SEEN = update(Trail).where(col(Trail.id) == bindparam("trail")).values(seen=col(Trail.seen) + 1)
SHARED = (
    select(Code.code)
    .join(Trail, col(Trail.id) == col(Code.subject))
    .where(
        col(Code.kind) == "trail",
        col(Trail.opportunity_id) == bindparam("opportunity"),
        col(Trail.person_id) == bindparam("person"),
    )
)


def lay_trail(unit: Unit, *, opportunity: int, kind: str, person: int | None = None) -> str:
    """Make a trail and give its code; a person who shares again gets the same code."""
    if person is not None:
        code = unit.connection.execute(SHARED, {"opportunity": opportunity, "person": person}).scalar()
        if code is not None:
            return code
    facts = {"opportunity_id": opportunity, "kind": kind, "person_id": person, "seen": 0, "made_at": unit.now}
    trail: int = unit.connection.execute(ADD_TRAIL, facts).scalar_one()
    return make_code(unit, "trail", trail)


def follow_trail(unit: Unit, *, code: str) -> tuple[int, int] | None:
    """Give the trail and the opportunity behind a code, or None."""
    meaning = find_code(unit, code)
    if meaning is None or meaning.kind != "trail":
        return None
    return meaning.subject, unit.connection.execute(OPPORTUNITY, {"trail": meaning.subject}).scalar_one()


def count_view(unit: Unit, *, trail: int) -> None:
    """Count one view of the trail's page by a person; link previews are not counted by the caller."""
    unit.connection.execute(SEEN, {"trail": trail})
