"""An index of the addresses where codes were guessed wrong: how often that was
lately is asked at every code.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

GUESSED = sa.text("wrong_since IS NOT NULL")


def upgrade() -> None:
    """Take the step."""
    op.create_index(
        "ix_address_wrong",
        "address",
        ["wrong_since"],
        sqlite_where=GUESSED,
        postgresql_where=GUESSED,
    )
