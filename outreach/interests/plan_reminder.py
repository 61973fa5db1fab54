"""Who was invited and has not sent a plan in hears of the last day, some days before."""

from datetime import timedelta
from typing import Any

from sqlmodel import bindparam, col, or_

from content.texts import Texts
from outreach.delivery.notice import notify
from outreach.delivery.quiet import Quiet
from outreach.interests.interest import Interest, InterestChange
from outreach.interests.invitation import invitation
from outreach.interests.plan import BLANK, PLAN_BEGIN, PLAN_UPDATE, TAKES_PLANS, Plan
from outreach.interests.tell import MEMBERS_OF_PARTY
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import Party
from outreach.store.events import record
from outreach.store.portion import PORTION
from outreach.store.query import exists, pick
from outreach.store.snag import each, passed_over, singly, untried
from outreach.store.unit import Unit

REMINDER = "notice-plan-remind"
WORK = "plan.remind"
BEFORE = timedelta(days=3)
"""So long before the last day people still have a weekend or an evening for it."""
JUST = timedelta(days=1)
"""Who was invited no longer ago has just read of the last day."""
PLANS_TO_REMIND = (
    pick(
        Interest.id, Interest.party_id, Interest.opportunity_id, Party.name, Opportunity.plan_until
    )
    .join(Party, col(Party.id) == col(Interest.party_id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .outerjoin(Plan, col(Plan.interest_id) == col(Interest.id))
    .where(
        Interest.state == "invited",
        Interest.brings != "",
        col(Opportunity.state).in_(TAKES_PLANS),
        col(Opportunity.plan_until) > bindparam("now"),
        col(Opportunity.plan_until) <= bindparam("soon"),
        col(Plan.sent_at).is_(None),
        or_(
            col(Plan.reminded_for).is_(None),
            col(Plan.reminded_for) != col(Opportunity.plan_until),
        ),
        ~exists().where(
            InterestChange.interest_id == Interest.id,
            InterestChange.field == "state",
            InterestChange.at > bindparam("lately"),
        ),
        untried(col(Interest.id)),
    )
    .order_by(col(Interest.id))
    .limit(PORTION)
)


def remind_plans(unit: Unit, *, texts: Texts, quiet: Quiet) -> int:
    """Remind some parties of the last day for their plan, once for each such day; returns how many.

    In quiet hours it waits: who sends it in before the morning must not be reminded then.
    """
    if quiet.holds(unit.now):
        return 0

    def remind(row: Any) -> None:
        unit.run(PLAN_BEGIN, BLANK | {"interest_id": row.id})
        unit.run(PLAN_UPDATE, {"interest": row.id, "reminded_for": row.plan_until})
        notify(
            unit,
            name=REMINDER,
            persons=unit.run(MEMBERS_OF_PARTY, {"party": row.party_id}).scalars(),
            say=lambda language: invitation(unit, texts, language, row.id, row.name, key=REMINDER),
            quiet=quiet,
            opportunity=row.opportunity_id,
            beside=True,
        )
        record(unit, "plan.reminded", interest=row.id)

    rows = unit.run(
        PLANS_TO_REMIND,
        {
            "now": unit.now,
            "soon": unit.now + BEFORE,
            "lately": unit.now - JUST,
            "passed": passed_over(unit, WORK),
        },
    )
    each(unit, WORK, rows, singly(remind))
    return len(rows)
