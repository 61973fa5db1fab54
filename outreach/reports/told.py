"""Who was told what of an opportunity, when, on which channel, and how far apart in time."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func
from sqlmodel import case, col

from outreach.delivery.delivery import Delivery, DeliveryState
from outreach.delivery.mailing import Mailing, MailingState
from outreach.parties.address import Address
from outreach.store.among import among
from outreach.store.page import WHOLE, Cut, Page, page
from outreach.store.query import exists, pick
from outreach.store.unit import Unit

WAITING = (DeliveryState.PLANNED, DeliveryState.CLAIMED)
SIZES = (("days", 86_400.0), ("hours", 3_600.0), ("minutes", 60.0))
"""Units of time in seconds, the longest first."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One person who was to be told: the channel, what became of it, when, and why not."""

    person: int | None
    channel: str
    state: str
    at: datetime | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class ToldOf:
    """One notice: what it was about, for when it was planned, and how many were told."""

    mailing: int
    what: str
    send_at: datetime
    recipients: list[Recipient] = field(default_factory=list)
    called_off: bool = False

    def count(self, *states: str) -> int:
        """How many deliveries are in one of these states."""
        return sum(recipient.state in states for recipient in self.recipients)

    @property
    def first(self) -> datetime | None:
        """When the first of them was told."""
        return min(self._moments, default=None)

    @property
    def last(self) -> datetime | None:
        """When the last of them was told."""
        return max(self._moments, default=None)

    @property
    def apart(self) -> timedelta | None:
        """How long after the first the last was told."""
        return max(self._moments) - min(self._moments) if self._moments else None

    @property
    def _moments(self) -> list[datetime]:
        return [
            recipient.at
            for recipient in self.recipients
            if recipient.state == DeliveryState.SENT and recipient.at is not None
        ]


DELIVERIES_OF_NOTICES = (
    pick(
        Mailing.id,
        Delivery.person_id,
        Address.channel,
        Delivery.state,
        Delivery.done_at,
        Delivery.reason,
    )
    .join(Delivery, col(Delivery.mailing_id) == col(Mailing.id))
    .join(Address, col(Address.id) == col(Delivery.address_id))
    .where(among(col(Mailing.id), "mailings"), col(Delivery.person_id).is_not(None))
    .order_by(col(Delivery.id))
)
TO_SOMEBODY = exists().where(
    Delivery.mailing_id == Mailing.id, col(Delivery.person_id).is_not(None)
)
NOTICES_TO_PERSONS = pick(
    Mailing.id, Mailing.name, Mailing.send_at, col(Mailing.state).label("stand")
).where(col(Mailing.kind).in_(("notice", "reply")), TO_SOMEBODY)
MOMENT = case((Delivery.state == "sent", col(Delivery.done_at)))
NOTICES_FIRST_AND_LAST = (
    pick(Mailing.id, func.min(MOMENT), func.max(MOMENT))
    .join(Delivery, col(Delivery.mailing_id) == col(Mailing.id))
    .where(
        Mailing.opportunity_id == bindparam("opportunity"),
        col(Mailing.kind).in_(("notice", "reply")),
        col(Delivery.person_id).is_not(None),
    )
    .group_by(col(Mailing.id))
)


def in_units(seconds: float) -> dict[str, Any]:
    """Return a stretch of time as people say it, for a text: how many of which unit of time."""
    unit, size = next((item for item in SIZES if seconds >= 2 * item[1]), ("seconds", 1.0))
    return {"count": round(seconds / size), "unit": unit}


def told_of(unit: Unit, *, opportunity: int, cut: Cut = WHOLE) -> Page[ToldOf]:
    """The notices on an opportunity that went or go to somebody."""
    found = page(
        unit, NOTICES_TO_PERSONS.where(Mailing.opportunity_id == opportunity), col(Mailing.id), cut
    )
    notices = found.turned(
        lambda row: ToldOf(
            row.id,
            row.name.removeprefix("notice-"),
            row.send_at,
            called_off=row.stand == MailingState.CANCELLED,
        )
    )
    by_number = {notice.mailing: notice for notice in notices}
    for mailing, person, channel, state, done_at, reason in unit.run(
        DELIVERIES_OF_NOTICES, {"mailings": list(by_number)}
    ):
        at = None if state in WAITING else done_at
        by_number[mailing].recipients.append(Recipient(person, channel, state, at, reason))
    return notices


def told_in_all(unit: Unit, *, opportunity: int) -> tuple[int, timedelta | None]:
    """Count the notices on an opportunity; return also the longest time from first to last told."""
    rows = unit.run(NOTICES_FIRST_AND_LAST, {"opportunity": opportunity})
    return len(rows), max(
        (last - first for _, first, last in rows if first is not None), default=None
    )
