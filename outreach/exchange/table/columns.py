"""The columns of the table in which staff write opportunities, and how each is read.

Headings and examples stand in `content/`: `exchange-column` and
`exchange-hint`, an attribute per column.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from content.texts import Money, Texts
from outreach.clean import alike, clean
from outreach.exchange.findings import ImportFinding
from outreach.exchange.notation import FarOff, read_amount, read_date, read_deadline, read_yes_no
from outreach.exchange.table.sheets import number_text
from outreach.opportunities import codes
from outreach.opportunities.checks import checklist
from outreach.opportunities.edit import CODED as FACTS_CODED
from outreach.opportunities.limits import LONGEST, LONGEST_ANSWER, MOST_CENTS, MOST_DAYS

KEY = "tender_id"
MOST = 20
"""So many parts, requirements and criteria are read; the template has room for three."""

NUMBER = re.compile(r"-?[0-9]{1,16}(,[0-9]+)?")
WHOLE = re.compile(r"[+]?([0-9]{1,9})\s*%?")
SHORT, LONG = 300, 20_000
CODED = FACTS_CODED | {"kinds": ("party", codes.PARTY_KINDS)}
KINDS = {
    "description": "long",
    "summary": "long",
    "text": "long",
    "alternative": "long",
    "direction": "code",
    "origin": "code",
    "arrangement": "code",
    "municipality_role": "code",
    "contributions": "codes",
    "themes": "codes",
    "kinds": "codes",
    "places": "names",
    "cooperation": "yes-no",
    "questions_until": "deadline",
    "answers_until": "deadline",
    "starts_on": "date",
    "value_cents": "amount",
    "budget_cents": "amount",
    "answer_days": "number",
    "weight": "number",
}
FACTS = (
    KEY,
    "title",
    "summary",
    "description",
    "direction",
    "arrangement",
    "municipality_role",
    "contributions",
    "cooperation",
    "themes",
    "places",
    "questions_until",
    "answers_until",
    "starts_on",
    "duration",
    "value_cents",
    "currency",
    "official",
    "answer_days",
    "origin",
    "language",
)
LISTS = {
    "parts": ("title", "description", "budget_cents", "say"),
    "requirements": ("text", "kinds", "alternative"),
    "criteria": ("text", "weight"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a fact, an answer of the checklist, or a fact of the numbered item of a list."""

    fact: str
    among: str = ""
    number: int = 0

    @property
    def kind(self) -> str:
        """How its cells are read."""
        return "long" if self.among == "checklist" else KINDS.get(self.fact, "short")

    @property
    def key(self) -> str:
        """The attribute of its heading."""
        return f"{self.among}-{self.fact}".strip("-").replace("_", "-")

    def heading(self, texts: Texts, language: str) -> str:
        """What people call it."""
        if self.among == "checklist":
            return texts.name("checklist", self.fact, language)
        facts = {"number": self.number} if self.number else {}
        return texts.text("exchange-column", language, self.key, **facts)


def all_columns(items: int) -> Iterator[Column]:
    """Every column, with room for so many items in each list."""
    yield from (Column(fact) for fact in FACTS)
    yield from (Column(key, "checklist") for key in checklist("combined"))
    for among, facts in LISTS.items():
        yield from (Column(fact, among, number) for number in range(1, items + 1) for fact in facts)


def by_heading(texts: Texts) -> dict[str, Column]:
    """Find a column by its heading in any language, or by the name of its fact."""
    found = {alike(column.fact): column for column in all_columns(0)}
    for column in all_columns(MOST):
        found |= {alike(column.heading(texts, language)): column for language in texts.languages}
    return found


