"""Rows of a table in groups: new ones are stored in few statements, unchanged ones are skipped.

If a group fails because one row does not fit, `rows` saves its rows one by one.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from outreach.exchange.stored import facts_of_many
from outreach.exchange.table.rows import Row, listed_facts, news_of, require_whole
from outreach.opportunities.edit import make_opportunity
from outreach.opportunities.numbers import find_numbers
from outreach.opportunities.place import (
    NamedPlace,
    joined,
    lies_in,
    look_up,
    the_place,
)
from outreach.refusal import Refusal
from outreach.store.unit import Unit

Kind = Literal["new", "same", "draft", "public", "wrong"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a row compares with the store, and which of its places lie outside the municipality.

    A changed row is about a draft, or about the `opportunity` that is or was public. A row with
    something `wrong` does not fit in the store.
    """

    kind: Kind
    elsewhere: list[str]
    opportunity: int | None = None
    wrong: list[Refusal] = field(default_factory=list)


def standing_of(unit: Unit, *, rows: Sequence[Row], home: str) -> list[Standing]:
    """Return for each row if it is new, changes nothing, or has to be handled by itself."""
    known = find_numbers(unit, numbers=[row.tender_id for row in rows])
    places = look_up(
        unit, names=sorted({name for row in rows for name in row.facts.get("places", ())})
    )
    codes = {name: found[0].code for name, found in places.items() if len(found) == 1}
    outside = {name for name, code in codes.items() if not lies_in(code, home)}
    stored = facts_of_many(unit, opportunities=sorted(set(known.values())))
    standings = []
    for row in rows:
        elsewhere, found = (
            [n for n in row.facts.get("places", ()) if n in outside],
            known.get(row.tender_id),
        )
        wrong = _wrong(row, places, new=found is None)
        kind: Kind = (
            "wrong" if wrong or row.wrong else _kind(row, stored[found], codes) if found else "new"
        )
        standings.append(Standing(kind, elsewhere, found, wrong))
    return standings


def with_whole_places(unit: Unit, *, rows: Sequence[Row]) -> list[Row]:
    """Return rows with whole place names, if a comma in a name has split it."""
    return [
        replace(row, facts=row.facts | {"places": joined(unit, names=row.facts["places"])})
        if len(row.facts.get("places", ())) > 1
        else row
        for row in rows
    ]


def add_rows(unit: Unit, *, rows: Sequence[Row], ocid_prefix: str) -> None:
    """Store new rows as drafts; refuses all of them if one does not fit or exists by now."""
    numbers = [
        number for row in rows for number in (row.tender_id, f"{ocid_prefix}-{row.tender_id}")
    ]
    taken = find_numbers(unit, numbers=numbers)
    for row in rows:
        require_whole(row.tender_id, row.facts, new=True)
        ocid = f"{ocid_prefix}-{row.tender_id}"
        if row.tender_id in taken or ocid in taken:
            raise Refusal("refusal-tender-id-taken", given=row.tender_id)
        make_opportunity(
            unit,
            tender_id=row.tender_id,
            ocid=ocid,
            facts=listed_facts(row.facts),
            said=[*row.facts],
        )


def _kind(row: Row, stored: dict[str, Any], codes: Mapping[str, str]) -> Kind:
    with suppress(Refusal):
        require_whole(row.tender_id, row.facts)
        if not news_of(row.facts, stored, codes):
            return "same"
    return "public" if stored["version"] else "draft"


def _wrong(row: Row, places: Mapping[str, Sequence[NamedPlace]], *, new: bool) -> list[Refusal]:
    """Return all refusals of a row at once, so that people can mend them together."""
    wrong = []
    if new and row.tender_id and not row.facts.get("title"):
        wrong.append(Refusal("exchange-title-missing", given=row.tender_id))
    for name in row.facts.get("places", ()):
        try:
            the_place(name, places[name])
        except Refusal as refusal:
            wrong.append(refusal)
    return wrong
