"""Keep what colleagues write to the party behind an interest, and which question answers it."""

import sqlalchemy as sa
from alembic import op

from outreach.store.columns import Moment

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "interest_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("interest_id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["interest_id"], ["interest.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_interest_message_interest_id", "interest_message", ["interest_id"])
    # Said as both databases say it: another way SQLite would write the whole table anew.
    op.execute("ALTER TABLE question ADD COLUMN interest_id INTEGER REFERENCES interest (id)")
    given = sa.text("interest_id IS NOT NULL")
    op.create_index(
        "ix_question_interest",
        "question",
        ["interest_id"],
        sqlite_where=given,
        postgresql_where=given,
    )
