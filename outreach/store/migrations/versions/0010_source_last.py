"""Keep apart what releases of the newest date said, so that one more of that date
finds its place among them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.add_column("opportunity", sa.Column("source_last", sa.JSON(), nullable=True))
