"""One row of a table in the store: the rule behind a table's import."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Literal

from outreach.exchange.findings import ImportFinding
from outreach.exchange.stored import facts_of_many
from outreach.interests.fair import require_same_rules
from outreach.interests.news import published
from outreach.interests.tell import Telling, Told, tell_of_opportunity
from outreach.opportunities.edit import find_by_tender_id, new_opportunity, set_facts_of_many
from outreach.opportunities.facts import FIRST, blank_item
from outreach.opportunities.numbers import find_numbers
from outreach.opportunities.place import look_up, the_place
from outreach.refusal import Refusal
from outreach.store.unit import Unit

Outcome = Literal["made", "updated", "same"]
Given = tuple[str, dict[str, Any]]
"""A row as a rule takes it: the organisation's number, and the facts that it says."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was read: its place in the table, the organisation's number, and its facts.

    A row with something `wrong` is never stored; its other faults are reported together with that.
    """

    number: int
    tender_id: str
    facts: dict[str, Any]
    wrong: list[ImportFinding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a row, and who is told of it."""

    outcome: Outcome
    told: Told = field(default_factory=Told)


def save_row(
    unit: Unit,
    *,
    tender_id: str,
    facts: dict[str, Any],
    ocid_prefix: str,
    telling: Telling | None = None,
) -> Saved:
    """Make the opportunity of a row, or update it from the row; refuses what does not fit.

    Everybody interested is told what changed, if `telling` says how.
    """
    [saved] = _save(unit, [(tender_id, facts)], ocid_prefix, telling)
    return saved


def save_rows(unit: Unit, *, rows: Sequence[Row], ocid_prefix: str) -> Sequence[Saved | Refusal]:
    """Save rows that nobody is told about: all at once, or one by one if one does not fit.

    Also one by one if two are about the same record: what the second changes depends on the first.
    """
    given = [(row.tender_id, row.facts) for row in rows]
    known = find_numbers(unit, numbers=[number for number, _ in given])
    about = [known.get(number, number) for number, _ in given]
    if len(given) > 1 and len(set(about)) == len(about):
        with suppress(Refusal), unit.deed():
            return _save(unit, given, ocid_prefix)
    return [_saved(unit, row, ocid_prefix) for row in given]


def require_whole(tender_id: str, facts: dict[str, Any], *, new: bool = False) -> None:
    """Refuse an item of a list without its first fact, and a new row without a title."""
    for name, fact in FIRST.items():
        if any(not item.get(fact) for item in facts.get(name, ())):
            raise Refusal("exchange-item-empty", list=name)
    if new and not facts.get("title"):
        raise Refusal("exchange-title-missing", given=tender_id)


def news_of(
    facts: dict[str, Any], stored: dict[str, Any], places: Mapping[str, str]
) -> dict[str, Any]:
    """Return what a row says otherwise than what is stored; `places` has codes by name."""
    said = facts | {
        name: _completed(name, facts[name], stored[name]) for name in FIRST if name in facts
    }
    if "places" in said:
        said["places"] = sorted(places[name] for name in said["places"])
    if "checklist" in said:
        said["checklist"] = stored["checklist"] | said["checklist"]
    return {name: value for name, value in said.items() if stored[name] != value}


def listed_facts(facts: dict[str, Any]) -> dict[str, Any]:
    """Complete the items of a new record with what a table does not hold: key, translations."""
    return facts | {name: _completed(name, facts[name], []) for name in FIRST if name in facts}


def _saved(unit: Unit, row: Given, ocid_prefix: str) -> Saved | Refusal:
    try:
        with unit.deed():
            return _save(unit, [row], ocid_prefix)[0]
    except Refusal as refusal:
        return refusal


def _save(
    unit: Unit, rows: Sequence[Given], ocid_prefix: str, telling: Telling | None = None
) -> list[Saved]:
    known = find_numbers(unit, numbers=[tender_id for tender_id, _ in rows])
    for tender_id, facts in rows:
        require_whole(tender_id, facts, new=tender_id not in known)
        if tender_id not in known:
            _make(unit, tender_id, facts, ocid_prefix)
    stored = facts_of_many(unit, opportunities=sorted(set(known.values())))
    names = sorted({name for _, facts in rows for name in facts.get("places", ())})
    codes = {
        name: the_place(name, found).code for name, found in look_up(unit, names=names).items()
    }
    # Asked first, because a row about an opportunity that has ended is no fault as long as it says
    # nothing new.
    news = {
        known[number]: news_of(facts, stored[known[number]], codes)
        for number, facts in rows
        if number in known
    }
    set_facts_of_many(unit, facts={found: said for found, said in news.items() if said})
    told = {
        found: _told(unit, found, stored[found]["version"], telling)
        for found, said in news.items()
        if said
    }
    return [_outcome(known.get(number), told) for number, _ in rows]


def _make(unit: Unit, tender_id: str, facts: dict[str, Any], ocid_prefix: str) -> None:
    if find_by_tender_id(unit, tender_id=f"{ocid_prefix}-{tender_id}") is not None:
        raise Refusal("refusal-tender-id-taken", given=tender_id)
    new_opportunity(unit, tender_id=tender_id, ocid_prefix=ocid_prefix, **listed_facts(facts))


def _told(unit: Unit, opportunity: int, since: int, telling: Telling | None) -> Told:
    """Apply the rules of a public record, and tell everybody interested in it."""
    if not since:
        return Told()
    require_same_rules(
        unit, opportunity=opportunity, since=since, now=published(unit, opportunity=opportunity)
    )
    return (
        tell_of_opportunity(unit, opportunity=opportunity, since=since, telling=telling)
        if telling
        else Told()
    )


def _outcome(found: int | None, told: Mapping[int, Told]) -> Saved:
    if found is None:
        return Saved("made")
    return Saved("updated", told[found]) if found in told else Saved("same")


def _completed(
    name: str, items: Sequence[dict[str, Any]], have: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    before: dict[Any, list[dict[str, Any]]] = {}
    for item in have:
        before.setdefault(item[FIRST[name]], []).append(item)
    keys = {item.get("key") for item in have}
    completed = []
    for number, item in enumerate(items, 1):
        fresh = blank_item(name)
        if name == "parts":
            fresh["key"] = next(
                key for key in map(str, range(number, number + len(keys) + 1)) if key not in keys
            )
        # Each is taken once: two items of one name are two items.
        known = before.get(item[FIRST[name]])
        completed.append(fresh | (known.pop(0) if known else {}) | item)
        keys.add(completed[-1].get("key"))
    return completed
