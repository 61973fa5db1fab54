"""A plan that was sent in, as staff read it in a terminal: a row for each line."""

from typing import Any

from outreach.commands.terminal import Columns, Printer
from outreach.commands.words import actor_shown, amount_shown
from outreach.reports.plans import PlanRead

PLAN: Columns = {"plan_line": "plan_line", "text": None, "actor": None}


def plan_rows(printer: Printer, plan: PlanRead | None) -> list[dict[str, Any]]:
    """Return a row for each line of a plan, with who wrote it, and what it costs in all."""
    if plan is None:
        return []
    rows = [
        {"plan_line": line, "text": said, "actor": actor_shown(printer, plan.by[line])}
        for line, said in plan.lines.items()
        if said
    ]
    cost = amount_shown(printer, plan.cost_cents, plan.currency)
    return rows + ([{"plan_line": "cost_cents", "text": cost, "actor": ""}] if cost else [])
