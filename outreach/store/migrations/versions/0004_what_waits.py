"""Find what waits for staff without a look at all that was ever answered."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    for name, table, columns, where in (
        ("ix_interest_promised", "interest", ["answer_by", "id"], "state = 'new'"),
        ("ix_interest_new", "interest", ["stored_at"], "state = 'new'"),
        ("ix_question_promised", "question", ["answer_by", "id"], "answered_at IS NULL"),
        ("ix_question_waits", "question", ["asked_at"], "answered_at IS NULL"),
        ("ix_campaign_draft", "campaign", ["made_at", "id"], "state = 'draft'"),
        ("ix_mailing_held", "mailing", ["send_at", "id"], "state IN ('paused', 'late')"),
    ):
        some = sa.text(where)
        op.create_index(name, table, columns, sqlite_where=some, postgresql_where=some)
