"""A party takes part; persons are its members. A party's kind is never a person's."""

from datetime import datetime

from sqlalchemy import insert as plain_insert
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, UniqueConstraint, bindparam, col, select

from outreach.parties.person import speaker
from outreach.refusal import Refusal
from outreach.store.codes import find_code, use_code
from outreach.store.columns import NUMBERED, Moment
from outreach.store.events import record
from outreach.store.query import update
from outreach.store.unit import Unit


class Party(SQLModel, table=True):
    """A resident, group, foundation, firm or institution. No legal form (yet) is a value: None."""

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    kind: str
    name: str
    legal_form: str | None = None
    created_at: datetime = Field(sa_type=Moment)


PARTY_WORDS = {"name": ""}
"""What may be the name of a person, and what stands there once it is emptied."""


class Membership(SQLModel, table=True):
    """A person in a party. Anyone can leave."""

    __table_args__ = (UniqueConstraint("party_id", "person_id"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    party_id: int = Field(foreign_key="party.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    joined_at: datetime = Field(sa_type=Moment)


ADD_PARTY = plain_insert(Party).returning(col(Party.id))
JOIN = plain_insert(Membership)
JOIN_ONCE = insert(Membership).on_conflict_do_nothing()
PARTY_DESCRIBE = (
    update(Party)
    .where(Party.id == bindparam("party"))
    .values(name=bindparam("called"), kind=bindparam("sort"))
)
NAME = select(Party.name).where(Party.id == bindparam("party"))


def found_party(unit: Unit, *, kind: str, name: str, legal_form: str | None = None) -> int:
    """Make a party with the speaker as its first member; returns its id."""
    facts = {"kind": kind, "name": name, "legal_form": legal_form, "created_at": unit.now}
    party: int = unit.run(ADD_PARTY, facts).scalar_one()
    unit.run(JOIN, {"party_id": party, "person_id": speaker(unit), "joined_at": unit.now})
    record(unit, "party.founded", party=party, person=speaker(unit))
    return party


def describe_party(unit: Unit, *, party: int, name: str, kind: str) -> None:
    """Call a party by another name, or another kind of party."""
    unit.run(PARTY_DESCRIBE, {"party": party, "called": name, "sort": kind})


def join_party(unit: Unit, *, code: str) -> str:
    """Become a member by an invitation, which works once; returns the party's name."""
    meaning = find_code(unit, code)
    if meaning is None or meaning.kind != "invitation" or not use_code(unit, code):
        raise Refusal("refusal-invitation")
    unit.run(
        JOIN_ONCE, {"party_id": meaning.subject, "person_id": speaker(unit), "joined_at": unit.now}
    )
    record(unit, "party.joined", party=meaning.subject, person=speaker(unit))
    return unit.run(NAME, {"party": meaning.subject}).scalar_one()


def party_behind(unit: Unit, *, code: str) -> str:
    """The name of the party that an invitation is for."""
    meaning = find_code(unit, code)
    if meaning is None or meaning.kind != "invitation":
        raise Refusal("refusal-invitation")
    return unit.run(NAME, {"party": meaning.subject}).scalar_one()
