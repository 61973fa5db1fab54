"""The list of streets and postcodes of a town, as it is read in from a table."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import bindparam, col

from outreach.clean import alike, clean
from outreach.opportunities.place import LONGEST_PLACE, Place, place_kind
from outreach.opportunities.street import (
    POSTCODE,
    POSTCODE_FORM,
    STREET,
    Street,
    folded_postcode,
    folded_street,
    start_of,
)
from outreach.refusal import Refusal
from outreach.store.query import delete, pick
from outreach.store.unit import Unit

STREET_COLUMNS = ("straat", "straatnaam", "street", "openbareruimte", "openbareruimtenaam")
POSTCODE_COLUMNS = ("postcode", "pc6", "postcode6")
PLACE_COLUMN = re.compile(
    r"(buurt|bu|neighbourhood|plek|place)[ _]?(code|naam|name)?[ _]?(20\d\d)?"
)
"""Where a table says in which neighbourhood something lies; CBS puts the year behind it."""
BARE_CODE = re.compile(r"[0-9]{1,4}[0-9A-Z]{4}")
"""A code of a neighbourhood as CBS writes it beside postcodes: without BU and the noughts after it.
"""
MOST_STREETS = 300_000
"""More than the largest town has."""

PLACES_CALLED = pick(Place.code, Place.folded, Place.kind).order_by(col(Place.year))
STREETS_DROP = delete(Street).where(Street.kind == bindparam("kind"))
STREET_ADD = insert(Street).on_conflict_do_nothing()


@dataclass(frozen=True, slots=True)
class StreetRow:
    """One row of a table: the number of the row, what lies somewhere, and where."""

    number: int
    kind: str
    name: str
    place: str


@dataclass(slots=True)
class StreetsAdded:
    """How many streets and postcodes there are now, and the rows that were passed over."""

    streets: int = 0
    postcodes: int = 0
    passed: list[StreetRow] = field(default_factory=list)


def has_streets(headings: list[str]) -> bool:
    """True if a table with these headings tells in which place streets or postcodes lie."""
    street, postcode, place = _columns(headings)
    return place is not None and not (street is None and postcode is None)


def read_streets(headings: list[str], rows: Iterable[tuple[int, list[str]]]) -> list[StreetRow]:
    """Read a table of streets, of postcodes, or of both; what stands there twice is told once."""
    street, postcode, place = _columns(headings)
    kinds = [(STREET, street), (POSTCODE, postcode)]
    found: dict[tuple[str, str, str], StreetRow] = {}
    for number, cells in rows:
        where = _cell(cells, place)
        for kind, column in kinds:
            name = _cell(cells, column)
            if name:
                found.setdefault((kind, name, where), StreetRow(number, kind, name, where))
    return list(found.values())


def replace_streets(unit: Unit, *, rows: Sequence[StreetRow]) -> StreetsAdded:
    """Store a list in place of the one before it; refuses one of which no row can be used.

    A list of streets leaves the postcodes as they are, and the other way round.
    """
    places = _known(unit)
    result, stored = StreetsAdded(), dict[tuple[str, str], dict[str, str]]()
    for row in rows:
        code, folded = places.code(row.place), _folded(row)
        if code is None or not folded:
            result.passed.append(row)
            continue
        start = folded[:4] if row.kind == POSTCODE else start_of(folded)
        stored[folded, code] = {
            "kind": row.kind,
            "folded": folded,
            "start": start,
            "name": row.name.upper() if row.kind == POSTCODE else row.name,
            "code": code,
        }
    if not stored:
        first = rows[0].place if rows else ""
        raise Refusal("refusal-streets-none", given=first)
    if len(stored) > MOST_STREETS:
        raise Refusal("refusal-streets-many", most=MOST_STREETS)
    for kind in {one["kind"] for one in stored.values()}:
        unit.run(STREETS_DROP, {"kind": kind})
    unit.run(STREET_ADD, list(stored.values()))
    result.streets = _count(stored, STREET)
    result.postcodes = _count(stored, POSTCODE)
    return result


@dataclass(frozen=True, slots=True)
class _Known:
    """The codes of all places, and the code of each name that only one place has."""

    codes: set[str]
    named: Mapping[str, str]

    def code(self, given: str) -> str | None:
        """Return the code of the place that a row names; None if there is none, or several."""
        code = given.upper()
        if BARE_CODE.fullmatch(code):
            code = f"BU{code:0>8}"
        if place_kind(code) is not None:
            return code if code in self.codes else None
        return self.named.get(alike(given))


def _known(unit: Unit) -> _Known:
    codes: set[str] = set()
    named: dict[str, set[str]] = {}
    for code, folded, kind in unit.run(PLACES_CALLED):
        codes.add(code)
        if kind != "municipality":
            named.setdefault(folded, set()).add(code)
    return _Known(codes, {name: min(of) for name, of in named.items() if len(of) == 1})


def _folded(row: StreetRow) -> str:
    if len(row.name) > LONGEST_PLACE:
        return ""
    if row.kind == STREET:
        return folded_street(row.name)
    found = POSTCODE_FORM.fullmatch(row.name)
    return folded_postcode(found[1], found[2]) if found else ""


def _count(stored: Mapping[tuple[str, str], Mapping[str, str]], kind: str) -> int:
    return len({one["folded"] for one in stored.values() if one["kind"] == kind})


def _columns(headings: list[str]) -> tuple[int | None, int | None, int | None]:
    """Return the columns of the street, the postcode and the place."""
    known = [alike(heading) for heading in headings]
    street, postcode = (
        next((known.index(name) for name in names if name in known), None)
        for names in (STREET_COLUMNS, POSTCODE_COLUMNS)
    )
    places = (at for at, heading in enumerate(known) if PLACE_COLUMN.fullmatch(heading))
    return street, postcode, next(places, None)


def _cell(cells: Sequence[str], column: int | None) -> str:
    given = cells[column] if column is not None and column < len(cells) else ""
    return clean(given, None)
