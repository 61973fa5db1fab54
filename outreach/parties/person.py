"""Somebody we talk with, the addresses where we reach them, and what they allowed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert as plain_insert
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import JSON, Field, SQLModel, UniqueConstraint, bindparam, col, select, update

from outreach.opportunities.place import Place
from outreach.store.columns import NUMBERED, Moment, pick
from outreach.store.events import record
from outreach.store.unit import Unit


class Person(SQLModel, table=True):
    """One person, several addresses. `trail_id` is the first trail that brought them."""

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    language: str
    place_id: int | None = Field(default=None, foreign_key="place.id")
    themes: list[str] = Field(default_factory=list, sa_type=JSON)
    trail_id: int | None = None
    stopped_at: datetime | None = Field(default=None, sa_type=Moment)
    created_at: datetime = Field(sa_type=Moment)


class Address(SQLModel, table=True):
    """Where a person is reached in a channel.

    `seq` numbers what was said there, taken under this row. `free_at` keeps messages in order: a claim needs it past.
    `wrong_codes` counts guesses since `wrong_since`.
    """

    __table_args__ = (UniqueConstraint("channel", "external_id"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    channel: str
    external_id: str
    seq: int = 0
    free_at: datetime | None = Field(default=None, sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)
    gone_at: datetime | None = Field(default=None, sa_type=Moment)
    wrong_codes: int = 0
    wrong_since: datetime | None = Field(default=None, sa_type=Moment)


class Consent(SQLModel, table=True):
    """A permission given or taken back: each moment is a row, the last one counts.

    `scope` is the channel for `news`, the interest's id for `name`. `text_version` is the text that was shown.
    """

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    purpose: str
    scope: str = ""
    given: bool
    at: datetime = Field(sa_type=Moment)
    how: str
    text_version: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A person's language, neighbourhood and themes."""

    language: str
    place: str | None
    place_name: str | None
    themes: list[str]
    stopped: bool


ADD_PERSON = plain_insert(Person).returning(col(Person.id))
ADD_ADDRESS = insert(Address).on_conflict_do_nothing().returning(col(Address.id))
SET_LANGUAGE = update(Person).where(col(Person.id) == bindparam("person")).values(language=bindparam("to"))
SET_STOPPED = update(Person).where(col(Person.id) == bindparam("person")).values(stopped_at=bindparam("at"))
SET_PLACE = update(Person).where(col(Person.id) == bindparam("person")).values(place_id=bindparam("place"))
SET_THEMES = update(Person).where(col(Person.id) == bindparam("person")).values(themes=bindparam("chosen"))
SET_TRAIL = (
    update(Person)
    .where(col(Person.id) == bindparam("person"), col(Person.trail_id).is_(None))
    .values(trail_id=bindparam("trail"))
)
PROFILE = (
    pick(Person.language, Place.code, Place.name, Person.themes, Person.stopped_at)
    .join_from(Person, Place, col(Place.id) == col(Person.place_id), isouter=True)
    .where(col(Person.id) == bindparam("person"))
)
PLACE_ID = select(Place.id).where(col(Place.code) == bindparam("code")).order_by(col(Place.year).desc()).limit(1)
LANGUAGE = select(Person.language).where(col(Person.id) == bindparam("person"))
ADD_CONSENT = plain_insert(Consent)


def meet(unit: Unit, *, channel: str, external_id: str, language: str) -> tuple[int, int]:
    """Make a new person with one address; returns the ids of both. Never finds: a new address is a new person."""
    facts = {"language": language, "created_at": unit.now, "themes": []}
    person = unit.connection.execute(ADD_PERSON, facts).scalar_one()
    where = {"person_id": person, "channel": channel, "external_id": external_id, "seq": 0, "wrong_codes": 0}
    address = unit.connection.execute(ADD_ADDRESS, where | {"used_at": unit.now}).scalar_one()
    return person, address


def speaker(unit: Unit) -> int:
    """The person on whose behalf this unit runs."""
    if unit.actor.kind != "person" or unit.actor.id is None:
        raise ValueError(f"{unit.actor} is not a person in conversation")
    return unit.actor.id


def came_by(unit: Unit, *, trail: int) -> None:
    """Remember the trail that first brought this person."""
    unit.connection.execute(SET_TRAIL, {"person": speaker(unit), "trail": trail})


def profile(unit: Unit) -> Profile:
    """What we know of the person who speaks that shapes the conversation."""
    row = unit.connection.execute(PROFILE, {"person": speaker(unit)}).one()
    return Profile(row.language, row.code, row.name, row.themes, row.stopped_at is not None)


def language_of(unit: Unit) -> str:
    """The language of the person who speaks; Dutch for anybody else."""
    if unit.actor.kind != "person":
        return "nl"
    return unit.connection.execute(LANGUAGE, {"person": unit.actor.id}).scalar() or "nl"


def choose_language(unit: Unit, *, language: str) -> None:
    """Talk with this person in another language from now on."""
    unit.connection.execute(SET_LANGUAGE, {"person": speaker(unit), "to": language})
    record(unit, "person.changed", "language", person=speaker(unit))


def choose_place(unit: Unit, *, place: str | None) -> None:
    """Remember the neighbourhood (its code) in which this person looks for opportunities."""
    id = None if place is None else unit.connection.execute(PLACE_ID, {"code": place}).scalar_one()
    unit.connection.execute(SET_PLACE, {"person": speaker(unit), "place": id})
    record(unit, "person.changed", "place", person=speaker(unit))


def choose_themes(unit: Unit, *, themes: list[str]) -> None:
    """Remember what this person likes to hear about."""
    unit.connection.execute(SET_THEMES, {"person": speaker(unit), "chosen": themes})
    record(unit, "person.changed", "themes", person=speaker(unit))


def consent(unit: Unit, *, purpose: str, given: bool, text_version: str, how: str = "talk", scope: str = "") -> None:
    """Write down that the person gave a permission, or took it back, and which text they saw."""
    facts = {"purpose": purpose, "scope": scope, "given": given, "how": how, "text_version": text_version}
    unit.connection.execute(ADD_CONSENT, facts | {"person_id": speaker(unit), "at": unit.now})
    record(unit, "consent.given" if given else "consent.withdrawn", purpose, person=speaker(unit))


def stop(unit: Unit) -> None:
    """Send this person nothing unasked any more: all purposes, all channels. Consent for news ends with it."""
    unit.connection.execute(SET_STOPPED, {"person": speaker(unit), "at": unit.now})
    record(unit, "person.stopped", person=speaker(unit))
    consent(unit, purpose="news", given=False, text_version="stop")


def start(unit: Unit) -> None:
    """Undo a stop. Consent for news is asked anew, never assumed."""
    unit.connection.execute(SET_STOPPED, {"person": speaker(unit), "at": None})
    record(unit, "person.started", person=speaker(unit))
