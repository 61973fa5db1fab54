"""A place: a CBS code with its year. Codes hold letters too, and StatLine pads them with spaces."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, UniqueConstraint, col

from outreach.clean import alike, clean
from outreach.refusal import Refusal
from outreach.store.among import among
from outreach.store.columns import NUMBERED
from outreach.store.query import pick
from outreach.store.unit import Unit

CODE_COLUMNS = ("code", "gwb_code", "codering_3", "statcode", "key")
NAME_COLUMNS = ("naam", "name", "regio", "statnaam", "title")
COLUMNS = (CODE_COLUMNS, NAME_COLUMNS)
MOST_WORDS = 3
"""What commas part a name of a place into at most."""
LONGEST_PLACE = 200
"""Letters of the name of a place."""
SHOWN = 10
"""So many codes of places of one name are told; a quarter of all towns has a Centrum."""

FORMS = {
    "municipality": re.compile(r"GM[0-9]{4}"),
    "district": re.compile(r"WK[0-9]{4}[0-9A-Z]{2}"),
    "neighbourhood": re.compile(r"BU[0-9]{4}[0-9A-Z]{4}"),
}


class Place(SQLModel, table=True):
    """A municipality, district or neighbourhood as Statistics Netherlands (CBS) draws it in a year.

    `folded` is the name as names are compared: no database folds the case of all letters by itself.
    """

    __table_args__ = (UniqueConstraint("code", "year"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    code: str
    year: int
    name: str
    kind: str
    parent: str | None = None
    folded: str = Field(default="", index=True)


PLACES_BY_NAME_OR_CODE = (
    pick(Place.id, Place.code, Place.year, Place.name, Place.folded)
    .where(among(Place.folded, "names") | among(Place.code, "codes"))
    .order_by(col(Place.year).desc(), col(Place.id))
)

PLACE_PARENTS = pick(Place.id, Place.code, Place.parent)


PLACES_BY_CODE = pick(Place.code, Place.name, Place.year).order_by(Place.code, col(Place.year))
PLACE_ADD = insert(Place)
PLACE_ADD = PLACE_ADD.on_conflict_do_update(
    index_elements=["code", "year"],
    set_={"name": PLACE_ADD.excluded.name, "folded": PLACE_ADD.excluded.folded},
)


def place_kind(code: str) -> str | None:
    """Return the kind of place that a CBS code stands for, or None if it is no such code."""
    return next((kind for kind, form in FORMS.items() if form.fullmatch(code)), None)


def add_places(unit: Unit, *, places: list[dict[str, object]]) -> None:
    """Store places; the same code and year again changes the name."""
    rows = [_row(place) for place in places]
    if rows:
        unit.run(PLACE_ADD, rows)


def has_places(headings: list[str]) -> bool:
    """True if a table with these headings holds codes with their names."""
    return None not in _columns(headings)


def read_places(
    headings: list[str], rows: list[list[str]], *, year: int
) -> list[dict[str, object]]:
    """Read a table of CBS codes with their names, as StatLine and the neighbourhood lists give it.

    Columns that hold something else are passed over; so are rows whose code stands for
    no place (`passed_over`).
    """
    columns = [place for place in _columns(headings) if place is not None]
    if len(columns) < len(COLUMNS):
        raise Refusal(
            "refusal-places-columns", codes=", ".join(CODE_COLUMNS), names=", ".join(NAME_COLUMNS)
        )
    found = [(code, name) for code, name in _pairs(columns, rows) if name and place_kind(code)]
    for code, name in found:
        # What some program put where it could not read a letter: the letter is gone for good.
        if "\ufffd" in name:
            raise Refusal("refusal-place-garbled", given=name, code=code)
    return [
        {"code": code, "year": year, "name": name, "parent": _parent(code)} for code, name in found
    ]


def passed_over(headings: list[str], rows: list[list[str]]) -> list[str]:
    """Return the codes of rows that are no place or have no name: a country, a typing error."""
    columns = [place for place in _columns(headings) if place is not None]
    return [
        code for code, name in _pairs(columns, rows) if code and not (name and place_kind(code))
    ]


def _row(place: Mapping[str, object]) -> dict[str, object]:
    code, name = str(place["code"]).strip(), str(place["name"])
    kind = place_kind(code)
    if kind is None:
        raise Refusal("refusal-place-code", given=code)
    if len(name) > LONGEST_PLACE:
        raise Refusal("refusal-long", field=code, given=len(name), most=LONGEST_PLACE)
    parent = str(place.get("parent") or "").strip() or None
    return {
        "code": code,
        "year": place["year"],
        "name": name,
        "folded": alike(name),
        "parent": parent,
        "kind": kind,
    }


def _pairs(columns: list[int], rows: list[list[str]]) -> list[list[str]]:
    return [
        [clean(row[column], None) if column < len(row) else "" for column in columns]
        for row in rows
    ]


def _columns(headings: list[str]) -> list[int | None]:
    """Return the columns of the codes and of the names."""
    known = [alike(heading) for heading in headings]
    return [next((known.index(name) for name in names if name in known), None) for names in COLUMNS]


def _parent(code: str) -> str | None:
    """The code says what a place is part of: BU0363AD03 is in WK0363AD, and that in GM0363."""
    return {"BU": f"WK{code[2:8]}", "WK": f"GM{code[2:6]}"}.get(code[:2])


class NamedPlace(NamedTuple):
    """A place as it was found by its code or name."""

    id: int
    code: str
    year: int
    name: str


def find_places(unit: Unit, *, names: list[str]) -> list[NamedPlace]:
    """Find places by code or name, in their newest year; refuses an unknown or ambiguous one."""
    whole = joined(unit, names=names)
    found = look_up(unit, names=whole)
    return [the_place(name, found[name]) for name in whole]


def joined(unit: Unit, *, names: Sequence[str]) -> list[str]:
    """Join names that a comma has split: Nuenen, Gerwen en Nederwetten is one place."""
    ends = {
        start: range(min(start + MOST_WORDS, len(names)), start + 1, -1)
        for start in range(len(names))
    }
    runs = {", ".join(names[start:end]) for start in ends for end in ends[start]}
    known = look_up(unit, names=sorted(runs)) if runs else {}
    whole: list[str] = []
    start = 0
    while start < len(names):
        end = next((end for end in ends[start] if known[", ".join(names[start:end])]), start + 1)
        whole.append(", ".join(names[start:end]))
        start = end
    return whole


def look_up(unit: Unit, *, names: Sequence[str]) -> dict[str, list[NamedPlace]]:
    """Return the places of each code or name, in their newest year; a name may have several."""
    wanted = {name: alike(clean(name, None)) for name in names}
    codes = {name: clean(name, None).upper() for name in names}
    rows = unit.run(
        PLACES_BY_NAME_OR_CODE,
        {"names": sorted({*wanted.values()}), "codes": sorted({*codes.values()})},
    )
    by_code: dict[str, NamedPlace] = {}
    by_name: dict[str, dict[str, NamedPlace]] = {}
    for number, code, year, name, folded in rows:
        place = NamedPlace(number, code, year, name)
        by_code.setdefault(code, place)
        by_name.setdefault(folded, {}).setdefault(code, place)
    return {
        name: [by_code[codes[name]]]
        if codes[name] in by_code
        else list(by_name.get(folded, {}).values())
        for name, folded in wanted.items()
    }


def the_place(name: str, places: Sequence[NamedPlace]) -> NamedPlace:
    """Return the one place of a name; refuses none, and several with their codes."""
    if not places:
        raise Refusal("refusal-place-unknown", given=name.strip())
    if len(places) > 1:
        codes = ", ".join(sorted(place.code for place in places)[:SHOWN])
        raise Refusal("refusal-place-many", given=name.strip(), count=len(places), codes=codes)
    return places[0]


def lies_in(code: str, municipality: str) -> bool:
    """True if a place lies in a municipality, or if that is not a CBS code."""
    return place_kind(municipality) != "municipality" or code[2:6] == municipality[2:]


def within(unit: Unit, *, codes: Iterable[str]) -> list[int]:
    """Return the places with these codes, of any year, and all places that lie in them."""
    rows = unit.run(PLACE_PARENTS)
    inside = _reached(codes, [(row.parent, row.code) for row in rows])
    return [row.id for row in rows if row.code in inside]


def around(unit: Unit, *, code: str) -> list[int]:
    """Return the places with a code, of any year, with all places around them and in them."""
    rows = unit.run(PLACE_PARENTS)
    codes = _reached([code], [(row.parent, row.code) for row in rows])
    codes |= _reached([code], [(row.code, row.parent) for row in rows])
    return [row.id for row in rows if row.code in codes]


def nested(places: Iterable[Place]) -> list[tuple[Place, int]]:
    """Each place behind the one it lies in, with how many places it lies in."""
    known = {place.code: place for place in places}
    inside: dict[str | None, list[Place]] = {}
    for place in known.values():
        inside.setdefault(place.parent if place.parent in known else None, []).append(place)

    def walk(parent: str | None, depth: int) -> Iterator[tuple[Place, int]]:
        for place in inside.pop(parent, []):
            yield place, depth
            yield from walk(place.code, depth + 1)

    return list(walk(None, 0))


def _reached(codes: Iterable[str], steps: Sequence[tuple[str | None, str | None]]) -> set[str]:
    """These codes, and all to which steps lead from them."""
    found, before = set(codes), 0
    while len(found) > before:
        before = len(found)
        found |= {to for start, to in steps if start in found and to is not None}
    return found


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place as staff see it."""

    code: str
    name: str
    year: int


def known_places(unit: Unit) -> list[KnownPlace]:
    """Every place, by code."""
    return [KnownPlace(*row) for row in unit.run(PLACES_BY_CODE)]
