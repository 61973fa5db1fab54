"""Keep each answer that was corrected."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.add_column("question", sa.Column("earlier", sa.JSON(), nullable=False, server_default="[]"))
