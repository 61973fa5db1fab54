"""Read one value that staff type: each kind refuses what does not fit, with an example.

The help uses the kinds too.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from content.fluent import FIRST
from content.values import language_meant
from outreach.clean import clean
from outreach.commands.terminal import Printer
from outreach.commands.words import code_meant, names
from outreach.exchange.opened import read_text
from outreach.exchange.table.formula import CLEAR, meant_dash
from outreach.opportunities import readers
from outreach.opportunities.facts import LONGEST_ANSWER, Fact, emptied
from outreach.opportunities.readers import LANGUAGE, Misfit, apart
from outreach.refusal import Refusal

LONGEST_NAME = 120
"""Letters of the name of a field, with the number and the word behind its dots."""
EXAMPLES = {
    "text": "Plantsoen Lindenstraat",
    "yes-no": "ja",
    "money": "1.234,56",
    "currency": "EUR",
    "number": "10",
    "day": "31-12-2026",
    "deadline": "31-12-2026",
    "start": "31-12-2026",
    "language": "nl",
}
"""A value that fits, per kind of fact."""
Read = Callable[[str, str, Printer], Any]
"""Reads a value: the name that was typed, the value, and the line it stands on."""


@dataclass(frozen=True, slots=True)
class Field:
    """What can be set: how it is read, what the help says of it, and which fact it becomes."""

    read: Read
    takes: str
    facts: Mapping[str, object] = field(default_factory=dict)
    codes: tuple[str, Sequence[str]] | None = None
    stored: str = ""
    under: "Mapping[str, Field]" = field(default_factory=dict)
    """What each of its items takes, if it is a list of them."""

    def taken(self, printer: Printer) -> str:
        """Return what it accepts, with the names that can be chosen."""
        chosen = {"names": names(printer, *self.codes)} if self.codes else {}
        return printer.text("commands-takes", self.takes, **self.facts, **chosen)


def of_fields(*tables: Mapping[str, Field]) -> Callable[[Any], Any]:
    """Return the reader of a parameter that takes `field=value`; the help then lists the fields."""

    def read(given: Any) -> Any:
        return given

    # Typer takes a plain function only; the help reads from it which fields there are.
    fields = {name: asked for table in tables for name, asked in table.items()}
    read.fields = fields  # type: ignore[attr-defined]
    return read


def of_fact(fact: Fact) -> Field:
    """Return the field in which a fact of an opportunity is typed."""

    def read(name: str, given: str, printer: Printer) -> Any:
        return read_fact(fact, name, given, printer)

    limits = {"most": fact.most, "low": fact.least, "high": fact.most}
    codes = (fact.codelist, fact.codes) if fact.codes else None
    return Field(read, fact.kind, limits, codes, "" if fact.heading == fact.name else fact.name)


def read_fact(fact: Fact, name: str, given: str, printer: Printer) -> Any:
    """Read a fact that was typed under a name; refuses what does not fit, with what would."""

    def code(codelist: str, word: str) -> str | None:
        meant = printer.texts.code
        return _language(word) if codelist == "language" else meant(codelist, word)

    try:
        if not given and fact.needed:
            raise Misfit("kind")
        if not given:
            return emptied(fact)
        return readers.typed(fact, given, zone=printer.zone, code=code)
    except Misfit as misfit:
        raise refused(fact, name, given, misfit, printer) from None


def refused(fact: Fact, name: str, given: str, misfit: Misfit, printer: Printer) -> Refusal:
    """Return the refusal of a value: with its limit, the codes there are, or one that fits."""
    match misfit.reason:
        case "long":
            return Refusal("refusal-long", field=name, **misfit.facts)
        case "many":
            return Refusal("refusal-many", field=name, **misfit.facts)
        case "range":
            return Refusal("refusal-beyond", field=name, given=given[:80], **misfit.facts)
        case "code" if given:
            word, allowed = misfit.facts["given"][:80], names(printer, fact.codelist, fact.codes)
            return Refusal("refusal-code", given=word, allowed=allowed)
    named = printer.value(fact.codes[-1], fact.codelist) if fact.codes else EXAMPLES[fact.kind]
    return wrong(name, given, named)


def code(codelist: str, among: Sequence[str] = ()) -> Field:
    """One code, by its own name or by what people call it; None if it is emptied."""

    def read(name: str, given: str, printer: Printer) -> str | None:
        return code_meant(printer, codelist, given, among) if given else None

    return Field(read, "code", codes=(codelist, among))


def codes(codelist: str, among: Sequence[str] = ()) -> Field:
    """Codes with commas between them."""

    def read(name: str, given: str, printer: Printer) -> list[str]:
        return [code_meant(printer, codelist, item, among) for item in apart(given)]

    return Field(read, "codes", codes=(codelist, among))


def several(takes: str) -> Field:
    """Names with commas between them; what they are is known further on."""
    return Field(lambda name, given, printer: apart(given), takes)


def language_named(name: str, given: str) -> str:
    """Read a language by its code or by what it is called: nl, Nederlands, Dutch."""
    code = _language(given)
    if code is None:
        raise wrong(name, given, FIRST)
    return code


def _language(given: str) -> str | None:
    return given if LANGUAGE.fullmatch(given) else language_meant(given)


LANGUAGE_NAMES = Field(
    lambda name, given, printer: [language_named(name, item) for item in apart(given)],
    "languages",
)


def spoken(given: str | None) -> str | None:
    """Read a parameter that takes a language."""
    return None if given is None else language_named("--language", given)


def number(low: int, high: int, example: int) -> Field:
    """A whole number between two others; None if it is emptied."""

    def read(name: str, given: str, printer: Printer) -> int | None:
        if not given:
            return None
        if not re.fullmatch(r"[0-9]{1,4}", given) or not low <= int(given) <= high:
            raise wrong(name, given, str(example))
        return int(given)

    return Field(read, "number", {"low": low, "high": high})


def pattern(form: str, takes: str, example: str) -> Field:
    """A text of one form."""

    def read(name: str, given: str, printer: Printer) -> str:
        if not re.fullmatch(form, given):
            raise wrong(name, given, example)
        return given

    return Field(read, takes)


END = of_fact(Fact("end", "deadline"))
ANSWER = of_fact(Fact("answer", "yes-no"))
read_begin = of_fact(Fact("at", "start")).read


def typed(pair: str) -> tuple[str, str]:
    """Part what was typed as `field=value`, both of them cleaned.

    A dash alone empties the field, as it does in a cell of a table; with an apostrophe before it it
    is a dash.
    """
    name, equals, value = pair.partition("=")
    if not equals:
        raise Refusal("refusal-pair", given=clean(pair, 80))
    # Cut in silence, the name of another field may be left: `criterium.1…1.gewicht`.
    name = clean(name, None)
    if len(name) > LONGEST_NAME:
        raise Refusal("refusal-name-long", given=name[:80], most=LONGEST_NAME)
    value = clean(value, None)
    return name, "" if value in CLEAR else meant_dash(value)


def kept(given: str) -> str:
    """Return a text that was typed, or that of the file that it names: `@brief.txt`."""
    if not given.startswith("@"):
        return given
    return read_text(Path(given[1:]).expanduser())


def tidy(name: str, given: str, most: int) -> str:
    """Clean a text that was typed; refuses one that is too long."""
    return bounded(name, clean(given, None), most)


def bounded(name: str, given: str, most: int) -> str:
    """Refuse a text that is too long: nobody here would miss its end before residents do."""
    if len(given) > most:
        raise Refusal("refusal-long", field=name, given=len(given), most=most)
    return given


def whole(name: str, given: str, most: int) -> str:
    """Clean a text that was typed, or that of the file that it names; refuses a too long one."""
    return tidy(name, kept(given), most)


def message_of(printer: Printer, given: str) -> str:
    """Read what a colleague writes to somebody; refuses an empty text, and one that is too long."""
    said = whole(printer.heading("text"), given, LONGEST_ANSWER)
    if not said:
        raise Refusal("refusal-empty")
    return said


def wrong(name: str, given: str, example: str) -> Refusal:
    """Refuse a value, or that there is none, showing one that fits."""
    shown = f"{name}={example}"
    if not given:
        return Refusal("refusal-needed", field=name, example=shown)
    return Refusal("refusal-value", field=name, given=given[:80], example=shown)
