"""Find an opportunity by its number, whatever the case, without reading all of them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_index("ix_opportunity_number", "opportunity", [sa.text("lower(tender_id)")])
