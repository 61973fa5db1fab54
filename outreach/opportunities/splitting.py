"""Contracts that are one by the look of them, and together reach a threshold.

What belongs together may not be split to stay below it (2014/24/EU, article 5).
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlmodel import bindparam, col

from content.texts import Money
from outreach.opportunities.checks import Remark, thresholds
from outreach.opportunities.opportunity import Opportunity, OpportunityPlace
from outreach.store.among import among
from outreach.store.query import pick
from outreach.store.unit import Unit

PLACES_OF_ONE = pick(OpportunityPlace.place_id).where(
    OpportunityPlace.opportunity_id == bindparam("opportunity")
)
CONTRACTS_BESIDE = (
    pick(
        Opportunity.id,
        Opportunity.tender_id,
        Opportunity.themes,
        Opportunity.value_cents,
        Opportunity.starts_on,
        Opportunity.created_at,
    )
    .join(OpportunityPlace, col(OpportunityPlace.opportunity_id) == col(Opportunity.id))
    .where(
        Opportunity.id != bindparam("opportunity"),
        Opportunity.arrangement == "contract",
        Opportunity.state != "withdrawn",
        Opportunity.currency == "EUR",
        col(Opportunity.value_cents).is_not(None),
        among(col(OpportunityPlace.place_id), "places"),
    )
    .order_by(col(Opportunity.id))
)


def split(unit: Unit, row: Opportunity, today: date) -> Iterator[Remark]:
    """Remark that a contract stays below a threshold only beside others of its kind.

    Of its kind are those of a place, a theme and a year of its own.
    """
    limits = thresholds(row, today)
    if row.arrangement != "contract" or not row.value_cents or row.currency != "EUR" or not limits:
        return
    limit = min(limits.values())
    about = {"opportunity": row.id}
    places = unit.run(PLACES_OF_ONE, about).scalars()
    rows = unit.run(CONTRACTS_BESIDE, about | {"places": places}) if places else ()
    # one that shares two places is there twice
    beside = {
        other.id: other
        for other in rows
        if {*other.themes} & {*row.themes} and _year(other) == _year(row)
    }
    total = row.value_cents + sum(other.value_cents for other in beside.values())
    if row.value_cents < limit <= total:
        others = [other.tender_id for other in beside.values()]
        yield Remark("warning-split", {"others": others, "total": Money(total), "threshold": limit})


def _year(row: Any) -> int:
    year: int = (row.starts_on or row.created_at).year
    return year
