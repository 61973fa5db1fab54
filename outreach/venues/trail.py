"""A trail: a code for an opportunity × the place, mailing or person that spread it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, get_args

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, bindparam, col, func, select

from outreach.parties.address import Address
from outreach.parties.person import speaker
from outreach.store.codes import Code, Meaning, find_code, looks_like_code, make_code
from outreach.store.columns import NUMBERED, Moment
from outreach.store.query import pick, update
from outreach.store.unit import Unit

Kind = Literal["share", "venue", "poster", "mailing"]
KINDS: tuple[str, ...] = get_args(Kind)


class Trail(SQLModel, table=True):
    """Where somebody came in: at an opportunity, or at a dialogue if it names none.

    `kind` is share (a person passed it on), venue, poster or mailing. `seen` counts views of its
    page, and codes that reached a chat; `started` counts the persons who answered a first question.
    """

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    opportunity_id: int | None = Field(default=None, foreign_key="opportunity.id", index=True)
    dialogue: str | None = None
    kind: str
    venue_id: int | None = Field(default=None, foreign_key="venue.id", index=True)
    mailing_id: int | None = Field(default=None, foreign_key="mailing.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    seen: int = 0
    started: int = 0
    made_at: datetime = Field(sa_type=Moment)


class Visit(SQLModel, table=True):
    """A person who answered a first question behind a trail, so that each counts once."""

    trail_id: int = Field(foreign_key="trail.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True, index=True)
    at: datetime = Field(sa_type=Moment)


@dataclass(frozen=True, slots=True)
class Followed:
    """Where a trail leads: a dialogue, and the opportunity that it is about, if any."""

    id: int
    opportunity: int | None
    dialogue: str


TRAIL_ADD = insert(Trail).returning(col(Trail.id))
TRAIL = select(Trail.opportunity_id, Trail.dialogue).where(Trail.id == bindparam("trail"))
VISIT_ADD = insert(Visit).on_conflict_do_nothing().returning(col(Visit.trail_id))
TRAIL_STARTED = (
    update(Trail).where(Trail.id == bindparam("trail")).values(started=col(Trail.started) + 1)
)
TRAIL_SEEN = update(Trail).where(Trail.id == bindparam("trail")).values(seen=col(Trail.seen) + 1)
MOST_GUESSES = 10
UNDER_ATTACK = 2_000
"""Wrong codes by all people in an hour; above this, one wrong code per chat is the limit."""
GUESS_SPAN = timedelta(hours=1)
ADDRESS_GUESSES = select(Address.wrong_codes, Address.wrong_since).where(
    Address.id == bindparam("address")
)
ADDRESS_GUESSES_OF_ALL = pick(func.coalesce(func.sum(Address.wrong_codes), 0)).where(
    Address.wrong_since > bindparam("after")
)
ADDRESS_GUESSED = (
    update(Address)
    .where(Address.id == bindparam("address"))
    .values(wrong_codes=bindparam("wrong"), wrong_since=bindparam("since"))
)
CODE_SHARED = (
    select(Code.code)
    .join(Trail, col(Trail.id) == col(Code.subject))
    .where(
        Code.kind == "trail",
        Trail.opportunity_id == bindparam("opportunity"),
        Trail.person_id == bindparam("person"),
    )
)
CODE_OF_VENUE = (
    select(Code.code)
    .join(Trail, col(Trail.id) == col(Code.subject))
    .where(
        Code.kind == "trail",
        Trail.venue_id == bindparam("venue"),
        col(Trail.opportunity_id).is_not_distinct_from(bindparam("opportunity")),
    )
    .order_by(col(Trail.id))
    .limit(1)
)
WELCOME, OPPORTUNITY = "welcome", "opportunity"
"""The dialogues that a trail leads to: the first if it names no opportunity."""


def lay_trail(
    unit: Unit,
    *,
    opportunity: int | None,
    kind: Kind,
    person: int | None = None,
    venue: int | None = None,
    mailing: int | None = None,
) -> str:
    """Make a trail and return its code; a person who shares again gets the same code."""
    if person is not None:
        code = unit.run(CODE_SHARED, {"opportunity": opportunity, "person": person}).scalar()
        if code is not None:
            return code
    dialogue = WELCOME if opportunity is None else None
    facts: dict[str, Any] = {"opportunity_id": opportunity, "dialogue": dialogue, "kind": kind}
    facts |= {
        "person_id": person,
        "venue_id": venue,
        "mailing_id": mailing,
        "made_at": unit.now,
        "seen": 0,
        "started": 0,
    }
    trail: int = unit.run(TRAIL_ADD, facts).scalar_one()
    return make_code(unit, "trail", trail)


def venue_trail(unit: Unit, *, venue: int, kind: str, opportunity: int | None = None) -> str:
    """The code of a venue's trail to an opportunity, or to us; always the same one.

    The caller holds the venue. On a notice board it is a poster.
    """
    code = unit.run(CODE_OF_VENUE, {"venue": venue, "opportunity": opportunity}).scalar()
    poster: Kind = "poster" if kind == "notice_board" else "venue"
    return code or lay_trail(unit, opportunity=opportunity, kind=poster, venue=venue)


def share_trail(unit: Unit, *, opportunity: int) -> str:
    """The code with which the person who speaks passes an opportunity on."""
    return lay_trail(unit, opportunity=opportunity, kind="share", person=speaker(unit))


def follow_trail(unit: Unit, *, code: str) -> Followed | None:
    """Return the trail behind a code and where it leads, or None."""
    meaning = find_code(unit, code)
    if meaning is None or meaning.kind != "trail":
        return None
    opportunity, dialogue = unit.run(TRAIL, {"trail": meaning.subject}).one()
    return Followed(meaning.subject, opportunity, dialogue or OPPORTUNITY)


def guess_code(unit: Unit, *, code: str, address: int) -> Meaning | None:
    """Look up a typed code, unless ten wrong ones were typed in this conversation in an hour.

    Text that cannot be a code ("juni-2026") is no guess. If all people together guess very often,
    somebody is trying all codes in many conversations: then one wrong code is the limit.
    """
    if not looks_like_code(code):
        return None
    row = unit.run(ADDRESS_GUESSES, {"address": address}).one()
    recent = row.wrong_since is not None and row.wrong_since > unit.now - GUESS_SPAN
    if recent and row.wrong_codes >= _most_guesses(unit):
        return None
    meaning = find_code(unit, code)
    if meaning is None:
        values = {
            "wrong": row.wrong_codes + 1 if recent else 1,
            "since": row.wrong_since if recent else unit.now,
        }
        unit.run(ADDRESS_GUESSED, values | {"address": address})
    return meaning


def _most_guesses(unit: Unit) -> int:
    attacked = (
        unit.run(ADDRESS_GUESSES_OF_ALL, {"after": unit.now - GUESS_SPAN}).scalar_one()
        >= UNDER_ATTACK
    )
    return 1 if attacked else MOST_GUESSES


def count_view(unit: Unit, *, trail: int) -> None:
    """Count one view of the trail's page by a person; the caller leaves out link previews."""
    unit.run(TRAIL_SEEN, {"trail": trail})


def count_start(unit: Unit, *, trail: int) -> None:
    """Count, once per person, that the speaker answered a first question behind this trail."""
    visit = {"trail_id": trail, "person_id": speaker(unit), "at": unit.now}
    if unit.run(VISIT_ADD, visit).scalar() is not None:
        unit.run(TRAIL_STARTED, {"trail": trail})
