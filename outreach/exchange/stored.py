"""The facts of a stored opportunity in the form in which exchanges compare and write them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlmodel import col

from outreach.exchange.notation import FarOff, near
from outreach.exchange.own_facts import no_facts
from outreach.opportunities.opportunity import (
    Criterion,
    Opportunity,
    OpportunityPlace,
    Part,
    Requirement,
)
from outreach.opportunities.place import Place
from outreach.store.among import among
from outreach.store.query import pick
from outreach.store.unit import Unit

LISTS: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "parts": (Part, ("key", "title", "description", "budget_cents", "say", "translations")),
    "requirements": (Requirement, ("kinds", "text", "alternative", "translations")),
    "criteria": (Criterion, ("text", "weight", "translations")),
}
SOME = "opportunities"
PLAIN_FACTS = (
    *(name for name in no_facts() if name not in (*LISTS, "places")),
    "tender_id",
    "official",
    "version",
)
PLAIN = (
    pick(Opportunity.id, *(getattr(Opportunity, name) for name in PLAIN_FACTS))
    .where(among(col(Opportunity.id), SOME))
    .order_by(col(Opportunity.id))
)
LISTED = {
    name: pick(model.opportunity_id, *(getattr(model, fact) for fact in facts))
    .where(among(model.opportunity_id, SOME))
    .order_by(model.id)
    for name, (model, facts) in LISTS.items()
}
PLACES_OF = (
    pick(OpportunityPlace.opportunity_id, Place.code, Place.name, Place.kind)
    .join(Place, col(OpportunityPlace.place_id) == col(Place.id))
    .where(among(col(OpportunityPlace.opportunity_id), SOME))
    .order_by(col(Place.code))
)
KNOWN = pick(Place.code, Place.id).where(among(col(Place.code), "codes"))


def stored_facts(unit: Unit, row: Opportunity) -> dict[str, Any]:
    """Give all facts of an opportunity that an exchange carries, its lists and places with it.

    A date in a year that nobody means counts as none: an older import may have
    stored what is refused today.
    """
    found = facts_of_many(unit, opportunities=[row.id])[row.id]
    return {name: found[name] for name in no_facts()}


def facts_of_many(unit: Unit, *, opportunities: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Give all facts of opportunities in few statements, however many there are, in order of id.

    With them `tender_id`, `official` and `version`, which no release carries.
    """
    wanted = {"opportunities": list(opportunities)}
    found: dict[int, dict[str, Any]] = {}
    for id, *values in unit.run(PLAIN, wanted):
        facts = {name: _meant(value) for name, value in zip(PLAIN_FACTS, values, strict=True)}
        found[id] = facts | {"places": [], **{name: [] for name in LISTS}}
    for id, code, _, _ in unit.run(PLACES_OF, wanted):
        found[id]["places"].append(code)
    for name, statement in LISTED.items():
        for id, *values in unit.run(statement, wanted):
            found[id][name].append(dict(zip(LISTS[name][1], values, strict=True)))
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
        for _, code, name, kind in unit.run(PLACES_OF, {"opportunities": [opportunity]})
    ]


def known_places(unit: Unit, codes: Iterable[str]) -> dict[str, int]:
    """The places among these codes that the store has, each with the id of its newest year."""
    rows = unit.connection.execute(KNOWN.order_by(col(Place.year)), {"codes": sorted(codes)})
    return {row.code: row.id for row in rows}
