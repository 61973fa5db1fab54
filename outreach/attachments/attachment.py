"""A photo, voice message or file that came along with a message, and its bytes.

The bytes stand in the row: one unit stores the message and what came with it, one backup holds
both, and forgetting takes both. What may come in stands in `accepted.py`.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import LargeBinary, func, insert
from sqlmodel import Field, SQLModel, bindparam, col

from outreach.attachments.accepted import MEGABYTE, Accepted, safe_name
from outreach.parties.address import Address
from outreach.store.among import among
from outreach.store.columns import NUMBERED, Moment, partly
from outreach.store.query import delete, pick, update
from outreach.store.unit import Unit

if TYPE_CHECKING:
    from outreach.settings import Settings

HOUR = timedelta(hours=1)
AWAITS = "attachments"
"""The topic that is rung when something is to be fetched."""
KEPT, AWAITED, REFUSED = "kept", "awaited", "refused"
"""It is here; it is still to be fetched from its channel; it is not kept, for a `reason`."""


class Attachment(SQLModel, table=True):
    """What came along with one message; `kind` is photo, voice or file.

    `media_type` is what its content shows, never what somebody said of it. It belongs to an
    interest, or to the opportunity that was talked about until somebody signs up there.
    `reference` is the channel's own number of a file that is still to be fetched, at `due_at`.
    """

    __table_args__ = (partly("ix_attachment_due", "due_at", where="due_at IS NOT NULL"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    inbound_id: int = Field(foreign_key="inbound.id", unique=True)
    address_id: int = Field(foreign_key="address.id", index=True)
    opportunity_id: int | None = Field(default=None, foreign_key="opportunity.id")
    interest_id: int | None = Field(default=None, foreign_key="interest.id", index=True)
    at: datetime = Field(sa_type=Moment, index=True)
    kind: str
    state: str
    name: str
    media_type: str | None = None
    size: int | None = None
    sha256: str | None = None
    reason: str | None = None
    reference: str | None = None
    due_at: datetime | None = Field(default=None, sa_type=Moment)
    tries: int = 0
    # the last column: a database reads the others without it
    content: bytes | None = Field(default=None, sa_type=LargeBinary)


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much may be kept: of one file, of one person in an hour, and together."""

    file_bytes: int = 8 * MEGABYTE
    in_an_hour: int = 20
    all_bytes: int = 500 * MEGABYTE

    @classmethod
    def of(cls, settings: "Settings") -> "Allowance":
        """Return what an installation allows."""
        all_bytes = settings.files_mb * MEGABYTE
        return cls(settings.file_mb * MEGABYTE, settings.files_per_hour, all_bytes)


ALLOWANCE = Allowance()


@dataclass(frozen=True, slots=True)
class Sent:
    """What a message brings along: its content, or its number at the channel, or why not.

    `size` is what the channel says of it, if it says anything.
    """

    kind: str
    name: str = ""
    content: Accepted | None = field(default=None, repr=False)
    reference: str | None = None
    refused: str | None = None
    size: int = 0


@dataclass(frozen=True, slots=True)
class About:
    """What somebody talked about when they sent something along."""

    opportunity: int | None = None
    interest: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """An attachment as it is shown in a list; `number` is its id."""

    number: int
    at: datetime
    kind: str
    name: str
    media_type: str | None
    size: int | None
    state: str
    reason: str | None


OWN = (col(Address.id) == col(Attachment.address_id), Address.person_id == bindparam("person"))
SHOWN = (
    Attachment.id,
    Attachment.at,
    Attachment.kind,
    Attachment.name,
    Attachment.media_type,
    Attachment.size,
    Attachment.state,
    Attachment.reason,
)
ATTACHMENT_ADD = insert(Attachment)
ATTACHMENTS_LATELY = (
    pick(func.count())
    .select_from(Attachment)
    .join(Address, OWN[0])
    .where(OWN[1], Attachment.at > bindparam("since"), Attachment.state != REFUSED)
)
ATTACHMENT_BYTES = pick(func.coalesce(func.sum(Attachment.size), 0)).where(Attachment.state == KEPT)
ADDRESS_OF_PERSON = pick(Address.id).where(Address.person_id == bindparam("person"))
ATTACHMENTS_TAKE_ALONG = (
    update(Attachment)
    .where(
        col(Attachment.interest_id).is_(None),
        Attachment.opportunity_id == bindparam("about"),
        col(Attachment.address_id).in_(ADDRESS_OF_PERSON),
    )
    .values(interest_id=bindparam("interest"))
)
ATTACHMENTS_OF_INTERESTS_DELETE = delete(Attachment).where(
    among(col(Attachment.interest_id), "interests")
)


def attach(
    unit: Unit,
    *,
    inbound: int,
    address: int,
    person: int,
    sent: Sent,
    about: About,
    allowance: Allowance,
) -> str | None:
    """Keep what came along with a message, or note that it is not kept; return why not."""
    refused = sent.refused or _too_much(unit, person, sent, allowance)
    # a photo that was just taken has no name: the moment tells it from others
    name = sent.name or f"{unit.now:%Y-%m-%d-%H%M%S}"
    row: dict[str, Any] = {
        "inbound_id": inbound,
        "address_id": address,
        "opportunity_id": about.opportunity,
        "interest_id": about.interest,
        "at": unit.now,
        "kind": sent.kind,
        "state": REFUSED,
        "name": safe_name(name),
        "reason": refused,
        "reference": None,
        "due_at": None,
        "tries": 0,
    }
    if not refused:
        row |= _awaited(unit, sent) if sent.content is None else filled(name, sent.content)
    unit.run(ATTACHMENT_ADD, NOTHING_KEPT | row)
    return refused


NOTHING_KEPT: dict[str, Any] = dict.fromkeys(("media_type", "size", "sha256", "content"))


def filled(name: str, accepted: Accepted) -> dict[str, Any]:
    """Return the columns of an attachment whose content is here."""
    return {
        "state": KEPT,
        "kind": accepted.kind,
        "name": safe_name(name, accepted.media_type),
        "media_type": accepted.media_type,
        "size": len(accepted.content),
        "sha256": accepted.sha256,
        "reason": None,
        "reference": None,
        "due_at": None,
        "content": accepted.content,
    }


def over_all(unit: Unit, size: int, allowance: Allowance) -> bool:
    """True if there is no room for so many bytes more."""
    return bool(unit.run(ATTACHMENT_BYTES).scalar_one() + size > allowance.all_bytes)


def take_along(unit: Unit, *, person: int, opportunity: int, interest: int) -> None:
    """Let what a person sent while they talked about an opportunity belong to their interest."""
    unit.run(ATTACHMENTS_TAKE_ALONG, {"person": person, "about": opportunity, "interest": interest})


def _too_much(unit: Unit, person: int, sent: Sent, allowance: Allowance) -> str | None:
    size = sent.size if sent.content is None else len(sent.content.content)
    if not allowance.all_bytes:
        return "none"
    if size > allowance.file_bytes:
        return "large"
    lately = {"person": person, "since": unit.now - HOUR}
    if unit.run(ATTACHMENTS_LATELY, lately).scalar_one() >= allowance.in_an_hour:
        return "many"
    if not over_all(unit, size, allowance):
        return None
    # imported here: every command loads this file, and few of them log
    from content.log import log

    log.warning("no room for files", mend="KANSENBODE_FILES_MB")
    return "full"


def _awaited(unit: Unit, sent: Sent) -> dict[str, Any]:
    unit.rings.add(AWAITS)
    return {"state": AWAITED, "reference": sent.reference, "due_at": unit.now}
