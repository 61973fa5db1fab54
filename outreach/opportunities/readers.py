"""One reader for each kind of value, used by every way in.

`typed` reads what people write: a cell of a table, the command line, a field of a form. `held`
reads a value as our own JSON holds it. Both end in `checked`, so that every way in accepts the same
values. Nothing is ever cut off.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal
from zoneinfo import ZoneInfo

from content.texts import Money
from outreach.clean import clean
from outreach.opportunities.facts import (
    ITEMS,
    LONGEST_ANSWER,
    LONGEST_NAME,
    MOST_ITEMS,
    Fact,
)
from outreach.opportunities.notation import (
    FarOff,
    TooMuch,
    read_amount,
    read_date,
    read_deadline,
    read_moment,
    read_start,
    read_yes_no,
)
from outreach.opportunities.place import place_kind
from outreach.opportunities.questions import all_questions, answer_fact

APART = re.compile(r"[,;|\n]")
WHOLE = re.compile(r"\+?([0-9]{1,9})\s*%?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LONGEST_LANGUAGE = 35
"""Letters of the longest tag that BCP 47 foresees."""
CURRENCY = re.compile(r"[A-Z]{3}")
UTC = ZoneInfo("UTC")
Reason = Literal["kind", "year", "code", "long", "range", "many"]
Code = Callable[[str, str], str | None]
"""Finds the code that a word names in a code list, or the language; None for another word."""


class Misfit(ValueError):
    """A value that a fact does not take: `reason` says why, `facts` name the limit."""

    def __init__(self, reason: Reason, **facts: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


def typed(fact: Fact, given: str, *, zone: ZoneInfo, code: Code) -> Any:
    """Read what somebody typed for a fact; raises Misfit."""
    try:
        value = _typed(fact, given, zone, code)
    except Misfit:
        raise
    except FarOff:
        raise Misfit("year") from None
    except TooMuch:
        raise Misfit("range", least=Money(0), most=Money(fact.most)) from None
    except (ValueError, OverflowError):
        raise Misfit("kind") from None
    return checked(fact, value)


def held(fact: Fact, value: Any) -> Any:
    """Read a value of our own JSON; raises Misfit."""
    try:
        return checked(fact, _held(fact, value))
    except Misfit:
        raise
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Misfit("kind") from None


def held_item(name: str, given: Any) -> dict[str, Any]:
    """Read a part, requirement or criterion of our own JSON; raises Misfit."""
    _require(isinstance(given, dict) and given.keys() >= {fact.name for fact in ITEMS[name]})
    item = {fact.name: held(fact, given[fact.name]) for fact in ITEMS[name]}
    _require(not any(fact.needed and item[fact.name] in (None, "") for fact in ITEMS[name]))
    return item


def checked(fact: Fact, value: Any) -> Any:
    """Return a value that its fact can hold; raises Misfit, which names the limit."""
    match fact.kind:
        case "text":
            return bounded(value, fact.most)
        case "code":
            _require(value in (fact.codes if fact.needed else (None, *fact.codes)), "code")
        case "codes":
            _require(all(code in fact.codes for code in listed(value)), "code")
        case "places":
            return [bounded(name, fact.most) for name in listed(value)]
        case "yes-no":
            _require(isinstance(value, bool))
        case "money" if value is not None:
            within(fact, value, Money(0), Money(fact.most))
        case "number":
            within(fact, value, fact.least, fact.most)
        case "currency":
            _require(CURRENCY.fullmatch(value))
        case "language":
            _require(LANGUAGE.fullmatch(bounded(value, LONGEST_LANGUAGE)))
    return value


def bounded(value: Any, most: int) -> str:
    """Return a text of at most so many letters; raises Misfit."""
    _require(isinstance(value, str))
    if len(value) > most:
        raise Misfit("long", given=len(value), most=most)
    return str(value)


def within(fact: Fact, value: Any, least: Any, most: Any) -> None:
    """Require a whole number within the limits of its fact; raises Misfit, which shows them."""
    _require(isinstance(value, int) and not isinstance(value, bool))
    if not fact.least <= value <= fact.most:
        raise Misfit("range", least=least, most=most)


def listed(value: Any) -> list[Any]:
    """Return a list that is no longer than people read; raises Misfit."""
    _require(isinstance(value, list))
    if len(value) > MOST_ITEMS:
        raise Misfit("many", given=len(value), most=MOST_ITEMS)
    return list(value)


def apart(given: str) -> list[str]:
    """Take apart names with commas, semicolons, bars or line ends between them."""
    return [name for part in APART.split(given) if (name := clean(part, None))]


def _require(fits: object, reason: Reason = "kind") -> None:
    if not fits:
        raise Misfit(reason)


def _typed(fact: Fact, given: str, zone: ZoneInfo, code: Code) -> Any:
    match fact.kind:
        case "code":
            return _code(fact, given, code)
        case "codes":
            return [_code(fact, name, code) for name in apart(given)]
        case "places":
            return apart(given)
        case "yes-no":
            return read_yes_no(given)
        case "money":
            return read_amount(given)
        case "number":
            return _whole(given)
        case "day":
            return read_date(given)
        case "deadline":
            return read_deadline(given, zone)
        case "start":
            return read_start(given, zone)
        case "currency":
            return given.strip().upper()
        case "language":
            given = given.strip()
            named = given if LANGUAGE.fullmatch(given) else code("language", given)
            return named or given.lower()
    return clean(given, None)


def _code(fact: Fact, word: str, code: Code) -> str:
    found = code(fact.codelist, word)
    if found not in fact.codes:
        raise Misfit("code", given=word)
    return str(found)


def _whole(given: str) -> int:
    found = WHOLE.fullmatch(given.strip())
    if found is None:
        raise ValueError(given)
    return int(found[1])


def _held(fact: Fact, value: Any) -> Any:
    match fact.kind:
        case "text":
            return clean(value, None)
        case "places":
            _require(all(place_kind(code) for code in listed(value)))
            return sorted(set(value))
        case "day" if value is not None:
            return read_date(date.fromisoformat(value).isoformat())
        case "deadline" if value is not None:
            return read_moment(value, UTC)[0].replace(microsecond=0)
        case "checklist":
            _require(value.keys() <= {*all_questions()})
            answers = _words(value, {})
            return {key: said and checked(answer_fact(key), said) for key, said in answers.items()}
        case "translations":
            return _translations(value, dict(fact.words))
        case "items":
            return _items(fact.name, listed(value))
    return value


def _translations(given: Any, limits: Mapping[str, int]) -> dict[str, dict[str, str]]:
    _require(all(LANGUAGE.fullmatch(bounded(name, LONGEST_LANGUAGE)) for name in given))
    return {language: _words(words, limits) for language, words in given.items()}


def _words(given: Any, limits: Mapping[str, int]) -> dict[str, str]:
    return {
        bounded(name, LONGEST_NAME): bounded(clean(said, None), limits.get(name, LONGEST_ANSWER))
        for name, said in given.items()
    }


def _items(name: str, given: list[Any]) -> list[dict[str, Any]]:
    items = [held_item(name, item) for item in given]
    keys = [item["key"] for item in items if "key" in item]
    _require(len(set(keys)) == len(keys))
    return items
