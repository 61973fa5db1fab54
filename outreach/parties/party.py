"""A party takes part; persons are its members. A party's kind is never a person's."""

from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, UniqueConstraint, bindparam, col, delete

from outreach.parties.person import speaker
from outreach.store.columns import NUMBERED, Moment
from outreach.store.events import record
from outreach.store.unit import Unit


class Party(SQLModel, table=True):
    """A resident, group, foundation, firm or institution. No legal form (yet) is a value: None."""

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    kind: str
    name: str
    legal_form: str | None = None
    created_at: datetime = Field(sa_type=Moment)


class Membership(SQLModel, table=True):
    """A person in a party. Anyone can leave."""

    __table_args__ = (UniqueConstraint("party_id", "person_id"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    party_id: int = Field(foreign_key="party.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    joined_at: datetime = Field(sa_type=Moment)


ADD_PARTY = insert(Party).returning(col(Party.id))
JOIN = insert(Membership)
LEAVE = delete(Membership).where(
    col(Membership.party_id) == bindparam("party"), col(Membership.person_id) == bindparam("person")
)


def found_party(unit: Unit, *, kind: str, name: str, legal_form: str | None = None) -> int:
    """Make a party with the speaker as its first member; returns its id."""
    facts = {"kind": kind, "name": name, "legal_form": legal_form, "created_at": unit.now}
    party: int = unit.connection.execute(ADD_PARTY, facts).scalar_one()
    unit.connection.execute(JOIN, {"party_id": party, "person_id": speaker(unit), "joined_at": unit.now})
    record(unit, "party.founded", party=party, person=speaker(unit))
    return party
