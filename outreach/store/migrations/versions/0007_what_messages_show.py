"""What the messages of a campaign's step show of the record, and of which version of it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.add_column("mailing", sa.Column("version", sa.Integer(), nullable=True))
    op.add_column("mailing", sa.Column("shown", sa.JSON(), nullable=True))
