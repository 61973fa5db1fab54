"""Find a place by its name whatever the case, in all letters."""

import sqlalchemy as sa
from alembic import op

from outreach.clean import alike

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NAMES = sa.text("SELECT id, name FROM place")
FOLD = sa.text("UPDATE place SET folded = :folded WHERE id = :id")


def upgrade() -> None:
    """Take the step."""
    op.add_column("place", sa.Column("folded", sa.String(), nullable=False, server_default=""))
    store = op.get_bind()
    folded = [{"id": id, "folded": alike(name)} for id, name in store.execute(NAMES)]
    if folded:
        store.execute(FOLD, folded)
    op.create_index("ix_place_folded", "place", ["folded"])
