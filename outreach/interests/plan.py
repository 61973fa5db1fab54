"""A plan: what a party that was invited is going to do, until the last day for plans.

It is the second step of a record in two steps. Every member of the party may write each line, and
nothing that one of them wrote is lost: a line as it was is kept among the changes of the interest,
with who changed it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, bindparam, col

from outreach.interests.interest import Interest, InterestChange, keep_before
from outreach.interests.own import require_own
from outreach.opportunities.deadline import is_over
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.person import hold_speaker
from outreach.refusal import Refusal
from outreach.store.among import among
from outreach.store.columns import CENTS, NUMBERED, Moment, partly
from outreach.store.events import record
from outreach.store.query import delete, pick, update
from outreach.store.unit import Unit

LINES = ("what", "who", "timing", "costs", "needs", "more")
"""What stands in a plan in words, in the order in which it is asked and read."""
PLAN_WORDS = LINES
FRONT = "plan_"
"""Stands before the name of a line among the changes of an interest."""
State = Literal["to_write", "writing", "sent", "missed"]
TAKES_PLANS = ("open", "closed")
"""States of an opportunity in which a plan can be written."""


class Plan(SQLModel, table=True):
    """The plan in an interest: in words, and the amount that `costs` come to.

    `more` answers what the organisation asks. `sent_at`: the party sent it in; what it changes
    later counts at once. `reminded_for` is the last day of which it was reminded.
    """

    __table_args__ = (
        partly("ix_plan_sent", "sent_at", where="sent_at IS NOT NULL"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    interest_id: int = Field(foreign_key="interest.id", unique=True)
    what: str = ""
    who: str = ""
    timing: str = ""
    costs: str = ""
    cost_cents: int | None = Field(default=None, sa_type=CENTS)
    needs: str = ""
    more: str = ""
    changed_at: datetime | None = Field(default=None, sa_type=Moment)
    sent_at: datetime | None = Field(default=None, sa_type=Moment)
    reminded_for: datetime | None = Field(default=None, sa_type=Moment)


class PlanClosed(Refusal):
    """The plan cannot be written any more, or not yet."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two members wrote the same line: what another wrote since it was read, and what was added."""

    theirs: str
    mine: str


COLUMNS = ("id", *LINES, "cost_cents", "changed_at", "sent_at")
BLANK: dict[str, Any] = dict.fromkeys(LINES, "") | dict.fromkeys(
    ("cost_cents", "changed_at", "sent_at", "reminded_for")
)
"""A plan in which nobody wrote anything yet."""
PLAN_BEGIN = insert(Plan).on_conflict_do_nothing()
PLAN = pick(*(getattr(Plan, name) for name in COLUMNS)).where(
    Plan.interest_id == bindparam("interest")
)
PLAN_LOCK = PLAN.with_for_update()
PLAN_UPDATE = update(Plan).where(Plan.interest_id == bindparam("interest"))
"""Sets the columns that are handed in beside the interest."""
PLANS_DELETE = delete(Plan).where(among(Plan.interest_id, "interests"))
CHANGES_OF_PLAN = (
    pick(InterestChange.id, InterestChange.actor, InterestChange.field)
    .where(
        InterestChange.interest_id == bindparam("interest"),
        col(InterestChange.field).startswith(FRONT, autoescape=True),
    )
    .order_by(col(InterestChange.id))
)
STANDING: tuple[Any, ...] = (
    col(Interest.state).label("interest_state"),
    col(Opportunity.state).label("opportunity_state"),
    Opportunity.plan_until,
    Plan.changed_at,
    Plan.sent_at,
)
"""What tells how the plan of an interest stands."""
INTEREST_STANDING = (
    pick(*STANDING)
    .select_from(Interest)
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .outerjoin(Plan, col(Plan.interest_id) == col(Interest.id))
    .where(Interest.id == bindparam("interest"))
)


