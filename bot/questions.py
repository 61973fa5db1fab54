"""Kinds of answer: what counts as one, and the value that is stored for it.

An answer counts as the option's number, its label, a clear beginning of it, or a word that means
the same ("ja hoor", 👍). The stored value is the canonical one, never the typed text, so that
labels may change with language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Generic, TypeVar

from bot.heard import Heard, Kind, Unclear
from bot.listening.amounts import amount_in
from bot.listening.hearing import is_titled
from bot.listening.judging import NAMELESS, SKIP, Awaited
from bot.listening.naming import introduced
from bot.matching import MOST_NAMED, match, plain, plain_label
from content.fluent import words
from outreach.opportunities.facts import MOST_CENTS

T = TypeVar("T")
FEWEST_DIGITS = 6
"""Digits of the shortest telephone number that somebody would give."""
NUMBERED = re.compile(r"\d{3,5}|\d{1,3} ?(?:\+|[/-] ?\d{1,3})")
"""Numbers that a group may be called by ("112", "50+", "24/7"): no number of an
option, and none to ring.
"""


@dataclass(frozen=True, slots=True)
class OneOf(Generic[T]):
    """One of some options."""

    codes: tuple[str, ...] = ()
    is_open: bool = False

    def read(self, heard: Heard, labels: Mapping[str, tuple[str, ...]]) -> T | Unclear:
        """Return the option's code."""
        code: Any = heard.choice if heard.choice in labels else match(heard.text, labels)
        return Unclear() if code is None else code

    def fits(self, value: Any, labels: Mapping[str, tuple[str, ...]]) -> bool:
        """Return True if the option is still there."""
        return isinstance(value, str) and value in labels


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no, as a bool."""

    codes: tuple[str, ...] = ("yes", "no")
    is_open: bool = False

    def read(self, heard: Heard, labels: Mapping[str, tuple[str, ...]]) -> bool | Unclear:
        """Return True for yes."""
        code = heard.choice if heard.choice in labels else match(heard.text, labels)
        return Unclear() if code is None else code == "yes"

    def fits(self, value: Any, labels: Mapping[str, tuple[str, ...]]) -> bool:
        """Return True if this is a bool."""
        return isinstance(value, bool)


CHOICES = (OneOf, YesNo)
"""Kinds of which an answer is one of the options that are shown, so that a number counts them."""


@dataclass(frozen=True, slots=True)
class Text:
    """Free text of a bounded length."""

    longest: int
    codes: tuple[str, ...] = ()
    is_open: bool = True

    def read(self, heard: Heard, labels: Mapping[str, tuple[str, ...]]) -> str | Unclear:
        """Return the text; too long or without a letter or digit is unclear."""
        if len(heard.text) > self.longest:
            return Unclear("talk-too-long", {"max": self.longest, "given": len(heard.text)})
        return heard.text if re.search(r"\w", heard.text) else Unclear()

    def fits(self, value: Any, labels: Mapping[str, tuple[str, ...]]) -> bool:
        """Return True if this is text that is not too long."""
        return isinstance(value, str) and len(value) <= self.longest


@dataclass(frozen=True, slots=True)
class Name(Text):
    """What somebody is called: a few words, not a sentence and not a question.
    A group's may be a number.
    """

    words: int = 8
    numbered: bool = False

    def read(self, heard: Heard, labels: Mapping[str, tuple[str, ...]]) -> str | Unclear:
        """Return the name, in one line; without a letter, a question and a sentence are unclear."""
        if heard.choice is not None and heard.choice in labels:
            # those who have none are named so, in words that everybody reads: "Nog geen naam"
            return labels[heard.choice][0]
        if len(heard.text) <= self.longest and not self._looks_like_one(heard.text):
            return Unclear()
        said = Text.read(self, replace(heard, text=self._named(heard.text)), labels)
        # A second line would look like one of ours when it is read among others.
        return said if isinstance(said, Unclear) else " ".join(said.split())

    def _named(self, text: str) -> str:
        """Return the name alone: "ik ben Ria" names Ria."""
        return introduced(text, of_group=self.numbered)

    def _looks_like_one(self, text: str) -> bool:
        asks = "?" in text and not is_titled(text)
        named = re.search(r"[^\W\d_]", text) or (
            self.numbered and NUMBERED.fullmatch(text.strip(" .!"))
        )
        return bool(named) and not asks and len(text.split()) <= self.words


@dataclass(frozen=True, slots=True)
class Reach(Text):
    """How somebody can be reached: an e-mail address, a name at a network, a number or a page."""

    def read(self, heard: Heard, labels: Mapping[str, tuple[str, ...]]) -> str | Unclear:
        """Return the text; one in which nobody could find such an address is unclear."""
        address = re.search(r"\w@\w|@\w{3}|\w\.\w{2}", heard.text[: self.longest])
        if (
            address
            or sum(map(str.isdigit, heard.text)) >= FEWEST_DIGITS
            or len(heard.text) > self.longest
        ):
            return Text.read(self, heard, labels)
        return Unclear()


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number between two bounds, also inside a sentence ("wij zijn met 12 mensen")."""

    low: int
    high: int
    codes: tuple[str, ...] = ()
    is_open: bool = False

    def read(self, heard: Heard, labels: Mapping[str, tuple[str, ...]]) -> int | Unclear:
        """Return the number."""
        found = re.findall(r"\d+", heard.text[:200])
        if len(found) != 1 or len(found[0]) > 9 or not self.low <= int(found[0]) <= self.high:
            return Unclear("talk-number", {"low": self.low, "high": self.high})
        return int(found[0])

    def fits(self, value: Any, labels: Mapping[str, tuple[str, ...]]) -> bool:
        """Return True if this is a whole number between the bounds; True is none."""
        return type(value) is int and self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money in whole cents, in figures or in words ("zo'n tweeduizend euro")."""

    codes: tuple[str, ...] = ()
    is_open: bool = False

    def read(self, heard: Heard, labels: Mapping[str, tuple[str, ...]]) -> int | Unclear:
        """Return the amount; none, or several, is unclear."""
        cents = amount_in(heard.text)
        return Unclear("talk-amount") if cents is None else cents

    def fits(self, value: Any, labels: Mapping[str, tuple[str, ...]]) -> bool:
        """Return True if this is a whole number of cents; True is none."""
        return type(value) is int and 0 <= value <= MOST_CENTS


@dataclass(frozen=True, slots=True)
class SomeOf:
    """One option or several, with commas, "and" or spaces between numbers to part them."""

    codes: tuple[str, ...] = ()
    is_open: bool = False

    def read(self, heard: Heard, labels: Mapping[str, tuple[str, ...]]) -> list[str] | Unclear:
        """Return the codes in the order of the options."""
        if heard.choice in labels:
            return [heard.choice]  # type: ignore[list-item]
        named = [part for part in _between().split(heard.text) if part.strip()]
        if len(named) > MOST_NAMED:
            return Unclear("talk-too-many", {"given": len(named), "max": MOST_NAMED})
        found = [match(word, labels) for word in named]
        return (
            Unclear() if not found or None in found else [code for code in labels if code in found]
        )

    def fits(self, value: Any, labels: Mapping[str, tuple[str, ...]]) -> bool:
        """Return True if all options are still there."""
        return isinstance(value, list) and all(code in labels for code in value)


@dataclass(frozen=True, slots=True)
class Skippable(Generic[T]):
    """Any kind, or None by the option `by`, which is "skip" elsewhere."""

    kind: Kind[T]
    by: str = SKIP

    @property
    def codes(self) -> tuple[str, ...]:
        """The kind's options, then that for None."""
        return (*self.kind.codes, self.by)

    @property
    def is_open(self) -> bool:
        """As the kind."""
        return self.kind.is_open

    def read(self, heard: Heard, labels: Mapping[str, tuple[str, ...]]) -> T | Unclear | None:
        """Return the kind's value, or None if the person skips."""
        others = {code: words for code, words in labels.items() if code != self.by}
        by_number = bool(others) and heard.choice is None and match(heard.text, labels) == self.by
        if heard.choice == self.by or by_number or self._skips(heard.text, labels[self.by]):
            return None
        return self.kind.read(heard, others)

    def fits(self, value: Any, labels: Mapping[str, tuple[str, ...]]) -> bool:
        """Return True if this is None or fits the kind."""
        return value is None or self.kind.fits(value, labels)

    def _skips(self, text: str, words: tuple[str, ...]) -> bool:
        """Return True if the text skips; an open question needs the whole message for that.

        "Geen geld, wel spullen" is an answer to it.
        """
        if self.is_open and plain(text):
            return plain(text) in map(plain_label, words)
        return match(text, {self.by: words}, by_number=False) is not None


