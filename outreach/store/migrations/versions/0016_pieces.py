"""Keep how many pieces of a delivery arrived, and which delivery comes first at an address."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

BEGUN = sa.text("state = 'planned' AND rank = 3 AND arrived IS NOT NULL")


def upgrade() -> None:
    """Take the step."""
    op.add_column("delivery", sa.Column("arrived", sa.Integer(), nullable=True))
    op.add_column("address", sa.Column("first_id", sa.Integer(), nullable=True))
    op.create_index(
        "ix_delivery_begun",
        "delivery",
        ["mailing_id", "channel", "send_at"],
        sqlite_where=BEGUN,
        postgresql_where=BEGUN,
    )