def plan_state(row: Any, now: datetime) -> State | None:
    """Return how the plan of an interest stands, given the `STANDING` of it.

    None if no plan is asked of it: there is one step, or it was not invited.
    """
    if row.sent_at is not None:
        return "sent"
    if not _is_asked(row):
        return None
    if is_over(row.plan_until, now):
        return "missed"
    return "to_write" if row.changed_at is None else "writing"


def takes_plan(unit: Unit, *, interest: int) -> bool:
    """True if the party of this interest may write its plan now."""
    row = unit.run(INTEREST_STANDING, {"interest": interest}).one()
    return _is_asked(row) and not is_over(row.plan_until, unit.now)


def write_line(unit: Unit, *, interest: int, line: str, value: str, seen: int) -> Meeting | None:
    """Write one line of the plan of an own interest.

    `seen` is the last change of it that the speaker had read. If another member wrote the line
    since, what the speaker wrote is put below that, and both are returned to be shown.
    """
    if line not in LINES:
        raise Refusal("refusal-field", given=line, allowed=list(LINES))
    row = _hold(unit, interest)
    theirs: str = getattr(row, line)
    if value == theirs:
        return None
    if value and theirs and _another_wrote(unit, interest, line, seen):
        _change(unit, interest, line, theirs, f"{theirs}\n{value}")
        return Meeting(theirs, value)
    _change(unit, interest, line, theirs, value)
    return None


def settle_line(unit: Unit, *, interest: int, line: str, value: str) -> None:
    """Write a line after both versions of it were read."""
    row = _hold(unit, interest)
    if (before := getattr(row, line)) != value:
        _change(unit, interest, line, before, value)


def write_amount(unit: Unit, *, interest: int, cents: int | None) -> None:
    """Write what the costs of the plan come to, in cents; None if nobody knows."""
    row = _hold(unit, interest)
    if row.cost_cents != cents:
        _change(unit, interest, "cost_cents", row.cost_cents, cents)


def send_plan(unit: Unit, *, interest: int, seen: int) -> list[str]:
    """Send the plan in; returns the lines that another member changed since it was read, if any.

    Then it is not sent: the speaker reads it first.
    """
    row = _hold(unit, interest)
    if not row.what:
        raise Refusal("refusal-plan-empty")
    changed = sorted(
        {field.removeprefix(FRONT) for field in _written_by_others(unit, interest, seen)}
    )
    if changed or row.sent_at is not None:
        return changed
    unit.run(PLAN_UPDATE, {"interest": interest, "sent_at": unit.now})
    record(unit, "plan.sent", interest=interest)
    return []


def _is_asked(row: Any) -> bool:
    invited = row.interest_state == "invited" and row.opportunity_state in TAKES_PLANS
    return invited and row.plan_until is not None


def _hold(unit: Unit, interest: int) -> Any:
    """Return the plan of an own interest, locked; begins it, and refuses one that is closed."""
    require_own(unit, interest)
    hold_speaker(unit)
    if not takes_plan(unit, interest=interest):
        raise PlanClosed("refusal-plan-closed")
    unit.run(PLAN_BEGIN, BLANK | {"interest_id": interest})
    return unit.run(PLAN_LOCK, {"interest": interest}).one()


def _change(unit: Unit, interest: int, name: str, before: Any, value: Any) -> None:
    keep_before(unit, interest, f"{FRONT}{name}", before)
    unit.run(PLAN_UPDATE, {"interest": interest, name: value, "changed_at": unit.now})
    record(unit, "plan.changed", f"{FRONT}{name}", interest=interest)


def _another_wrote(unit: Unit, interest: int, line: str, seen: int) -> bool:
    return f"{FRONT}{line}" in _written_by_others(unit, interest, seen)


def _written_by_others(unit: Unit, interest: int, seen: int) -> set[str]:
    """Return which fields of a plan another than the speaker changed after a change."""
    me = str(unit.actor)
    rows = unit.run(CHANGES_OF_PLAN, {"interest": interest})
    return {row.field for row in rows if row.id > seen and row.actor != me}
