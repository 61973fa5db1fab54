"""Somebody we talk with, the addresses where we reach them, and what they allowed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import false, func
from sqlalchemy import insert as plain_insert
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased
from sqlmodel import JSON, Field, SQLModel, UniqueConstraint, bindparam, case, col, select

from content.fluent import wording
from outreach.opportunities.place import Place
from outreach.store.columns import NUMBERED, Moment, partly
from outreach.store.events import record
from outreach.store.query import exists, pick, update
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
    """Where a person is reached in a channel, or where a venue can be posted in: one of
    the two stands in the row.

    `seq` numbers what was said there, taken under this row. `free_at` keeps messages in order: a
    claim needs it past; `first_id` is the delivery that was begun or refused there, which goes on
    before any other. `wrong_codes` counts guesses since `wrong_since`. `news` is what the last word
    on consent for news came to in this channel: a campaign asks it of everybody at once.
    """

    __table_args__ = (
        UniqueConstraint("channel", "external_id"),
        partly("ix_address_venue", "venue_id", where="venue_id IS NOT NULL"),
        partly("ix_address_wrong", "wrong_since", where="wrong_since IS NOT NULL"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    venue_id: int | None = Field(default=None, foreign_key="venue.id")
    channel: str
    external_id: str
    seq: int = 0
    free_at: datetime | None = Field(default=None, sa_type=Moment)
    first_id: int | None = None
    used_at: datetime | None = Field(default=None, sa_type=Moment)
    gone_at: datetime | None = Field(default=None, sa_type=Moment)
    wrong_codes: int = 0
    wrong_since: datetime | None = Field(default=None, sa_type=Moment)
    news: bool = False


class Consent(SQLModel, table=True):
    """A permission given or taken back: each moment is a row, the last one counts.

    `scope` is the channel for `news`, the id of the interest for `name`, of the question for
    `talk`. `how` is the channel in which it was said, `text_version` names the words that were
    shown.
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
SET_LANGUAGE = (
    update(Person).where(Person.id == bindparam("person")).values(language=bindparam("to"))
)
SET_STOPPED = (
    update(Person).where(Person.id == bindparam("person")).values(stopped_at=bindparam("at"))
)
SET_PLACE = (
    update(Person).where(Person.id == bindparam("person")).values(place_id=bindparam("place"))
)
SET_THEMES = (
    update(Person).where(Person.id == bindparam("person")).values(themes=bindparam("chosen"))
)
SET_TRAIL = (
    update(Person)
    .where(Person.id == bindparam("person"), col(Person.trail_id).is_(None))
    .values(trail_id=bindparam("trail"))
)
PROFILE = (
    pick(Person.language, Place.code, Place.name, Person.themes, Person.stopped_at)
    .join_from(Person, Place, col(Place.id) == col(Person.place_id), isouter=True)
    .where(Person.id == bindparam("person"))
)
PLACE_ID = (
    select(Place.id)
    .where(Place.code == bindparam("code"))
    .order_by(col(Place.year).desc())
    .limit(1)
)
MARK_GONE = (
    update(Address)
    .where(
        Address.channel == bindparam("in_channel"),
        Address.external_id == bindparam("named"),
    )
    .values(gone_at=bindparam("at"))
)
TAKEN_BY = aliased(Address)
MOVE = (
    update(Address)
    .where(
        Address.id == bindparam("address"),
        ~exists().where(
            TAKEN_BY.channel == Address.channel,
            TAKEN_BY.external_id == bindparam("to"),
        ),
    )
    .values(external_id=bindparam("to"))
    .returning(col(Address.id))
)
LOSE_ADDRESS = (
    update(Address).where(Address.id == bindparam("address")).values(gone_at=bindparam("at"))
)
LANGUAGE = select(Person.language).where(Person.id == bindparam("person"))
HOLD = select(Person.id).where(Person.id == bindparam("person")).with_for_update(key_share=True)
ADD_CONSENT = plain_insert(Consent)
CONSENTS = (
    pick(Consent.purpose, Consent.scope, Consent.given)
    .where(Consent.person_id == bindparam("person"))
    .order_by(col(Consent.id))
)
LAST_WORD = (
    select(Consent.given)
    .where(
        Consent.person_id == Address.person_id,
        Consent.purpose == "news",
        case((Consent.scope == "", "web"), else_=col(Consent.scope)) == Address.channel,
    )
    .order_by(col(Consent.id).desc())
    .limit(1)
    .correlate(Address)
    .scalar_subquery()
)
"""Where no channel stands in a consent, there was but one: the web chat."""
KEEP_NEWS = (
    update(Address)
    .where(Address.person_id == bindparam("person"))
    .values(news=func.coalesce(LAST_WORD, false()))
)


def meet(unit: Unit, *, channel: str, external_id: str, language: str) -> tuple[int, int]:
    """Make a new person with one address; returns the ids of both. Never finds: a
    new address is a new person.
    """
    facts = {"language": language, "created_at": unit.now, "themes": []}
    person = unit.run(ADD_PERSON, facts).scalar_one()
    where = {
        "person_id": person,
        "channel": channel,
        "external_id": external_id,
        "seq": 0,
        "wrong_codes": 0,
    }
    address = unit.run(ADD_ADDRESS, where | {"used_at": unit.now, "news": False}).scalar_one()
    return person, address


