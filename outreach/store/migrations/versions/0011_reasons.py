"""Keep why an opportunity was decided or taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.add_column(
        "opportunity", sa.Column("reason", sa.String(), nullable=False, server_default="")
    )
