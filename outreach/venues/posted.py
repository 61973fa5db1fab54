"""What was posted in a venue, newest first, and its result: what was refused, when and why."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import bindparam, col

from outreach.delivery.delivery import Delivery
from outreach.delivery.failed import FAILED_NOW, since
from outreach.delivery.mailing import Mailing
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.address import Address
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.venues.venue import Venue

MOST = 50


@dataclass(frozen=True, slots=True)
class Post:
    """A card, or a change of one: its subject, state, moment, and reason if it failed.

    `fails`: it can be tried again.
    """

    kind: str
    tender_id: str
    title: str
    state: str
    at: datetime
    reason: str | None
    fails: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """A venue that refused something, when it last did, and why."""

    code: str
    name: str
    at: datetime
    reason: str


POSTS_OF_VENUE = (
    pick(
        Mailing.kind,
        Opportunity.tender_id,
        Opportunity.title,
        Delivery.state,
        Delivery.done_at,
        Delivery.send_at,
        Delivery.reason,
        FAILED_NOW.label("fails"),
    )
    .join(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .join(Opportunity, col(Opportunity.id) == col(Mailing.opportunity_id))
    .join(Address, col(Address.id) == col(Delivery.address_id))
    .join(Venue, col(Venue.id) == col(Address.venue_id))
    .where(Venue.code == bindparam("venue"))
    .order_by(col(Delivery.id).desc())
    .limit(MOST)
)
POSTS_REFUSED = (
    pick(Venue.code, Venue.name, Delivery.done_at, Delivery.reason)
    .select_from(Delivery)
    .join(Address, col(Address.id) == col(Delivery.address_id))
    .join(Venue, col(Venue.id) == col(Address.venue_id))
    .outerjoin(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .where(FAILED_NOW)
    .order_by(col(Venue.code), col(Delivery.done_at), col(Delivery.id))
)


def posted_in(unit: Unit, *, code: str) -> list[Post]:
    """The cards that a venue got or was to get, and their changes."""
    rows = unit.run(POSTS_OF_VENUE, since(unit.now) | {"venue": code})
    return [
        Post(
            row.kind,
            row.tender_id,
            row.title,
            row.state,
            row.done_at or row.send_at,
            row.reason,
            bool(row.fails),
        )
        for row in rows
    ]


def refused_lately(unit: Unit) -> list[Refused]:
    """The venues with a refusal in the last 30 days that still matters, each with the last one."""
    rows = unit.run(POSTS_REFUSED, since(unit.now))
    last = {
        row.code: Refused(row.code, row.name, row.done_at, row.reason or "send-refused")
        for row in rows
    }
    return list(last.values())
