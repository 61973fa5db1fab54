"""How people and other systems write amounts, dates, and yes or no.

Figures are 0 to 9 only: Python reads those of other scripts, and wide ones, as numbers too, and who
looks a value over may not see which number that is.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import get_day_names, get_month_names

from content.fluent import languages, locale_of, words
from outreach.opportunities.facts import MOST_CENTS

LONGEST_AMOUNT = 100
"""Signs that somebody writes an amount with, blanks among them."""

FIRST, LAST = datetime(1900, 1, 2, tzinfo=UTC), datetime(2199, 12, 31, tzinfo=UTC)
"""Between these a moment has a year from 1900 to 2199 in every zone, and
everything can reckon with it.
"""

YES = {"ja", "j", "yes", "y", "true", "waar", "1", "x"}
NO = {"nee", "n", "no", "false", "onwaar", "0"}
HOUR = (
    r"(?:(?:T|,? (?:om |at )?)([0-9]{1,2})"
    r"(?:[:.]([0-9]{2})(?::([0-9]{2}))?(?: ?u(?:ur)?)?| ?u(?:ur)?))?"
)
DAY_FIRST = re.compile(rf"([0-9]{{1,2}})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{4}}){HOUR}")
YEAR_FIRST = re.compile(rf"([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}}){HOUR}")
IN_WORDS = re.compile(rf"([0-9]{{1,2}})\.? ([^\W\d]+)\.? ([0-9]{{4}}){HOUR}")
WEEKDAY = re.compile(r"([^\W\d]+)\.?,? (?=[0-9])")
SIGNS = re.compile(r"€|EUR|\s|,-$|\.-$", re.IGNORECASE)
DUTCH = re.compile(r"-?([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+)(,[0-9]{1,2})?")
ENGLISH = re.compile(r"-?([0-9]+|[1-9][0-9]{0,2}(,[0-9]{3})+)(\.[0-9]{2})?")
"""Thousands do not begin with a zero: 0,001 is next to nothing, and no whole euro. A single figure
after a dot is no amount: 12.5 may mean 12,50, and may be 12.500 with its zeros lost.
"""


class TooMuch(ValueError):
    """An amount that is larger than any that somebody means."""


class FarOff(ValueError):
    """A year that nobody means: with 0001 and 9999 systems say that there is no date."""


def end_of_day(moment: datetime) -> datetime:
    """Return the last second of a day in the local time zone: what a date as deadline means."""
    return datetime.combine(moment.date(), time(23, 59, 59), moment.tzinfo)


def read_amount(text: str) -> int:
    """Read an amount in Dutch or English notation as cents: 1.234,56 or 1234.56.

    What fits both is read as Dutch: a Dutch spreadsheet means 1234 by 1.234. Raises ValueError.
    """
    number = SIGNS.sub("", text)
    if DUTCH.fullmatch(number):
        return cents_of(Decimal(number.replace(".", "").replace(",", ".")))
    if ENGLISH.fullmatch(number):
        return cents_of(Decimal(number.replace(",", "")))
    raise ValueError(text)


def cents_of(amount: object) -> int:
    """Turn an amount as JSON holds it, number or text, into cents; raises ValueError."""
    if isinstance(amount, bool) or not isinstance(amount, (int, float, str, Decimal)):
        raise ValueError(amount)
    if isinstance(amount, str) and ("_" in amount or len(amount) > LONGEST_AMOUNT):
        # 1_000 is how programs write, and what is as long as this is no amount
        raise ValueError(amount)
    text = str(amount).strip()
    # a sign of a currency, or figures that Python reads and we do not
    if not text.isascii():
        return read_amount(text)
    try:
        found = Decimal(text) * 100
    except InvalidOperation:
        return read_amount(text)
    except ArithmeticError:
        # 1e999999 is a number, and too large a one to reckon with
        raise ValueError(amount) from None
    if not found.is_finite():
        raise ValueError(amount)
    if abs(found) > MOST_CENTS:
        raise TooMuch(amount)
    return int(found.to_integral_value())


def read_yes_no(text: str) -> bool:
    """Read yes or no, in any language of ours; raises ValueError."""
    word = text.strip().lower()
    yes, no = (known | _answers(name) for known, name in ((YES, "yes"), (NO, "no")))
    if word not in yes | no:
        raise ValueError(text)
    return word in yes


def read_date(text: str) -> date:
    """Read 31-12-2026 or 2026-12-31; raises ValueError, FarOff among them."""
    return near(_wall(text).replace(tzinfo=UTC)).date()


def read_deadline(text: str, zone: ZoneInfo) -> datetime:
    """Read a deadline; a date alone means the end of that day. Raises ValueError."""
    wall = _wall(text)
    near(wall.replace(tzinfo=UTC))
    timed = wall.time() != time(0, 0) or ":" in text
    return (
        wall.replace(tzinfo=zone) if timed else end_of_day(wall.replace(tzinfo=zone))
    ).astimezone(UTC)


def read_start(text: str, zone: ZoneInfo) -> datetime:
    """As `read_deadline`, but a date alone means the beginning of that day."""
    wall = _wall(text)
    near(wall.replace(tzinfo=UTC))
    return wall.replace(tzinfo=zone).astimezone(UTC)


def read_moment(text: str, zone: ZoneInfo) -> tuple[datetime, bool]:
    """Read an ISO 8601 moment; return it, and True if it named its own time zone.

    Otherwise it is in `zone`. Raises ValueError, or its subclass FarOff.
    """
    text = text.strip()
    found = datetime.fromisoformat(text)
    named = found.tzinfo is not None
    if not named:
        found = found.replace(tzinfo=zone)
        found = end_of_day(found) if len(text) <= len("2026-12-31") else found
    try:
        return near(found.astimezone(UTC)), named
    except OverflowError:
        raise FarOff(text) from None


def near(moment: datetime) -> datetime:
    """Return the moment; raises FarOff if nobody means its year."""
    if not FIRST <= moment < LAST:
        raise FarOff(moment)
    return moment


def write_moment(moment: datetime) -> str:
    """Write a moment as OCDS does: 2026-12-31T22:59:59Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _wall(text: str) -> datetime:
    text = text.strip()
    weekday = None
    if named := WEEKDAY.match(text):
        text, weekday = (
            text[named.end() :],
            _names(get_day_names).get(named.group(1).casefold(), -1),
        )
    if found := YEAR_FIRST.fullmatch(text):
        year, month, day = found.group(1, 2, 3)
    elif found := DAY_FIRST.fullmatch(text):
        day, month, year = found.group(1, 2, 3)
    elif (found := IN_WORDS.fullmatch(text)) and found.group(2).casefold() in _names(
        get_month_names
    ):
        day, month, year = (
            found.group(1),
            _names(get_month_names)[found.group(2).casefold()],
            found.group(3),
        )
    else:
        raise ValueError(text)
    hour, minute, second = (int(part or 0) for part in found.group(4, 5, 6))
    # the caller adds the zone
    wall = datetime(int(year), int(month), int(day), hour, minute, second)  # noqa: DTZ001
    # On another day of the week one of the two is a slip, and nobody knows which.
    if weekday not in (None, wall.weekday()):
        raise ValueError(text)
    return wall


@cache
def _answers(name: str) -> frozenset[str]:
    """Our own words for yes or no, as we show them in each language."""
    return frozenset(word.lower() for word in words("commands-answer", name))


@cache
def _names(names_of: Callable[..., Mapping[int, str]]) -> dict[str, int]:
    """The names of months or days, whole and short, as our own texts write them."""
    return {
        name.rstrip(".").casefold(): number
        for locale in map(locale_of, languages())
        for width in ("wide", "abbreviated")
        for number, name in names_of(width, locale=locale).items()
    }
