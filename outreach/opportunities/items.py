"""One part, requirement or criterion that is put in, changed or taken out; the others of
its list stay as they are.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from content.texts import Named
from outreach.refusal import Refusal

FIRST = {"parts": "title", "requirements": "text", "criteria": "text"}
"""The fact that an item of a list cannot do without, and by which it is known again."""
BLANK: dict[str, dict[str, Any]] = {
    "parts": {"title": "", "description": "", "budget_cents": None, "say": "", "translations": {}},
    "requirements": {"text": "", "kinds": [], "alternative": "", "translations": {}},
    "criteria": {"text": "", "weight": 0, "translations": {}},
}
LONGEST_NUMBER = 18
"""Figures of a number that is counted on from; a publisher's own key may be longer."""
NEW = "new"
"""Stands for the number of an item that has none yet."""
Item = dict[str, Any]


def with_items(name: str, have: Sequence[Item], given: Mapping[str, Item | None]) -> list[Item]:
    """Give a list with some of its items changed: by number, a part by its key; None takes one out.

    A number that is not there yet puts one in, at the end; it needs its first fact.
    """
    items: dict[str, Item] = {
        _number(item, place): dict(item) for place, item in enumerate(have, 1)
    }
    for number, facts in given.items():
        known = next((key for key in items if key.casefold() == number.casefold()), None)
        if facts is None and known is None:
            raise Refusal(
                "refusal-item",
                given=number,
                what=Named("fact", name),
                allowed=list(items) or "none",
            )
        if facts is None:
            del items[str(known)]
        else:
            key = known or (_next(items, have) if number == NEW else number)
            items[key] = _filled(name, key, items.get(key) or _fresh(name, key), facts)
    return list(items.values())


def _number(item: Item, place: int) -> str:
    return str(item["key"]) if "key" in item else str(place)


def _next(items: Mapping[str, Item], have: Sequence[Item]) -> str:
    """The number after the highest, also of one that goes: a lower one may still be
    what somebody signed up for.
    """
    numbers = {*items, *(_number(item, place) for place, item in enumerate(have, 1))}
    short = (
        int(number) for number in numbers if number.isdecimal() and len(number) <= LONGEST_NUMBER
    )
    return str(max(short, default=0) + 1)


def _fresh(name: str, key: str) -> Item:
    return BLANK[name] | ({"key": key} if name == "parts" else {})


def _filled(name: str, number: str, item: Item, facts: Item) -> Item:
    words = {language: dict(known) for language, known in item["translations"].items()}
    for language, given in facts.get("translations", {}).items():
        words[language] = {
            word: text for word, text in (words.get(language, {}) | given).items() if text
        }
    filled = (
        item
        | facts
        | {"translations": {language: known for language, known in words.items() if known}}
    )
    if not filled[FIRST[name]]:
        raise Refusal("refusal-item-empty", given=number, what=Named("fact", name))
    return filled
