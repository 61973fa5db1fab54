"""Facts with which an opportunity is fit to open, for tests that are about something else."""

from datetime import timedelta
from typing import Any

from outreach.opportunities.edit import new_opportunity, set_facts
from outreach.opportunities.place import add_places
from outreach.opportunities.questions import checklist
from outreach.store.unit import Unit

WATERDAM = {"code": "GM9901", "year": 2026, "name": "Waterdam"}
FIT: dict[str, Any] = {
    "title": "Zorg mee",
    "summary": "Wij zoeken buren die meehelpen.",
    "description": "Samen zorgen we voor elkaar.",
    "direction": "informal",
    "arrangement": "no_money",
    "municipality_role": "facilitator",
    "themes": ["zorg"],
    "official": "Nadia de Wit",
    "checklist": dict.fromkeys(checklist("combined"), "Geregeld."),
    "places": ["GM9901"],
}


def new_fit(unit: Unit, /, *, tender_id: str = "T-1", **facts: Any) -> int:
    """Make a draft that can open; answers are taken for a week."""
    add_places(unit, places=[dict(WATERDAM)])
    given = FIT | {"answers_until": unit.now + timedelta(days=7)} | facts
    return new_opportunity(unit, tender_id=tender_id, ocid_prefix="ocds-xxxxxx", **given)


def make_fit(unit: Unit, /, *, opportunity: int, **facts: Any) -> None:
    """Fill in what a draft lacks, so that it can open."""
    add_places(unit, places=[dict(WATERDAM)])
    set_facts(
        unit,
        opportunity=opportunity,
        **(FIT | {"answers_until": unit.now + timedelta(days=7)} | facts),
    )
