"""Any values that the facts of an opportunity may hold, and how people type them."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from outreach.clean import clean
from outreach.commands.fields import DOTTED
from outreach.commands.terminal import Printer
from outreach.exchange.table.formula import kept_dash
from outreach.opportunities.facts import (
    FACTS,
    ITEMS,
    Fact,
)
from outreach.opportunities.questions import all_questions, answer_fact

ZONE = ZoneInfo("Europe/Amsterdam")
PLACES = {"GM9901": "Waterdam", "WK990101": "Centrum, oost", "BU99010101": "Lindebuurt"}
SIGNS = st.characters(codec="utf-8", exclude_categories=["Cs"])
EDGES = [
    *("-", "–", "'-", "=1+1", "'-x", "@x", "#x", "1.234,56", "7", "007"),
    *("<b>x</b>", "a  b", "e\u0301", "a\n\nb", "nieuw"),
]


def texts_of(most: int) -> st.SearchStrategy[str]:
    """Texts as they are kept, up to the very last letter that fits."""
    some = st.text(SIGNS, max_size=40) | st.sampled_from(EDGES)
    kept = some.map(lambda said: clean(said, None)) | st.just("a" * most)
    return kept.filter(lambda said: 0 < len(said) <= most)


def days() -> st.SearchStrategy[date]:
    return st.dates(date(2027, 1, 1), date(2190, 12, 31))


def moment(day: date, hour: int, second: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, 30, second, tzinfo=ZONE)


def values(fact: Fact) -> st.SearchStrategy[Any]:
    """What a fact may hold, as it is stored."""
    match fact.kind:
        case "text" if fact.name == "official":
            # An address is looked up among the colleagues.
            return texts_of(fact.most).filter(lambda said: "@" not in said)
        case "text":
            return texts_of(fact.most)
        case "code":
            return st.sampled_from(fact.codes)
        case "codes":
            return st.lists(st.sampled_from(fact.codes), unique=True)
        case "places":
            return st.lists(st.sampled_from(sorted(PLACES)), unique=True).map(sorted)
        case "yes-no":
            return st.booleans()
        case "money" | "number":
            numbers = st.integers(fact.least, fact.most)
            return numbers | st.integers(fact.least, min(fact.most, fact.least + 2))
        case "currency":
            return st.sampled_from(["EUR", "COP"])
        case "language":
            return st.sampled_from(["nl", "en", "nl-BE"])
        case "day":
            return days()
        case "deadline":
            ends = days().map(lambda day: moment(day, 23, 59).replace(minute=59))
            return ends | st.builds(moment, days(), st.integers(8, 20), st.sampled_from([0, 30]))
        case "checklist":
            keys = st.lists(st.sampled_from(all_questions()), max_size=2, unique=True)
            return keys.flatmap(answers)
        case "translations":
            words = {name: texts_of(most) for name, most in fact.words}
            return st.fixed_dictionaries({}, optional={"en": st.fixed_dictionaries(words)})
    return st.lists(
        st.fixed_dictionaries({item.name: values(item) for item in ITEMS[fact.name]}), max_size=3
    ).map(numbered)


def answers(keys: list[str]) -> st.SearchStrategy[dict[str, str]]:
    """An answer to each of these questions, in words or by a code."""
    return st.fixed_dictionaries({key: values(answer_fact(key)) for key in keys})


def numbered(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A table has no keys of parts: there they are counted."""
    return [
        item | ({"key": str(number)} if "key" in item else {})
        for number, item in enumerate(items, 1)
    ]


def as_typed(fact: Fact, value: Any, printer: Printer) -> str:
    """A value as staff type it."""
    match fact.kind:
        case "code":
            return printer.value(value, fact.codelist)
        case "codes":
            return ", ".join(printer.value(code, fact.codelist) for code in value)
        case "places":
            return ", ".join(value)
        case "yes-no":
            return "ja" if value else "nee"
        case "money":
            return str(Decimal(value).scaleb(-2)).replace(".", ",")
        case "day":
            return f"{value:%d-%m-%Y}"
        case "deadline" if (value.minute, value.second) == (59, 59):
            return f"{value:%d-%m-%Y}"
        case "deadline":
            return f"{value:%d-%m-%Y %H:%M:%S}"
        case "items":
            return json.dumps([item_as_typed(fact.name, item) for item in value])
    return str(value)


def item_as_typed(name: str, item: dict[str, Any]) -> dict[str, Any]:
    money = {fact.name for fact in ITEMS[name] if fact.kind == "money"}
    return {
        key.removesuffix("_cents"): str(Decimal(value).scaleb(-2)) if key in money else value
        for key, value in item.items()
    }


def lines(given: dict[str, Any], printer: Printer) -> list[str]:
    """All facts as `field=value`."""
    typed = [
        f"{fact.heading}={kept_dash(as_typed(fact, given[fact.name], printer))}"
        for fact in FACTS
        if fact.name not in DOTTED
    ]
    typed += [
        f"checklist.{key}={kept_dash(as_typed(answer_fact(key), said, printer))}"
        for key, said in given["checklist"].items()
    ]
    for language, words in given["translations"].items():
        typed += [
            f"translations.{language}.{name}={kept_dash(said)}" for name, said in words.items()
        ]
    return typed


ALL = st.fixed_dictionaries({fact.name: values(fact) for fact in FACTS})
