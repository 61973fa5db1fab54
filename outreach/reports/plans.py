"""What staff read of plans: one of them, or all that were sent in for an opportunity.

Until a party sends its plan in, nobody at the town hall reads it.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import bindparam, col

from outreach.interests.interest import Interest
from outreach.interests.plan import CHANGES_OF_PLAN, FRONT, LINES, Plan
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import Party
from outreach.store.codes import Code
from outreach.store.page import WHOLE, Cut, Page, page
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class PlanRead:
    """A plan that was sent in, with who wrote each line, as in events: `person:3`."""

    sent_at: datetime
    changed_at: datetime
    lines: dict[str, str]
    cost_cents: int | None
    currency: str
    by: dict[str, str]

    @property
    def fields(self) -> dict[str, Any]:
        """What stands in it, by the names under which its changes are kept."""
        return {f"{FRONT}{line}": said for line, said in self.lines.items()} | {
            f"{FRONT}cost_cents": self.cost_cents
        }


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan in a list, with all that stands in it; `plan_cost` is in units of the currency."""

    id: int
    reference: str | None
    party: str
    kind: str
    state: str
    sent_at: datetime
    plan_what: str
    plan_who: str
    plan_timing: str
    plan_costs: str
    plan_needs: str
    plan_more: str
    plan_cost: int | float | None
    currency: str


WORDS = tuple(getattr(Plan, line) for line in LINES)
PLAN_SENT = (
    pick(Plan.sent_at, Plan.changed_at, Plan.cost_cents, Opportunity.currency, *WORDS)
    .join(Interest, col(Interest.id) == col(Plan.interest_id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .where(Plan.interest_id == bindparam("interest"), col(Plan.sent_at).is_not(None))
)
PLANS_SENT = (
    pick(
        Interest.id,
        Code.code,
        Party.name,
        Party.kind,
        Interest.state,
        Plan.sent_at,
        *WORDS,
        Plan.cost_cents,
        Opportunity.currency,
    )
    .select_from(Plan)
    .join(Interest, col(Interest.id) == col(Plan.interest_id))
    .join(Party, col(Party.id) == col(Interest.party_id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .outerjoin(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .where(col(Plan.sent_at).is_not(None))
)


def plan_read(unit: Unit, *, interest: int) -> PlanRead | None:
    """Return the plan of an interest; None if it was not sent in."""
    row = unit.run(PLAN_SENT, {"interest": interest}).first()
    if row is None:
        return None
    changes = unit.run(CHANGES_OF_PLAN, {"interest": interest})
    last = {change.field.removeprefix(FRONT): change.actor for change in changes}
    lines = {line: getattr(row, line) for line in LINES}
    by = {line: last[line] for line in LINES if lines[line] and line in last}
    return PlanRead(row.sent_at, row.changed_at, lines, row.cost_cents, row.currency, by)


def plan_overview(unit: Unit, *, opportunity: int, cut: Cut = WHOLE) -> Page[PlanLine]:
    """List the plans that were sent in for an opportunity."""
    chosen = PLANS_SENT.where(Interest.opportunity_id == opportunity)
    return page(unit, chosen, col(Interest.id), cut).turned(_line)


def plan_openly(line: PlanLine) -> PlanLine:
    """Return a plan in a list without names and words."""
    return replace(line, party="", reference=None, plan_cost=None, **_no_words())


def _no_words() -> dict[str, Any]:
    return {f"{FRONT}{line}": "" for line in LINES}


def _line(row: Any) -> PlanLine:
    *facts, cents, currency = row
    whole = None if cents is None else cents / 100 if cents % 100 else cents // 100
    return PlanLine(*[*facts, whole, currency])
