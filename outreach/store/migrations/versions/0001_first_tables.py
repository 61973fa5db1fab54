"""The first tables.

Until the first release a new column or table goes in here, with its subject, as its model has it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001_first_tables"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
CENTS = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Take the step; what a table points at is made before it."""
    _create_store()
    _create_tombstones()
    _create_opportunities()
    _create_staff()
    _create_sessions()
    _create_venues()
    _create_parties()
    _create_deliveries()
    _create_conversations()
    _create_trails()
    _create_interests()
    _create_attachments()
    _create_decisions()
    _create_meetings()
    _create_receipts()


def _create_store() -> None:
    op.create_table(
        "code",
        sa.Column("code", sa.String(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("expires_at", MOMENT),
        sa.Column("used_at", MOMENT),
    )
    op.create_index("ix_code_subject", "code", ["subject", "kind"])
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("ids", sa.JSON(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("seal", sa.String()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_event_deed", "event", ["deed", "at"])
    op.create_table(
        "snag",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("work", sa.String(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.UniqueConstraint("work", "subject"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "tick",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False, unique=True),
        sa.Column("good_at", MOMENT),
        sa.Column("failing_since", MOMENT),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("in_a_row", sa.Integer(), nullable=False),
        sa.Column("error", sa.String()),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "outage",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outage_ended_at", "outage", ["ended_at"])


def _create_tombstones() -> None:
    op.create_table(
        "tombstone",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("mark", sa.String(), nullable=False, unique=True),
        sa.Column("at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tombstone_at", "tombstone", ["at"])
    op.create_table(
        "tombstone_key",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
    )


def _create_opportunities() -> None:
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("parent", sa.String()),
        sa.Column("folded", sa.String(), nullable=False),
        sa.UniqueConstraint("code", "year"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_place_folded", "place", ["folded"])
    op.create_table(
        "street",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("start", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.UniqueConstraint("folded", "code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_street_start", "street", ["start"])
    op.create_table(
        "opportunity",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("tender_id", sa.String(), nullable=False, unique=True),
        sa.Column("ocid", sa.String(), nullable=False, unique=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("direction", sa.String()),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("translations", sa.JSON(), nullable=False),
        sa.Column("themes", sa.JSON(), nullable=False),
        sa.Column("arrangement", sa.String()),
        sa.Column("municipality_role", sa.String()),
        sa.Column("contributions", sa.JSON(), nullable=False),
        sa.Column("cooperation", sa.Boolean(), nullable=False),
        sa.Column("checklist", sa.JSON(), nullable=False),
        sa.Column("overruled", sa.JSON(), nullable=False),
        sa.Column("value_cents", CENTS),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("opened_at", MOMENT),
        sa.Column("questions_until", MOMENT),
        sa.Column("answers_until", MOMENT),
        sa.Column("plan_until", MOMENT),
        sa.Column("plan_asks", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date()),
        sa.Column("duration", sa.String(), nullable=False),
        sa.Column("official", sa.String(), nullable=False),
        sa.Column("answer_days", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("decided_at", MOMENT),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("source", sa.JSON()),
        sa.Column("source_date", MOMENT),
        sa.Column("source_last", sa.JSON()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_opportunity_number", "opportunity", [sa.text("lower(tender_id)")])
    op.create_index("ix_opportunity_state", "opportunity", ["state"])
    op.create_table(
        "opportunity_version",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.UniqueConstraint("opportunity_id", "version"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "opportunity_place",
        sa.Column(
            "opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), primary_key=True
        ),
        sa.Column("place_id", sa.Integer(), sa.ForeignKey("place.id"), primary_key=True),
    )
    op.create_index("ix_opportunity_place_place_id", "opportunity_place", ["place_id"])
    op.create_table(
        "part",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("budget_cents", CENTS),
        sa.Column("say", sa.String(), nullable=False),
        sa.Column("translations", sa.JSON(), nullable=False),
        sa.UniqueConstraint("opportunity_id", "key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "requirement",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("alternative", sa.String(), nullable=False),
        sa.Column("unmet", sa.Integer(), nullable=False),
        sa.Column("translations", sa.JSON(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_requirement_opportunity_id", "requirement", ["opportunity_id"])
    op.create_table(
        "criterion",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("translations", sa.JSON(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_criterion_opportunity_id", "criterion", ["opportunity_id"])
    op.create_table(
        "draw",
        sa.Column(
            "opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), primary_key=True
        ),
        sa.Column("seed", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("drawn_at", MOMENT),
        sa.Column("entries", sa.JSON(), nullable=False),
    )
    op.create_table(
        "picture",
        sa.Column(
            "opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), primary_key=True
        ),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("wide", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("alt", sa.JSON(), nullable=False),
        sa.Column("credit", sa.String(), nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "extension",
        sa.Column(
            "opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), primary_key=True
        ),
        sa.Column("outage_id", sa.Integer(), sa.ForeignKey("outage.id"), primary_key=True),
    )


def _create_sessions() -> None:
    op.create_table(
        "staff_session",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("secret", sa.String(), nullable=False, unique=True),
        sa.Column("staff_id", sa.Integer(), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.Column("browser", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_staff_session_staff_id", "staff_session", ["staff_id"])
    op.create_table(
        "staff_password",
        sa.Column("staff_id", sa.Integer(), sa.ForeignKey("staff.id"), primary_key=True),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
    )
    op.create_table(
        "staff_invitation",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("secret", sa.String(), nullable=False, unique=True),
        sa.Column("staff_id", sa.Integer(), sa.ForeignKey("staff.id")),
        sa.Column("expires_at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_staff_invitation_staff_id", "staff_invitation", ["staff_id"])
    op.create_table(
        "staff_device",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("secret", sa.String(), nullable=False, unique=True),
        sa.Column("staff_id", sa.Integer(), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_staff_device_staff_id", "staff_device", ["staff_id"])
    op.create_table(
        "staff_form",
        sa.Column("number", sa.String(), primary_key=True),
        sa.Column("staff_id", sa.Integer(), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("led_to", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("ix_staff_form_staff_id", "staff_form", ["staff_id"])


def _create_staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("email", sa.String(), nullable=False, unique=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("notify", sa.String()),
        sa.Column("left_at", MOMENT),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id")),
        sa.Column("half_at", MOMENT),
        sa.Column("late_at", MOMENT),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.UniqueConstraint("kind", "subject", "since"),
        sqlite_autoincrement=True,
    )
    _index_some("ix_task_next", "task", "next_at", where="stage <> 'over'")
    _index_some("ix_task_over", "task", "next_at", where="stage = 'over'")
    op.create_table(
        "mail",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "staff_id", sa.Integer(), sa.ForeignKey("staff.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String()),
        sa.Column("done_at", MOMENT),
        sqlite_autoincrement=True,
    )
    _index_some("ix_mail_done", "mail", "done_at", where="done_at IS NOT NULL")
    _index_some("ix_mail_next", "mail", "next_at", where="state IN ('planned', 'claimed')")
    op.create_table(
        "alert",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "task_id", sa.Integer(), sa.ForeignKey("task.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column(
            "staff_id", sa.Integer(), sa.ForeignKey("staff.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("mail_id", sa.Integer(), sa.ForeignKey("mail.id", ondelete="CASCADE")),
        sa.UniqueConstraint("task_id", "staff_id", "stage"),
        sqlite_autoincrement=True,
    )
    _index_some("ix_alert_due", "alert", "due_at", where="mail_id IS NULL")
    op.create_index("ix_alert_mail_id", "alert", ["mail_id"])


def _create_venues() -> None:
    op.create_table(
        "venue",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("code", sa.String(), nullable=False, unique=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("place_id", sa.Integer(), sa.ForeignKey("place.id")),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("most_a_week", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("left_at", MOMENT),
        sqlite_autoincrement=True,
    )


def _create_parties() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("place_id", sa.Integer(), sa.ForeignKey("place.id")),
        sa.Column("themes", sa.JSON(), nullable=False),
        sa.Column("trail_id", sa.Integer()),
        sa.Column("stopped_at", MOMENT),
        sa.Column("created_at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "party",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("legal_form", sa.String()),
        sa.Column("created_at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("party_id", sa.Integer(), sa.ForeignKey("party.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.UniqueConstraint("party_id", "person_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_membership_person_id", "membership", ["person_id"])
    op.create_table(
        "address",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("venue_id", sa.Integer(), sa.ForeignKey("venue.id")),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("free_at", MOMENT),
        sa.Column("first_id", sa.Integer()),
        sa.Column("used_at", MOMENT),
        sa.Column("gone_at", MOMENT),
        sa.Column("wrong_codes", sa.Integer(), nullable=False),
        sa.Column("wrong_since", MOMENT),
        sa.Column("news", sa.Boolean(), nullable=False),
        sa.Column("beside", sa.Boolean()),
        sa.UniqueConstraint("channel", "external_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_address_person_id", "address", ["person_id"])
    _index_some("ix_address_venue", "address", "venue_id", where="venue_id IS NOT NULL")
    _index_some("ix_address_wrong", "address", "wrong_since", where="wrong_since IS NOT NULL")
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("text_version", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consent_person_id", "consent", ["person_id"])
    op.create_table(
        "mailbox",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("asked", sa.String()),
        sa.Column("leave", sa.String(), nullable=False, unique=True),
        sa.Column("left_at", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT),
        sqlite_autoincrement=True,
    )
    for column in ("person_id", "email", "asked", "left_at"):
        op.create_index(f"ix_mailbox_{column}", "mailbox", [column])
    op.create_table(
        "way_back",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("secret", sa.String(), nullable=False, unique=True),
        sa.Column("address_id", sa.Integer(), sa.ForeignKey("address.id"), nullable=False),
        sa.Column("mailbox_id", sa.Integer(), sa.ForeignKey("mailbox.id")),
        sa.Column("made_at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_way_back_address_id", "way_back", ["address_id"])
    _index_some("ix_way_back_mailbox", "way_back", "mailbox_id", where="mailbox_id IS NOT NULL")
    op.create_table(
        "subscription",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("endpoint", sa.String(), nullable=False, unique=True),
        sa.Column("p256dh", sa.String(), nullable=False),
        sa.Column("auth", sa.String(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_subscription_person_id", "subscription", ["person_id"])
    op.create_table(
        "push_key",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
    )


def _create_deliveries() -> None:
    op.create_table(
        "account",
        sa.Column("channel", sa.String(), primary_key=True),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("edits", sa.Boolean(), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("busy_until", sa.BigInteger(), nullable=False),
        sa.Column("held_until", MOMENT),
        sa.Column("trouble", sa.String()),
    )
    op.create_table(
        "campaign",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), nullable=False),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("picture", sa.String()),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("venues", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.Integer(), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("approved_by", sa.Integer(), sa.ForeignKey("staff.id")),
        sa.Column("approved_at", MOMENT),
        sqlite_autoincrement=True,
    )
    _index_some("ix_campaign_draft", "campaign", "made_at", "id", where="state = 'draft'")
    op.create_index("ix_campaign_opportunity_id", "campaign", ["opportunity_id"])
    op.create_table(
        "mailing",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id")),
        sa.Column("campaign_id", sa.Integer(), sa.ForeignKey("campaign.id")),
        sa.Column("send_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT),
        sa.Column("policy", sa.String(), nullable=False),
        sa.Column("texts", sa.JSON()),
        sa.Column("version", sa.Integer()),
        sa.Column("shown", sa.JSON()),
        sa.Column("reason", sa.String()),
        sa.Column("seen_at", MOMENT),
        sa.Column("made_at", MOMENT),
        sa.Column("base_version", sa.Integer()),
        sa.Column("interest_id", sa.Integer()),
        sa.Column("question_id", sa.Integer()),
        sa.Column("message_id", sa.Integer()),
        sqlite_autoincrement=True,
    )
    _index_some("ix_mailing_campaign", "mailing", "state", "send_at", where="kind = 'campaign'")
    op.create_index("ix_mailing_campaign_id", "mailing", ["campaign_id"])
    _index_some("ix_mailing_card", "mailing", "opportunity_id", "name", where="kind = 'card'")
    _index_some("ix_mailing_held", "mailing", "send_at", "id", where="state IN ('paused', 'late')")
    _index_some("ix_mailing_kept", "mailing", "send_at", where="texts IS NOT NULL")
    _index_some("ix_mailing_message", "mailing", "message_id", where="message_id IS NOT NULL")
    op.create_index("ix_mailing_opportunity_id", "mailing", ["opportunity_id"])
    _index_some("ix_mailing_question", "mailing", "question_id", where="question_id IS NOT NULL")
    op.create_table(
        "inbound",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("address_id", sa.Integer(), sa.ForeignKey("address.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("text", sa.String()),
        sa.Column("media", sa.JSON()),
        sa.Column("quarantined", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("channel", "external_id"),
        sqlite_autoincrement=True,
    )
    _index_some("ix_inbound_kept", "inbound", "at", where="text IS NOT NULL")
    _index_some("ix_inbound_quarantined", "inbound", "at", where="quarantined")
    op.create_index("ix_inbound_written", "inbound", ["address_id", "id"])
    op.create_table(
        "aside",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("address_id", sa.Integer(), sa.ForeignKey("address.id")),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.UniqueConstraint("channel", "external_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_aside_address_id", "aside", ["address_id"])
    op.create_index("ix_aside_at", "aside", ["at"])
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("mailing_id", sa.Integer(), sa.ForeignKey("mailing.id")),
        sa.Column("inbound_id", sa.Integer(), sa.ForeignKey("inbound.id")),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("address_id", sa.Integer(), sa.ForeignKey("address.id"), nullable=False),
        sa.Column("channel", sa.String()),
        sa.Column("language", sa.String()),
        sa.Column("edits_id", sa.Integer(), sa.ForeignKey("delivery.id")),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("message", sa.JSON()),
        sa.Column("send_at", MOMENT, nullable=False),
        sa.Column("lease_until", MOMENT),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("arrived", sa.Integer()),
        sa.Column("seq", sa.Integer()),
        sa.Column("receipt", sa.String()),
        sa.Column("reason", sa.String()),
        sa.Column("done_at", MOMENT),
        sa.UniqueConstraint("mailing_id", "person_id"),
        sa.UniqueConstraint("inbound_id", "position"),
        sqlite_autoincrement=True,
    )
    _index_some(
        "ix_delivery_begun",
        "delivery",
        "mailing_id",
        "channel",
        "send_at",
        where="state = 'planned' AND rank = 3 AND arrived IS NOT NULL",
    )
    _index_some("ix_delivery_edits", "delivery", "edits_id", where="edits_id IS NOT NULL")
    _index_some(
        "ix_delivery_failed",
        "delivery",
        "done_at",
        where="state = 'failed' OR state = 'gone' AND person_id IS NULL",
    )
    _index_some(
        "ix_delivery_in_campaign",
        "delivery",
        "mailing_id",
        "channel",
        "send_at",
        where="state = 'planned' AND rank = 3",
    )
    _index_some(
        "ix_delivery_kept",
        "delivery",
        "done_at",
        where="done_at IS NOT NULL AND message IS NOT NULL",
    )
    op.create_index("ix_delivery_person_id", "delivery", ["person_id"])
    op.create_index("ix_delivery_said", "delivery", ["address_id", "seq"])
    _index_some("ix_delivery_under_way", "delivery", "lease_until", where="state = 'claimed'")
    _index_some("ix_delivery_waits", "delivery", "send_at", where="state = 'planned' AND rank < 3")
    _index_some(
        "uq_delivery_mailing_venue",
        "delivery",
        "mailing_id",
        "address_id",
        where="person_id IS NULL",
        unique=True,
    )


def _create_conversations() -> None:
    op.create_table(
        "conversation",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False, unique=True
        ),
        sa.Column("address_id", sa.Integer(), sa.ForeignKey("address.id"), nullable=False),
        sa.Column("dialogue", sa.String()),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("transcript", sa.JSON(), nullable=False),
        sa.Column("offers", sa.JSON(), nullable=False),
        sa.Column("beneath", sa.JSON()),
        sa.Column("asked", sa.String()),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
        sa.Column("reminded_at", MOMENT),
        sa.Column("assigned_id", sa.Integer(), sa.ForeignKey("staff.id")),
        sa.Column("taken_id", sa.Integer(), sa.ForeignKey("staff.id")),
        sa.Column("taken_at", MOMENT),
        sa.Column("taken_until", MOMENT),
        sa.Column("taken_minutes", sa.Integer()),
        sa.Column("waits_at", MOMENT),
        sqlite_autoincrement=True,
    )
    _index_some(
        "ix_conversation_assigned", "conversation", "assigned_id", where="assigned_id IS NOT NULL"
    )
    _index_some(
        "ix_conversation_taken", "conversation", "taken_until", where="taken_id IS NOT NULL"
    )
    _index_some("ix_conversation_open", "conversation", "last_at", where="dialogue IS NOT NULL")
    _index_some(
        "ix_conversation_silent",
        "conversation",
        "last_at",
        where="dialogue IS NOT NULL AND dialogue <> 'menu' AND reminded_at IS NULL",
    )


def _create_trails() -> None:
    op.create_table(
        "trail",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id")),
        sa.Column("dialogue", sa.String()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("venue_id", sa.Integer(), sa.ForeignKey("venue.id")),
        sa.Column("mailing_id", sa.Integer(), sa.ForeignKey("mailing.id")),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("started", sa.Integer(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_trail_mailing_id", "trail", ["mailing_id"])
    op.create_index("ix_trail_opportunity_id", "trail", ["opportunity_id"])
    op.create_index("ix_trail_person_id", "trail", ["person_id"])
    op.create_index("ix_trail_venue_id", "trail", ["venue_id"])
    op.create_table(
        "visit",
        sa.Column("trail_id", sa.Integer(), sa.ForeignKey("trail.id"), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("ix_visit_person_id", "visit", ["person_id"])


def _create_interests() -> None:
    op.create_table(
        "interest",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("party_id", sa.Integer(), sa.ForeignKey("party.id"), nullable=False),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String()),
        sa.Column("brings", sa.String(), nullable=False),
        sa.Column("needs", sa.String()),
        sa.Column("people", sa.Integer()),
        sa.Column("area", sa.String()),
        sa.Column("partners", sa.String()),
        sa.Column("reach", sa.String()),
        sa.Column("part_keys", sa.JSON(), nullable=False),
        sa.Column("meets", sa.JSON(), nullable=False),
        sa.Column("trail_id", sa.Integer(), sa.ForeignKey("trail.id")),
        sa.Column("stored_at", MOMENT, nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.UniqueConstraint("party_id", "opportunity_id"),
        sqlite_autoincrement=True,
    )
    _index_some("ix_interest_kept", "interest", "opportunity_id", where="brings <> ''")
    _index_some("ix_interest_new", "interest", "stored_at", where="state = 'new'")
    op.create_index("ix_interest_opportunity_id", "interest", ["opportunity_id"])
    _index_some("ix_interest_reserve", "interest", "opportunity_id", where="state = 'reserve'")
    _index_some("ix_interest_promised", "interest", "answer_by", "id", where="state = 'new'")
    op.create_table(
        "interest_change",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("interest_id", sa.Integer(), sa.ForeignKey("interest.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_interest_change_interest_id", "interest_change", ["interest_id"])
    op.create_table(
        "interest_message",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("interest_id", sa.Integer(), sa.ForeignKey("interest.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_interest_message_interest_id", "interest_message", ["interest_id"])
    op.create_table(
        "beforehand",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("meets", sa.JSON(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("person_id", "opportunity_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_beforehand_at", "beforehand", ["at"])
    op.create_index("ix_beforehand_opportunity_id", "beforehand", ["opportunity_id"])
    op.create_table(
        "follower",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("person_id", "opportunity_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_follower_at", "follower", ["at"])
    op.create_index("ix_follower_opportunity_id", "follower", ["opportunity_id"])
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id")),
        sa.Column("interest_id", sa.Integer(), sa.ForeignKey("interest.id")),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String()),
        sa.Column("remarks", sa.JSON(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("answer", sa.String()),
        sa.Column("answered_at", MOMENT),
        sa.Column("for_all", sa.Boolean(), nullable=False),
        sa.Column("public_text", sa.String()),
        sa.Column("earlier", sa.JSON(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index_some("ix_question_interest", "question", "interest_id", where="interest_id IS NOT NULL")
    op.create_index("ix_question_opportunity_id", "question", ["opportunity_id"])
    op.create_index("ix_question_person_id", "question", ["person_id"])
    _index_some("ix_question_promised", "question", "answer_by", "id", where="answered_at IS NULL")
    _index_some("ix_question_waits", "question", "asked_at", where="answered_at IS NULL")
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "interest_id", sa.Integer(), sa.ForeignKey("interest.id"), nullable=False, unique=True
        ),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("timing", sa.String(), nullable=False),
        sa.Column("costs", sa.String(), nullable=False),
        sa.Column("cost_cents", CENTS),
        sa.Column("needs", sa.String(), nullable=False),
        sa.Column("more", sa.String(), nullable=False),
        sa.Column("changed_at", MOMENT),
        sa.Column("sent_at", MOMENT),
        sa.Column("reminded_for", MOMENT),
        sqlite_autoincrement=True,
    )
    _index_some("ix_plan_sent", "plan", "sent_at", where="sent_at IS NOT NULL")


def _create_attachments() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "inbound_id", sa.Integer(), sa.ForeignKey("inbound.id"), nullable=False, unique=True
        ),
        sa.Column("address_id", sa.Integer(), sa.ForeignKey("address.id"), nullable=False),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id")),
        sa.Column("interest_id", sa.Integer(), sa.ForeignKey("interest.id")),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String()),
        sa.Column("size", sa.Integer()),
        sa.Column("sha256", sa.String()),
        sa.Column("reason", sa.String()),
        sa.Column("reference", sa.String()),
        sa.Column("due_at", MOMENT),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary()),
        sqlite_autoincrement=True,
    )
    for column in ("address_id", "at", "interest_id"):
        op.create_index(f"ix_attachment_{column}", "attachment", [column])
    _index_some("ix_attachment_due", "attachment", "due_at", where="due_at IS NOT NULL")


def _create_decisions() -> None:
    op.create_table(
        "decision",
        sa.Column(
            "opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), primary_key=True
        ),
        sa.Column("letters", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("due_at", MOMENT),
        sa.Column("held", sa.String(), nullable=False),
    )
    op.create_index("ix_decision_due_at", "decision", ["due_at"])
    op.create_table(
        "weighing",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("interest_id", sa.Integer(), sa.ForeignKey("interest.id"), nullable=False),
        sa.Column("criterion", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_weighing_interest_id", "weighing", ["interest_id"])
    op.create_table(
        "outcome",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("interest_id", sa.Integer(), sa.ForeignKey("interest.id"), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("place", sa.Integer()),
        sa.Column("with_id", sa.Integer(), sa.ForeignKey("interest.id")),
        sa.Column("amount_cents", CENTS),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("applied_at", MOMENT),
        sa.Column("replaces_id", sa.Integer(), sa.ForeignKey("interest.id")),
        sa.Column("confirm_until", MOMENT),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("reminded_at", MOMENT),
        sa.UniqueConstraint("interest_id"),
        sqlite_autoincrement=True,
    )
    _index_some(
        "ix_outcome_chosen",
        "outcome",
        "interest_id",
        where="outcome = 'chosen' AND applied_at IS NOT NULL",
    )
    _index_some("ix_outcome_replaces", "outcome", "replaces_id", where="replaces_id IS NOT NULL")
    _index_some(
        "ix_outcome_asked",
        "outcome",
        "confirm_until",
        "interest_id",
        where="confirm_until IS NOT NULL AND confirmed_at IS NULL",
    )


def _create_meetings() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("opportunity_id", sa.Integer(), sa.ForeignKey("opportunity.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("begins_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("seats", sa.Integer()),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("access", sa.JSON(), nullable=False),
        sa.Column("interpreters", sa.JSON(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("cancelled_at", MOMENT),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("report_id", sa.Integer()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_meeting_begins_at", "meeting", ["begins_at"])
    op.create_index("ix_meeting_opportunity_id", "meeting", ["opportunity_id"])
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("meeting_id", sa.Integer(), sa.ForeignKey("meeting.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("seated", sa.Boolean(), nullable=False),
        sa.Column("needs", sa.String()),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("reminded_at", MOMENT),
        sa.UniqueConstraint("meeting_id", "person_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attendance_person_id", "attendance", ["person_id"])
    _index_some("ix_attendance_waits", "attendance", "meeting_id", "id", where="NOT seated")


def _create_receipts() -> None:
    op.create_table(
        "receipt",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("interest_id", sa.Integer(), sa.ForeignKey("interest.id")),
        sa.Column("question_id", sa.Integer(), sa.ForeignKey("question.id")),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("message", sa.JSON(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index_some("ix_receipt_interest", "receipt", "interest_id", where="interest_id IS NOT NULL")
    op.create_index("ix_receipt_person_id", "receipt", ["person_id"])
    _index_some("ix_receipt_question", "receipt", "question_id", where="question_id IS NOT NULL")


def _index_some(name: str, table: str, *columns: str, where: str, unique: bool = False) -> None:
    rows = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=rows, postgresql_where=rows)
