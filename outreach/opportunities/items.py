"""The parts, requirements and criteria of an opportunity, as they stand in its lists.

One that is put in, changed or taken out by its number leaves the others of its list as they are.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert
from sqlmodel import bindparam

from content.texts import Named
from outreach.opportunities.facts import FIRST, ITEMS, MODELS, MOST_ITEMS, blank_item
from outreach.refusal import Refusal
from outreach.store.query import delete, pick
from outreach.store.statement import Rows
from outreach.store.unit import Unit

Item = dict[str, Any]
LONGEST_NUMBER = 18
"""Figures of a number that is counted on from; a publisher's own key may be longer."""
NEW = "new"
"""Stands for the number of an item that has none yet."""


ITEMS_OF_OPPORTUNITY = {
    name: pick(*(getattr(model, column) for column in model.model_fields))
    .where(model.opportunity_id == bindparam("opportunity"))
    .order_by(model.id)
    for name, model in MODELS.items()
}
ITEM_ADD = {name: insert(model) for name, model in MODELS.items()}
ITEM_REMOVE = {
    name: delete(model).where(model.id == bindparam("item")) for name, model in MODELS.items()
}
UNCOUNTED = {"requirements": {"unmet": 0}}
"""What a row holds beside the facts of its item."""


def items_of(unit: Unit, name: str, opportunity: int) -> Rows[Any]:
    """Return a list of an opportunity in its order, with the columns of its model."""
    return unit.run(ITEMS_OF_OPPORTUNITY[name], {"opportunity": opportunity})


def add_items(unit: Unit, name: str, opportunity: int, items: Sequence[Item]) -> None:
    """Add items at the end of a list; facts that they do not name stay empty."""
    rows = [
        {"opportunity_id": opportunity} | blank_item(name) | UNCOUNTED.get(name, {}) | item
        for item in items
    ]
    if rows:
        unit.run(ITEM_ADD[name], rows)


def set_items(
    unit: Unit, name: str, opportunity: int, given: Sequence[Item] | Mapping[str, Item | None]
) -> bool:
    """Replace a list as a whole, or change some of its items; returns True if that changed it.

    What stays the same keeps its count, and its row if the order allows.
    """
    have = items_of(unit, name, opportunity)
    names = [fact.name for fact in ITEMS[name]]
    before = [{fact: getattr(item, fact) for fact in names} for item in have]
    wanted = with_items(name, before, given) if isinstance(given, Mapping) else given
    after = [blank_item(name) | item for item in wanted]
    if before == after:
        return False
    if len(after) > MOST_ITEMS:
        raise Refusal("refusal-many", field=Named("fact", name), given=len(after), most=MOST_ITEMS)
    kept = _beginning(before, after)
    gone = [number for number in range(len(have)) if number not in kept]
    new = after[len(kept) :]
    if gone:
        unit.run(ITEM_REMOVE[name], [{"item": have[number].id} for number in gone])
    add_items(unit, name, opportunity, [_counted(name, item, have, before, gone) for item in new])
    return True


def with_items(name: str, have: Sequence[Item], given: Mapping[str, Item | None]) -> list[Item]:
    """Return a list with items changed by number, a part by its key; None removes one.

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
    """Return the number after the highest, counting items that go: it may be signed up for."""
    numbers = {*items, *(_number(item, place) for place, item in enumerate(have, 1))}
    short = (
        int(number) for number in numbers if number.isdecimal() and len(number) <= LONGEST_NUMBER
    )
    return str(max(short, default=0) + 1)


def _fresh(name: str, key: str) -> Item:
    return blank_item(name) | ({"key": key} if name == "parts" else {})


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


def _counted(
    name: str, item: Item, have: Rows[Any], before: Sequence[Item], gone: Sequence[int]
) -> Item:
    """Return a requirement with the count that it had before it was moved."""
    again = next((old for old in gone if before[old] == item), None)
    if again is None or name != "requirements":
        return item
    return item | {"unmet": have[again].unmet}


def _beginning(before: Sequence[Item], after: Sequence[Item]) -> list[int]:
    """Find the old rows that can stay: lists are in order of id, so new rows follow old ones."""
    kept: list[int] = []
    for facts in after:
        start = kept[-1] + 1 if kept else 0
        later = (number for number in range(start, len(before)) if before[number] == facts)
        found = next(later, None)
        if found is None:
            break
        kept.append(found)
    return kept
