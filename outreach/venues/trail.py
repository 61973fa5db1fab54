"""A trail: a code for an opportunity × the place, mailing or person that spread it."""

from datetime import datetime, timedelta

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col, select, update

from outreach.parties.person import Address, speaker
from outreach.store.codes import Code, Meaning, find_code, make_code
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
MOST_GUESSES = 10
GUESS_SPAN = timedelta(hours=1)
GUESSES = select(Address.wrong_codes, Address.wrong_since).where(col(Address.id) == bindparam("address"))
GUESSED = (
    update(Address)
    .where(col(Address.id) == bindparam("address"))
    .values(wrong_codes=bindparam("wrong"), wrong_since=bindparam("since"))
)
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


def share_trail(unit: Unit, *, opportunity: int) -> str:
    """The code with which the person who speaks passes an opportunity on."""
    return lay_trail(unit, opportunity=opportunity, kind="share", person=speaker(unit))


def follow_trail(unit: Unit, *, code: str) -> tuple[int, int] | None:
    """Give the trail and the opportunity behind a code, or None."""
    meaning = find_code(unit, code)
    if meaning is None or meaning.kind != "trail":
        return None
    return meaning.subject, unit.connection.execute(OPPORTUNITY, {"trail": meaning.subject}).scalar_one()


def guess_code(unit: Unit, *, code: str, address: int) -> Meaning | None:
    """Look a typed code up; ten wrong ones from one address within an hour and none is looked up any more."""
    row = unit.connection.execute(GUESSES, {"address": address}).one()
    recent = row.wrong_since is not None and row.wrong_since > unit.now - GUESS_SPAN
    if recent and row.wrong_codes >= MOST_GUESSES:
        return None
    meaning = find_code(unit, code)
    if meaning is None:
        values = {"wrong": row.wrong_codes + 1 if recent else 1, "since": row.wrong_since if recent else unit.now}
        unit.connection.execute(GUESSED, values | {"address": address})
    return meaning


def count_view(unit: Unit, *, trail: int) -> None:
    """Count one view of the trail's page by a person; link previews are not counted by the caller."""
    unit.connection.execute(SEEN, {"trail": trail})
