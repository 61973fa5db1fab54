"""Note what came in, and decide who at the town hall hears of it, and when.

Nobody has to ring for it: what waits stands in its own rows, so a program that
was down tells of it later.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, insert, literal_column
from sqlalchemy.dialects.postgresql import insert as insert_or_not
from sqlalchemy.orm import aliased
from sqlmodel import and_, bindparam, col, or_, select

from outreach.campaigns.campaign import Campaign
from outreach.delivery.delivery import Delivery
from outreach.delivery.failed import CAMPAIGN, FAILED_NOW, GIVEN_UP
from outreach.delivery.mailing import Mailing
from outreach.interests.interest import Interest
from outreach.interests.question import Question
from outreach.opportunities.contact import officials
from outreach.staff.staff import PRESENT, RIGHTS, Right, Staff
from outreach.store.among import among
from outreach.store.query import delete, exists, pick, update
from outreach.store.snag import FOR_STAFF, Snag, each, longest, passed_over, singly, untried
from outreach.store.unit import Unit
from outreach.store.upkeep import Tick
from outreach.tasks.task import HALF, LATE, NEW, OVER, Alert, Mail, Task
from outreach.tasks.waiting import FAILS, HELD, still_waiting
from outreach.tasks.waiting import NEW as NEW_STATE

AT_ONCE, DAILY, NONE = "at_once", "daily", "none"
SINCE = ("interest", "question", "draft", "tick", "row")
LOOK_BACK = timedelta(days=7)
"""What came before that is listed by `kansenbode today`; nobody is mailed of it
when mail is first set up.
"""
URGENT = ("held", "tick", "row")
"""Told at once to everybody whom it concerns: people wait for it without
having been promised a day.
"""
GATHER = timedelta(minutes=5)
"""Ten arrivals within so long are one mail."""
KEPT = timedelta(days=60)
AT_A_TIME = 200
CONCERNS: dict[str, Right] = {
    "interest": "edit",
    "question": "edit",
    "draft": "approve",
    "held": "approve",
    "failed": "edit",
    "tick": "administer",
    "row": "administer",
}
"""Whose right it takes to deal with a task of a kind."""


@dataclass(frozen=True, slots=True)
class Hours:
    """The zone in which a day ends, and the wall time of the daily mail."""

    zone: ZoneInfo
    daily_at: time

    def next_daily(self, now: datetime) -> datetime:
        """The first daily mail after a moment."""
        at = datetime.combine(now.astimezone(self.zone).date(), self.daily_at, self.zone)
        if at <= now:
            at = datetime.combine(at.date() + timedelta(days=1), self.daily_at, self.zone)
        return at.astimezone(UTC)

    def end_of(self, day: date) -> datetime:
        """The moment at which a day is over."""
        return datetime.combine(day + timedelta(days=1), time(0), self.zone).astimezone(UTC)


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
"""A card, a change of one, an answer or another notice that failed:
once for all whom it was for.
"""
LATELY = timedelta(days=1)
"""A tick that fails, mends and fails again within so long is told once; so is
work that passes rows over.
"""
TICKS = pick(
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
ARRIVALS["tick"] = TICKS
TOLD = aliased(Snag)
IS_ROW = col(Task.kind) == literal_column("'row'")
ARRIVALS["row"] = pick(
    Snag.id,
    Snag.since,
    *(literal_column("NULL").label(name) for name in ("opportunity", "answer_by")),
).where(
    col(Snag.id).in_(select(func.min(Snag.id)).where(FOR_STAFF).group_by(col(Snag.work))),
    ~exists(
        select(Task.id)
        .outerjoin(TOLD, col(TOLD.id) == col(Task.subject))
        .where(
            IS_ROW,
            or_(
                TOLD.work == Snag.work,
                and_(col(TOLD.id).is_(None), Task.next_at > bindparam("after")),
            ),
        )
    ),
    untried(col(Snag.id)),
)
"""Once for all rows that some work passes over; and where the one that was told of mended
lately, not for the others.

