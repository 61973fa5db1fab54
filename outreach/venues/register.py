"""The register of venues: what staff add, confirm and change, and what they see of it."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import bindparam, col, func, select

from content.fluent import languages
from content.texts import LanguageName, named
from outreach.clean import normal
from outreach.opportunities.place import Place, find_places
from outreach.parties.address import Address
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.page import WHOLE, Cut, Page, page
from outreach.store.query import exists, pick, update
from outreach.store.unit import Unit
from outreach.venues.venue import KINDS, Venue

LONGEST_CODE = 20
NEVER_REACHED = "venue"
"""The code of a venue whose name has no letter that staff can type."""


@dataclass(frozen=True, slots=True)
class VenueLine:
    """A venue as staff see it; one that removed us counts as left at once."""

    code: str
    name: str
    kind: str
    state: str
    channel: str
    language: str
    most_a_week: int
    contact: str
    made_at: datetime
    confirmed_at: datetime | None
    left_at: datetime | None
    place: str | None


@dataclass(frozen=True, slots=True)
class HeldVenue:
    """A venue that this unit has locked: nobody else can post in it meanwhile."""

    id: int
    code: str
    name: str
    kind: str
    state: str
    channel: str
    language: str
    most_a_week: int


VENUE_ADD = insert(Venue).on_conflict_do_nothing().returning(col(Venue.id))
LOCKED_COLUMNS = (
    Venue.id,
    Venue.code,
    Venue.name,
    Venue.kind,
    Venue.state,
    Venue.channel,
    Venue.language,
    Venue.most_a_week,
)
VENUE_NUMBER = pick(Venue.id).where(Venue.code == bindparam("code"))
VENUE_LOCK = pick(*LOCKED_COLUMNS).where(Venue.code == bindparam("code")).with_for_update()
ADDRESS_REACHED = select(Address.id).where(
    Address.venue_id == bindparam("venue"), col(Address.gone_at).is_(None)
)
VENUE_OF_NAME = select(Venue.code).where(
    func.lower(Venue.name) == func.lower(bindparam("called")),
    Venue.kind == bindparam("sort"),
    Venue.state != "left",
)
VENUES = pick(
    Venue.id,
    Venue.code,
    Venue.name,
    Venue.kind,
    Venue.state,
    Venue.channel,
    Venue.language,
    Venue.most_a_week,
    Venue.contact,
    Venue.made_at,
    Venue.confirmed_at,
    Venue.left_at,
    col(Place.name).label("place"),
).outerjoin(Place, col(Place.id) == col(Venue.place_id))
ITS_ADDRESS = col(Address.venue_id) == col(Venue.id)
GONE_AT = (
    select(func.max(col(Address.gone_at))).where(ITS_ADDRESS).correlate(Venue).scalar_subquery()
)
VENUE_THROWN_OUT = pick(Venue.id, GONE_AT).where(
    Venue.state != "left",
    GONE_AT.is_not(None),
    ~exists().where(ITS_ADDRESS, col(Address.gone_at).is_(None)).correlate(Venue),
)
"""Run for each venue: for all at once, a database would read the addresses of everybody."""
CHANGEABLE = (
    "name",
    "kind",
    "place_id",
    "language",
    "contact",
    "most_a_week",
    "state",
    "confirmed_at",
)


def _given_or_kept(name: str) -> Any:
    column: Any = getattr(Venue, name)
    return func.coalesce(bindparam(f"new_{name}", type_=column.type), column)


VENUE_CHANGE = (
    update(Venue)
    .where(Venue.id == bindparam("venue"))
    .values({name: _given_or_kept(name) for name in CHANGEABLE})
)
"""Fields that are not given keep their value."""


def add_venue(unit: Unit, /, *, name: str, kind: str, **facts: Any) -> str:
    """Add a venue where a bot cannot be, confirmed at once; returns its code."""
    values = _checked(unit, {"name": name, "kind": kind} | facts)
    there = unit.run(VENUE_OF_NAME, {"called": values["name"], "sort": kind}).scalar()
    if there is not None:
        raise Refusal("refusal-venue-there", given=there)
    venue, code = enter_venue(unit, **values, state="confirmed", confirmed_at=unit.now)
    record(unit, "venue.added", venue=venue)
    return code


def enter_venue(unit: Unit, /, *, name: str, **values: Any) -> tuple[int, str]:
    """Store a venue under a new code made of its name; returns its id and that code."""
    stem = short_code(name)
    number = 1
    while True:
        code = stem if number == 1 else f"{stem[: LONGEST_CODE - 4]}-{number}"
        row = {
            "code": code,
            "name": name or code,
            "made_at": unit.now,
            "channel": "",
            "contact": "",
        } | values
        row = {"language": "nl", "most_a_week": 1, "state": "new"} | row
        venue = unit.run(VENUE_ADD, row).scalar()
        if venue is not None:
            return venue, code
        number += 1


def confirm_venue(unit: Unit, /, *, code: str, **facts: Any) -> None:
    """Allow posting in a venue, or change its fields; refuses one that we left."""
    venue = hold_venue(unit, code=code)
    if venue.state == "left":
        raise Refusal("refusal-venue-left", given=venue.code)
    values = _checked(unit, facts)
    if venue.state == "new":
        values |= {"state": "confirmed", "confirmed_at": unit.now}
    if values:
        new = {f"new_{name}": values.get(name) for name in CHANGEABLE}
        unit.run(VENUE_CHANGE, new | {"venue": venue.id})
        named = [name.removesuffix("_id") for name in values]
        record(
            unit,
            "venue.confirmed" if venue.state == "new" else "venue.changed",
            *named,
            venue=venue.id,
        )


def hold_venue(unit: Unit, *, code: str) -> HeldVenue:
    """Find a venue by its code and lock its row; refuses an unknown one.

    One that removed us counts as left.
    """
    row = unit.run(VENUE_LOCK, {"code": code.strip().lower()}).first()
    if row is None:
        raise Refusal("refusal-venue-unknown", given=code)
    venue = HeldVenue(*row)
    reached = (
        not venue.channel or unit.run(ADDRESS_REACHED, {"venue": venue.id}).first() is not None
    )
    return venue if reached else replace(venue, state="left")


def all_venues(unit: Unit) -> list[VenueLine]:
    """Every venue, by code."""
    return sorted(venue_overview(unit), key=attrgetter("code"))


def venue_overview(unit: Unit, *, cut: Cut = WHOLE) -> Page[VenueLine]:
    """List the venues."""
    gone = thrown_out(unit)

    def line(row: Any) -> VenueLine:
        venue = VenueLine(*row[1:])
        return replace(venue, state="left", left_at=gone[row.id]) if row.id in gone else venue

    return page(unit, VENUES, col(Venue.id), cut).turned(line)


def find_venue(unit: Unit, *, code: str) -> VenueLine:
    """One venue by its code; refuses an unknown one."""
    wanted = code.strip().lower()
    found = next((line for line in all_venues(unit) if line.code == wanted), None)
    if found is None:
        raise Refusal("refusal-venue-unknown", given=code)
    return found


def venue_number(unit: Unit, *, code: str) -> int:
    """Find a venue by its code; refuses an unknown one."""
    number: int | None = unit.run(VENUE_NUMBER, {"code": code.strip().lower()}).scalar()
    if number is None:
        raise Refusal("refusal-venue-unknown", given=code)
    return number


def thrown_out(unit: Unit) -> dict[int, datetime]:
    """The venues that removed us but are not marked as left, and since when."""
    return dict(unit.run(VENUE_THROWN_OUT))


def short_code(name: str) -> str:
    """Make a code from a name that staff can type and read out, in small letters."""
    plain = normal("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    while len(words) > 1 and len("-".join(words)) > LONGEST_CODE:
        words.pop()
    return "-".join(words)[:LONGEST_CODE] or NEVER_REACHED


def _checked(unit: Unit, facts: dict[str, Any]) -> dict[str, Any]:
    """The columns for what staff typed, without what was not given; refuses what does not fit."""
    values = {name: value for name, value in facts.items() if value is not None}
    if "name" in values and not values["name"]:
        raise Refusal("refusal-empty")
    choices = {"kind": named("venue", KINDS), "language": list(map(LanguageName, languages()))}
    for name, allowed in (("kind", KINDS), ("language", languages())):
        if name in values and values[name] not in allowed:
            raise Refusal("refusal-code", given=str(values[name]), allowed=choices[name])
    if "place" in values:
        values["place_id"] = find_places(unit, names=[values.pop("place")])[0].id
    return values
