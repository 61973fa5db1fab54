"""The facts of a stored opportunity in the form in which exchanges compare and write them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any

from sqlmodel import bindparam, col

from outreach.exchange.notation import FarOff, near
from outreach.exchange.own_facts import no_facts
from outreach.opportunities.edit import listed
from outreach.opportunities.opportunity import Criterion, Opportunity, OpportunityPlace, Part, Requirement
from outreach.opportunities.place import Place
from outreach.store.columns import pick
from outreach.store.unit import Unit

LISTS: dict[str, tuple[type[Any], set[str]]] = {
    "parts": (Part, {"key", "title", "description", "budget_cents", "say", "translations"}),
    "requirements": (Requirement, {"kinds", "text", "alternative", "translations"}),
    "criteria": (Criterion, {"text", "weight", "translations"}),
}
PLACES = pick(Place.code, Place.name, Place.kind).join(
    OpportunityPlace, col(OpportunityPlace.place_id) == col(Place.id)
)
PLACES_OF = PLACES.where(col(OpportunityPlace.opportunity_id) == bindparam("opportunity")).order_by(col(Place.code))
KNOWN = pick(Place.code, Place.id).where(col(Place.code).in_(bindparam("codes", expanding=True)))


def stored_facts(unit: Unit, row: Opportunity) -> dict[str, Any]:
    """Give all facts of an opportunity that an exchange carries, its lists and places with it.

    A date in a year that nobody means counts as none: an older import may have stored what is refused today.
    """
    facts = {name: _meant(getattr(row, name)) for name in no_facts() if name not in (*LISTS, "places")}
    facts["places"] = [code for code, _, _ in places_of(unit, row.id)]
    for name, (model, fields) in LISTS.items():
        facts[name] = [item.model_dump(include=fields) for item in listed(unit, model, row.id)]
    return facts


def _meant(value: Any) -> Any:
    if not isinstance(value, date):
        return value
    try:
        near(value if isinstance(value, datetime) else datetime.combine(value, time(), UTC))
    except FarOff:
        return None
    return value


def places_of(unit: Unit, opportunity: int) -> list[tuple[str, str, str]]:
    """The places of an opportunity: code, name and kind, in order of code."""
    return [(code, name, kind) for code, name, kind in unit.connection.execute(PLACES_OF, {"opportunity": opportunity})]


def known_places(unit: Unit, codes: Iterable[str]) -> dict[str, int]:
    """The places among these codes that the store has, each with the id of its newest year."""
    rows = unit.connection.execute(KNOWN.order_by(col(Place.year)), {"codes": sorted(codes)})
    return {row.code: row.id for row in rows}
