"""Texts by key: Fluent messages in `locales/`, filled in and returned as a Message.

If a language lacks a key, Dutch is used. Isolation marks surround values in right-to-left languages
only. Any value of the store can be shown: one without words (an unknown code, a moment beyond the
calendar) is shown as it is or as unknown, and logged once, so that one odd record never takes a
page or a listing from everybody.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime.types import fluent_number

from content.fluent import FIRST, Form, TextMissing, bundle, form_of, languages
from content.message import Message, Option
from content.values import day, language_name, listed, loose, moment, money, span

CHOICE = "allowed"
"""The fact with what there is to choose from: its list is joined with "or", any other with "and".
"""

NUMBERED = frozenset({"byte", "id", "line", "number", "person", "port", "row", "subject"})
"""Facts whose number is a name, not an amount: "/kansen/1234", never "/kansen/1.234"."""

LONG = 100
"""Longer values are filled in after Fluent, which refuses one of more than 2,500 letters."""

MARK = "\ue000"
STANDS_FOR = re.compile(f"{MARK}(\\d+){MARK}")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in integer cents with its ISO 4217 currency."""

    cents: int
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class Share:
    """What an amount is for, and the amount."""

    of: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when something is, shown in local time."""

    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Named:
    """A code that is shown by its name: `Named("theme", "groen")`."""

    codelist: str
    code: str


def named(codelist: str, codes: Iterable[str]) -> "list[Named] | str":
    """Return codes as a list for a text; "none" if there are none, so that a sentence can tell."""
    return [Named(codelist, code) for code in codes] or "none"


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language that is shown by its name: `LanguageName("nl")` is Nederlands, or Dutch."""

    language: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text that lists facts: `Line("own-area", "Vlierlaan")` fills in its `value`.

    A list of them stands line below line.
    """

    key: str
    value: object


class Texts:
    """All texts of all languages, with facts for every text, such as the organisation's name.

    `offered` are the languages that people may choose from, the first one first; by default all.
    """

    def __init__(
        self, zone: ZoneInfo | None = None, offered: Sequence[str] = (), **everywhere: str
    ) -> None:
        known = languages()
        self.languages = tuple(name for name in offered if name in known) or known
        self._zone = zone or ZoneInfo("Europe/Amsterdam")
        self._everywhere = everywhere
        self._plain: dict[tuple[str, str, str | None], str] = {}

    def text(
        self, key: str, language: str, attribute: str | None = None, /, **facts: object
    ) -> str:
        """Return a text; raises TextMissing if no language has it."""
        if not facts and (key, language, attribute) in self._plain:
            return self._plain[key, language, attribute]
        form = form_of(key, language, attribute)
        text = self._joined(form, facts)
        if text is None:
            text = self._formatted(form, facts, key, attribute)
        if not facts:
            self._plain[key, language, attribute] = text
        return text

    def spoken(self, language: str) -> "Spoken":
        """Bind these texts to one language."""
        return Spoken(self, language)

    def has(self, key: str, attribute: str | None = None) -> bool:
        """True if a key exists, in Dutch."""
        dutch = bundle(FIRST)
        return dutch.has_message(key) and (
            attribute is None or attribute in dutch.get_message(key).attributes
        )

    def message(
        self, key: str, language: str, /, options: Sequence[str] = (), **facts: object
    ) -> Message:
        """Return a message; each option's label is the attribute with its code."""
        labels = tuple(Option(code, self.text(key, language, code)) for code in options)
        return Message(self.text(key, language, **facts), labels)

    def attributes(self, key: str, language: str) -> Mapping[str, str]:
        """Return all attributes of a key."""
        names = bundle(FIRST).get_message(key).attributes
        return {name: self.text(key, language, name) for name in names}

    def name(self, codelist: str, code: str, language: str) -> str:
        """Return what people call a code: `name("theme", "groen", "en")`.

        A code that the list does not know, of a newer version or of a publisher, is shown as it is.
        """
        key, attribute = f"code-{codelist}", code.replace("_", "-")
        if self.has(key) and not self.has(key, attribute):
            _report("code", f"{codelist} {code}"[:LONG])
            return code
        return self.text(key, language, attribute)

    def moment(self, value: datetime, language: str) -> str:
        """Return a moment in words, in local time; "unknown" if it is beyond the calendar."""
        try:
            return moment(value.astimezone(self._zone), language)
        except (OverflowError, ValueError):
            _report("moment", value.isoformat())
            return self.text("talk-unknown", language)

    def _span(self, value: Span, language: str) -> str:
        try:
            begins, ends = (at.astimezone(self._zone) for at in (value.begins, value.ends))
            return span(begins, ends, language)
        except (OverflowError, ValueError):
            _report("moment", value.begins.isoformat())
            return self.text("talk-unknown", language)

    def codes(self, codelist: str) -> tuple[str, ...]:
        """Return all codes of a list, in its own order."""
        names = bundle(FIRST).get_message(f"code-{codelist}").attributes
        return tuple(name.replace("-", "_") for name in names)

    def code(self, codelist: str, given: str) -> str | None:
        """Return the code that somebody means, by its own name or one in any language, or None."""
        wanted = loose(given)
        for code in self.codes(codelist):
            if wanted in {
                loose(code),
                *(loose(self.name(codelist, code, language)) for language in languages()),
            }:
                return code
        also = f"also-{codelist}"
        lists = (
            [self.attributes(also, language) for language in languages()] if self.has(also) else []
        )
        found = (
            name
            for words in lists
            for name, listed in words.items()
            if wanted in map(loose, listed.split("|"))
        )
        return next((name.replace("-", "_") for name in found), None)

    def _joined(self, form: Form, facts: Mapping[str, object]) -> str | None:
        """Fill a form in that has nothing but blanks; None if only Fluent can."""
        if form.parts is None:
            return None
        pieces = []
        for before, name in form.parts:
            pieces.append(before)
            if not name:
                continue
            given = facts if name in facts else self._everywhere
            if name not in given:
                return None
            shown = self._shown(given[name], form.language, name)
            if not isinstance(shown, str) and name not in NUMBERED:
                return None
            pieces.append(str(shown))
        return "".join(pieces)

    def _formatted(
        self, form: Form, facts: Mapping[str, object], key: str, attribute: str | None
    ) -> str:
        """Let Fluent fill a form in; raises TextMissing if that is not possible."""
        shown = {name: self._shown(value, form.language, name) for name, value in facts.items()}
        held: list[str] = []
        text, errors = form.bundle.format_pattern(
            form.pattern,
            {name: _held(name, value, held) for name, value in (self._everywhere | shown).items()},
        )
        if errors:
            raise TextMissing(key, attribute, *map(str, errors))
        return STANDS_FOR.sub(lambda found: held[int(found[1])], str(text)) if held else str(text)

    def _shown(self, value: object, language: str, name: str = "") -> Any:
        if isinstance(value, datetime):
            return self.moment(value, language)
        if isinstance(value, date):
            return day(value, language)
        if isinstance(value, Money):
            return money(value.cents, value.currency, language)
        if isinstance(value, Share):
            return f"{value.of} {self._shown(value.amount, language)}"
        if isinstance(value, Span):
            return self._span(value, language)
        if isinstance(value, Named):
            return self.name(value.codelist, value.code, language)
        if isinstance(value, LanguageName):
            return language_name(value.language, language)
        if isinstance(value, Line):
            return self.text(value.key, language, value=value.value)
        if isinstance(value, (list, tuple)):
            if value and isinstance(value[0], Line):
                return "\n".join(str(self._shown(item, language)) for item in value)
            items = [str(self._shown(item, language)) for item in value]
            return listed(items, language, "or" if name == CHOICE else "standard")
        return value if isinstance(value, (str, int, float)) else str(value)


