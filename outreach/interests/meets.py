"""What a party can do of what is asked: a word per requirement, before it signs up and after.

What somebody says before they sign up is read by nobody: it counts without a name, and goes into
their interest if they want that. It is kept with the words that were read, because a requirement
may be worded anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, UniqueConstraint, bindparam

from outreach.opportunities.card import count_unmet
from outreach.opportunities.items import items_of
from outreach.parties.person import speaker
from outreach.store.columns import NUMBERED, Json, Moment
from outreach.store.query import delete, pick
from outreach.store.unit import Unit

CANS = ("fine", "instead", "unmet")
"""What is said of a requirement: as asked, in the other way that is offered, or not."""
Answer = tuple[int, str]
"""The number of a requirement, and what was said of it."""
Stored = list[dict[str, Any]]
BEFOREHAND_WORDS: dict[str, Any] = {"meets": []}
"""What somebody answered, and what stands there once it is emptied."""


class Beforehand(SQLModel, table=True):
    """What somebody can do of what is asked, said before they signed up, and as which party."""

    __table_args__ = (UniqueConstraint("person_id", "opportunity_id"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    opportunity_id: int = Field(foreign_key="opportunity.id", index=True)
    kind: str
    meets: Stored = Field(sa_type=Json(Stored))
    at: datetime = Field(sa_type=Moment, index=True)


@dataclass(frozen=True, slots=True)
class Met:
    """A requirement as it was read, what was said of it, and what can be done instead."""

    text: str
    can: str
    alternative: str


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """What somebody answered beforehand, as which kind of party."""

    kind: str
    meets: list[Met]


BEFOREHAND = pick(Beforehand.id, Beforehand.kind, Beforehand.meets).where(
    Beforehand.person_id == bindparam("person"),
    Beforehand.opportunity_id == bindparam("opportunity"),
)
BEFOREHAND_ADD = insert(Beforehand)
BEFOREHAND_DELETE = delete(Beforehand).where(
    Beforehand.person_id == bindparam("person"),
    Beforehand.opportunity_id == bindparam("opportunity"),
)


def answer_beforehand(unit: Unit, *, opportunity: int, kind: str, answers: list[Answer]) -> None:
    """Keep what the speaker can do of what is asked, in place of what they said before."""
    who = {"person": speaker(unit), "opportunity": opportunity}
    unit.run(BEFOREHAND_DELETE, who)
    row = {"person_id": who["person"], "opportunity_id": opportunity, "kind": kind, "at": unit.now}
    unit.run(BEFOREHAND_ADD, row | {"meets": as_stored(unit, opportunity, answers)})


def count_answers(unit: Unit, *, answers: list[Answer]) -> None:
    """Count what cannot be done as asked. No person is written down."""
    for requirement, can in answers:
        if can != "fine":
            count_unmet(unit, requirement=requirement)


def beforehand(unit: Unit, *, opportunity: int, language: str) -> SaidBefore | None:
    """Return what the speaker said before they sign up; None if they said nothing."""
    row = unit.run(BEFOREHAND, {"person": speaker(unit), "opportunity": opportunity}).first()
    if row is None or not row.meets:
        return None
    return SaidBefore(row.kind, as_read(unit, opportunity, language, row.meets))


def take_beforehand(unit: Unit, *, opportunity: int, kind: str) -> Stored:
    """Return what the speaker said beforehand as this kind of party; it is not kept there."""
    who = {"person": speaker(unit), "opportunity": opportunity}
    row = unit.run(BEFOREHAND, who).first()
    if row is None or row.kind != kind:
        return []
    unit.run(BEFOREHAND_DELETE, who)
    said: Stored = row.meets
    return said


def as_stored(unit: Unit, opportunity: int, answers: Iterable[Answer]) -> Stored:
    """Return answers with the words of their requirements; those that are gone are left out."""
    asked = {row.id: row for row in items_of(unit, "requirements", opportunity)}
    return [
        {"text": asked[number].text, "can": can, "alternative": asked[number].alternative}
        for number, can in answers
        if number in asked
    ]


def as_read(
    unit: Unit, opportunity: int, language: str, said: Sequence[dict[str, Any]]
) -> list[Met]:
    """Return answers with their requirements in a language, where there is a translation."""
    if not said:
        return []
    rows = {row.text: row for row in items_of(unit, "requirements", opportunity)}
    words = {text: row.translations.get(language, {}) for text, row in rows.items()}
    return [
        Met(
            words.get(each["text"], {}).get("text") or each["text"],
            each["can"],
            words.get(each["text"], {}).get("alternative") or each["alternative"],
        )
        for each in said
    ]
