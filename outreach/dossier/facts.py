"""The facts of a published version in words, as they stand in a dossier."""

from collections.abc import Container, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from content.texts import Money, Spoken
from outreach.opportunities.facts import FACTS, Fact
from outreach.opportunities.questions import answer_fact

LEFT_OUT = ("currency", "language", "origin", "translations")
"""Facts that stand beside others, or that residents do not meet."""


def facts_in_words(
    say: Spoken, facts: Mapping[str, Any], places: Mapping[int, str], names: Container[str]
) -> Iterator[tuple[str, str]]:
    """Yield the heading and the value of each fact among `names` that a version has."""
    for fact in FACTS:
        value = facts.get(fact.name)
        told = fact.name in names and fact.name not in LEFT_OUT
        if told and value not in (None, "", [], {}):
            yield _heading(say, fact.name), _value(say, fact, value, facts, places)


def _heading(say: Spoken, name: str) -> str:
    return say.text("commands-column", name.removesuffix("_cents").replace("_", "-"))


def _value(
    say: Spoken, fact: Fact, value: Any, facts: Mapping[str, Any], places: Mapping[int, str]
) -> str:
    match fact.kind:
        case "code" | "codes":
            codes = value if isinstance(value, list) else [value]
            return say.names(fact.codelist, codes)
        case "places":
            return say.shown([places.get(number, str(number)) for number in value])
        case "money":
            return say.shown(Money(value, facts.get("currency") or "EUR"))
        case "yes-no":
            return say.text("commands-answer", "yes" if value else "no")
        case "day":
            return say.shown(date.fromisoformat(value))
        case "deadline" | "start":
            return say.shown(datetime.fromisoformat(value))
        case "checklist":
            return "\n".join(_answers(say, value))
        case "items":
            return "\n".join(_items(say, value, facts))
        case _:
            return str(value)


def _answers(say: Spoken, answers: Mapping[str, str]) -> Iterator[str]:
    for key, answer in answers.items():
        if answer:
            name, codelist = key.replace("_", "-"), answer_fact(key).codelist
            known = say.texts.has("code-checklist", name)
            asked = say.text("code-checklist", name) if known else key
            yield f"{asked} {say.name(codelist, answer) if codelist else answer}"


def _items(say: Spoken, items: list[Mapping[str, Any]], facts: Mapping[str, Any]) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        said = [str(item.get("title") or item.get("text") or "")]
        if item.get("kinds"):
            said.append(f"({say.names('party', item['kinds'])})")
        if item.get("weight"):
            said.append(f"({say.text('page-percent', weight=item['weight'])})")
        if item.get("budget_cents"):
            budget = Money(item["budget_cents"], facts.get("currency") or "EUR")
            said.append(f"({say.shown(budget)})")
        more = [item.get("description"), item.get("alternative")]
        yield " ".join([f"{number}.", *said, *(part for part in more if part)])
