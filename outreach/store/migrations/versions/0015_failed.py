"""Find what failed lately without a look at all that was ever sent."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    some = sa.text("state = 'failed' OR state = 'gone' AND person_id IS NULL")
    op.create_index(
        "ix_delivery_failed", "delivery", ["done_at"], sqlite_where=some, postgresql_where=some
    )
