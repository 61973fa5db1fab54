"""Mails to staff, from alerts that are due to mails that a server took.

Nothing here waits for a network.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import insert, literal, literal_column
from sqlmodel import bindparam, col, or_

from outreach.staff.staff import PRESENT, Staff
from outreach.store.query import pick, update
from outreach.store.snag import each, passed_over, singly, untried
from outreach.store.unit import Unit
from outreach.tasks.alerts import GATHER
from outreach.tasks.task import Alert, Mail, Task
from outreach.tasks.waiting import Waiting, still_waiting

LEASE = timedelta(minutes=3)
"""The lease of a mail: after it another process sends the mail again, with the same Message-ID."""
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 30, 60))
MOST_LINES = 50
GATHERING, CLAIMING, MAILED = "mail.gather", "mail.claim", "mail.sent"
LONG = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class DueAlert:
    """One thing in a mail, and the stage at which it is told."""

    item: Waiting
    stage: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail that this process has claimed; `more` things wait besides the lines."""

    mail: int
    made_at: datetime
    email: str
    name: str
    lines: list[DueAlert]
    more: int


OPEN = col(Mail.state).in_((literal_column("'planned'"), literal_column("'claimed'")))
ALERT_TO_TELL = (
    pick(Alert.staff_id)
    .distinct()
    .where(
        col(Alert.mail_id).is_(None),
        Alert.due_at <= bindparam("now"),
        untried(col(Alert.staff_id)),
    )
)
MAIL_OPEN = pick(Mail.id, Mail.state).where(Mail.staff_id == bindparam("staff"), OPEN)
MAIL_ADD = insert(Mail).returning(col(Mail.id))
ALERT_TAKE_UP = (
    update(Alert)
    .where(
        Alert.staff_id == bindparam("staff"),
        col(Alert.mail_id).is_(None),
        Alert.due_at <= bindparam("until"),
    )
    .values(mail_id=bindparam("mail"))
)
MAIL_DUE = (
    pick(Mail.id)
    .where(OPEN, Mail.next_at <= bindparam("now"), untried(col(Mail.id)))
    .order_by(col(Mail.next_at))
    .limit(literal(1))
)
MAIL_CLAIM = (
    update(Mail)
    .where(Mail.id == bindparam("mail"), OPEN, Mail.next_at <= bindparam("now"))
    .values(state="claimed", next_at=bindparam("lease"), tries=col(Mail.tries) + 1)
    .returning(col(Mail.staff_id), col(Mail.made_at))
)
ALERT_OF_MAIL = (
    pick(Task.id, Task.kind, Task.subject, Task.since, Alert.stage)
    .join(Task, col(Task.id) == col(Alert.task_id))
    .where(Alert.mail_id == bindparam("mail"))
    .order_by(col(Alert.id))
)
STAFF_ADDRESS = pick(Staff.email, Staff.name).where(Staff.id == bindparam("staff"), PRESENT)
"""Somebody who left gets no mail any more."""
MAIL_END = (
    update(Mail)
    .where(Mail.id == bindparam("mail"))
    .values(state=bindparam("to"), done_at=bindparam("at"), reason=None)
)
MAIL_TRY_AGAIN = (
    update(Mail)
    .where(Mail.id == bindparam("mail"))
    .values(state="planned", next_at=bindparam("at"), reason=bindparam("why"))
)
MAIL_TRIES = pick(Mail.tries).where(Mail.id == bindparam("mail"))
MAIL_STUCK = (
    pick(Staff.email, Mail.tries, Mail.made_at, Mail.reason)
    .join(Staff, col(Staff.id) == col(Mail.staff_id))
    .where(OPEN, or_(col(Mail.tries) > 1, col(Mail.reason).is_not(None)))
    .order_by(col(Mail.made_at))
)


@dataclass(frozen=True, slots=True)
class Stuck:
    """A mail that was not handed over yet: its recipient, its tries, since when, and why not."""

    email: str
    tries: int
    since: datetime
    reason: str | None


