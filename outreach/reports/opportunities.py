"""What staff read of opportunities: the list, and one in full with what came of it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import bindparam, col, select

from outreach.interests.chosen import UNCONFIRMED
from outreach.interests.explore import Explored, explored
from outreach.interests.fair import UNSEEN
from outreach.interests.interest import Interest
from outreach.interests.pencil import Outcome
from outreach.interests.question import Question
from outreach.opportunities.checks import Remark
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.extension import Proposal, proposed_extension
from outreach.opportunities.facts import ITEMS
from outreach.opportunities.items import items_of
from outreach.opportunities.judge import Fault, elsewhere, judge
from outreach.opportunities.opportunity import Opportunity, OpportunityPlace
from outreach.opportunities.place import Place
from outreach.reports.told import told_in_all
from outreach.store.among import among
from outreach.store.codes import Code
from outreach.store.page import WHOLE, Cut, Page, page
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class OpportunityLine:
    """An opportunity in a list; `questions` still wait for an answer."""

    id: int
    tender_id: str
    title: str
    state: str
    direction: str | None
    version: int
    answers_until: datetime | None
    interests: int
    questions: int


@dataclass(frozen=True, slots=True)
class OpportunityDetails:
    """All facts of an opportunity, what lacks or is wrong before it can open, and what came of it.

    `told` counts the notices, `told_apart` the seconds between the first and the
    last who were told the same. `extension` is how deadlines should move after an outage.
    `explored` is what people said of it before it opened, per requirement, without their words.
    `unconfirmed` are the references of the chosen interests that have not said yes.
    """

    facts: dict[str, Any]
    places: list[str]
    parts: list[dict[str, Any]]
    requirements: list[dict[str, Any]]
    criteria: list[dict[str, Any]]
    lacks: list[str]
    faults: list[Fault]
    warnings: list[Remark]
    interests: dict[str, int]
    questions: int
    told: int
    told_apart: float | None
    extension: Proposal | None
    explored: list[Explored]
    unconfirmed: list[str]


OPPORTUNITIES = pick(
    Opportunity.id,
    Opportunity.tender_id,
    Opportunity.title,
    Opportunity.state,
    Opportunity.direction,
    Opportunity.version,
    Opportunity.answers_until,
)
PLACES_OF_OPPORTUNITY = (
    select(Place.name)
    .join(OpportunityPlace, col(OpportunityPlace.place_id) == col(Place.id))
    .where(OpportunityPlace.opportunity_id == bindparam("opportunity"))
    .order_by(col(Place.name))
)
INTEREST_STATES = (
    select(Interest.state)
    .where(Interest.opportunity_id == bindparam("opportunity"))
    .order_by(col(Interest.id))
)
INTERESTS_UNCONFIRMED = (
    pick(Interest.id, Code.code)
    .select_from(Interest)
    .join(Outcome, col(Outcome.interest_id) == col(Interest.id))
    .outerjoin(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .where(Interest.opportunity_id == bindparam("opportunity"), UNCONFIRMED)
    .order_by(col(Interest.id))
)
INTERESTS_COUNTED = (
    pick(Interest.opportunity_id, func.count())
    .where(among(col(Interest.opportunity_id), "opportunities"))
    .group_by(col(Interest.opportunity_id))
)
QUESTIONS_WAITING = (
    pick(Question.opportunity_id, func.count())
    .where(
        col(Question.answered_at).is_(None),
        among(col(Question.opportunity_id), "opportunities"),
    )
    .group_by(col(Question.opportunity_id))
)


def opportunity_overview(
    unit: Unit, *, state: str | None = None, cut: Cut = WHOLE
) -> Page[OpportunityLine]:
    """List opportunities, in one state or in all, with counts of interests and open questions."""
    chosen = OPPORTUNITIES if state is None else OPPORTUNITIES.where(Opportunity.state == state)
    found = page(unit, chosen, col(Opportunity.id), cut)
    here = {"opportunities": [row.id for row in found]}
    joined, asked = (
        dict(map(tuple, unit.run(count, here))) for count in (INTERESTS_COUNTED, QUESTIONS_WAITING)
    )

    def line(row: Any) -> OpportunityLine:
        return OpportunityLine(
            **row._asdict(), interests=joined.get(row.id, 0), questions=asked.get(row.id, 0)
        )

    return found.turned(line)


def opportunity_details(
    unit: Unit,
    *,
    opportunity: int,
    today: date,
    home: str = "",
    intention_days: int | None = None,
) -> OpportunityDetails:
    """Return one opportunity in full; refuses an unknown one. `home` is our own municipality."""
    row = get_opportunity(unit, opportunity=opportunity)
    about = {"opportunity": opportunity}
    judged = judge(unit, row, today=today, intention_days=intention_days)
    told, between = told_in_all(unit, opportunity=opportunity)
    waiting = dict(map(tuple, unit.run(QUESTIONS_WAITING, {"opportunities": [opportunity]})))
    items = {name: list(map(_item, items_of(unit, name, opportunity))) for name in ITEMS}
    return OpportunityDetails(
        facts=row.model_dump(exclude={"source"}),
        places=unit.run(PLACES_OF_OPPORTUNITY, about).scalars(),
        **items,
        lacks=judged.lacks,
        faults=judged.faults,
        warnings=[*judged.warnings, *elsewhere(unit, opportunity=opportunity, home=home)],
        interests=dict(Counter(unit.run(INTEREST_STATES, about).scalars())),
        questions=waiting.get(opportunity, 0),
        told=told,
        told_apart=None if between is None else between.total_seconds(),
        extension=proposed_extension(unit, opportunity=opportunity),
        explored=explored(unit, opportunity=opportunity),
        unconfirmed=[row.code or str(row.id) for row in unit.run(INTERESTS_UNCONFIRMED, about)],
    )


def _item(row: Any) -> dict[str, Any]:
    return {name: value for name, value in row._asdict().items() if name not in UNSEEN}
