"""What was said and written at an address is found by its number: a page of a long
conversation reads no other page.
"""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_index("ix_delivery_said", "delivery", ["address_id", "seq"])
    op.drop_index("ix_delivery_address_id", "delivery")
    op.create_index("ix_inbound_written", "inbound", ["address_id", "id"])
    op.drop_index("ix_inbound_address_id", "inbound")
