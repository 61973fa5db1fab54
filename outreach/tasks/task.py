"""The rows behind the e-mail to staff: what waits, who is concerned, and what was mailed."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from outreach.store.columns import NUMBERED, Moment, partly

NEW, HALF, LATE, OVER = "new", "half", "late", "over"
"""The stages at which staff are told: it came in, half of the promised time is over, it is late."""


class Task(SQLModel, table=True):
    """Something that waits for staff.

    `stage` is what they are told next, at `next_at`; over is the last. `subject` is the id of the
    interest, question, campaign or mailing; another `since` makes it another task.
    """

    __table_args__ = (
        UniqueConstraint("kind", "subject", "since"),
        partly("ix_task_next", "next_at", where="stage <> 'over'"),
        partly("ix_task_over", "next_at", where="stage = 'over'"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    kind: str
    subject: int
    since: datetime = Field(sa_type=Moment)
    opportunity_id: int | None = Field(default=None, foreign_key="opportunity.id")
    half_at: datetime | None = Field(default=None, sa_type=Moment)
    late_at: datetime | None = Field(default=None, sa_type=Moment)
    stage: str = NEW
    next_at: datetime = Field(sa_type=Moment)


class Alert(SQLModel, table=True):
    """One colleague is told of one task at one stage, from `due_at` on, in the mail with it."""

    __table_args__ = (
        UniqueConstraint("task_id", "staff_id", "stage"),
        partly("ix_alert_due", "due_at", where="mail_id IS NULL"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", ondelete="CASCADE")
    staff_id: int = Field(foreign_key="staff.id", ondelete="CASCADE")
    stage: str
    due_at: datetime = Field(sa_type=Moment)
    mail_id: int | None = Field(default=None, foreign_key="mail.id", index=True, ondelete="CASCADE")


class Mail(SQLModel, table=True):
    """A mail to one colleague: planned, claimed, sent, or void if nothing in it waited any more.

    It has no text: that is written from what still waits at the moment it goes. `reason` is what
    the server said last.
    """

    __table_args__ = (
        partly("ix_mail_next", "next_at", where="state IN ('planned', 'claimed')"),
        partly("ix_mail_done", "done_at", where="done_at IS NOT NULL"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    staff_id: int = Field(foreign_key="staff.id", ondelete="CASCADE")
    state: str = "planned"
    made_at: datetime = Field(sa_type=Moment)
    next_at: datetime = Field(sa_type=Moment)
    tries: int = 0
    reason: str | None = None
    done_at: datetime | None = Field(default=None, sa_type=Moment)
