"""How one value is read that staff type: each kind refuses what does not fit, with an
example, and tells the help.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from content.texts import language_meant
from outreach.clean import clean
from outreach.commands.terminal import Printer
from outreach.commands.words import code_meant, names
from outreach.exchange.notation import (
    read_amount,
    read_date,
    read_deadline,
    read_start,
    read_yes_no,
)
from outreach.exchange.opened import read_text
from outreach.opportunities.limits import LONGEST_ANSWER, MOST_CENTS
from outreach.refusal import Refusal

MONEY = re.compile(
    r"(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+)(?:[.,][0-9]{2})?"
)
"""Dots or commas part thousands only where three digits follow each: 1.2.3 is no amount."""
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LONGEST_NAME = 120
"""Letters of the name of a field, with the number and the word behind its dots."""
YEARS = range(1900, 2200)
T = TypeVar("T")
Day = TypeVar("Day", bound=date)
Read = Callable[[str, str, Printer], Any]
"""Reads a value: the name that was typed, the value, and the line it stands on."""


@dataclass(frozen=True, slots=True)
class Field:
    """What can be set: how it is read, what the help says that it takes, and
    the fact that it becomes.
    """

    read: Read
    takes: str
    facts: Mapping[str, object] = field(default_factory=dict)
    codes: tuple[str, Sequence[str]] | None = None
    stored: str = ""
    under: "Mapping[str, Field]" = field(default_factory=dict)
    """What each of its items takes, where it is a list of them."""

    def taken(self, terminal: Printer) -> str:
        """Say what it takes, with the names there are to choose from."""
        chosen = {"names": names(terminal, *self.codes)} if self.codes else {}
        return terminal.text("commands-takes", self.takes, **self.facts, **chosen)


def of_fields(*tables: Mapping[str, Field]) -> Callable[[Any], Any]:
    """Give the reader of a parameter that takes `field=value`; the help then lists the fields."""

    def read(given: Any) -> Any:
        return given

    # Typer takes a plain function only; the help reads from it which fields there are.
    fields = {name: asked for table in tables for name, asked in table.items()}
    read.fields = fields  # type: ignore[attr-defined]
    return read


def text(most: int, example: str = "") -> Field:
    """A text of at most so many characters; with an example it may not be empty."""

    def read(name: str, given: str, terminal: Printer) -> str:
        if example and not given:
            raise wrong(name, given, example)
        return bounded(name, given, most)

    return Field(read, "text", {"most": most})


def code(codelist: str, among: Sequence[str] = ()) -> Field:
    """One code, by its own name or by what people call it; nothing where it is emptied."""

    def read(name: str, given: str, terminal: Printer) -> str | None:
        return code_meant(terminal, codelist, given, among) if given else None

    return Field(read, "code", codes=(codelist, among))


def codes(codelist: str, among: Sequence[str] = ()) -> Field:
    """Codes with commas between them."""

    def read(name: str, given: str, terminal: Printer) -> list[str]:
        return [code_meant(terminal, codelist, item, among) for item in listed(given)]

    return Field(read, "codes", codes=(codelist, among))


def several(takes: str) -> Field:
    """Names with commas between them; what they are is known further on."""
    return Field(lambda name, given, terminal: listed(given), takes)


def language_named(name: str, given: str) -> str:
    """Read a language by its code or by what it is called: nl, Nederlands, Dutch."""
    code = given if LANGUAGE.fullmatch(given) else language_meant(given)
    if code is None:
        raise wrong(name, given, "nl")
    return code


LANGUAGE_NAME = Field(lambda name, given, terminal: language_named(name, given), "language")
LANGUAGE_NAMES = Field(
    lambda name, given, terminal: [language_named(name, item) for item in listed(given)],
    "languages",
)


def spoken(given: str | None) -> str | None:
    """Read a parameter that takes a language."""
    return None if given is None else language_named("--language", given)


def number(low: int, high: int, example: int) -> Field:
    """A whole number between two others; None where it is emptied."""

    def read(name: str, given: str, terminal: Printer) -> int | None:
        if not given:
            return None
        if not re.fullmatch(r"[0-9]{1,4}", given) or not low <= int(given) <= high:
            raise wrong(name, given, str(example))
        return int(given)

    return Field(read, "number", {"low": low, "high": high})


def required(asked: Field, example: str) -> Field:
    """The same field, which may not be emptied."""

    def read(name: str, given: str, terminal: Printer) -> Any:
        if not given:
            raise wrong(name, given, example)
        return asked.read(name, given, terminal)

    return Field(read, asked.takes, asked.facts, asked.codes, asked.stored)


def pattern(form: str, takes: str, example: str) -> Field:
    """A text of one form."""

    def read(name: str, given: str, terminal: Printer) -> str:
        if not re.fullmatch(form, given):
            raise wrong(name, given, example)
        return given

    return Field(read, takes)


def money(stored: str) -> Field:
    """An amount in euro, kept in cents: 1.234,56 or 1234.56 or € 1.234."""
    return Field(read_money, "money", stored=stored)


def read_money(name: str, given: str, terminal: Printer) -> int | None:
    """Read an amount in euro into cents; None where it is emptied."""
    if given and not MONEY.fullmatch(given.removeprefix("€").strip()):
        raise wrong(name, given, "1.234,56")
    amount = _read(name, given, "1.234,56", read_amount)
    if amount is not None and amount > MOST_CENTS:
        raise wrong(name, given, "1.234,56")
    return amount


def read_day(name: str, given: str, terminal: Printer) -> date | None:
    """Read 31-12-2026, 2026-12-31 or 31 december 2026."""
    return _near(name, given, _read(name, given, "31-12-2026", read_date))


def read_end(name: str, given: str, terminal: Printer) -> datetime | None:
    """Read a day as its last second where people live, or a day with a time: 31-12-2026 17:00."""
    return _near(
        name,
        given,
        _read(name, given, "31-12-2026", lambda typed: read_deadline(typed, terminal.zone)),
    )


def read_begin(name: str, given: str, terminal: Printer) -> datetime | None:
    """Read a day as its first second where people live, or a day with a time."""
    return _near(
        name,
        given,
        _read(name, given, "31-12-2026", lambda typed: read_start(typed, terminal.zone)),
    )


def read_answer(name: str, given: str, terminal: Printer) -> bool | None:
    """Read yes or no, in both languages; None where it is emptied."""
    return _read(name, given, "ja", read_yes_no)


DAY, END, ANSWER = Field(read_day, "day"), Field(read_end, "end"), Field(read_answer, "answer")


def typed(pair: str, longest: int) -> tuple[str, str]:
    """Part what was typed as `field=value`, both of them cleaned."""
    name, equals, value = pair.partition("=")
    if not equals:
        raise Refusal("refusal-pair", given=clean(pair, 80))
    # Cut in silence, the name of another field may be left: `criterium.1…1.gewicht`.
    name = clean(name, LONGEST_NAME + 1)
    if len(name) > LONGEST_NAME:
        raise Refusal("refusal-name-long", given=name[:80], most=LONGEST_NAME)
    return name, clean(value, longest)


def kept(given: str) -> str:
    """Give a text that was typed, or the one of the file that it names:
    `@brief.txt`, in any encoding.
    """
    if not given.startswith("@"):
        return given
    return read_text(Path(given[1:]).expanduser())


def listed(given: str) -> list[str]:
    """Take apart what stands with commas between it."""
    return [item.strip() for item in given.split(",") if item.strip()]


def bounded(name: str, given: str, most: int) -> str:
    """Refuse a text that is too long: cut in silence, nobody would miss
    its end before residents do.
    """
    if len(given) > most:
        raise Refusal("refusal-long", field=name, given=len(given), most=most)
    return given


def whole(name: str, given: str, most: int) -> str:
    """Clean a text of ours that people will read, or that of the file that it names;
    refuses one that is too long.
    """
    given = kept(given)
    return bounded(name, clean(given, len(given) + 1), most)


def message_of(terminal: Printer, given: str) -> str:
    """Read what a colleague writes to somebody; refuses an empty text, and one that is too long."""
    said = whole(terminal.heading("text"), given, LONGEST_ANSWER)
    if not said:
        raise Refusal("refusal-empty")
    return said


def wrong(name: str, given: str, example: str) -> Refusal:
    """Refuse a value, showing one that fits."""
    return Refusal("refusal-value", field=name, given=given[:80], example=f"{name}={example}")


def _read(name: str, given: str, example: str, read: Callable[[str], T]) -> T | None:
    """Read a value that may be empty; refuses what cannot be read, showing how it can."""
    try:
        return read(given) if given else None
    except (ValueError, OverflowError):
        raise wrong(name, given, example) from None


def _near(name: str, given: str, found: Day | None) -> Day | None:
    """Refuse a year that nobody means: at the edges of the calendar a moment
    has no place in every zone.
    """
    if found is not None and found.year not in YEARS:
        raise wrong(name, given, "31-12-2026")
    return found
