"""Campaigns, the order and lanes of deliveries, the pace of accounts, and news at each address."""

import sqlalchemy as sa
from alembic import op

from outreach.store.columns import Moment
from outreach.store.migrations.counters import numbers_go_on

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NUMBERED = {"sqlite_autoincrement": True}
RANKS = """
UPDATE delivery SET rank = CASE WHEN mailing_id IS NULL THEN 1 ELSE 2 END
"""
NEWS = """
UPDATE address SET news = COALESCE((
    SELECT given FROM consent
    WHERE consent.person_id = address.person_id AND purpose = 'news'
        AND CASE WHEN scope = '' THEN 'web' ELSE scope END = address.channel
    ORDER BY consent.id DESC LIMIT 1
), :no)
"""


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "campaign",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("opportunity_id", sa.Integer(), nullable=False),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("picture", sa.String(), nullable=True),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("venues", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("approved_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["opportunity_id"], ["opportunity.id"]),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"]),
        sa.ForeignKeyConstraint(["approved_by"], ["staff.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_campaign_opportunity_id", "campaign", ["opportunity_id"])
    op.add_column(
        "account", sa.Column("busy_until", sa.BigInteger(), nullable=False, server_default="0")
    )
    op.add_column("account", sa.Column("held_until", Moment(), nullable=True))
    op.add_column("account", sa.Column("trouble", sa.String(), nullable=True))
    op.add_column(
        "address", sa.Column("news", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    with numbers_go_on("mailing", "delivery", "trail"):
        _rebuild()
    op.execute(RANKS)
    op.get_bind().execute(sa.text(NEWS), {"no": False})


def _rebuild() -> None:
    with op.batch_alter_table("mailing", table_kwargs=NUMBERED) as mailing:
        mailing.add_column(sa.Column("campaign_id", sa.Integer(), nullable=True))
        mailing.add_column(sa.Column("policy", sa.String(), nullable=False, server_default="again"))
        mailing.add_column(sa.Column("texts", sa.JSON(), nullable=True))
        mailing.add_column(sa.Column("reason", sa.String(), nullable=True))
        mailing.add_column(sa.Column("seen_at", Moment(), nullable=True))
        mailing.create_index("ix_mailing_campaign_id", ["campaign_id"])
        mailing.create_foreign_key("fk_mailing_campaign", "campaign", ["campaign_id"], ["id"])
    with op.batch_alter_table("delivery", table_kwargs=NUMBERED) as delivery:
        delivery.add_column(sa.Column("rank", sa.Integer(), nullable=False, server_default="2"))
        delivery.add_column(sa.Column("channel", sa.String(), nullable=True))
        delivery.add_column(sa.Column("language", sa.String(), nullable=True))
        delivery.drop_constraint("uq_delivery_mailing_address", type_="unique")
        delivery.drop_index("ix_delivery_edits_id")
        delivery.drop_index("ix_delivery_state")
    with op.batch_alter_table("trail", table_kwargs=NUMBERED) as trail:
        trail.add_column(sa.Column("mailing_id", sa.Integer(), nullable=True))
        trail.create_index("ix_trail_mailing_id", ["mailing_id"])
        trail.create_foreign_key("fk_trail_mailing", "mailing", ["mailing_id"], ["id"])
    for name, columns, where, unique in (
        ("uq_delivery_mailing_venue", ["mailing_id", "address_id"], "person_id IS NULL", True),
        ("ix_delivery_edits", ["edits_id"], "edits_id IS NOT NULL", False),
        ("ix_delivery_waits", ["send_at"], "state = 'planned' AND rank < 3", False),
        (
            "ix_delivery_in_campaign",
            ["mailing_id", "channel", "send_at"],
            "state = 'planned' AND rank = 3",
            False,
        ),
        ("ix_delivery_under_way", ["lease_until"], "state = 'claimed'", False),
    ):
        some = sa.text(where)
        op.create_index(
            name, "delivery", columns, unique=unique, sqlite_where=some, postgresql_where=some
        )
