"""Note what came in that staff have to deal with: one task for each."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import Select, func, insert, literal_column
from sqlalchemy.orm import aliased
from sqlmodel import and_, bindparam, col, or_, select

from outreach.campaigns.campaign import Campaign
from outreach.delivery.delivery import Delivery
from outreach.delivery.failed import CAMPAIGN, FAILED_NOW
from outreach.delivery.mailing import Mailing
from outreach.interests.interest import Interest
from outreach.interests.question import Question
from outreach.store.query import exists, pick
from outreach.store.snag import FOR_STAFF, Snag, each, longest, passed_over, untried
from outreach.store.unit import Unit
from outreach.store.upkeep import Tick
from outreach.tasks.hours import Hours
from outreach.tasks.task import NEW, OVER, Task
from outreach.tasks.waiting import FAILS, HELD
from outreach.tasks.waiting import NEW as NEW_STATE

AT_A_TIME = 200
SINCE = ("interest", "question", "draft", "tick", "row")
LOOK_BACK = timedelta(days=7)
"""What came in earlier is only listed by `kansenbode today`: no mail when mail is first set up."""


def _unknown(kind: str, subject: Any, since: Any) -> Any:
    known = (
        col(Task.kind) == literal_column(f"'{kind}'"),
        col(Task.subject) == subject,
        col(Task.since) == since,
    )
    return and_(~exists().where(*known), untried(subject))


ARRIVALS: dict[str, Select[Any]] = {
    "interest": pick(
        Interest.id, Interest.stored_at, Interest.opportunity_id, Interest.answer_by
    ).where(
        Interest.state == NEW_STATE,
        Interest.stored_at > bindparam("after"),
        _unknown("interest", col(Interest.id), col(Interest.stored_at)),
    ),
    "question": pick(
        Question.id, Question.asked_at, Question.opportunity_id, Question.answer_by
    ).where(
        col(Question.answered_at).is_(None),
        Question.asked_at > bindparam("after"),
        _unknown("question", col(Question.id), col(Question.asked_at)),
    ),
    "draft": pick(
        Campaign.id,
        Campaign.made_at,
        Campaign.opportunity_id,
        literal_column("NULL").label("answer_by"),
    ).where(
        Campaign.state == literal_column("'draft'"),
        Campaign.made_at > bindparam("after"),
        _unknown("draft", col(Campaign.id), col(Campaign.made_at)),
    ),
    "held": pick(
        Mailing.id,
        Mailing.send_at,
        Mailing.opportunity_id,
        literal_column("NULL").label("answer_by"),
    ).where(
        col(Mailing.state).in_(HELD),
        col(Mailing.campaign_id).is_not(None),
        _unknown("held", col(Mailing.id), col(Mailing.send_at)),
    ),
}
ARRIVALS["failed"] = (
    pick(
        Mailing.id,
        Mailing.send_at,
        Mailing.opportunity_id,
        literal_column("NULL").label("answer_by"),
    )
    .distinct()
    .select_from(Delivery)
    .join(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .where(
        FAILED_NOW,
        Mailing.kind != CAMPAIGN,
        _unknown("failed", col(Mailing.id), col(Mailing.send_at)),
    )
)
"""A card, a change of one, an answer or another notice that failed: once for all recipients."""
LATELY = timedelta(days=1)
"""A tick, or work that passes rows over, is told once if it fails again within this time."""
TICK_ARRIVED = pick(
    Tick.id,
    Tick.failing_since,
    *(literal_column("NULL").label(name) for name in ("opportunity", "answer_by")),
).where(
    FAILS,
    ~exists().where(
        Task.kind == literal_column("'tick'"),
        Task.subject == Tick.id,
        or_(Task.since == Tick.failing_since, Task.since > bindparam("after")),
    ),
    untried(col(Tick.id)),
)
ARRIVALS["tick"] = TICK_ARRIVED
TOLD_SNAG = aliased(Snag)
IS_ROW = col(Task.kind) == literal_column("'row'")
ARRIVALS["row"] = pick(
    Snag.id,
    Snag.since,
    *(literal_column("NULL").label(name) for name in ("opportunity", "answer_by")),
).where(
    col(Snag.id).in_(select(func.min(Snag.id)).where(FOR_STAFF).group_by(col(Snag.work))),
    ~exists(
        select(Task.id)
        .outerjoin(TOLD_SNAG, col(TOLD_SNAG.id) == col(Task.subject))
        .where(
            IS_ROW,
            or_(
                TOLD_SNAG.work == Snag.work,
                and_(col(TOLD_SNAG.id).is_(None), Task.next_at > bindparam("after")),
            ),
        )
    ),
    untried(col(Snag.id)),
)
"""Once for all rows that some work passes over, and not if the row that was told recovered lately.

When the task of a row is over, its `next_at` is when it was told. Once a row has recovered, nothing
says any more which work it belonged to.
"""
SNAG_BESIDE = (
    pick(Snag.id, Snag.since)
    .where(
        FOR_STAFF,
        ~exists().where(IS_ROW, Task.subject == Snag.id),
        exists(
            select(Task.id)
            .join(TOLD_SNAG, col(TOLD_SNAG.id) == col(Task.subject))
            .where(IS_ROW, TOLD_SNAG.work == Snag.work)
        ),
        untried(col(Snag.id)),
    )
    .limit(AT_A_TIME)
)
"""Other rows of work that staff were told of.

They count as told too, so that the work stays told as long as any row of it is passed over.
"""
ARRIVAL_PORTIONS = {kind: statement.limit(AT_A_TIME) for kind, statement in ARRIVALS.items()}
TASK_ADD = insert(Task)


def note_arrivals(unit: Unit, hours: Hours) -> None:
    """Add a task for everything that came in and is not known yet."""
    for kind, statement in ARRIVAL_PORTIONS.items():
        work = f"mail.{kind}"
        values: dict[str, Any] = {"passed": passed_over(unit, work)}
        if kind in SINCE:
            values["after"] = unit.now - (LATELY if kind in ("tick", "row") else LOOK_BACK)
        if kind == "failed":
            values["since"] = unit.now - LOOK_BACK
        if kind == "row":
            values |= longest(unit.now)
        each(unit, work, unit.readable(statement, values), partial(_add, unit, kind, hours))
    values = longest(unit.now) | {"passed": passed_over(unit, "mail.beside")}
    each(unit, "mail.beside", unit.readable(SNAG_BESIDE, values), partial(_add_beside, unit))


def _add(unit: Unit, kind: str, hours: Hours, some: Sequence[Any]) -> None:
    for subject, since, opportunity, answer_by in some:
        late = None if answer_by is None else hours.end_of(answer_by)
        half = None if late is None else since + (late - since) / 2
        facts = {"kind": kind, "subject": subject, "since": since, "opportunity_id": opportunity}
        unit.run(
            TASK_ADD, facts | {"half_at": half, "late_at": late, "stage": NEW, "next_at": since}
        )


def _add_beside(unit: Unit, some: Sequence[Any]) -> None:
    # dated back: when such a row recovers, it must not keep other work from being told
    at = unit.now - LATELY
    rows = [
        {"kind": "row", "subject": snag, "since": since, "stage": OVER, "next_at": at}
        for snag, since in some
    ]
    unit.run(
        TASK_ADD, [row | {"opportunity_id": None, "half_at": None, "late_at": None} for row in rows]
    )
