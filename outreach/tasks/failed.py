"""What failed and still matters, by the thing that it is about; and how staff have it tried again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, literal_column, null, or_
from sqlmodel import bindparam, col

from content.texts import Texts
from outreach.delivery.delivery import Delivery
from outreach.delivery.failed import (
    AT_ONCE,
    CAMPAIGN,
    CARD,
    EDIT,
    FAILED_NOW,
    KIND,
    NOTICE,
    REPLY,
    since,
    try_again,
)
from outreach.delivery.mailing import Mailing
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.person import Address
from outreach.store.among import among
from outreach.store.columns import pick
from outreach.store.events import record
from outreach.store.unit import Unit
from outreach.venues.keep import edit_cards
from outreach.venues.post import require_confirmed
from outreach.venues.register import hold_venue
from outreach.venues.venue import Venue

BY_EDITORS = (CARD, EDIT, NOTICE, REPLY)
"""Kinds that whoever may edit may try again; campaigns have their own command, for whoever may approve."""
RETRY = {
    CARD: "venues retry {venue}",
    EDIT: "venues retry {venue}",
    NOTICE: "opportunities retry {opportunity}",
    CAMPAIGN: "campaign retry {campaign}",
}
WITHOUT_OPPORTUNITY = "failed retry --kind {kind}"


@dataclass(frozen=True, slots=True)
class Failed:
    """How many messages of a kind, about one thing and for one reason, failed, and when the last of them did."""

    kind: str
    opportunity: int | None
    tender_id: str | None
    title: str | None
    campaign: int | None
    venue: str | None
    channel: str
    reason: str
    count: int
    last: datetime

    @property
    def command(self) -> str:
        """The command that tries them again."""
        whole = self.kind != REPLY and (self.kind != NOTICE or self.opportunity is not None)
        command = RETRY[self.kind] if whole else WITHOUT_OPPORTUNITY
        facts = {"kind": self.kind, "venue": self.venue, "opportunity": self.opportunity, "campaign": self.campaign}
        return f"kansenbode {command.format(**facts)}"


OF_CAMPAIGN = case((KIND == CAMPAIGN, col(Mailing.campaign_id)))
WHY = func.coalesce(col(Delivery.reason), literal_column("'send-refused'"))
ABOUT = (
    KIND,
    col(Mailing.opportunity_id),
    col(Opportunity.tender_id),
    col(Opportunity.title),
    OF_CAMPAIGN,
    col(Venue.code),
    col(Address.channel),
    WHY,
)


def _failing(*fields: Any) -> Any:
    return (
        pick(*fields)
        .select_from(Delivery)
        .join(Address, col(Address.id) == col(Delivery.address_id))
        .outerjoin(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
        .outerjoin(Opportunity, col(Opportunity.id) == col(Mailing.opportunity_id))
        .outerjoin(Venue, col(Venue.id) == col(Address.venue_id))
        .where(FAILED_NOW)
    )


FAILURES = (
    _failing(*ABOUT, func.count(), func.max(Delivery.done_at).label("last"))
    .group_by(*ABOUT)
    .order_by(func.max(Delivery.done_at).desc())
)
TO_RETRY = (
    _failing(Delivery.id)
    .where(
        among(KIND, "kinds"),
        or_(bindparam("any_venue"), col(Venue.code) == bindparam("venue")),
        or_(bindparam("any_opportunity"), col(Mailing.opportunity_id) == bindparam("opportunity")),
        or_(col(Venue.id).is_(None), col(Venue.state) == "confirmed"),
        col(Address.gone_at).is_(None),
        col(Delivery.message) != null(),
        col(Delivery.done_at) <= bindparam("until"),
    )
    .order_by(col(Delivery.id))
    .limit(AT_ONCE)
)
"""Where our account is at home; and as long as retention left something to send."""


def failures(unit: Unit) -> list[Failed]:
    """What failed in the last thirty days and still matters, the newest first."""
    return [Failed(*row) for row in unit.run(FAILURES, since(unit.now))]


def retry_failed(
    unit: Unit, *, texts: Texts, kinds: Sequence[str] = BY_EDITORS, venue: str | None = None,
    opportunity: int | None = None, until: datetime | None = None,
) -> int:  # fmt: skip
    """Try again what failed, as far as one unit goes; returns how many rows it dealt with.

    A card says what its record says by now. `until` leaves out what failed after that moment: who asks until nothing
    is left would never end. Refuses a venue where our account is no more, or that is not confirmed.
    """
    ids = {} if opportunity is None else {"opportunity": opportunity}
    if venue is not None:
        held = hold_venue(unit, code=venue)
        require_confirmed(held)
        venue, ids["venue"] = held.code, held.id
    about: dict[str, Any] = {"venue": venue, "any_venue": venue is None, "opportunity": opportunity}
    about |= {"any_opportunity": opportunity is None, "kinds": list(kinds), "until": until or unit.now}
    failed = unit.run(TO_RETRY, since(unit.now) | about).scalars()
    if failed:
        try_again(unit, failed)
        edit_cards(unit, texts=texts)
        record(unit, "delivery.retried", **ids)
    return len(failed)