@dataclass(frozen=True, slots=True)
class Spoken:
    """All texts in one language."""

    texts: Texts
    language: str

    def text(self, key: str, attribute: str | None = None, /, **facts: object) -> str:
        """Return a text."""
        return self.texts.text(key, self.language, attribute, **facts)

    def name(self, codelist: str, code: str) -> str:
        """Return what people call a code."""
        return self.texts.name(codelist, code, self.language)

    def names(self, codelist: str, codes: Iterable[str]) -> str:
        """Return what people call these codes, as a list in words."""
        return self.shown([Named(codelist, code) for code in codes])

    def shown(self, value: object) -> str:
        """Return a value as people write it."""
        return self.text("page-value", value=value)


def _held(name: str, value: Any, held: list[str]) -> Any:
    """Return what Fluent fills in: a marker for a long value, which replaces it afterwards."""
    if isinstance(value, int) and name in NUMBERED:
        return fluent_number(value, useGrouping=False)
    if not isinstance(value, str) or (len(value) <= LONG and MARK not in value):
        return value
    held.append(value)
    return f"{MARK}{len(held) - 1}{MARK}"


@lru_cache(1_024)
def _report(kind: str, value: str) -> None:
    """Log once that a value of the store has no words."""
    # imported here: a help text logs nothing, and the library takes a quarter of a second
    from content.log import log

    log.warning("value without words", kind=kind, value=value)
