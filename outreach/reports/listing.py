"""The list of opportunities as staff look through it: found by words and state, in an order.

One page takes a fixed number of statements, however many opportunities it shows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Select, String, and_, func, literal, or_
from sqlalchemy.orm import aliased
from sqlmodel import bindparam, col, select

from outreach.interests.interest import Interest
from outreach.opportunities.opportunity import Opportunity, OpportunityPlace
from outreach.opportunities.place import Place
from outreach.parties.party import Party
from outreach.reports.opportunities import QUESTIONS_WAITING
from outreach.store.among import among
from outreach.store.columns import Moment
from outreach.store.folding import Holds, bare
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.venues.trail import Trail

Order = Literal["newest", "ending"]
ORDERS: tuple[str, ...] = get_args(Order)
NO_END = datetime(9999, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which opportunities somebody looks for; `after` is the id of the last one seen before."""

    state: str | None = None
    words: str = ""
    order: Order = "newest"
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """How far people came by the trails of an opportunity."""

    seen: int = 0
    started: int = 0
    expressed: int = 0


@dataclass(frozen=True, slots=True)
class ListedOpportunity:
    """An opportunity in the list; `kinds` counts interests by kind of party."""

    id: int
    tender_id: str
    title: str
    state: str
    direction: str | None
    themes: list[str]
    answers_until: datetime | None
    places: list[str] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    questions: int = 0
    reach: Reach = field(default_factory=Reach)

    @property
    def interests(self) -> int:
        """How many interests there are, of all kinds."""
        return sum(self.kinds.values())


LISTED = pick(
    Opportunity.id,
    Opportunity.tender_id,
    Opportunity.title,
    Opportunity.state,
    Opportunity.direction,
    Opportunity.themes,
    Opportunity.answers_until,
)
HOLDS_WORDS = Holds(
    col(Opportunity.tender_id) + " " + col(Opportunity.title) + " " + col(Opportunity.summary),
    bindparam("words", type_=String()),
)
BEFORE = aliased(Opportunity)
"""The opportunity that the page before ended with."""


def _ends(model: Any) -> ColumnElement[Any]:
    return func.coalesce(col(model.answers_until), literal(NO_END, Moment))


ENDS_AFTER = select(_ends(BEFORE)).where(BEFORE.id == bindparam("after")).scalar_subquery()
FOLLOWING: dict[Order, ColumnElement[bool]] = {
    "newest": col(Opportunity.id) < bindparam("after"),
    "ending": or_(
        _ends(Opportunity) > ENDS_AFTER,
        and_(_ends(Opportunity) == ENDS_AFTER, col(Opportunity.id) < bindparam("after")),
    ),
}
"""What comes after one opportunity in each order: the key of the next page."""
IN_ORDER = {
    "newest": (col(Opportunity.id).desc(),),
    "ending": (_ends(Opportunity), col(Opportunity.id).desc()),
}
STATES_COUNTED = pick(Opportunity.state, func.count()).group_by(col(Opportunity.state))
PLACES_OF_EACH = (
    pick(OpportunityPlace.opportunity_id, Place.name)
    .join(Place, col(Place.id) == col(OpportunityPlace.place_id))
    .where(among(col(OpportunityPlace.opportunity_id), "opportunities"))
    .order_by(col(Place.name))
)
KINDS_OF_EACH = (
    pick(Interest.opportunity_id, Party.kind, func.count())
    .join(Party, col(Party.id) == col(Interest.party_id))
    .where(among(col(Interest.opportunity_id), "opportunities"))
    .group_by(col(Interest.opportunity_id), col(Party.kind))
    .order_by(func.count().desc(), col(Party.kind))
)
REACH_OF_EACH = (
    pick(Trail.opportunity_id, func.sum(Trail.seen), func.sum(Trail.started))
    .where(among(col(Trail.opportunity_id), "opportunities"))
    .group_by(col(Trail.opportunity_id))
)
EXPRESSED_OF_EACH = (
    pick(Interest.opportunity_id, func.count())
    .where(
        among(col(Interest.opportunity_id), "opportunities"), col(Interest.trail_id).is_not(None)
    )
    .group_by(col(Interest.opportunity_id))
)


def listed_opportunities(
    unit: Unit, *, wanted: Wanted, most: int
) -> tuple[list[ListedOpportunity], bool]:
    """Return one page of the list, and whether more follow."""
    chosen = _page(
        wanted.state is not None, bool(wanted.words), wanted.order, wanted.after is not None
    )
    rows = unit.readable(chosen, _values(wanted) | {"most": most + 1})
    return _filled(unit, rows[:most]), len(rows) > most


def matching_opportunities(unit: Unit, *, wanted: Wanted) -> list[int]:
    """Return the ids of all that somebody looks for, the oldest first."""
    chosen = _all(wanted.state is not None, bool(wanted.words))
    return list(unit.run(chosen, _values(wanted)).scalars())


def states_counted(unit: Unit) -> dict[str, int]:
    """Count the opportunities in each state."""
    return dict(map(tuple, unit.run(STATES_COUNTED)))


@cache
def _page(in_state: bool, worded: bool, order: Order, follows: bool) -> Select[Any]:
    """Return the statement for one page: the same one for the same choices, as `run` wants it."""
    chosen = _matching(LISTED, in_state, worded)
    chosen = chosen.where(FOLLOWING[order]) if follows else chosen
    return chosen.order_by(*IN_ORDER[order]).limit(bindparam("most"))


@cache
def _all(in_state: bool, worded: bool) -> Select[Any]:
    return _matching(pick(Opportunity.id), in_state, worded).order_by(col(Opportunity.id))


def _matching(statement: Select[Any], in_state: bool, worded: bool) -> Select[Any]:
    if in_state:
        statement = statement.where(col(Opportunity.state) == bindparam("state"))
    return statement.where(HOLDS_WORDS) if worded else statement


def _values(wanted: Wanted) -> dict[str, Any]:
    return {"state": wanted.state, "words": bare(wanted.words), "after": wanted.after}


def _filled(unit: Unit, rows: Sequence[Any]) -> list[ListedOpportunity]:
    here = {"opportunities": [row.id for row in rows]}
    places: dict[int, list[str]] = {}
    kinds: dict[int, dict[str, int]] = {}
    for number, name in unit.run(PLACES_OF_EACH, here):
        places.setdefault(number, []).append(name)
    for number, kind, count in unit.run(KINDS_OF_EACH, here):
        kinds.setdefault(number, {})[kind] = count
    asked = _by_number(unit.run(QUESTIONS_WAITING, here))
    seen = {number: (viewed, began) for number, viewed, began in unit.run(REACH_OF_EACH, here)}
    expressed = _by_number(unit.run(EXPRESSED_OF_EACH, here))
    return [
        ListedOpportunity(
            **row._asdict(),
            places=places.get(row.id, []),
            kinds=kinds.get(row.id, {}),
            questions=asked.get(row.id, 0),
            reach=Reach(*seen.get(row.id, (0, 0)), expressed.get(row.id, 0)),
        )
        for row in rows
    ]


def _by_number(rows: Iterable[Any]) -> dict[int, int]:
    return dict(map(tuple, rows))
