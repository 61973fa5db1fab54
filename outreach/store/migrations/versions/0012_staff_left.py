"""Keep when a member of staff left."""

import sqlalchemy as sa
from alembic import op

from outreach.store.columns import Moment

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.add_column("staff", sa.Column("left_at", Moment(), nullable=True))
