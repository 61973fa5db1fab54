"""The columns of the table in which staff write opportunities, and how each is read.

A fact is called here as it is everywhere, and that of an item by its number too. Examples stand in
`exchange-hint`, an attribute per column.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from content.fluent import languages
from content.texts import Texts
from outreach.clean import alike
from outreach.exchange.findings import ImportFinding
from outreach.exchange.table.sheets import number_text
from outreach.opportunities.facts import FACTS, FIRST, ITEMS, MOST_ITEMS, TENDER_ID, Fact
from outreach.opportunities.questions import all_questions, answer_fact
from outreach.opportunities.readers import Misfit, typed

KEY = TENDER_ID.name
NUMBER = re.compile(r"-?[0-9]{1,16}(,[0-9]+)?")
COUNTED = re.compile(r"(?<![0-9])[1-9][0-9]{0,3}(?![0-9])")
"""The number of an item in a heading."""
ONE_PERCENT = "1%"
"""A weight of 1 as we write it: a workbook stores 100% as the number 1 too."""
HELD_OTHERWISE = ("translations", "checklist", "items")
"""Kinds of facts that no single cell holds; of translations a table has none."""
PLAIN = {fact.name: fact for fact in (TENDER_ID, *FACTS) if fact.kind not in HELD_OTHERWISE}
LISTED = {
    name: {
        fact.name: fact for fact in facts if fact.kind not in HELD_OTHERWISE and fact.name != "key"
    }
    for name, facts in ITEMS.items()
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a fact, an answer of the checklist, or a fact of the numbered item of a list."""

    fact: str
    among: str = ""
    number: int = 0

    @property
    def of(self) -> Fact:
        """The fact that says how its cells are read."""
        if self.among == "checklist":
            return answer_fact(self.fact)
        return (LISTED[self.among] if self.among else PLAIN)[self.fact]

    @property
    def key(self) -> str:
        """The attribute of its example."""
        return f"{self.among}-{self.fact}".strip("-").replace("_", "-")

    def heading(self, texts: Texts, language: str) -> str:
        """What people call it."""
        if self.among == "checklist":
            return texts.name("checklist", self.fact, language)
        fact = texts.text("commands-column", language, self.of.heading.replace("_", "-"))
        if not self.among:
            return fact
        item = texts.text("commands-one", language, self.among)
        known = "item" if self.fact == FIRST[self.among] else "fact"
        return texts.text(
            "exchange-column", language, known, item=item, number=self.number, fact=fact
        )


def all_columns(items: int) -> Iterator[Column]:
    """Every column, with room for so many items in each list."""
    yield from (Column(fact) for fact in PLAIN)
    yield from (Column(key, "checklist") for key in all_questions())
    for among, facts in LISTED.items():
        yield from (Column(fact, among, number) for number in range(1, items + 1) for fact in facts)


def by_heading(texts: Texts) -> Callable[[str], Column | None]:
    """Return what finds a column by its heading in any language, or by the name of its fact."""
    known = {alike(column.fact): column for column in all_columns(0)}
    for column in all_columns(1):
        known |= {alike(column.heading(texts, language)): column for language in languages()}

    def find(heading: str) -> Column | None:
        heading = alike(heading)
        column, number = known.get(heading), COUNTED.search(heading)
        if column is not None or number is None or int(number[0]) > MOST_ITEMS:
            return column
        first = known.get(COUNTED.sub("1", heading, count=1))
        return replace(first, number=int(number[0])) if first and first.number else None

    return find


def cell_reader(texts: Texts, zone: ZoneInfo) -> Callable[[Column, str], Any]:
    """Return the function that reads a cell; it raises WrongCell, which says how to mend it."""

    # A column of a long table says the same few words.
    @cache
    def code(codelist: str, word: str) -> str | None:
        return None if codelist == "language" else texts.code(codelist, alike(word))

    def read(column: Column, cell: str) -> Any:
        try:
            return typed(column.of, cell, zone=zone, code=code)
        except Misfit as misfit:
            raise _wrong(texts, column.of, cell, misfit) from None

    return read


def as_typed(column: Column, cell: str) -> str:
    """Return a workbook's value as somebody would have typed it.

    A workbook stores a percentage as a share, and a sum with more decimals. Raises WrongCell for a
    weight of 1, which may mean 1% or 100%.
    """
    if not NUMBER.fullmatch(cell):
        return cell
    value = Decimal(cell.replace(",", "."))
    if column.of.kind == "money":
        return str(value.quantize(Decimal("0.01"))).replace(".", ",")
    if column.fact == "weight" and value == 1:
        raise WrongCell("exchange-cell-one", {})
    if column.fact == "weight" and 0 < value < 1:
        return number_text(float(value * 100))
    return cell


class WrongCell(Exception):
    """A cell that cannot be read; `key` and `facts` say how to mend it."""

    def __init__(self, key: str, facts: dict[str, object]) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts

    def finding(self, row: int, heading: str) -> ImportFinding:
        """The finding at its row and column."""
        return ImportFinding(self.key, str(row), heading, self.facts)


def _wrong(texts: Texts, fact: Fact, cell: str, misfit: Misfit) -> WrongCell:
    facts: dict[str, object] = {"given": cell[:60]}
    match misfit.reason:
        case "long" | "many":
            return WrongCell(
                "exchange-cell-too-long",
                facts | {"count": misfit.facts["given"], "most": misfit.facts["most"]},
            )
        case "year":
            return WrongCell("exchange-cell-year", facts)
        case "range":
            return WrongCell(f"exchange-cell-{fact.kind}-beyond", facts | misfit.facts)
    if fact.codes:
        facts["allowed"] = [
            texts.name(fact.codelist, code, texts.languages[0]) for code in fact.codes
        ]
    return WrongCell(f"exchange-cell-{fact.kind}", facts)