def gather_mail(unit: Unit) -> None:
    """Put what is due into one mail per colleague; one that was not sent yet takes it along."""
    due = unit.run(
        ALERT_TO_TELL, {"now": unit.now, "passed": passed_over(unit, GATHERING)}
    ).scalars()
    each(unit, GATHERING, due, singly(partial(_gather, unit)), number=int)


def claim_mail(unit: Unit) -> Letter | None:
    """Claim a mail that is due, with what in it still waits, or None; an empty one becomes void."""
    while True:
        passed = passed_over(unit, CLAIMING, MAILED)
        mail = unit.run(MAIL_DUE, {"now": unit.now, "passed": passed}).scalar()
        if mail is None:
            return None
        for letter in each(
            unit, CLAIMING, [mail], lambda some: _claimed(unit, some[0]), number=int
        ):
            if letter is not None:
                return letter


def mail_sent(unit: Unit, *, mail: int) -> None:
    """Note that the server took a mail; if that fails, the mail is not sent again and again."""
    values = {"to": "sent", "at": unit.now}
    each(
        unit,
        MAILED,
        [mail],
        lambda some: unit.run(MAIL_END, values | {"mail": some[0]}),
        number=int,
        rest=LONG,
    )


def mail_failed(unit: Unit, *, mail: int, reason: str) -> None:
    """Try a mail again after a while, because the server did not take it."""
    tries = unit.run(MAIL_TRIES, {"mail": mail}).scalar_one()
    pause = PAUSES[min(tries, len(PAUSES)) - 1]
    unit.run(MAIL_TRY_AGAIN, {"mail": mail, "at": unit.now + pause, "why": reason})


def stuck_mail(unit: Unit) -> list[Stuck]:
    """Return the mails that were not handed over at the first try."""
    return [Stuck(*row) for row in unit.run(MAIL_STUCK)]


def _gather(unit: Unit, staff: int) -> None:
    mail = unit.run(MAIL_OPEN, {"staff": staff}).first()
    if mail is not None and mail.state == "claimed":
        # its text is on its way already
        return
    facts = {
        "staff_id": staff,
        "state": "planned",
        "made_at": unit.now,
        "next_at": unit.now,
        "tries": 0,
    }
    number = unit.run(MAIL_ADD, facts).scalar_one() if mail is None else mail.id
    unit.run(ALERT_TAKE_UP, {"staff": staff, "until": unit.now + GATHER, "mail": number})


def _claimed(unit: Unit, mail: int) -> Letter | None:
    """Claim a mail; None if another process has it, or if nothing in it waits: then it is void."""
    claimed = unit.run(
        MAIL_CLAIM, {"mail": mail, "now": unit.now, "lease": unit.now + LEASE}
    ).first()
    if claimed is None:
        return None
    lines, to = _lines(unit, mail), unit.run(STAFF_ADDRESS, {"staff": claimed.staff_id}).first()
    if lines and to is not None:
        more = max(0, len(lines) - MOST_LINES)
        return Letter(mail, claimed.made_at, to.email, to.name, lines[:MOST_LINES], more)
    unit.run(MAIL_END, {"mail": mail, "to": "void", "at": unit.now})
    return None


def _lines(unit: Unit, mail: int) -> list[DueAlert]:
    latest = {row.id: row for row in unit.run(ALERT_OF_MAIL, {"mail": mail})}
    found = [
        (still_waiting(unit, kind=row.kind, subject=row.subject, since=row.since), row.stage)
        for row in latest.values()
    ]
    return sorted(
        (DueAlert(item, stage) for item, stage in found if item is not None), key=_urgency
    )


def _urgency(line: DueAlert) -> Any:
    """Sort what is late first, then what was promised first."""
    return (line.stage != "late", line.item.answer_by is None, line.item.answer_by, line.item.since)
