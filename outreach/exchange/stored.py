"""The facts of a stored opportunity in the form in which exchanges compare and write them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlmodel import col

from outreach.opportunities.facts import ITEMS, MODELS, STORED, no_facts
from outreach.opportunities.notation import FarOff, near
from outreach.opportunities.opportunity import Opportunity, OpportunityPlace
from outreach.opportunities.place import Place
from outreach.store.among import among
from outreach.store.query import pick
from outreach.store.unit import Unit

SOME = "opportunities"
COLUMNS = (*STORED, "tender_id", "version")
FACTS_OF_OPPORTUNITIES = (
    pick(Opportunity.id, *(getattr(Opportunity, name) for name in COLUMNS))
    .where(among(col(Opportunity.id), SOME))
    .order_by(col(Opportunity.id))
)
ITEMS_OF_OPPORTUNITIES = {
    name: pick(model.opportunity_id, *(getattr(model, fact.name) for fact in ITEMS[name]))
    .where(among(model.opportunity_id, SOME))
    .order_by(model.id)
    for name, model in MODELS.items()
}
PLACES_OF_OPPORTUNITIES = (
    pick(OpportunityPlace.opportunity_id, Place.code, Place.name, Place.kind)
    .join(Place, col(OpportunityPlace.place_id) == Place.id)
    .where(among(col(OpportunityPlace.opportunity_id), SOME))
    .order_by(col(Place.code))
)
PLACES_BY_YEAR = (
    pick(Place.code, Place.id).where(among(Place.code, "codes")).order_by(col(Place.year))
)


def stored_facts(unit: Unit, row: Opportunity) -> dict[str, Any]:
    """Return all facts of an opportunity that an exchange carries, its lists and places with it.

    A date in a year that nobody means counts as none: an older import may have
    stored what is refused today.
    """
    found = facts_of_many(unit, opportunities=[row.id])[row.id]
    return {name: found[name] for name in no_facts()}


def facts_of_many(unit: Unit, *, opportunities: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Return all facts of opportunities in few statements, however many there are, in order of id.

    With them `tender_id`, `official` and `version`, which no release carries.
    """
    wanted = {"opportunities": list(opportunities)}
    found: dict[int, dict[str, Any]] = {}
    for number, *values in unit.run(FACTS_OF_OPPORTUNITIES, wanted):
        facts = {name: _meant(value) for name, value in zip(COLUMNS, values, strict=True)}
        found[number] = facts | {"places": [], **{name: [] for name in ITEMS}}
    for number, code, _, _ in unit.run(PLACES_OF_OPPORTUNITIES, wanted):
        found[number]["places"].append(code)
    for name, statement in ITEMS_OF_OPPORTUNITIES.items():
        names = [fact.name for fact in ITEMS[name]]
        for number, *values in unit.run(statement, wanted):
            found[number][name].append(dict(zip(names, values, strict=True)))
    return found


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
    return [
        (code, name, kind)
        for _, code, name, kind in unit.run(
            PLACES_OF_OPPORTUNITIES, {"opportunities": [opportunity]}
        )
    ]


def known_places(unit: Unit, codes: Iterable[str]) -> dict[str, int]:
    """The places among these codes that the store has, each with the id of its newest year."""
    return dict(unit.run(PLACES_BY_YEAR, {"codes": sorted(codes)}))
