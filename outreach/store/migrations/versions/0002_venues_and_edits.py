"""Venues with their addresses, cards that are edited, trails by venue, media, and the
key of the open question.
"""

import sqlalchemy as sa
from alembic import op

from outreach.store.columns import Moment
from outreach.store.migrations.counters import numbers_go_on

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBERED = {"sqlite_autoincrement": True}


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "account",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("channel"),
    )
    op.create_table(
        "venue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("most_a_week", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("confirmed_at", Moment(), nullable=True),
        sa.Column("left_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "visit",
        sa.Column("trail_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["trail_id"], ["trail.id"]),
        sa.PrimaryKeyConstraint("trail_id", "person_id"),
    )
    op.create_index("ix_visit_person_id", "visit", ["person_id"])
    op.add_column("conversation", sa.Column("asked", sa.String(), nullable=True))
    op.add_column("inbound", sa.Column("media", sa.JSON(), nullable=True))
    with numbers_go_on("address", "delivery", "trail"):
        _rebuild()


def _rebuild() -> None:
    with op.batch_alter_table("address", table_kwargs=NUMBERED) as address:
        address.add_column(sa.Column("venue_id", sa.Integer(), nullable=True))
        address.alter_column("person_id", existing_type=sa.Integer(), nullable=True)
        address.create_index("ix_address_venue_id", ["venue_id"])
        address.create_foreign_key("fk_address_venue", "venue", ["venue_id"], ["id"])
    with op.batch_alter_table("delivery", table_kwargs=NUMBERED) as delivery:
        delivery.add_column(sa.Column("edits_id", sa.Integer(), nullable=True))
        delivery.alter_column("person_id", existing_type=sa.Integer(), nullable=True)
        delivery.create_index("ix_delivery_edits_id", ["edits_id"])
        delivery.create_unique_constraint(
            "uq_delivery_mailing_address", ["mailing_id", "address_id"]
        )
        delivery.create_foreign_key("fk_delivery_edits", "delivery", ["edits_id"], ["id"])
    with op.batch_alter_table("trail", table_kwargs=NUMBERED) as trail:
        trail.add_column(sa.Column("dialogue", sa.String(), nullable=True))
        trail.add_column(sa.Column("venue_id", sa.Integer(), nullable=True))
        trail.add_column(sa.Column("started", sa.Integer(), nullable=False, server_default="0"))
        trail.alter_column("opportunity_id", existing_type=sa.Integer(), nullable=True)
        trail.create_index("ix_trail_venue_id", ["venue_id"])
        trail.create_foreign_key("fk_trail_venue", "venue", ["venue_id"], ["id"])