def mark_gone(unit: Unit, *, channel: str, external_id: str, gone: bool) -> None:
    """Remember that an address cannot be reached any more, or again; that is not an opt-out."""
    values = {"in_channel": channel, "named": external_id, "at": unit.now if gone else None}
    unit.run(MARK_GONE, values)


def move_address(unit: Unit, *, address: int, to: str) -> None:
    """Let an address go by another external id of its channel; where that one is known
    already, this one is gone.
    """
    if unit.run(MOVE, {"address": address, "to": to}).scalar() is None:
        unit.run(LOSE_ADDRESS, {"address": address, "at": unit.now})


def speaker(unit: Unit) -> int:
    """The person on whose behalf this unit runs."""
    if unit.actor.kind != "person" or unit.actor.id is None:
        raise ValueError(f"{unit.actor} is not a person in conversation")
    return unit.actor.id


def hold_speaker(unit: Unit) -> int:
    """The person on whose behalf this unit runs; another unit of theirs waits
    until this one is stored.
    """
    unit.run(HOLD, {"person": speaker(unit)})
    return speaker(unit)


def came_by(unit: Unit, *, trail: int) -> None:
    """Remember the trail that first brought this person."""
    unit.run(SET_TRAIL, {"person": speaker(unit), "trail": trail})


def profile(unit: Unit) -> Profile:
    """What we know of the person who speaks that shapes the conversation."""
    row = unit.run(PROFILE, {"person": speaker(unit)}).one()
    return Profile(row.language, row.code, row.name, row.themes, row.stopped_at is not None)


def language_of(unit: Unit) -> str:
    """The language of the person who speaks; Dutch for anybody else."""
    if unit.actor.kind != "person":
        return "nl"
    return unit.run(LANGUAGE, {"person": unit.actor.id}).scalar() or "nl"


def choose_language(unit: Unit, *, language: str) -> None:
    """Talk with this person in another language from now on."""
    unit.run(SET_LANGUAGE, {"person": speaker(unit), "to": language})
    record(unit, "person.changed", "language", person=speaker(unit))


def choose_place(unit: Unit, *, place: str | None) -> None:
    """Remember the neighbourhood (its code) in which this person looks for opportunities."""
    id = None if place is None else unit.run(PLACE_ID, {"code": place}).scalar_one()
    unit.run(SET_PLACE, {"person": speaker(unit), "place": id})
    record(unit, "person.changed", "place", person=speaker(unit))


def choose_themes(unit: Unit, *, themes: list[str]) -> None:
    """Remember what this person likes to hear about."""
    unit.run(SET_THEMES, {"person": speaker(unit), "chosen": themes})
    record(unit, "person.changed", "themes", person=speaker(unit))


def consent(
    unit: Unit, *, purpose: str, given: bool, text_version: str, how: str = "", scope: str = ""
) -> None:
    """Write down that the person gave a permission, or took it back, in which
    channel, and which text they saw.
    """
    how = how or unit.actor.via or "talk"
    facts = {
        "purpose": purpose,
        "scope": scope,
        "given": given,
        "how": how,
        "text_version": text_version,
    }
    unit.run(ADD_CONSENT, facts | {"person_id": speaker(unit), "at": unit.now})
    if purpose == "news":
        keep_news(unit, person=speaker(unit))
    record(unit, "consent.given" if given else "consent.withdrawn", purpose, person=speaker(unit))


def keep_news(unit: Unit, *, person: int) -> None:
    """Write at each address of a person whether news may be sent there,
    by their last word on it.
    """
    unit.run(KEEP_NEWS, {"person": person})


def permit(unit: Unit, *, purpose: str, given: bool, text: str, scope: str = "") -> None:
    """Write down what the person answered to a question for permission; `text` is its
    key, and its words are proof.

    A permission for news holds in the channel in which it is given, and nowhere else.
    """
    if purpose == "news":
        scope = scope or unit.actor.via
    consent(
        unit,
        purpose=purpose,
        given=given,
        text_version=wording(text, language_of(unit)),
        scope=scope,
    )


def permitted(unit: Unit, *, person: int) -> dict[str, list[str]]:
    """The permissions that a person gave and did not take back: the scopes of each purpose."""
    last = {(row.purpose, row.scope): row.given for row in unit.run(CONSENTS, {"person": person})}
    standing: dict[str, list[str]] = {}
    for (purpose, scope), given in last.items():
        if given:
            standing.setdefault(purpose, []).append(scope)
    return standing


def take_back(unit: Unit, *, purpose: str, text: str) -> None:
    """Take back a permission wherever it was given; `text` is the key of the words
    with which that was chosen.
    """
    for scope in permitted(unit, person=speaker(unit)).get(purpose, ()):
        consent(
            unit,
            purpose=purpose,
            given=False,
            text_version=wording(text, language_of(unit)),
            scope=scope,
        )


def stop(unit: Unit) -> None:
    """Send this person nothing unasked any more: all purposes, all channels.
    Consent for news ends with it.
    """
    unit.run(SET_STOPPED, {"person": speaker(unit), "at": unit.now})
    record(unit, "person.stopped", person=speaker(unit))
    take_back(unit, purpose="news", text="stop-keep")


def start(unit: Unit) -> None:
    """Undo a stop. Consent for news is asked anew, never assumed."""
    unit.run(SET_STOPPED, {"person": speaker(unit), "at": None})
    record(unit, "person.started", person=speaker(unit))
