"""What staff read of a conversation: its last lines, and the files that were sent along."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import bindparam, col

from outreach.attachments.attachment import KEPT, SHOWN, Attachment, Shown
from outreach.delivery.delivery import Delivery
from outreach.delivery.inbound import Inbound
from outreach.interests.interest import Interest
from outreach.parties.address import Address
from outreach.refusal import Refusal
from outreach.store.query import pick
from outreach.store.unit import Unit

MOST_LINES = 20
BEFORE = timedelta(days=1)
"""A photo often comes in the middle of the conversation that ends in a question."""


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One thing that was said; `media` is the kind of a file that came along, and its number."""

    at: datetime
    who: str
    text: str
    media: str | None = None


@dataclass(frozen=True, slots=True)
class SentAlong(Shown):
    """A photo, voice message or file, who sent it and where; it is written under its `number`."""

    person: int
    channel: str


@dataclass(frozen=True, slots=True)
class Bytes:
    """The content of an attachment, and what its file is called."""

    name: str
    content: bytes = field(repr=False)


INBOUND_OF_PERSON = (
    pick(Inbound.at, Inbound.text, Inbound.media, Attachment.id)
    .outerjoin(Attachment, col(Attachment.inbound_id) == col(Inbound.id))
    .join(Address, col(Address.id) == col(Inbound.address_id))
    .where(Address.person_id == bindparam("person"), Inbound.at <= bindparam("until"))
    .order_by(col(Inbound.id).desc())
    .limit(MOST_LINES)
)
REPLIES_TO_PERSON = (
    pick(Inbound.at, Delivery.message)
    .join(Inbound, col(Inbound.id) == col(Delivery.inbound_id))
    .where(Delivery.person_id == bindparam("person"), Inbound.at <= bindparam("until"))
    .order_by(col(Delivery.id).desc())
    .limit(MOST_LINES)
)
ALONG = pick(*SHOWN, Address.person_id, Address.channel).join(
    Address, col(Address.id) == col(Attachment.address_id)
)
ATTACHMENTS_OF_INTEREST = ALONG.where(Attachment.interest_id == bindparam("interest")).order_by(
    col(Attachment.id)
)
ATTACHMENTS_BEFORE = ALONG.where(
    Address.person_id == bindparam("person"),
    Attachment.at > bindparam("since"),
    Attachment.at <= bindparam("until"),
).order_by(col(Attachment.id))
ATTACHMENT_BYTES = pick(Attachment.name, Attachment.content).where(
    Attachment.id == bindparam("number"), Attachment.state == KEPT
)
INTEREST_KNOWN = pick(Interest.id).where(Interest.id == bindparam("interest"))


def sent_along(unit: Unit, *, interest: int) -> list[SentAlong]:
    """The photos, voices and files that members of a party sent along with its interest."""
    if unit.run(INTEREST_KNOWN, {"interest": interest}).first() is None:
        raise Refusal("refusal-unknown", given=str(interest))
    return [SentAlong(*row) for row in unit.run(ATTACHMENTS_OF_INTEREST, {"interest": interest})]


def sent_before(unit: Unit, *, person: int, until: datetime) -> list[SentAlong]:
    """The photos, voices and files that a person sent in the day before a moment."""
    values = {"person": person, "since": until - BEFORE, "until": until}
    return [SentAlong(*row) for row in unit.run(ATTACHMENTS_BEFORE, values)]


def content_of(unit: Unit, *, number: int) -> Bytes | None:
    """Return the content of an attachment; None if it is not here (any more)."""
    row = unit.run(ATTACHMENT_BYTES, {"number": number}).first()
    return None if row is None else Bytes(*row)


def said_before(unit: Unit, person: int, until: datetime) -> list[SaidLine]:
    """Return the last lines that a person and we said until a moment, the oldest first."""
    values = {"person": person, "until": until}
    answered = [(row.at, row.message or {}) for row in unit.run(REPLIES_TO_PERSON, values)]
    labels = {code: label for _, message in answered for code, label in message.get("options", ())}
    lines = [
        SaidLine(
            at,
            "person",
            labels.get(text, text or ""),
            " ".join(filter(None, ((media or {}).get("kind"), number and str(number)))) or None,
        )
        for at, text, media, number in unit.run(INBOUND_OF_PERSON, values)
    ]
    lines = [line for line in lines if line.text or line.media]
    lines += [
        SaidLine(at, "house", message["text"]) for at, message in answered if message.get("text")
    ]
    # What came in and its answer have the same moment: the person spoke first.
    return sorted(lines, key=lambda line: (line.at, line.who == "house"))[-MOST_LINES:]
