"""What staff read of a conversation: its last lines, and the photos and voices that were sent."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import bindparam, col

from outreach.delivery.delivery import Delivery
from outreach.delivery.inbound import Inbound
from outreach.interests.interest import Interest
from outreach.parties.address import Address
from outreach.parties.party import Membership
from outreach.refusal import Refusal
from outreach.store.query import pick
from outreach.store.unit import Unit

MOST_LINES = 20
BEFORE = timedelta(days=1)
"""A photo often comes in the middle of the conversation that ends in the interest."""


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One thing that was said; `media` is the kind of a file that came along, and its reference."""

    at: datetime
    who: str
    text: str
    media: str | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A photo, voice message or other file of a member: its kind, and the channel's reference."""

    at: datetime
    person: int
    channel: str
    kind: str
    file: str


INBOUND_OF_PERSON = (
    pick(Inbound.at, Inbound.text, Inbound.media)
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
INBOUND_MEDIA = (
    pick(Inbound.at, Address.person_id, Inbound.channel, Inbound.media)
    .join(Address, col(Address.id) == col(Inbound.address_id))
    .join(Membership, col(Membership.person_id) == col(Address.person_id))
    .join(Interest, col(Interest.party_id) == col(Membership.party_id))
    .where(Interest.id == bindparam("interest"), Inbound.at >= bindparam("since"))
    .order_by(col(Inbound.id))
)
INTEREST_STORED_AT = pick(Interest.stored_at).where(Interest.id == bindparam("interest"))


def sent_along(unit: Unit, *, interest: int) -> list[Sent]:
    """The photos and voices that members of the party behind an interest sent since it began."""
    stored: datetime | None = unit.run(INTEREST_STORED_AT, {"interest": interest}).scalar()
    if stored is None:
        raise Refusal("refusal-unknown", given=str(interest))
    rows = unit.run(INBOUND_MEDIA, {"interest": interest, "since": stored - BEFORE})
    return [
        Sent(at, person, channel, media.get("kind", ""), media.get("file", ""))
        for at, person, channel, media in rows
        if media
    ]


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
            " ".join((media or {}).get(name, "") for name in ("kind", "file")).strip() or None,
        )
        for at, text, media in unit.run(INBOUND_OF_PERSON, values)
    ]
    lines = [line for line in lines if line.text or line.media]
    lines += [
        SaidLine(at, "house", message["text"]) for at, message in answered if message.get("text")
    ]
    # What came in and its answer have the same moment: the person spoke first.
    return sorted(lines, key=lambda line: (line.at, line.who == "house"))[-MOST_LINES:]
