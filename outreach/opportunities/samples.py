"""Put the demo municipality's places and opportunities into a store, opened as from today."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from content.samples import waterdam
from outreach.opportunities.deadline import end_of_day
from outreach.opportunities.edit import find_by_tender_id, new_opportunity
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.place import add_places
from outreach.store.unit import Unit


def add_samples(unit: Unit, *, ocid_prefix: str, zone: ZoneInfo) -> int:
    """Store and open the samples that are not there yet; returns how many were added."""
    town = waterdam()
    add_places(unit, places=list(town.places))
    added = 0
    for sample in town.opportunities:
        if find_by_tender_id(unit, tender_id=sample["tender_id"]) is None:
            facts = sample_facts(sample, unit.now.astimezone(zone))
            id = new_opportunity(
                unit, ocid_prefix=ocid_prefix, tender_id=sample["tender_id"], **facts
            )
            move_opportunity(unit, opportunity=id, state="open")
            added += 1
    return added


def sample_facts(sample: dict[str, Any], today: datetime) -> dict[str, Any]:
    """Turn a sample file into the facts of an opportunity, its days counted from today."""
    same = (
        "direction",
        "origin",
        "title",
        "summary",
        "description",
        "arrangement",
        "municipality_role",
        "contributions",
        "cooperation",
        "themes",
        "places",
        "duration",
        "official",
        "checklist",
    )
    facts = {name: sample[name] for name in same if name in sample}
    facts["value_cents"] = _cents(sample.get("value"))
    for name in ("questions", "answers"):
        facts[f"{name}_until"] = end_of_day(today + timedelta(days=sample[f"{name}_in_days"]))
    facts["starts_on"] = (today + timedelta(days=sample["starts_in_days"])).date()
    facts["translations"] = {"en": _flat(sample["en"])}
    facts["parts"] = [
        _item(part, budget_cents=_cents(part.get("budget"))) for part in sample.get("parts", ())
    ]
    facts["requirements"] = [_item(item) for item in sample.get("requirements", ())]
    facts["criteria"] = [_item(item) for item in sample.get("criteria", ())]
    return facts


def _item(item: dict[str, Any], **more: Any) -> dict[str, Any]:
    kept = {name: value for name, value in item.items() if name not in ("en", "budget")}
    return kept | more | {"translations": {"en": item["en"]}}


def _flat(words: dict[str, Any]) -> dict[str, str]:
    answers = {f"checklist.{key}": answer for key, answer in words.get("checklist", {}).items()}
    return {name: value for name, value in words.items() if name != "checklist"} | answers


def _cents(amount: str | None) -> int | None:
    return None if amount is None else int(Decimal(amount) * 100)