def cell_reader(texts: Texts, zone: ZoneInfo) -> Callable[[Column, str], Any]:
    """Give the function that reads a cell; it raises WrongCell, which says how to mend it."""
    known: dict[tuple[str, str], str] = {}

    def code(fact: str, word: str) -> str:
        """The code that a word names; looked up once, as a column of a long
        table says the same few words.
        """
        if (fact, word) not in known:
            codelist, among = CODED[fact]
            found = texts.code(codelist, alike(word))
            if found not in among:
                raise KeyError(word)
            known[fact, word] = found
        return known[fact, word]

    def read(column: Column, cell: str) -> Any:
        facts: dict[str, object] = {"given": cell[:60]}
        if column.fact in CODED:
            codelist, among = CODED[column.fact]
            facts["allowed"] = [texts.name(codelist, code, texts.languages[0]) for code in among]
        try:
            return _read(column, cell, zone, code)
        except FarOff:
            raise WrongCell("exchange-cell-year", facts) from None
        except BeyondLimit as beyond:
            raise WrongCell(beyond.key, facts | beyond.facts) from None
        except (ValueError, KeyError):
            raise WrongCell(f"exchange-cell-{column.kind}", facts) from None

    return read


def as_typed(column: Column, cell: str) -> str:
    """Give a workbook's value as somebody would have typed it: a percentage is a share
    there, a sum has more figures.

    Raises WrongCell for a weight of 1, which may be 1% and may be the whole.
    """
    if not NUMBER.fullmatch(cell):
        return cell
    value = Decimal(cell.replace(",", "."))
    if column.kind == "amount":
        return str(value.quantize(Decimal("0.01"))).replace(".", ",")
    if column.fact == "weight" and value == 1:
        raise WrongCell("exchange-cell-one", {})
    if column.fact == "weight" and 0 < value < 1:
        return number_text(float(value * 100))
    return cell


class BeyondLimit(ValueError):
    """A cell that can be read, and holds more or less than a fact may; `key`
    and `facts` name the limit.
    """

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


class WrongCell(Exception):
    """A cell that cannot be read; `key` and `facts` say how to mend it."""

    def __init__(self, key: str, facts: dict[str, object]) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts

    def finding(self, row: int, heading: str) -> ImportFinding:
        """The finding at its row and column."""
        return ImportFinding(self.key, str(row), heading, self.facts)


def _read(column: Column, cell: str, zone: ZoneInfo, code: Callable[[str, str], str]) -> Any:
    match column.kind:
        case "code":
            return code(column.fact, cell)
        case "codes":
            return [code(column.fact, name) for name in _split(cell)]
        case "names":
            return _split(cell)
        case "yes-no":
            return read_yes_no(cell)
        case "deadline":
            return read_deadline(cell, zone)
        case "date":
            return read_date(cell)
        case "amount":
            return _amount(cell)
        case "number":
            return _number(column.fact, cell)
    return _text(column, cell)


def _text(column: Column, cell: str) -> str:
    longest = _longest(column)
    text = clean(cell, len(cell))
    if len(text) > longest:
        raise BeyondLimit("exchange-cell-too-long", count=len(text), most=longest)
    if column.fact in ("currency", "language"):
        text = text.upper() if column.fact == "currency" else text.lower()
    if column.fact == "currency" and not re.fullmatch("[A-Z]{3}", text):
        raise ValueError(cell)
    if column.fact == "language" and not re.fullmatch("[a-z]{2,3}", text):
        raise ValueError(cell)
    return text


def _longest(column: Column) -> int:
    most = LONG if column.kind == "long" else SHORT
    if column.among:
        return LONGEST_ANSWER if column.among == "checklist" else most
    return LONGEST.get(column.fact, most)


def _amount(cell: str) -> int:
    cents = read_amount(cell)
    if not 0 <= cents <= MOST_CENTS:
        raise BeyondLimit("exchange-cell-amount-beyond", most=Money(MOST_CENTS))
    return cents


def _number(fact: str, cell: str) -> int:
    given = WHOLE.fullmatch(cell.strip())
    if given is None:
        raise ValueError(cell)
    number = int(given[1])
    if not (0 if fact == "weight" else 1) <= number <= (100 if fact == "weight" else MOST_DAYS):
        raise ValueError(cell)
    return number


def _split(cell: str) -> list[str]:
    return [clean(name, SHORT) for name in re.split(r"[,;|\n]", cell) if clean(name, SHORT)]
