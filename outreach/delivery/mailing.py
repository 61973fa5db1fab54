"""One message meant for many: its kind decides consent, quiet hours and order."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, insert, literal_column
from sqlmodel import Field, SQLModel, bindparam, col

from content.message import Message
from outreach.store.columns import NUMBERED, Json, Moment, partly
from outreach.store.query import update
from outreach.store.unit import Unit


class MailingKind(StrEnum):
    """What a mailing is: a step of a campaign, news for a person, or something in a venue.

    A `REPLY` answers what somebody just did: it comes at any hour, and a stop does not end it.
    """

    CAMPAIGN = "campaign"
    NOTICE = "notice"
    REPLY = "reply"
    CARD = "card"
    EDIT = "edit"


class MailingState(StrEnum):
    """How far a mailing is. `WRITING`: not all rows are there yet; `LATE`: it waits for staff.

    It is `PAUSED` by staff, or by the system for a reason.
    """

    WRITING = "writing"
    SENDING = "sending"
    PAUSED = "paused"
    LATE = "late"
    CANCELLED = "cancelled"
    DONE = "done"


class Mailing(SQLModel, table=True):
    """A notice, a card, or a campaign's step. `name` is the key of its text in `content/`.

    The name of a card also says which version its venue reads now, or will.

    A campaign's step has its texts here, once per language; `shown` is what they show of the
    record, as it stood in `version`. `reason` says why the system paused it. `seen_at` is when
    it was last looked after: a step that was not looked after for long is late. `policy` says what
    becomes of a message that may have gone out before a crash: again, or hold.

    A notice says what it is about: the news since `base_version` of the opportunity, an interest, a
    question, or a colleague's message to a party. Those ids outlive what they name. `made_at` is
    when it began to gather changes.
    """

    __table_args__ = (
        partly("ix_mailing_held", "send_at", "id", where="state IN ('paused', 'late')"),
        partly("ix_mailing_campaign", "state", "send_at", where="kind = 'campaign'"),
        partly("ix_mailing_card", "opportunity_id", "name", where="kind = 'card'"),
        partly("ix_mailing_kept", "send_at", where="texts IS NOT NULL"),
        partly("ix_mailing_message", "message_id", where="message_id IS NOT NULL"),
        partly("ix_mailing_question", "question_id", where="question_id IS NOT NULL"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    kind: str
    name: str
    state: str = MailingState.SENDING
    opportunity_id: int | None = Field(default=None, foreign_key="opportunity.id", index=True)
    campaign_id: int | None = Field(default=None, foreign_key="campaign.id", index=True)
    send_at: datetime = Field(sa_type=Moment)
    expires_at: datetime | None = Field(default=None, sa_type=Moment)
    policy: str = "again"
    texts: dict[str, dict[str, Any]] | None = Field(
        default=None, sa_type=Json(dict[str, dict[str, Any]] | None)
    )
    version: int | None = None
    shown: dict[str, dict[str, Any]] | None = Field(
        default=None, sa_type=Json(dict[str, dict[str, Any]] | None)
    )
    reason: str | None = None
    seen_at: datetime | None = Field(default=None, sa_type=Moment)
    made_at: datetime | None = Field(default=None, sa_type=Moment)
    base_version: int | None = None
    interest_id: int | None = None
    question_id: int | None = None
    message_id: int | None = None


# Literals, not parameters: only then does a database see that it can use an index of such rows.
IS_STEP: ColumnElement[bool] = col(Mailing.kind) == literal_column("'campaign'")
IS_CARD: ColumnElement[bool] = col(Mailing.kind) == literal_column("'card'")
MAILING_ADD = insert(Mailing).returning(col(Mailing.id))
MAILING_PAUSE = (
    update(Mailing)
    .where(Mailing.id == bindparam("mailing"), Mailing.state == MailingState.SENDING)
    .values(state=MailingState.PAUSED, reason=bindparam("why"))
)
MAILING_RENAME = (
    update(Mailing).where(Mailing.id == bindparam("mailing")).values(name=bindparam("called"))
)


def open_mailing(
    unit: Unit,
    /,
    *,
    kind: MailingKind,
    name: str,
    at: datetime | None = None,
    opportunity: int | None = None,
    **more: Any,
) -> int:
    """Make a mailing without recipients, for a moment or for now; returns its id."""
    facts = {
        "kind": kind,
        "name": name,
        "state": MailingState.SENDING,
        "opportunity_id": opportunity,
        "send_at": at or unit.now,
        "policy": "again",
    }
    mailing: int = unit.run(MAILING_ADD, facts | more).scalar_one()
    return mailing


def pause_mailing(unit: Unit, *, mailing: int, reason: str) -> None:
    """Pause a mailing that goes wrong until staff have looked; `reason` is the key of its fault."""
    unit.run(MAILING_PAUSE, {"mailing": mailing, "why": reason})


def rename_mailing(unit: Unit, *, mailing: int, name: str) -> None:
    """Give a mailing the key of another text, because what it says changed."""
    unit.run(MAILING_RENAME, {"mailing": mailing, "called": name})


def text_in(texts: dict[str, dict[str, Any]] | None, language: str | None) -> Message:
    """The message of a mailing in a language; empty if retention deleted it."""
    facts = (texts or {}).get(language or "")
    return Message.from_json(facts) if facts else Message("")
