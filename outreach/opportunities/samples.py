"""Put the demo municipality's places and opportunities into a store, opened as from today."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from content.samples import waterdam
from outreach.opportunities.edit import find_by_tender_id, new_opportunity
from outreach.opportunities.facts import FACTS, ITEMS
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.notation import end_of_day
from outreach.opportunities.place import add_places
from outreach.opportunities.street import POSTCODE, STREET
from outreach.opportunities.street_list import StreetRow, replace_streets
from outreach.store.unit import Unit


def add_samples(
    unit: Unit, *, ocid_prefix: str, zone: ZoneInfo, today: datetime | None = None
) -> int:
    """Store and open the samples that are not there yet; returns how many were added.

    Their days are counted from `today`, also where they open on an earlier one.
    """
    town = waterdam()
    add_places(unit, places=list(town.places))
    replace_streets(unit, rows=_street_rows(town.streets))
    added = 0
    for sample in town.opportunities:
        if find_by_tender_id(unit, tender_id=sample["tender_id"]) is None:
            facts = sample_facts(sample, (today or unit.now).astimezone(zone))
            made = new_opportunity(
                unit, ocid_prefix=ocid_prefix, tender_id=sample["tender_id"], **facts
            )
            move_opportunity(unit, opportunity=made, state="open")
            added += 1
    return added


def _street_rows(streets: Iterable[tuple[str, str, str]]) -> list[StreetRow]:
    return [
        StreetRow(number, kind, name, code)
        for number, (street, postcode, code) in enumerate(streets, 1)
        for kind, name in ((STREET, street), (POSTCODE, postcode))
    ]


def sample_facts(sample: dict[str, Any], today: datetime) -> dict[str, Any]:
    """Turn a sample file into the facts of an opportunity, its days counted from today."""
    facts = {
        fact.name: sample[fact.name]
        for fact in FACTS
        if fact.name in sample and fact.name not in ITEMS
    }
    facts["value_cents"] = cents(sample.get("value"))
    for name in ("questions", "answers"):
        facts[f"{name}_until"] = end_of_day(today + timedelta(days=sample[f"{name}_in_days"]))
    if "plan_in_days" in sample:
        facts["plan_until"] = end_of_day(today + timedelta(days=sample["plan_in_days"]))
    facts["starts_on"] = (today + timedelta(days=sample["starts_in_days"])).date()
    facts["translations"] = {"en": _flat(sample["en"])}
    for name in ITEMS:
        facts[name] = [_item(item) for item in sample.get(name, ())]
    return facts


def _item(item: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in item.items() if name not in ("en", "budget")}
    budget = {"budget_cents": cents(item["budget"])} if "budget" in item else {}
    return kept | budget | {"translations": {"en": item["en"]}}


def _flat(words: dict[str, Any]) -> dict[str, str]:
    answers = {f"checklist.{key}": answer for key, answer in words.get("checklist", {}).items()}
    return {name: value for name, value in words.items() if name != "checklist"} | answers


def cents(amount: str | None) -> int | None:
    """Return an amount in euros as cents."""
    return None if amount is None else int(Decimal(amount) * 100)
