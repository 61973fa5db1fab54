"""An opportunity's facts laid over the tender that it was imported from, or over nothing.

Only what differs from what the source says is laid, so that a record nobody
touched comes out word for word.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from outreach.exchange.ocds.release import GAZETTEERS
from outreach.opportunities.notation import write_moment
from outreach.opportunities.picture import PictureView

Facts = Mapping[str, Any]
PERIODS = {
    "questions_until": ("enquiryPeriod", "endDate"),
    "answers_until": ("tenderPeriod", "endDate"),
    "starts_on": ("contractPeriod", "startDate"),
}


def lay_facts(
    tender: dict[str, Any],
    facts: Facts,
    plain: Facts,
    *,
    status: str,
    places: Sequence[tuple[str, str, str]],
    zone: ZoneInfo,
) -> dict[str, Any]:
    """Return the tender with our facts over it.

    `plain` is what it said before, `places` are codes with names and kinds.
    """
    laid = dict(tender) | {"status": status}
    for name in ("title", "description"):
        if facts[name] != plain[name]:
            laid[name] = facts[name]
    if _differ(facts, plain, "value_cents", "currency"):
        laid["value"] = _object(laid, "value") | _value(facts["value_cents"], facts["currency"])
    for name, (period, end) in PERIODS.items():
        if facts[name] != plain[name]:
            laid[period] = _object(laid, period) | {end: _written(facts[name], zone)}
    if facts["parts"] != plain["parts"]:
        laid["lots"] = _lots(laid.get("lots"), facts, plain["parts"], status)
    if facts["criteria"] != plain["criteria"]:
        laid |= _criteria(facts["criteria"])
    if facts["requirements"] and not laid.get("eligibilityCriteria"):
        laid["eligibilityCriteria"] = "\n".join(
            _requirement(item) for item in facts["requirements"]
        )
    if missing := [place for place in places if place[0] not in plain["places"]]:
        laid["items"] = [*_list(laid.get("items")), *_items(missing, laid)]
    return laid


def lay_picture(tender: dict[str, Any], photo: PictureView, address: str) -> None:
    """Name our photo among the documents (OCDS: `illustration`), after those of the source."""
    document = {
        "id": f"foto-{photo.sha256[:8]}",
        "documentType": "illustration",
        "title": photo.alt,
        "url": f"{address.rstrip('/')}{photo.path}",
        "format": photo.media_type,
    }
    if photo.credit:
        document["author"] = photo.credit
    tender["documents"] = [*_list(tender.get("documents")), document]


def _differ(facts: Facts, plain: Facts, *names: str) -> bool:
    return any(facts[name] != plain[name] for name in names)


def _value(cents: int | None, currency: str) -> dict[str, Any]:
    if cents is None:
        return {"amount": None}
    return {"amount": cents // 100 if cents % 100 == 0 else cents / 100, "currency": currency}


def _written(moment: Any, zone: ZoneInfo) -> str | None:
    """A moment as OCDS writes it; a date is the beginning of that day."""
    if isinstance(moment, date) and not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(), zone)
    return None if moment is None else write_moment(moment)


def _lots(source: Any, facts: Facts, plain: Sequence[Facts], status: str) -> list[Any]:
    """Our parts as lots, in our order; then those of the source that staff removed, cancelled."""
    lots = {str(lot.get("id")): lot for lot in _list(source) if isinstance(lot, dict)}
    before = {part["key"]: part for part in plain}
    laid = []
    for part in facts["parts"]:
        lot = {"id": part["key"], "status": status} | lots.pop(part["key"], {})
        old = before.get(part["key"], {})
        lot |= {
            name: part[name] for name in ("title", "description") if part[name] != old.get(name, "")
        }
        if part["budget_cents"] != old.get("budget_cents"):
            value = _value(part["budget_cents"], facts["currency"])
            lot["value"] = _object(lot, "value") | value
        laid.append(lot)
    return laid + [lot | {"status": "cancelled"} for lot in lots.values()]


def _criteria(criteria: Sequence[Facts]) -> dict[str, Any]:
    if not criteria:
        return {"awardCriteriaDetails": None}
    lines = (f"{item['weight']}% {item['text']}" for item in criteria)
    return {"awardCriteria": "ratedCriteria", "awardCriteriaDetails": "\n".join(lines)}


def _requirement(item: Facts) -> str:
    return f"{item['text']} {item['alternative']}".strip()


def _items(places: Sequence[tuple[str, str, str]], tender: dict[str, Any]) -> list[dict[str, Any]]:
    """One item per kind of place: OCDS only knows places by what is delivered there."""
    taken = {str(item.get("id")) for item in _list(tender.get("items")) if isinstance(item, dict)}
    items = []
    for kind, scheme in GAZETTEERS.items():
        here = [(code, name) for code, name, place_kind in places if place_kind == kind]
        if here:
            names = (f"{scheme}-{n}" if n else scheme for n in range(len(taken) + 1))
            free = next(name for name in names if name not in taken)
            location = {
                "description": ", ".join(name for _, name in here),
                "gazetteer": {"scheme": scheme, "identifiers": [code for code, _ in here]},
            }
            items.append(
                {"id": free, "description": tender.get("title"), "deliveryLocation": location}
            )
    return items


def _object(held: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = held.get(name)
    return found if isinstance(found, dict) else {}


def _list(held: Any) -> list[Any]:
    return held if isinstance(held, list) else []
