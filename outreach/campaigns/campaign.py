"""A campaign: an opportunity, an audience, texts, and a plan in time. Its steps are mailings."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, get_args

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam

from outreach.refusal import Refusal
from outreach.store.columns import NUMBERED, Json, Moment, partly
from outreach.store.query import pick, update
from outreach.store.unit import Unit

Occasion = Literal["new", "reminder", "thanks"]
OCCASIONS: tuple[str, ...] = get_args(Occasion)
REMINDER, THANKS = "reminder", "thanks"
STEP = "campaign-{}"
"""The name of a mailing that is a campaign's step; it is the key of its first text too."""
REMINDER_STEP, THANKS_STEP = STEP.format(REMINDER), STEP.format(THANKS)


class CampaignState(StrEnum):
    """How far staff are with a campaign; its steps say how far its messages are."""

    DRAFT = "draft"
    WRITING = "writing"
    APPROVED = "approved"
    CANCELLED = "cancelled"


class Campaign(SQLModel, table=True):
    """What staff push to people and venues.

    While its rows are being written, `approved_at` is when the writer last reported. `texts` holds
    what staff wrote, by step and language; a language without a text gets our own. `venues` are
    codes of venues that get a card with the first step.
    """

    __table_args__ = (
        partly("ix_campaign_draft", "made_at", "id", where="state = 'draft'"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    opportunity_id: int = Field(foreign_key="opportunity.id", index=True)
    occasion: str
    state: str = CampaignState.DRAFT
    audience: dict[str, Any] = Field(default_factory=dict, sa_type=Json(dict[str, Any]))
    texts: dict[str, dict[str, str]] = Field(
        default_factory=dict, sa_type=Json(dict[str, dict[str, str]])
    )
    picture: str | None = None
    plan: dict[str, Any] = Field(default_factory=dict, sa_type=Json(dict[str, Any]))
    venues: list[str] = Field(default_factory=list, sa_type=Json(list[str]))
    made_by: int = Field(foreign_key="staff.id")
    made_at: datetime = Field(sa_type=Moment)
    approved_by: int | None = Field(default=None, foreign_key="staff.id")
    approved_at: datetime | None = Field(default=None, sa_type=Moment)


COLUMNS = tuple(getattr(Campaign, name) for name in Campaign.model_fields)
WHAT_STAFF_CHOOSE = ("audience", "texts", "picture", "plan", "venues")
CAMPAIGN_ADD = insert(Campaign).returning(*COLUMNS[:1])
CAMPAIGN = pick(*COLUMNS).where(Campaign.id == bindparam("campaign"))
CAMPAIGN_LOCK = CAMPAIGN.with_for_update()
CAMPAIGN_CHANGE = (
    update(Campaign)
    .where(Campaign.id == bindparam("campaign"))
    .values({name: bindparam(f"new_{name}") for name in WHAT_STAFF_CHOOSE})
)


def get_campaign(unit: Unit, *, campaign: int, lock: bool = False) -> Campaign:
    """Return a campaign, and lock it if asked; refuses one that does not exist."""
    row = unit.run(CAMPAIGN_LOCK if lock else CAMPAIGN, {"campaign": campaign}).first()
    if row is None:
        raise Refusal("refusal-unknown", given=str(campaign))
    return Campaign(**row._asdict())


def get_draft(unit: Unit, *, campaign: int) -> Campaign:
    """Return and lock a campaign that may still change; refuses any other."""
    row = get_campaign(unit, campaign=campaign, lock=True)
    if row.state != CampaignState.DRAFT:
        raise Refusal("refusal-campaign-fixed", given=str(campaign))
    return row


def add_campaign(unit: Unit, row: Campaign) -> int:
    """Store a new campaign; returns its number."""
    number: int = unit.run(CAMPAIGN_ADD, row.model_dump(exclude={"id"})).scalar_one()
    return number


def change_campaign(unit: Unit, row: Campaign) -> None:
    """Store what staff chose for a campaign."""
    chosen = row.model_dump(include=set(WHAT_STAFF_CHOOSE))
    values = {f"new_{name}": value for name, value in chosen.items()}
    unit.run(CAMPAIGN_CHANGE, values | {"campaign": row.id})
