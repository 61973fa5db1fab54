"""The facts of an exchange that OCDS has no field for, and the object that holds them.

`tender.x_kansenbode` holds a fact of ours if plain OCDS would not return the same value, and `by`:
the organisation that wrote it. The contact official is left out: a member of staff's name is no
open data, and one of another organisation is no contact here.

`bids.details[].x_kansenbode` holds one fact, `outcome`: "agreed" or "declined", once the decision
was made. OCDS has no status for a bid that was fit and not chosen: both are "valid", and
"disqualified" would be untrue.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from outreach.exchange.findings import ImportFinding
from outreach.opportunities import readers
from outreach.opportunities.facts import FACTS, Fact, blank_item, no_facts
from outreach.opportunities.notation import write_moment
from outreach.opportunities.readers import Misfit

OWN = "x_kansenbode"


def write_own(facts: Mapping[str, Any], plain: Mapping[str, Any], by: str) -> dict[str, Any]:
    """Return the object for a release: the facts that plain OCDS would change."""
    return {"by": by} | {
        name: _written(facts[name]) for name in no_facts() if facts[name] != plain[name]
    }


def read_own(held: object) -> tuple[dict[str, Any], list[ImportFinding]]:
    """Read the object back; a fact that is not of its kind is left out, with a finding."""
    facts: dict[str, Any] = {}
    findings: list[ImportFinding] = []
    for fact in FACTS:
        if fact.exchanged and isinstance(held, dict) and fact.name in held:
            try:
                facts[fact.name] = readers.held(fact, held[fact.name])
            except Misfit as misfit:
                findings.append(_finding(fact, misfit))
    return facts, findings


def written_by(release: Mapping[str, Any]) -> str | None:
    """Return which organisation's Kansenbode wrote a release, or None."""
    tender = release.get("tender")
    held = tender.get(OWN) if isinstance(tender, dict) else None
    by = held.get("by") if isinstance(held, dict) else None
    return by if isinstance(by, str) else None


def part_facts(**values: Any) -> dict[str, Any]:
    """Return a part with all its facts."""
    return blank_item("parts") | values


def criterion_facts(text: str, weight: int) -> dict[str, Any]:
    """Return a criterion with all its facts."""
    return blank_item("criteria") | {"text": text, "weight": weight}


def _finding(fact: Fact, misfit: Misfit) -> ImportFinding:
    """Name the fact that does not fit, and its limit if it has one."""
    if misfit.reason in ("long", "many", "range"):
        return ImportFinding("exchange-own-beyond", facts={"field": fact.name, **misfit.facts})
    return ImportFinding("exchange-own-wrong", facts={"field": fact.name})


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return write_moment(value)
    return value.isoformat() if isinstance(value, date) else value
