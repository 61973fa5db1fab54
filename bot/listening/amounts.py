"""An amount of money inside a sentence: "ongeveer tweeduizend euro", "2,5 duizend", "niets".

The words stand in `amount-word`. What is understood is always asked back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bot.listening.words import any_of
from content.fluent import words
from outreach.clean import without_marks
from outreach.opportunities.facts import MOST_CENTS
from outreach.opportunities.notation import read_amount

LONGEST = 500
"""Letters in which an amount is looked for."""
TOKEN = re.compile(r"[0-9](?:[0-9.,]*[0-9])?|€|[^\W\d_]+")
FRACTION = re.compile(r"[0-9]+[.,][0-9]{1,2}")
NUMBERS = {
    name: Decimal(value)
    for name, value in (
        *((f"n{value}", value) for value in (*range(1, 21), *range(30, 100, 10))),
        ("n100", 100),
        ("n1000", 1_000),
        ("n1000000", 1_000_000),
        ("one-and-a-half", "1.5"),
        ("and-a-half", "0.5"),
    )
}
TIMES = {"n100", "n1000", "n1000000"}
FEWEST = 20
"""A smaller number in words alone is no amount: "een bak", "two neighbours"."""


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a text; `money` if a currency stands beside it, `total` if it sums up others."""

    cents: int
    money: bool
    total: bool


def amount_in(text: str) -> int | None:
    """Return the amount that a text names, in cents; None if there is none, or several."""
    said = _joined().sub(lambda found: found[0].replace(" ", ""), _plain(text[:LONGEST]))
    found = [each for each in _found(TOKEN.findall(said)) if each.cents <= MOST_CENTS]
    for group in (
        [each for each in found if each.total],
        [each for each in found if each.money],
        found,
    ):
        if group:
            amounts = {each.cents for each in group}
            return amounts.pop() if len(amounts) == 1 else None
    return 0 if re.search(rf"\b{any_of(_words('nothing'))}\b", said) else None


def _found(tokens: Sequence[str]) -> Iterator[Found]:
    place, total = 0, False
    while place < len(tokens):
        total = total or tokens[place] in _words("total")
        amount, end = _number(tokens, place)
        if amount is None:
            place += 1
            continue
        beside = (tokens[place - 1] if place else "", *tokens[end : end + 1])
        money = any(token in _words("currency") for token in beside)
        if money or amount >= FEWEST or tokens[place][0].isdigit():
            yield Found(int(amount * 100), money, total)
        place, total = end, False


def _number(tokens: Sequence[str], place: int) -> tuple[Decimal | None, int]:
    """Return the number that begins at a place, and where it ends."""
    if tokens[place][0].isdigit():
        end = place + 1
        times = _factors(tokens[end]) if end < len(tokens) else None
        if times and all(name in TIMES for name in times):
            figure = _figure(tokens[place], small=True)
            factor = _sum(times)
            return (None if figure is None else figure * factor), end + 1
        return _figure(tokens[place]), end
    names: list[str] = []
    end = place
    while end < len(tokens):
        more = _factors(tokens[end])
        if more is None and not (names and tokens[end] in _words("and")):
            break
        names += more or []
        end += 1
    return (_sum(names), end) if names else (None, place + 1)


def _figure(written: str, *, small: bool = False) -> Decimal | None:
    """Read figures; a `small` one may have a single figure behind its mark: 2,5."""
    if small and FRACTION.fullmatch(written):
        return Decimal(written.replace(",", "."))
    try:
        return Decimal(read_amount(written)) / 100
    except ValueError:
        return None


def _factors(word: str) -> list[str] | None:
    """Take a word apart into those of numbers: "vijfentwintighonderd"; None for another word."""
    names: list[str] = []
    while word:
        found = _one_number().match(word)
        if found is None:
            return None
        name = _names()[found[0]]
        names += [name] if name else []
        word = word[found.end() :]
    return names or None


def _sum(names: Sequence[str]) -> Decimal:
    whole = part = Decimal(0)
    for name in names:
        value = NUMBERS[name]
        if name not in TIMES:
            part += value
        elif value < 1_000:
            part = (part or 1) * value
        else:
            whole, part = whole + (part or 1) * value, Decimal(0)
    return whole + part


def _plain(text: str) -> str:
    return without_marks(text.casefold())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(_plain, words("amount-word", name)))


@cache
def _names() -> dict[str, str]:
    """Return each word of a number with its name; "and" between them has none."""
    named = {word.replace(" ", ""): name for name in NUMBERS for word in _words(name)}
    return dict.fromkeys(_words("and"), "") | named


@cache
def _one_number() -> re.Pattern[str]:
    return re.compile(any_of(_names()))


@cache
def _joined() -> re.Pattern[str]:
    """What is one number in several words: "twee en een half", "one and a half"."""
    phrases = {word for name in NUMBERS for word in _words(name) if " " in word}
    return re.compile(rf"\b{any_of(phrases)}\b")
