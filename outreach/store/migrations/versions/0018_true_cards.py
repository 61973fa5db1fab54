"""A card's own mailing tells what its venue reads by now; an index of cards alone
finds those that are not true.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

IS_CARD = sa.text("kind = 'card'")
NAME_CARDS = """
UPDATE mailing SET name = edited.name FROM (
    SELECT card.mailing_id, changed.name FROM delivery AS edit
    JOIN delivery AS card ON card.id = edit.edits_id JOIN mailing AS changed ON changed.id =
    edit.mailing_id WHERE edit.id IN (SELECT max(id) FROM delivery WHERE edits_id IS NOT NULL GROUP
    BY edits_id)
) AS edited
WHERE mailing.id = edited.mailing_id AND mailing.kind = 'card'
"""


def upgrade() -> None:
    """Take the step."""
    op.execute(NAME_CARDS)
    op.drop_index("ix_mailing_card", "mailing")
    op.create_index(
        "ix_mailing_card",
        "mailing",
        ["opportunity_id", "name"],
        sqlite_where=IS_CARD,
        postgresql_where=IS_CARD,
    )
