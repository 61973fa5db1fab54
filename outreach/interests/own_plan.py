"""The plan of an own interest, as each member of its party reads it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import bindparam, col

from outreach.attachments.attachment import Shown
from outreach.attachments.own import mine_with
from outreach.interests.interest import Interest
from outreach.interests.own import require_own
from outreach.interests.plan import (
    CHANGES_OF_PLAN,
    FRONT,
    LINES,
    PLAN,
    STANDING,
    Plan,
    State,
    plan_state,
    takes_plan,
)
from outreach.opportunities.card import opportunity_page
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import Membership
from outreach.parties.person import speaker
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """A plan with all that stands in it; `asks` is what the organisation asks beside the rest.

    `others` are the lines that another member wrote last, `seen` the last change of it. `state` is
    None if no plan is asked of this party. `files` is what the speaker sent along.
    """

    interest: int
    opportunity: int
    title: str
    party: str
    reference: str
    official: str
    until: datetime | None
    asks: str
    state: State | None
    lines: dict[str, str]
    cost_cents: int | None
    currency: str
    others: list[str]
    seen: int
    files: list[Shown]
    takes: bool
    """True if it can be written now."""

    @property
    def todo(self) -> list[str]:
        """The lines in which nothing stands yet, in order."""
        return [line for line, said in self.lines.items() if not said]


PLANS_OF_PERSON = (
    pick(Interest.id, *STANDING)
    .join(Membership, col(Membership.party_id) == col(Interest.party_id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .outerjoin(Plan, col(Plan.interest_id) == col(Interest.id))
    .where(Membership.person_id == bindparam("person"))
    .order_by(col(Interest.id))
)


def my_plans(unit: Unit) -> dict[int, State]:
    """How the plan of each interest of the speaker stands that was asked for one."""
    rows = unit.run(PLANS_OF_PERSON, {"person": speaker(unit)})
    states = {row.id: plan_state(row, unit.now) for row in rows}
    return {interest: state for interest, state in states.items() if state is not None}


def own_plan(unit: Unit, *, interest: int, language: str) -> OwnPlan:
    """Return the plan of an interest of the speaker; refuses any other."""
    card = require_own(unit, interest)
    page = opportunity_page(unit, opportunity=card.opportunity, language=language)
    row = unit.run(PLAN, {"interest": interest}).first()
    changes = unit.run(CHANGES_OF_PLAN, {"interest": interest})
    last = {change.field.removeprefix(FRONT): change.actor for change in changes}
    asked = [line for line in LINES if line != "more" or page.plan_asks]
    lines = {line: "" if row is None else getattr(row, line) for line in asked}
    return OwnPlan(
        interest=interest,
        opportunity=card.opportunity,
        title=page.card.title,
        party=card.party,
        reference=card.reference,
        official=page.card.official,
        until=page.card.plan_until,
        asks=page.plan_asks,
        state=my_plans(unit).get(interest),
        lines=lines,
        cost_cents=None if row is None else row.cost_cents,
        currency=page.currency,
        others=[line for line in asked if lines[line] and last.get(line) != str(unit.actor)],
        seen=max((change.id for change in changes), default=0),
        files=mine_with(unit, interest=interest),
        takes=takes_plan(unit, interest=interest),
    )
