"""One message meant for many: its kind decides consent, quiet hours and order."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, insert, literal_column
from sqlmodel import JSON, Field, SQLModel, bindparam, col

from content.message import Message
from outreach.store.columns import NUMBERED, Moment, partly
from outreach.store.query import update
from outreach.store.unit import Unit

CAMPAIGN = "campaign"
"""The kind of a campaign's step."""
WRITING, SENDING, PAUSED, LATE, CANCELLED, DONE = (
    "writing",
    "sending",
    "paused",
    "late",
    "cancelled",
    "done",
)


class Mailing(SQLModel, table=True):
    """A notice, a card, or a campaign's step. `name` is the key of its text in `content/`; that of
    a card tells besides which version its venue reads by now, or will.

    A campaign's step has its texts here, once per language; `shown` is what they show of the
    record, as it stood in `version`. States: writing (its rows are not all there yet), sending,
    paused (by staff, or by itself for a `reason`), late (it waits for staff), cancelled, done.
    `seen_at` is when somebody last looked after it: a step that nobody looked after for long is
    late. `policy` says what becomes of a message that may have gone out before a crash: again, or
    hold.
    """

    __table_args__ = (
        partly("ix_mailing_held", "send_at", "id", where="state IN ('paused', 'late')"),
        partly("ix_mailing_campaign", "state", "send_at", where="kind = 'campaign'"),
        partly("ix_mailing_card", "opportunity_id", "name", where="kind = 'card'"),
        partly("ix_mailing_kept", "send_at", where="texts IS NOT NULL"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    kind: str
    name: str
    state: str = SENDING
    opportunity_id: int | None = Field(default=None, foreign_key="opportunity.id", index=True)
    campaign_id: int | None = Field(default=None, foreign_key="campaign.id", index=True)
    send_at: datetime = Field(sa_type=Moment)
    expires_at: datetime | None = Field(default=None, sa_type=Moment)
    policy: str = "again"
    texts: dict[str, dict[str, Any]] | None = Field(default=None, sa_type=JSON)
    version: int | None = None
    shown: dict[str, dict[str, Any]] | None = Field(default=None, sa_type=JSON)
    reason: str | None = None
    seen_at: datetime | None = Field(default=None, sa_type=Moment)


IN_CAMPAIGN: ColumnElement[bool] = col(Mailing.kind) == literal_column("'campaign'")
IS_CARD: ColumnElement[bool] = col(Mailing.kind) == literal_column("'card'")
"""Written out: only so does a database see that an index of such rows will do."""
ADD = insert(Mailing).returning(col(Mailing.id))
PAUSE = (
    update(Mailing)
    .where(Mailing.id == bindparam("mailing"), Mailing.state == SENDING)
    .values(state=PAUSED, reason=bindparam("why"))
)


def open_mailing(
    unit: Unit,
    *,
    kind: str,
    name: str,
    at: datetime | None = None,
    opportunity: int | None = None,
    **more: Any,
) -> int:
    """Make a mailing without recipients, for a moment or for now; returns its id."""
    facts = {
        "kind": kind,
        "name": name,
        "state": SENDING,
        "opportunity_id": opportunity,
        "send_at": at or unit.now,
    }
    mailing: int = unit.run(ADD, facts | {"policy": "again"} | more).scalar_one()
    return mailing


def pause_mailing(unit: Unit, *, mailing: int, reason: str) -> None:
    """Hold a mailing that goes wrong until staff have looked; `reason`
    is the key of what it met.
    """
    unit.run(PAUSE, {"mailing": mailing, "why": reason})


def text_in(texts: dict[str, dict[str, Any]] | None, language: str | None) -> Message:
    """The message of a mailing in a language; an empty one where retention took it."""
    facts = (texts or {}).get(language or "")
    return Message.from_json(facts) if facts else Message("")