When a task of a row is over, its `next_at` is when it was told. Of a row that mended nobody knows
any more whose work it was.
"""
BESIDE = (
    pick(Snag.id, Snag.since)
    .where(
        FOR_STAFF,
        ~exists().where(IS_ROW, Task.subject == Snag.id),
        exists(
            select(Task.id)
            .join(TOLD, col(TOLD.id) == col(Task.subject))
            .where(IS_ROW, TOLD.work == Snag.work)
        ),
        untried(col(Snag.id)),
    )
    .limit(AT_A_TIME)
)
"""Others of work that was told of: known as told too, so that it stays told as long as any
row of it is passed over.
"""
SOME = {kind: statement.limit(AT_A_TIME) for kind, statement in ARRIVALS.items()}
ADD_TASK = insert(Task)
OVER_AGAIN = {
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
"""What goes again is forgotten as a task: a campaign that is held once more, a card
refused once more, is a new one.
"""
DUE = (
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
NEXT = (
    update(Task)
    .where(Task.id == bindparam("task"))
    .values(stage=bindparam("then"), next_at=bindparam("then_at"))
)
ADD_ALERT = insert_or_not(Alert).on_conflict_do_nothing()
COLLEAGUES = (
    pick(Staff.id, Staff.email, Staff.role, Staff.notify).where(PRESENT).order_by(col(Staff.id))
)
MAKER = pick(Campaign.made_by).where(Campaign.id == bindparam("campaign"))
OLD_TASKS = (
    pick(Task.id)
    .where(
        Task.stage == literal_column("'over'"),
        Task.next_at < bindparam("before"),
        untried(col(Task.id)),
    )
    .limit(AT_A_TIME)
)
OLD_MAILS = (
    pick(Mail.id).where(Mail.done_at < bindparam("before"), untried(col(Mail.id))).limit(AT_A_TIME)
)
DROP = {model: delete(model).where(among(col(model.id), "rows")) for model in (Task, Mail)}


def alert_staff(unit: Unit, *, hours: Hours) -> None:
    """Note what came in, and write a row for each colleague who hears of
    it; what is long over goes.
    """
    for kind, statement in OVER_AGAIN.items():
        _drop(unit, f"mail.{kind}_again", Task, statement)
    for kind, some in SOME.items():
        work = f"mail.{kind}"
        values: dict[str, Any] = {"passed": passed_over(unit, work)}
        values |= (
            {"after": unit.now - (LATELY if kind in ("tick", "row") else LOOK_BACK)}
            if kind in SINCE
            else {}
        )
        values |= (
            {"since": unit.now - LOOK_BACK}
            if kind == "failed"
            else longest(unit.now)
            if kind == "row"
            else {}
        )
        each(unit, work, unit.readable(some, values), partial(_add, unit, kind, hours))
    values = longest(unit.now) | {"passed": passed_over(unit, "mail.beside")}
    each(unit, "mail.beside", unit.readable(BESIDE, values), partial(_add_beside, unit))
    due = unit.readable(
        DUE, {"now": unit.now, "most": AT_A_TIME, "passed": passed_over(unit, "mail.alert")}
    )
    each(unit, "mail.alert", due, singly(partial(_tell, unit, hours)))
    _drop(unit, "mail.old_tasks", Task, OLD_TASKS, before=unit.now - KEPT)
    _drop(unit, "mail.old", Mail, OLD_MAILS, before=unit.now - KEPT)


def _drop(
    unit: Unit, work: str, model: type[Task | Mail], statement: Any, **values: datetime
) -> None:
    rows = unit.run(statement, values | {"passed": passed_over(unit, work)}).scalars()
    each(unit, work, rows, lambda some: unit.run(DROP[model], {"rows": some}), number=int)


def _add(unit: Unit, kind: str, hours: Hours, some: Sequence[Any]) -> None:
    for subject, since, opportunity, answer_by in some:
        late = None if answer_by is None else hours.end_of(answer_by)
        half = None if late is None else since + (late - since) / 2
        facts = {"kind": kind, "subject": subject, "since": since, "opportunity_id": opportunity}
        unit.run(
            ADD_TASK, facts | {"half_at": half, "late_at": late, "stage": NEW, "next_at": since}
        )


def _add_beside(unit: Unit, some: Sequence[Any]) -> None:
    # a row that mends says nothing of other work, and this is no news of today
    at = unit.now - LATELY
    rows = [
        {"kind": "row", "subject": snag, "since": since, "stage": OVER, "next_at": at}
        for snag, since in some
    ]
    unit.run(
        ADD_TASK, [row | {"opportunity_id": None, "half_at": None, "late_at": None} for row in rows]
    )


def _tell(unit: Unit, hours: Hours, task: Any) -> None:
    """Tell of a task at the stage that it has come to, and plan the next one."""
    if still_waiting(unit, kind=task.kind, subject=task.subject, since=task.since) is None:
        unit.run(NEXT, {"task": task.id, "then": OVER, "then_at": unit.now})
        return
    stage = task.stage
    for later, at in ((HALF, task.half_at), (LATE, task.late_at)):
        stage = later if at is not None and at <= unit.now else stage
    for staff, notify in _recipients(unit, task, stage):
        due = unit.now + GATHER if notify == AT_ONCE else hours.next_daily(unit.now)
        unit.run(ADD_ALERT, {"task_id": task.id, "staff_id": staff, "stage": stage, "due_at": due})
    then, at = {NEW: (HALF, task.half_at), HALF: (LATE, task.late_at)}.get(stage, (OVER, None))
    unit.run(
        NEXT, {"task": task.id, "then": OVER if at is None else then, "then_at": at or unit.now}
    )


def _recipients(unit: Unit, task: Any, stage: str) -> list[tuple[int, str]]:
    """Who hears of a task, and how: its contact official at once, others once a day,
    unless they said otherwise.
    """
    contacts = officials(unit, opportunity=task.opportunity_id)
    maker = unit.run(MAKER, {"campaign": task.subject}).scalar() if task.kind == "draft" else None
    told = []
    for staff in unit.run(COLLEAGUES):
        theirs = task.kind in ("interest", "question", "failed") and staff.id in contacts
        may = staff.role in RIGHTS[CONCERNS[task.kind]] and staff.id != maker
        notify = staff.notify or (AT_ONCE if theirs or task.kind in URGENT else DAILY)
        if (theirs or may) and notify != NONE:
            told.append((staff.id, notify))
    return told
