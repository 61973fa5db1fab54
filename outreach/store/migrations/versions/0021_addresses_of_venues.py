"""An index of the few addresses that are a venue's: databases took that of all for
useless, and read every address.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

OF_VENUES = sa.text("venue_id IS NOT NULL")


def upgrade() -> None:
    """Take the step."""
    op.drop_index("ix_address_venue_id", "address")
    op.create_index(
        "ix_address_venue",
        "address",
        ["venue_id"],
        sqlite_where=OF_VENUES,
        postgresql_where=OF_VENUES,
    )
