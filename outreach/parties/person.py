"""Somebody we talk with: their language, neighbourhood and themes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from outreach.opportunities.place import Place
from outreach.parties.address import ADDRESS_ADD, Address
from outreach.store.columns import NUMBERED, Json, Moment
from outreach.store.events import record
from outreach.store.query import pick, update
from outreach.store.unit import Unit


class Person(SQLModel, table=True):
    """One person, several addresses. `trail_id` is the first trail that brought them."""

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    language: str
    place_id: int | None = Field(default=None, foreign_key="place.id")
    themes: list[str] = Field(default_factory=list, sa_type=Json(list[str]))
    trail_id: int | None = None
    stopped_at: datetime | None = Field(default=None, sa_type=Moment)
    created_at: datetime = Field(sa_type=Moment)


@dataclass(frozen=True, slots=True)
class Profile:
    """A person's language, neighbourhood and themes."""

    language: str
    place: str | None
    place_name: str | None
    themes: list[str]
    stopped: bool


@dataclass(frozen=True, slots=True)
class AddressAt:
    """An address of somebody, and who that is."""

    id: int
    person: int
    used_at: datetime | None
    language: str


ADDRESS_AT = (
    pick(Address.id, Address.person_id, Address.used_at, Person.language)
    .join(Person, col(Person.id) == col(Address.person_id))
    .where(Address.channel == bindparam("channel"), Address.external_id == bindparam("external_id"))
)
PERSON_ADD = insert(Person).returning(col(Person.id))
PERSON_CHANGE = update(Person).where(Person.id == bindparam("person"))
PERSON_SET_LANGUAGE = PERSON_CHANGE.values(language=bindparam("to"))
PERSON_STOP = PERSON_CHANGE.values(stopped_at=bindparam("at"))
PERSON_SET_PLACE = PERSON_CHANGE.values(place_id=bindparam("place"))
PERSON_SET_THEMES = PERSON_CHANGE.values(themes=bindparam("chosen"))
PERSON_CAME_BY = PERSON_CHANGE.where(col(Person.trail_id).is_(None)).values(
    trail_id=bindparam("trail")
)
PERSON_PROFILE = (
    pick(Person.language, Place.code, Place.name, Person.themes, Person.stopped_at)
    .join_from(Person, Place, col(Place.id) == col(Person.place_id), isouter=True)
    .where(Person.id == bindparam("person"))
)
PERSON_LANGUAGE = select(Person.language).where(Person.id == bindparam("person"))
PERSON_LOCK = (
    select(Person.id).where(Person.id == bindparam("person")).with_for_update(key_share=True)
)
PLACE_NEWEST = (
    select(Place.id)
    .where(Place.code == bindparam("code"))
    .order_by(col(Place.year).desc())
    .limit(1)
)


def address_at(unit: Unit, *, channel: str, external_id: str) -> AddressAt | None:
    """Find the address of somebody who talks with us; None if nobody is there."""
    row = unit.run(ADDRESS_AT, {"channel": channel, "external_id": external_id}).first()
    return None if row is None else AddressAt(*row)


def person_at(unit: Unit, *, channel: str, external_id: str) -> int | None:
    """Return the person who has an address."""
    found = address_at(unit, channel=channel, external_id=external_id)
    return None if found is None else found.person


def meet(unit: Unit, *, channel: str, external_id: str, language: str) -> tuple[int, int]:
    """Create a person with one address and return both ids.

    Never reuses one: a new address is a new person.
    """
    facts = {"language": language, "created_at": unit.now, "themes": []}
    person = unit.run(PERSON_ADD, facts).scalar_one()
    where = {
        "person_id": person,
        "channel": channel,
        "external_id": external_id,
        "seq": 0,
        "wrong_codes": 0,
    }
    address = unit.run(ADDRESS_ADD, where | {"used_at": unit.now, "news": False}).scalar_one()
    return person, address


def speaker(unit: Unit) -> int:
    """Return the person on whose behalf this unit runs."""
    if unit.actor.kind != "person" or unit.actor.id is None:
        raise ValueError(f"{unit.actor} is not a person in conversation")
    return unit.actor.id


def hold_speaker(unit: Unit) -> int:
    """Lock and return the speaker, so that their other units wait until this one commits."""
    unit.run(PERSON_LOCK, {"person": speaker(unit)})
    return speaker(unit)


def came_by(unit: Unit, *, trail: int) -> None:
    """Remember the trail that first brought this person."""
    unit.run(PERSON_CAME_BY, {"person": speaker(unit), "trail": trail})


def profile(unit: Unit) -> Profile:
    """Return what we know of the speaker that shapes the conversation."""
    row = unit.run(PERSON_PROFILE, {"person": speaker(unit)}).one()
    return Profile(row.language, row.code, row.name, row.themes, row.stopped_at is not None)


def language_of(unit: Unit) -> str:
    """Return the language of the person who speaks; Dutch for anybody else."""
    if unit.actor.kind != "person":
        return "nl"
    return unit.run(PERSON_LANGUAGE, {"person": unit.actor.id}).scalar() or "nl"


def choose_language(unit: Unit, *, language: str) -> None:
    """Talk with this person in another language from now on."""
    unit.run(PERSON_SET_LANGUAGE, {"person": speaker(unit), "to": language})
    record(unit, "person.changed", "language", person=speaker(unit))


def choose_place(unit: Unit, *, place: str | None) -> None:
    """Remember the neighbourhood (its code) in which this person looks for opportunities."""
    number = None if place is None else unit.run(PLACE_NEWEST, {"code": place}).scalar_one()
    unit.run(PERSON_SET_PLACE, {"person": speaker(unit), "place": number})
    record(unit, "person.changed", "place", person=speaker(unit))


def choose_themes(unit: Unit, *, themes: list[str]) -> None:
    """Remember what this person likes to hear about."""
    unit.run(PERSON_SET_THEMES, {"person": speaker(unit), "chosen": themes})
    record(unit, "person.changed", "themes", person=speaker(unit))
