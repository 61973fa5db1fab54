"""Tell staff by e-mail what waits."""

import sqlalchemy as sa
from alembic import op

from outreach.store.columns import Moment

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.add_column("staff", sa.Column("notify", sa.String(), nullable=True))
    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("opportunity_id", sa.Integer(), nullable=True),
        sa.Column("half_at", Moment(), nullable=True),
        sa.Column("late_at", Moment(), nullable=True),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("next_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["opportunity_id"], ["opportunity.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "subject", "since"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("next_at", Moment(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("done_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "alert",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("mail_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["mail_id"], ["mail.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("task_id", "staff_id", "stage"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_alert_mail_id", "alert", ["mail_id"])
    for name, table, column, where in (
        ("ix_task_next", "task", "next_at", "stage <> 'over'"),
        ("ix_alert_due", "alert", "due_at", "mail_id IS NULL"),
        ("ix_mail_next", "mail", "next_at", "state IN ('planned', 'claimed')"),
    ):
        some = sa.text(where)
        op.create_index(name, table, [column], sqlite_where=some, postgresql_where=some)
