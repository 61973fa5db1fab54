"""Who was told what of an opportunity, when and where; and how far apart the first and the last of them heard it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import bindparam, col

from outreach.delivery.delivery import Delivery
from outreach.delivery.mailing import CANCELLED, Mailing
from outreach.parties.person import Address
from outreach.store.columns import pick
from outreach.store.unit import Unit

WAITING = ("planned", "claimed")


@dataclass(frozen=True, slots=True)
class Recipient:
    """One person who was to be told: where, what became of it, when, and the reason where it did not arrive."""

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
        return [recipient.at for recipient in self.recipients if recipient.state == "sent" and recipient.at is not None]


NOTICES = (
    pick(
        Mailing.id,
        Mailing.name,
        Mailing.send_at,
        Mailing.state.label("stand"),  # type: ignore[attr-defined]
        Delivery.person_id,
        Address.channel,
        Delivery.state,
        Delivery.done_at,
        Delivery.reason,
    )
    .join(Delivery, col(Delivery.mailing_id) == col(Mailing.id))
    .join(Address, col(Address.id) == col(Delivery.address_id))
    .where(col(Mailing.opportunity_id) == bindparam("opportunity"), col(Mailing.kind).in_(("notice", "reply")))
    .where(col(Delivery.person_id).is_not(None))
    .order_by(col(Mailing.send_at), col(Mailing.id), col(Delivery.id))
)


def told_of(unit: Unit, *, opportunity: int) -> list[ToldOf]:
    """Every notice on an opportunity that went or goes to somebody, the oldest first."""
    notices: dict[int, ToldOf] = {}
    for mailing, name, send_at, stand, person, channel, state, done_at, reason in unit.run(
        NOTICES, {"opportunity": opportunity}
    ):
        notice = notices.setdefault(
            mailing, ToldOf(mailing, name.removeprefix("notice-"), send_at, called_off=stand == CANCELLED)
        )
        at = None if state in WAITING else done_at
        notice.recipients.append(Recipient(person, channel, state, at, reason))
    return list(notices.values())


def widest(notices: list[ToldOf]) -> timedelta | None:
    """The longest time between the first and the last who were told the same."""
    return max((notice.apart for notice in notices if notice.apart is not None), default=None)
