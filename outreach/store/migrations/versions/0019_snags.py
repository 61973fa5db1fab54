"""Note which rows some work passes over, and lead to the messages whose turn failed."""

import sqlalchemy as sa
from alembic import op

from outreach.store.columns import Moment

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "snag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("work", sa.String(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", Moment(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("work", "subject"),
        sqlite_autoincrement=True,
    )
    where = sa.text("quarantined")
    op.create_index(
        "ix_inbound_quarantined",
        "inbound",
        ["at"],
        unique=False,
        sqlite_where=where,
        postgresql_where=where,
    )