Choice = TypeVar("Choice", bound=str)
yes_no: Kind[bool] = YesNo()


def one_of(*codes: Choice) -> Kind[Choice]:
    """One of these options, or of those bound by `Ask.among`."""
    return OneOf(codes)


def text(longest: int) -> Kind[str]:
    """Free text of at most `longest` characters."""
    return Text(longest)


def name(longest: int, words: int, *, numbered: bool = False, nameless: bool = False) -> Kind[str]:
    """A name of at most so many characters and words; that of a group may be `numbered`: "50+".

    Who may be `nameless` has a button for it, whose label is then the name.
    """
    codes = (NAMELESS,) if nameless else ()
    return Name(longest, codes=codes, words=words, numbered=numbered)


def awaited(kind: Kind[Any]) -> Awaited:
    """Return what an open question of this kind asks for."""
    inner = kind.kind if isinstance(kind, Skippable) else kind
    if isinstance(inner, Reach):
        return "reach"
    return "name" if isinstance(inner, Name) else "text"


def longest_of(kind: Kind[Any]) -> int:
    """Return how many characters an answer of this kind may have; 0 if it is no free text."""
    inner = kind.kind if isinstance(kind, Skippable) else kind
    return inner.longest if isinstance(inner, Text) else 0


def reach(longest: int) -> Kind[str]:
    """An address or number of at most `longest` characters."""
    return Reach(longest)


def number(low: int, high: int) -> Kind[int]:
    """A whole number from `low` to `high`."""
    return Number(low, high)


def amount() -> Kind[int]:
    """An amount of money, in cents."""
    return Amount()


def some_of() -> Kind[list[str]]:
    """One or several of the options bound by `Ask.among`."""
    return SomeOf()


def optional(kind: Kind[T], *, by: str = SKIP) -> Kind[T | None]:
    """This kind, or None by the option `by`."""
    return Skippable(kind, by)


@cache
def _between() -> re.Pattern[str]:
    """What stands between several options: a mark, or "and" in any language."""
    ands = "|".join(map(re.escape, words("option-and")))
    return re.compile(rf"[,;+&\n]|\b(?:{ands})\b|(?<=\d)\s+(?=\d)")
