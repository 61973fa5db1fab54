"""The table in which staff write opportunities: empty to fill in, or with what is stored."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from content.texts import Texts
from outreach.exchange.stored import facts_of_many
from outreach.exchange.table.columns import KEY, LISTED, ONE_PERCENT, Column, all_columns
from outreach.exchange.table.writing import Page
from outreach.opportunities.place import find_places, look_up
from outreach.store.unit import Unit

ITEMS = 3
COMMENT = "#"
"""A row whose kenmerk begins with this is never imported."""
KINDS: dict[str, type] = {
    "money": Decimal,
    "day": date,
    "deadline": date,
    "text": str,
    "places": str,
    "codes": str,
    "currency": str,
    "language": str,
}
"""Of which kind the cells of a column are in a table to fill in; a number that
begins with 0 is no number.
"""


def template(texts: Texts, language: str) -> Page:
    """Return the table to fill in: headings, an example row, and what can be chosen."""
    columns = list(all_columns(ITEMS))
    kinds = [column.of.kind for column in columns]
    choices = {place: _choices(texts, language, column) for place, column in enumerate(columns)}
    return Page(
        texts.text("commands-sheet", language, "opportunities"),
        [column.heading(texts, language) for column in columns],
        [[_hint(texts, language, column) for column in columns]],
        {place: names for place, names in choices.items() if names},
        {place: KINDS[kind] for place, kind in enumerate(kinds) if kind in KINDS},
    )


def opportunities_page(
    unit: Unit, *, opportunities: Sequence[int], texts: Texts, language: str
) -> Page:
    """Return opportunities as a table that changes nothing when it is read again."""
    found = facts_of_many(unit, opportunities=opportunities)
    facts = [found[number] for number in opportunities if number in found]
    items = max((len(each[name]) for each in facts for name in LISTED), default=0)
    columns = list(all_columns(max(items, ITEMS)))
    places = _place_names(unit, sorted({code for each in facts for code in each["places"]}))
    rows = [
        [_cell(texts, language, column, _value(each, column), places) for column in columns]
        for each in facts
    ]
    name = texts.text("commands-sheet", language, "opportunities")
    return Page(name, [column.heading(texts, language) for column in columns], rows)


def _choices(texts: Texts, language: str, column: Column) -> list[str]:
    fact = column.of
    if fact.codes:
        return [texts.name(fact.codelist, code, language) for code in fact.codes]
    yes_no = ("yes", "no") if fact.kind == "yes-no" else ()
    return [texts.text("commands-answer", language, answer) for answer in yes_no]


def _hint(texts: Texts, language: str, column: Column) -> str:
    asked = "choice" if column.of.codes else "checklist"
    attribute = asked if column.among == "checklist" else column.key
    hint = texts.text("exchange-hint", language, attribute)
    return f"{COMMENT} {hint}" if column.fact == KEY else hint


def _place_names(unit: Unit, codes: Sequence[str]) -> dict[str, str]:
    """Return the name of each place, or its code if the name is ambiguous or has a comma."""
    names = {place.code: place.name for place in find_places(unit, names=list(codes))}
    found = look_up(unit, names=sorted(set(names.values())))
    alone = {
        code for code, name in names.items() if [place.code for place in found[name]] == [code]
    }
    return {
        code: name if code in alone and "," not in name else code for code, name in names.items()
    }


def _value(facts: dict[str, Any], column: Column) -> Any:
    if column.among == "checklist":
        return facts["checklist"].get(column.fact)
    if not column.among:
        return facts[column.fact]
    items = facts[column.among]
    return items[column.number - 1][column.fact] if column.number <= len(items) else None


def _cell(texts: Texts, language: str, column: Column, value: Any, places: dict[str, str]) -> Any:
    """A fact as its column takes it."""
    match column.of.kind:
        case _ if value is None or value == "" or value == []:
            return None
        case "code":
            return texts.name(column.of.codelist, value, language)
        case "codes":
            return ", ".join(texts.name(column.of.codelist, code, language) for code in value)
        case "places":
            return ", ".join(places.get(code, code) for code in value)
        case "yes-no":
            return texts.text("commands-answer", language, "yes" if value else "no")
        case "money":
            return Decimal(value).scaleb(-2)
        case "number" if column.fact == "weight" and value == 1:
            return ONE_PERCENT
    return value
