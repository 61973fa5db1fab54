"""The funnel: which origin brought how many people how far. A person who shared is never shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func
from sqlmodel import bindparam, case, col

from outreach.interests.interest import Interest
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.venues.trail import Trail
from outreach.venues.venue import Venue


@dataclass(frozen=True, slots=True)
class Reached:
    """What a venue, or a kind of trail without a venue (shares, posters), brought.

    `seen` counts views of the trail's page and codes that reached a chat, `started` persons who
    answered a first question, `expressed` interests that were stored, `agreed` those of them that
    led to an agreement. Somebody who came by a venue's own trail and found the opportunity later
    counts from `expressed` on.
    """

    venue: str | None
    name: str | None
    kind: str
    seen: int
    started: int
    expressed: int
    agreed: int


TRAILS_COUNTED = (
    pick(Venue.code, Venue.name, Trail.kind, func.sum(Trail.seen), func.sum(Trail.started))
    .select_from(Trail)
    .outerjoin(Venue, col(Venue.id) == col(Trail.venue_id))
    .where(Trail.opportunity_id == bindparam("opportunity"))
    .group_by(col(Venue.code), col(Venue.name), col(Trail.kind))
)
INTERESTS_BY_TRAIL = (
    pick(
        Venue.code,
        Venue.name,
        Trail.kind,
        func.count(),
        func.sum(case((Interest.state == "agreed", 1), else_=0)),
    )
    .select_from(Interest)
    .join(Trail, col(Trail.id) == col(Interest.trail_id))
    .outerjoin(Venue, col(Venue.id) == col(Trail.venue_id))
    .where(Interest.opportunity_id == bindparam("opportunity"))
    .group_by(col(Venue.code), col(Venue.name), col(Trail.kind))
)
Origin = tuple[str | None, str | None, str]
NO_COUNTS = (0, 0)


def funnel(unit: Unit, *, opportunity: int) -> list[Reached]:
    """What each venue and other kind of trail brought to an opportunity, most interests first."""
    about = {"opportunity": opportunity}
    views, interests = (
        _pairs(unit.run(TRAILS_COUNTED, about)),
        _pairs(unit.run(INTERESTS_BY_TRAIL, about)),
    )
    rows = [
        Reached(*origin, *views.get(origin, NO_COUNTS), *interests.get(origin, NO_COUNTS))
        for origin in views | interests
    ]
    return sorted(rows, key=lambda row: (-row.expressed, -row.seen, row.name or "", row.kind))


def _pairs(rows: Iterable[Any]) -> dict[Origin, tuple[int, int]]:
    """Two counts by origin: a venue's code and name, and the kind of trail."""
    return {(code, name, kind): (first, second) for code, name, kind, first, second in rows}
