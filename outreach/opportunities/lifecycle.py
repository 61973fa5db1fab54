"""From draft to decision: which steps there are, and what each one asks."""

from content.texts import Named, named
from outreach.opportunities.codes import EXPLORING
from outreach.opportunities.draw import prepare_draw, require_undrawn
from outreach.opportunities.edit import get_opportunity, publish_version, write_opportunities
from outreach.opportunities.judge import judge, require_fit, require_readable
from outreach.opportunities.opportunity import Opportunity
from outreach.opportunities.overrule import require_settled, require_stood
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.unit import Unit

STEPS = {
    "draft": ("exploring", "open", "withdrawn"),
    # what people read does not become a draft that nobody may see
    "exploring": ("open", "withdrawn"),
    "open": ("closed", "withdrawn"),
    "closed": ("open", "decided", "withdrawn"),
    "decided": (),
    "withdrawn": (),
}

MOVED = ("state", "changed_at", "reason", "opened_at", "decided_at", "version")
"""The columns that a step writes."""


def require_step(row: Opportunity, state: str) -> None:
    """Refuse a step that a record cannot take now, with those that it can."""
    if state not in STEPS[row.state]:
        raise Refusal(
            "refusal-step",
            state=Named("state", row.state),
            allowed=named("state", STEPS[row.state]),
        )


def move_opportunity(
    unit: Unit,
    *,
    opportunity: int,
    state: str,
    reason: str = "",
    intention_days: int | None = None,
) -> None:
    """Take a step; refuses one that is not allowed, and opening a record that is not fit.

    To be explored it may lack answers, but not what people read. What is grave must be settled
    before it opens, and an intention has to stand before it is decided.
    """
    row = get_opportunity(unit, opportunity=opportunity)
    require_step(row, state)
    if state == EXPLORING:
        require_readable(judge(unit, row, intention_days=intention_days))
    if state == "open":
        require_undrawn(unit, row)
        judged = judge(unit, row, intention_days=intention_days)
        require_fit(judged)
        require_settled(row, judged.warnings)
        row.opened_at = row.opened_at or unit.now
        prepare_draw(unit, row)
    if state == "decided":
        require_stood(row, unit.now, intention_days)
        row.decided_at = unit.now
    row.state, row.changed_at, row.reason = state, unit.now, reason
    # a draft that is withdrawn was never public, and stays so
    if state in ("open", EXPLORING) or row.version:
        publish_version(unit, row)
    write_opportunities(unit, [row], *MOVED)
    record(unit, f"opportunity.{state}", "state", opportunity=row.id)
