"""Values as people write them in a language: days, moments, amounts, lists, names of languages."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_currency

from content.fluent import languages, locale_of

APART = re.compile(r"[_\-\s]+")


def listed(items: Sequence[str], language: str, style: Literal["standard", "or"] = "or") -> str:
    """Join words as people say them: this, that or another."""
    if len(items) < 2:
        return "".join(items)
    return format_list(items, style, locale=locale_of(language))


def loose(text: str) -> str:
    """Normalise a code or field for comparison: case, spaces, dashes and apostrophes."""
    return " ".join(APART.sub(" ", text.casefold()).replace("’", "").replace("'", "").split())


@lru_cache(1_024)
def day(value: date, language: str) -> str:
    """A date in words: 12 januari 2027."""
    return format_date(value, "long", locale=locale_of(language))


@lru_cache(1_024)
def moment(value: datetime, language: str) -> str:
    """A moment in words; the last minute of a day is that day."""
    if (value.hour, value.minute) == (23, 59):
        return day(value.date(), language)
    return (
        f"{day(value.date(), language)}, {format_time(value, 'short', locale=locale_of(language))}"
    )


@lru_cache(1_024)
def span(begins: datetime, ends: datetime, language: str) -> str:
    """Return from when to when something is, with the day of the week: people put it in a diary."""
    locale = locale_of(language)
    first, last = (format_time(at, "short", locale=locale) for at in (begins, ends))
    begin, end = (format_date(at.date(), "full", locale=locale) for at in (begins, ends))
    if begins.date() == ends.date():
        return f"{begin}, {first}–{last}"
    return f"{begin}, {first} – {end}, {last}"


@lru_cache(1_024)
def money(cents: int, currency: str, language: str) -> str:
    """An amount in words, without cents if there are none: € 4.500."""
    form = "¤ #,##0.00" if cents % 100 else "¤ #,##0"
    return format_currency(
        Decimal(cents) / 100, currency, form, locale=locale_of(language), currency_digits=False
    )


def language_name(code: str, language: str) -> str:
    """Return what a language is called in another; the code itself if it is not known."""
    try:
        return Locale.parse(code, sep="-").get_language_name(locale_of(language)) or code
    except (UnknownLocaleError, ValueError):
        return code


def language_meant(given: str) -> str | None:
    """Return the code of a language by its name in any of our languages, or None."""
    wanted = loose(given)
    for spoken in languages():
        names = Locale.parse(locale_of(spoken)).languages
        found = next((code for code, name in names.items() if loose(name) == wanted), None)
        if found is not None:
            return str(found).replace("_", "-")
    return None
