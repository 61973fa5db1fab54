"""The opportunity and its parts, requirements and criteria, as they are stored."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel, UniqueConstraint

from outreach.store.columns import CENTS, NUMBERED, Json, Moment

Words = dict[str, str]


class Opportunity(SQLModel, table=True):
    """A public task that others may take over or share.

    `tender_id` is the organisation's own number (kenmerk). Money is integer cents over the whole
    term, without VAT. `translations` holds the facts per language, `checklist` the answers that the
    direction and the arrangement ask for. Where parties are invited to write a plan, `plan_asks` is
    what that must answer, until `plan_until`. `overruled` tells why it opens in spite of a remark,
    `reason` why it was decided or taken back so. `source` is the release that it was imported from,
    word for word; `source_last` holds the releases of `source_date` and what the source was
    `before` them, if there is more than that: another release of that date is put in order among
    them.
    """

    __table_args__ = (Index("ix_opportunity_number", text("lower(tender_id)")), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    tender_id: str = Field(unique=True)
    ocid: str = Field(unique=True)
    version: int = 0
    state: str = Field(default="draft", index=True)
    origin: str = "municipality"
    direction: str | None = None
    title: str
    summary: str = ""
    description: str = ""
    language: str = "nl"
    translations: dict[str, Words] = Field(default_factory=dict, sa_type=Json(dict[str, Words]))
    themes: list[str] = Field(default_factory=list, sa_type=Json(list[str]))
    arrangement: str | None = None
    municipality_role: str | None = None
    contributions: list[str] = Field(default_factory=list, sa_type=Json(list[str]))
    cooperation: bool = False
    checklist: dict[str, str] = Field(default_factory=dict, sa_type=Json(dict[str, str]))
    overruled: dict[str, str] = Field(default_factory=dict, sa_type=Json(dict[str, str]))
    value_cents: int | None = Field(default=None, sa_type=CENTS)
    currency: str = "EUR"
    opened_at: datetime | None = Field(default=None, sa_type=Moment)
    questions_until: datetime | None = Field(default=None, sa_type=Moment)
    answers_until: datetime | None = Field(default=None, sa_type=Moment)
    plan_until: datetime | None = Field(default=None, sa_type=Moment)
    plan_asks: str = ""
    starts_on: date | None = None
    duration: str = ""
    official: str = ""
    answer_days: int = 10
    created_at: datetime = Field(sa_type=Moment)
    changed_at: datetime = Field(sa_type=Moment)
    decided_at: datetime | None = Field(default=None, sa_type=Moment)
    reason: str = ""
    source: dict[str, Any] | None = Field(default=None, sa_type=Json(dict[str, Any] | None))
    source_date: datetime | None = Field(default=None, sa_type=Moment)
    source_last: dict[str, Any] | None = Field(default=None, sa_type=Json(dict[str, Any] | None))


class OpportunityVersion(SQLModel, table=True):
    """What was published, as it stood: one row at each published change."""

    __tablename__ = "opportunity_version"
    __table_args__ = (UniqueConstraint("opportunity_id", "version"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    opportunity_id: int = Field(foreign_key="opportunity.id")
    version: int
    at: datetime = Field(sa_type=Moment)
    facts: dict[str, Any] = Field(sa_type=Json(dict[str, Any]))


class OpportunityPlace(SQLModel, table=True):
    """Where an opportunity is."""

    __tablename__ = "opportunity_place"

    opportunity_id: int = Field(foreign_key="opportunity.id", primary_key=True)
    place_id: int = Field(foreign_key="place.id", primary_key=True, index=True)


class Part(SQLModel, table=True):
    """What can be taken by itself (OCDS: lot). `say` tells who has a say over its budget."""

    __table_args__ = (UniqueConstraint("opportunity_id", "key"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    opportunity_id: int = Field(foreign_key="opportunity.id")
    key: str
    title: str
    description: str = ""
    budget_cents: int | None = Field(default=None, sa_type=CENTS)
    say: str = ""
    translations: dict[str, Words] = Field(default_factory=dict, sa_type=Json(dict[str, Words]))


class Requirement(SQLModel, table=True):
    """What is asked of kinds of party (none named: of all).

    It may say what a group without legal form can do instead. `unmet` counts how often somebody
    said: we cannot do this.
    """

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    opportunity_id: int = Field(foreign_key="opportunity.id", index=True)
    kinds: list[str] = Field(default_factory=list, sa_type=Json(list[str]))
    text: str
    alternative: str = ""
    unmet: int = 0
    translations: dict[str, Words] = Field(default_factory=dict, sa_type=Json(dict[str, Words]))


class Criterion(SQLModel, table=True):
    """What interests are weighed on, published beforehand; `weight` in per cent."""

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    opportunity_id: int = Field(foreign_key="opportunity.id", index=True)
    text: str
    weight: int
    translations: dict[str, Words] = Field(default_factory=dict, sa_type=Json(dict[str, Words]))
