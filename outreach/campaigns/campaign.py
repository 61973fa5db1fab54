"""A campaign: an opportunity, an audience, texts per language, a plan in
time. Its steps are mailings.
"""

from datetime import datetime
from typing import Any, Literal, get_args

from sqlmodel import JSON, Field, SQLModel

from outreach.refusal import Refusal
from outreach.store.columns import NUMBERED, Moment, partly
from outreach.store.unit import Unit

Occasion = Literal["new", "reminder", "thanks"]
OCCASIONS: tuple[str, ...] = get_args(Occasion)
STEP = "campaign-{}"
"""The name of a mailing that is a campaign's step; it is the key of its first text too."""
REMINDER = STEP.format("reminder")
THANKS = STEP.format("thanks")


class Campaign(SQLModel, table=True):
    """What staff push to people and venues. States: draft, writing, approved, cancelled; how
    far it is, its steps tell.

    While its rows are being written, `approved_at` is when that was last seen to go on.

    `texts` holds what staff wrote, by step and language; a language that stands there without a
    text has our own. `venues` are codes of places of others that get a card with the first step.
    """

    __table_args__ = (
        partly("ix_campaign_draft", "made_at", "id", where="state = 'draft'"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    opportunity_id: int = Field(foreign_key="opportunity.id", index=True)
    occasion: str
    state: str = "draft"
    audience: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    texts: dict[str, dict[str, str]] = Field(default_factory=dict, sa_type=JSON)
    picture: str | None = None
    plan: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    venues: list[str] = Field(default_factory=list, sa_type=JSON)
    made_by: int = Field(foreign_key="staff.id")
    made_at: datetime = Field(sa_type=Moment)
    approved_by: int | None = Field(default=None, foreign_key="staff.id")
    approved_at: datetime | None = Field(default=None, sa_type=Moment)


def get_campaign(unit: Unit, *, campaign: int) -> Campaign:
    """Find a campaign; refuses one that does not exist."""
    row = unit.session.get(Campaign, campaign)
    if row is None:
        raise Refusal("refusal-unknown", given=campaign)
    return row


def get_draft(unit: Unit, *, campaign: int) -> Campaign:
    """Find a campaign that may still change; refuses one that was approved or cancelled."""
    row = get_campaign(unit, campaign=campaign)
    if row.state != "draft":
        raise Refusal("refusal-campaign-fixed", given=campaign)
    return row
