"""A place: a CBS code with its year. Codes hold letters too, and StatLine pads them with spaces."""

import csv
import io
import re
from dataclasses import dataclass

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, UniqueConstraint, col, func, select

from outreach.store.columns import NUMBERED
from outreach.store.errors import Refusal
from outreach.store.unit import Unit

CODE_COLUMNS = ("code", "gwb_code", "codering_3", "statcode", "key")
NAME_COLUMNS = ("naam", "name", "regio", "statnaam", "title")
FORMS = {
    "municipality": re.compile(r"GM[0-9]{4}"),
    "district": re.compile(r"WK[0-9]{4}[0-9A-Z]{2}"),
    "neighbourhood": re.compile(r"BU[0-9]{4}[0-9A-Z]{4}"),
}


class Place(SQLModel, table=True):
    """A municipality, district or neighbourhood as Statistics Netherlands (CBS) draws it in a year."""

    __table_args__ = (UniqueConstraint("code", "year"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    code: str
    year: int
    name: str
    kind: str
    parent: str | None = None


def place_kind(code: str) -> str | None:
    """Tell what a CBS code stands for, or None where it is no such code."""
    return next((kind for kind, form in FORMS.items() if form.fullmatch(code)), None)


def add_places(unit: Unit, *, places: list[dict[str, object]]) -> None:
    """Store places with code, year, name and parent; the same code and year again changes the name."""
    table = insert(Place)
    statement = table.on_conflict_do_update(index_elements=["code", "year"], set_={"name": table.excluded.name})
    for place in places:
        code = str(place["code"]).strip()
        kind = place_kind(code)
        if kind is None:
            raise Refusal("refusal-place-code", given=code)
        parent = str(place.get("parent") or "").strip() or None
        values = {"code": code, "year": place["year"], "name": place["name"], "parent": parent}
        unit.connection.execute(statement, values | {"kind": kind})


def read_places(text: str, *, year: int) -> list[dict[str, object]]:
    """Read a table of CBS codes with their names, as StatLine and the neighbourhood lists give it.

    Columns that hold something else are passed over; so are rows whose code stands for no place.
    """
    separator = ";" if text.partition("\n")[0].count(";") else ","
    rows = csv.DictReader(io.StringIO(text), delimiter=separator)
    found = {name.strip().casefold(): name for name in rows.fieldnames or ()}
    columns = [next((found[name] for name in names if name in found), None) for names in (CODE_COLUMNS, NAME_COLUMNS)]
    if None in columns:
        raise Refusal("refusal-places-columns", codes=", ".join(CODE_COLUMNS), names=", ".join(NAME_COLUMNS))
    places = [[(row[column or ""] or "").strip() for column in columns] for row in rows]
    return [
        {"code": code, "year": year, "name": name, "parent": _parent(code)}
        for code, name in places
        if name and place_kind(code)
    ]


def _parent(code: str) -> str | None:
    """The code says what a place is part of: BU0363AD03 is in WK0363AD, and that in GM0363."""
    return {"BU": f"WK{code[2:8]}", "WK": f"GM{code[2:6]}"}.get(code[:2])


def find_places(unit: Unit, *, names: list[str]) -> list[Place]:
    """Find places by code or by name, in their newest year; refuses one that is not known."""
    return [_find_place(unit, name.strip()) for name in names]


def _find_place(unit: Unit, name: str) -> Place:
    same = (Place.code == name) if place_kind(name) else (func.lower(Place.name) == func.lower(name))
    place = unit.session.exec(select(Place).where(same).order_by(col(Place.year).desc(), col(Place.id))).first()
    if place is None:
        raise Refusal("refusal-place-unknown", given=name)
    return place


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place as staff see it."""

    code: str
    name: str
    year: int


def known_places(unit: Unit) -> list[KnownPlace]:
    """Every place, by code."""
    rows = unit.session.exec(select(Place).order_by(Place.code, col(Place.year))).all()
    return [KnownPlace(row.code, row.name, row.year) for row in rows]
