"""The venues beside the people: which get a card with a campaign, and which could."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import bindparam, col

from outreach.opportunities.opportunity import OpportunityPlace
from outreach.opportunities.place import Place
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.venues.register import VenueLine, all_venues

CONFIRMED = "confirmed"
PLACE_OF_OPPORTUNITY = (
    pick(Place.name)
    .join(OpportunityPlace, col(OpportunityPlace.place_id) == col(Place.id))
    .where(OpportunityPlace.opportunity_id == bindparam("opportunity"))
)


@dataclass(frozen=True, slots=True)
class Beside:
    """The venues of a campaign, by what it does with them.

    `posted` get a card from us, `by_hand` a text or poster that staff spread, `not_ready` are
    chosen but not confirmed, or left. `proposed` are others that could be chosen, those near the
    opportunity first.
    """

    posted: list[VenueLine]
    by_hand: list[VenueLine]
    not_ready: list[VenueLine]
    proposed: list[VenueLine]


def venues_beside(unit: Unit, *, opportunity: int, codes: Sequence[str]) -> Beside:
    """Sort the venues by what a campaign does with them."""
    venues = all_venues(unit)
    chosen = [venue for venue in venues if venue.code in codes]
    ready = [venue for venue in chosen if venue.state == CONFIRMED]
    here = set(unit.run(PLACE_OF_OPPORTUNITY, {"opportunity": opportunity}).scalars())
    others = [venue for venue in venues if venue.code not in codes and venue.state == CONFIRMED]
    return Beside(
        posted=[venue for venue in ready if venue.channel],
        by_hand=[venue for venue in ready if not venue.channel],
        not_ready=[venue for venue in chosen if venue.state != CONFIRMED],
        proposed=sorted(others, key=lambda venue: (venue.place not in here, venue.name)),
    )
