"""A place: a CBS code with its year. Codes hold letters too, and StatLine pads them with spaces."""

import re

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, UniqueConstraint, col, func, select

from outreach.store.columns import NUMBERED
from outreach.store.errors import Refusal
from outreach.store.unit import Unit

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


def find_places(unit: Unit, *, names: list[str]) -> list[Place]:
    """Find places by code or by name, in their newest year; refuses one that is not known."""
    return [_find_place(unit, name.strip()) for name in names]


def _find_place(unit: Unit, name: str) -> Place:
    same = (Place.code == name) if place_kind(name) else (func.lower(Place.name) == func.lower(name))
    place = unit.session.exec(select(Place).where(same).order_by(col(Place.year).desc(), col(Place.id))).first()
    if place is None:
        raise Refusal("refusal-place-unknown", given=name)
    return place
