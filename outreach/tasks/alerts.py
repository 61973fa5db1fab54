"""Decide who at the town hall hears of what came in, and when.

What waits stands in its own rows, so a program that was down tells of it later.
"""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import literal_column
from sqlalchemy.dialects.postgresql import insert as insert_or_not
from sqlmodel import bindparam, col

from outreach.campaigns.campaign import Campaign
from outreach.delivery.delivery import Delivery
from outreach.delivery.failed import GIVEN_UP
from outreach.delivery.mailing import Mailing
from outreach.opportunities.contact import officials
from outreach.staff.staff import PRESENT, RIGHTS, Right, Staff
from outreach.store.among import among
from outreach.store.query import delete, exists, pick, update
from outreach.store.snag import each, passed_over, singly, untried
from outreach.store.unit import Unit
from outreach.tasks.arrivals import AT_A_TIME, note_arrivals
from outreach.tasks.hours import Hours
from outreach.tasks.task import HALF, LATE, NEW, OVER, Alert, Mail, Task
from outreach.tasks.waiting import HELD, still_waiting

AT_ONCE, DAILY, NONE = "at_once", "daily", "none"
URGENT = ("held", "tick", "row")
"""Told at once to everybody whom it concerns: people wait for it, and no day was promised."""
GATHER = timedelta(minutes=5)
"""Everything that arrives within this time goes into one mail."""
KEPT = timedelta(days=60)
CONCERNS: dict[str, Right] = {
    "interest": "edit",
    "question": "edit",
    "draft": "approve",
    "held": "approve",
    "failed": "edit",
    "tick": "administer",
    "row": "administer",
}
"""The right that is needed to deal with a task of each kind."""
TASK_OVER_AGAIN = {
    "held": pick(Task.id).where(
        Task.kind == literal_column("'held'"),
        ~exists().where(Mailing.id == Task.subject, col(Mailing.state).in_(HELD)),
        untried(col(Task.id)),
    ),
    "failed": pick(Task.id).where(
        Task.kind == literal_column("'failed'"),
        ~exists().where(Delivery.mailing_id == Task.subject, GIVEN_UP),
        untried(col(Task.id)),
    ),
}
"""Tasks that no longer stand still or fail: if they do so again, that is a new task."""
TASK_DUE = (
    pick(
        Task.id,
        Task.kind,
        Task.subject,
        Task.since,
        Task.opportunity_id,
        Task.half_at,
        Task.late_at,
        Task.stage,
    )
    .where(
        Task.stage != literal_column("'over'"),
        Task.next_at <= bindparam("now"),
        untried(col(Task.id)),
    )
    .order_by(col(Task.next_at))
    .limit(bindparam("most"))
)
TASK_MOVE_ON = (
    update(Task)
    .where(Task.id == bindparam("task"))
    .values(stage=bindparam("then"), next_at=bindparam("then_at"))
)
ALERT_ADD = insert_or_not(Alert).on_conflict_do_nothing()
STAFF_PRESENT = (
    pick(Staff.id, Staff.email, Staff.role, Staff.notify).where(PRESENT).order_by(col(Staff.id))
)
CAMPAIGN_MAKER = pick(Campaign.made_by).where(Campaign.id == bindparam("campaign"))
TASK_OLD = (
    pick(Task.id)
    .where(
        Task.stage == literal_column("'over'"),
        Task.next_at < bindparam("before"),
        untried(col(Task.id)),
    )
    .limit(AT_A_TIME)
)
MAIL_OLD = (
    pick(Mail.id).where(Mail.done_at < bindparam("before"), untried(col(Mail.id))).limit(AT_A_TIME)
)
ROWS_DELETE = {model: delete(model).where(among(col(model.id), "rows")) for model in (Task, Mail)}


def alert_staff(unit: Unit, *, hours: Hours) -> None:
    """Note what came in, add an alert for each colleague who hears of it, and delete old ones."""
    for kind, statement in TASK_OVER_AGAIN.items():
        _drop(unit, f"mail.{kind}_again", Task, statement)
    note_arrivals(unit, hours)
    due = unit.readable(
        TASK_DUE, {"now": unit.now, "most": AT_A_TIME, "passed": passed_over(unit, "mail.alert")}
    )
    each(unit, "mail.alert", due, singly(partial(_tell, unit, hours)))
    _drop(unit, "mail.old_tasks", Task, TASK_OLD, before=unit.now - KEPT)
    _drop(unit, "mail.old", Mail, MAIL_OLD, before=unit.now - KEPT)


def _drop(
    unit: Unit, work: str, model: type[Task | Mail], statement: Any, **values: datetime
) -> None:
    rows = unit.run(statement, values | {"passed": passed_over(unit, work)}).scalars()
    each(unit, work, rows, lambda some: unit.run(ROWS_DELETE[model], {"rows": some}), number=int)


def _tell(unit: Unit, hours: Hours, task: Any) -> None:
    """Add the alerts of a task at the stage that it has come to, and plan the next stage."""
    if still_waiting(unit, kind=task.kind, subject=task.subject, since=task.since) is None:
        unit.run(TASK_MOVE_ON, {"task": task.id, "then": OVER, "then_at": unit.now})
        return
    stage = task.stage
    for later, at in ((HALF, task.half_at), (LATE, task.late_at)):
        stage = later if at is not None and at <= unit.now else stage
    for staff, notify in _recipients(unit, task):
        due = unit.now + GATHER if notify == AT_ONCE else hours.next_daily(unit.now)
        unit.run(ALERT_ADD, {"task_id": task.id, "staff_id": staff, "stage": stage, "due_at": due})
    then, at = {NEW: (HALF, task.half_at), HALF: (LATE, task.late_at)}.get(stage, (OVER, None))
    unit.run(
        TASK_MOVE_ON,
        {"task": task.id, "then": OVER if at is None else then, "then_at": at or unit.now},
    )


def _recipients(unit: Unit, task: Any) -> list[tuple[int, str]]:
    """Return who hears of a task, and how.

    Its contact official hears at once, others once a day, unless they chose otherwise.
    """
    contacts = officials(unit, opportunity=task.opportunity_id)
    maker = (
        unit.run(CAMPAIGN_MAKER, {"campaign": task.subject}).scalar()
        if task.kind == "draft"
        else None
    )
    told = []
    for staff in unit.run(STAFF_PRESENT):
        theirs = task.kind in ("interest", "question", "failed") and staff.id in contacts
        may = staff.role in RIGHTS[CONCERNS[task.kind]] and staff.id != maker
        notify = staff.notify or (AT_ONCE if theirs or task.kind in URGENT else DAILY)
        if (theirs or may) and notify != NONE:
            told.append((staff.id, notify))
    return told
