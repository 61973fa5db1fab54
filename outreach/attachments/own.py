"""What people read of what they sent themselves, and how they take it away again."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import bindparam, col

from outreach.attachments.attachment import (
    ADDRESS_OF_PERSON,
    KEPT,
    REFUSED,
    SHOWN,
    Attachment,
    Shown,
)
from outreach.parties.person import speaker
from outreach.refusal import Refusal
from outreach.store.among import among
from outreach.store.events import record
from outreach.store.query import delete, pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of an attachment, with what they are and what the file is called."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


MINE = (
    Attachment.id == bindparam("number"),
    col(Attachment.address_id).in_(ADDRESS_OF_PERSON),
)
ATTACHMENT_CONTENT = pick(Attachment.name, Attachment.media_type, Attachment.content).where(
    *MINE, Attachment.state == KEPT
)
ATTACHMENTS_OF_MESSAGES = pick(Attachment.inbound_id, *SHOWN).where(
    among(col(Attachment.inbound_id), "inbounds")
)
ATTACHMENTS_FOR_INTEREST = (
    pick(*SHOWN)
    .where(
        Attachment.interest_id == bindparam("interest"),
        col(Attachment.address_id).in_(ADDRESS_OF_PERSON),
        Attachment.state != REFUSED,
    )
    .order_by(col(Attachment.id))
)
ATTACHMENTS_ABOUT = (
    pick(*SHOWN)
    .where(
        col(Attachment.interest_id).is_(None),
        Attachment.opportunity_id == bindparam("opportunity"),
        col(Attachment.address_id).in_(ADDRESS_OF_PERSON),
        Attachment.state != REFUSED,
    )
    .order_by(col(Attachment.id))
)
ATTACHMENT_TAKE_AWAY = delete(Attachment).where(*MINE)


def my_content(unit: Unit, *, person: int, number: int) -> Content | None:
    """Return what a person sent; None if it is not theirs, or not here."""
    row = unit.run(ATTACHMENT_CONTENT, {"person": person, "number": number}).first()
    return None if row is None else Content(*row)


def of_messages(unit: Unit, *, inbounds: Sequence[int]) -> dict[int, Shown]:
    """Return what came along with messages, by the number of the message."""
    if not inbounds:
        return {}
    found = unit.run(ATTACHMENTS_OF_MESSAGES, {"inbounds": list(inbounds)})
    return {inbound: Shown(*shown) for inbound, *shown in found}


def mine_with(unit: Unit, *, interest: int) -> list[Shown]:
    """Return what the speaker sent along with an interest."""
    who = {"interest": interest, "person": speaker(unit)}
    return [Shown(*row) for row in unit.run(ATTACHMENTS_FOR_INTEREST, who)]


def mine_about(unit: Unit, *, opportunity: int) -> list[Shown]:
    """Return what the speaker sent about an opportunity, and belongs to no interest yet."""
    who = {"opportunity": opportunity, "person": speaker(unit)}
    return [Shown(*row) for row in unit.run(ATTACHMENTS_ABOUT, who)]


def take_away(unit: Unit, *, number: int) -> None:
    """Take away for good what the speaker sent; refuses what is not theirs."""
    who = {"number": number, "person": speaker(unit)}
    if not unit.run(ATTACHMENT_TAKE_AWAY, who).changed:
        raise Refusal("refusal-not-yours")
    record(unit, "attachment.removed", attachment=number)
