"""One row of a table in the store: the rule behind a table's import."""

from collections.abc import Sequence
from typing import Any, Literal

from outreach.exchange.stored import LISTS
from outreach.opportunities.edit import find_by_tender_id, listed, new_opportunity, set_facts
from outreach.store.errors import Refusal
from outreach.store.unit import Unit

FIRST = {"parts": "title", "requirements": "text", "criteria": "text"}
"""The fact that an item of a list cannot do without, and by which it is known again."""

Outcome = Literal["made", "updated", "same"]


def save_row(unit: Unit, *, tender_id: str, facts: dict[str, Any], ocid_prefix: str) -> Outcome:
    """Make the opportunity of a row, or change what the row says otherwise; refuses what does not fit."""
    found = find_by_tender_id(unit, tender_id=tender_id)
    for name, fact in FIRST.items():
        if any(not item.get(fact) for item in facts.get(name, ())):
            raise Refusal("exchange-item-empty", list=name)
    if found is None:
        if not facts.get("title"):
            raise Refusal("exchange-title-missing", given=tender_id)
        if find_by_tender_id(unit, tender_id=f"{ocid_prefix}-{tender_id}") is not None:
            raise Refusal("refusal-tender-id-taken", given=tender_id)
        new_opportunity(unit, tender_id=tender_id, ocid_prefix=ocid_prefix, **_listed(unit, None, facts))
        return "made"
    return "updated" if set_facts(unit, opportunity=found, **_listed(unit, found, facts)) else "same"


def _listed(unit: Unit, opportunity: int | None, facts: dict[str, Any]) -> dict[str, Any]:
    """Complete the items of lists with what a table does not hold: a part's key, and translations."""
    return facts | {name: _items(unit, opportunity, name, facts[name]) for name in FIRST if name in facts}


def _items(unit: Unit, opportunity: int | None, name: str, items: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    model, fields = LISTS[name]
    have = [] if opportunity is None else [item.model_dump(include=fields) for item in listed(unit, model, opportunity)]
    before = {item[FIRST[name]]: item for item in have}
    keys = {item.get("key") for item in have}
    completed = []
    for number, item in enumerate(items, 1):
        fresh: dict[str, Any] = {}
        if name == "parts":
            fresh["key"] = next(key for key in map(str, range(number, number + len(keys) + 1)) if key not in keys)
        if name == "criteria":
            fresh["weight"] = 0
        completed.append(fresh | before.get(item[FIRST[name]], {}) | item)
        keys.add(completed[-1].get("key"))
    return completed
