"""Indexes for what is looked for again and again, of just the rows that are looked for;
and without two of no use.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KEPT = "done_at IS NOT NULL AND message IS NOT NULL"
SILENT = "dialogue IS NOT NULL AND dialogue <> 'menu' AND reminded_at IS NULL"


def upgrade() -> None:
    """Take the step."""
    for name, table in (
        ("ix_event_at", "event"),
        ("ix_event_deed", "event"),
        ("ix_conversation_last_at", "conversation"),
    ):
        op.drop_index(name, table)
    op.create_index("ix_event_deed", "event", ["deed", "at"])
    op.create_index("ix_code_subject", "code", ["subject", "kind"])
    op.create_index("ix_mailing_opportunity_id", "mailing", ["opportunity_id"])
    for name, table, columns, where in (
        ("ix_conversation_open", "conversation", ["last_at"], "dialogue IS NOT NULL"),
        ("ix_conversation_silent", "conversation", ["last_at"], SILENT),
        ("ix_delivery_kept", "delivery", ["done_at"], KEPT),
        ("ix_inbound_kept", "inbound", ["at"], "text IS NOT NULL"),
        ("ix_interest_kept", "interest", ["opportunity_id"], "brings <> ''"),
        ("ix_mail_done", "mail", ["done_at"], "done_at IS NOT NULL"),
        ("ix_mailing_campaign", "mailing", ["state", "send_at"], "kind = 'campaign'"),
        ("ix_mailing_card", "mailing", ["kind"], "kind = 'card'"),
        ("ix_mailing_kept", "mailing", ["send_at"], "texts IS NOT NULL"),
        ("ix_task_over", "task", ["next_at"], "stage = 'over'"),
    ):
        some = sa.text(where)
        op.create_index(name, table, columns, sqlite_where=some, postgresql_where=some)
