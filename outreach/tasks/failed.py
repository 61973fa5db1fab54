"""What failed and still matters, by what it is about, and how staff try it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import func, literal_column, null
from sqlalchemy.orm import aliased
from sqlmodel import bindparam, case, col, or_, select

from content.texts import Texts
from outreach.delivery.delivery import Delivery
from outreach.delivery.failed import (
    CAMPAIGN,
    CARD,
    EDIT,
    FAILED_NOW,
    KIND,
    NOTICE,
    REPLY,
    SLICE,
    TURN,
    since,
    try_again,
)
from outreach.delivery.inbound import QUARANTINED, Inbound, let_out
from outreach.delivery.mailing import Mailing, MailingKind
from outreach.delivery.notice import notify
from outreach.delivery.quiet import Quiet
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.address import Address
from outreach.store.among import among
from outreach.store.events import record
from outreach.store.query import exists, pick
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit
from outreach.venues.edits import edit_cards
from outreach.venues.post import require_confirmed
from outreach.venues.register import hold_venue
from outreach.venues.venue import Venue

LATER = aliased(Inbound)
BY_EDITORS = (CARD, EDIT, NOTICE, REPLY, TURN)
"""Kinds that an editor may try again; campaigns have a command of their own, for approvers."""
RETRY = {
    CARD: "venues retry {venue}",
    EDIT: "venues retry {venue}",
    NOTICE: "opportunities retry {opportunity}",
    CAMPAIGN: "campaign retry {campaign}",
}
WITHOUT_OPPORTUNITY = "failed retry --kind {kind}"


@dataclass(frozen=True, slots=True)
class Failed:
    """How many messages of a kind failed for one reason, about one thing, and when the last did."""

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
        whole = self.kind not in (REPLY, TURN) and (
            self.kind != NOTICE or self.opportunity is not None
        )
        command = RETRY[self.kind] if whole else WITHOUT_OPPORTUNITY
        facts = {
            "kind": self.kind,
            "venue": self.venue,
            "opportunity": self.opportunity,
            "campaign": self.campaign,
        }
        return f"kansenbode {command.format(**facts)}"


@dataclass(frozen=True, slots=True)
class Retried:
    """How many messages a unit dealt with, and how many of them go again."""

    dealt: int
    going: int


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


DELIVERY_FAILURES = (
    _failing(*ABOUT, func.count(), func.max(Delivery.done_at).label("last"))
    .group_by(*ABOUT)
    .order_by(func.max(Delivery.done_at).desc())
)


def _mendable(*fields: Any) -> Any:
    """Select what can be tried again: our account is at home, and there is something to send."""
    return _failing(*fields).where(
        among(KIND, "kinds"),
        or_(bindparam("any_venue"), Venue.code == bindparam("venue")),
        or_(bindparam("any_opportunity"), Mailing.opportunity_id == bindparam("opportunity")),
        or_(col(Venue.id).is_(None), Venue.state == "confirmed"),
        col(Address.gone_at).is_(None),
        Delivery.message != null(),
        Delivery.done_at <= bindparam("until"),
    )


DELIVERY_TO_RETRY = _mendable(Delivery.id).order_by(col(Delivery.id)).limit(SLICE)
DELIVERY_CHANNELS = _mendable(Address.channel).distinct()


TURN_FAILED, AGAIN = "turn-failed", "talk-again"
INBOUND_WENT_ON = exists(
    select(LATER.id).where(
        LATER.address_id == Inbound.address_id,
        LATER.id > Inbound.id,
        ~col(LATER.quarantined),
    )
)


def _stuck(*fields: Any) -> Any:
    return (
        pick(*fields)
        .select_from(Inbound)
        .join(Address, col(Address.id) == col(Inbound.address_id))
        .where(QUARANTINED, Inbound.at > bindparam("since"), ~INBOUND_WENT_ON)
    )


CHANNEL_ALONE = col(Address.channel).concat(literal_column("''"))
"""A channel as no index of addresses has it.

Grouped by the column itself, SQLite goes through all addresses in the order of such an index, and
through all that each of them wrote, to find the few messages in quarantine.
"""
INBOUND_FAILED = _stuck(CHANNEL_ALONE, func.count(), func.max(Inbound.at)).group_by(CHANNEL_ALONE)
INBOUND_TO_ASK = (
    _stuck(Inbound.id, Address.person_id).order_by(col(Inbound.id)).limit(bindparam("most"))
)


def failures(unit: Unit) -> list[Failed]:
    """Return what failed in the last thirty days and still matters, the newest first.

    Conversations come last.
    """
    found = [Failed(*row) for row in unit.readable(DELIVERY_FAILURES, since(unit.now))]
    turns = unit.run(INBOUND_FAILED, since(unit.now))
    return found + [
        Failed(TURN, None, None, None, None, None, channel, TURN_FAILED, count, last)
        for channel, count, last in turns
    ]


def channels_needed(
    unit: Unit,
    *,
    kinds: Sequence[str] = BY_EDITORS,
    venue: str | None = None,
    opportunity: int | None = None,
) -> set[str]:
    """Return the channels by which what failed would be tried again."""
    found = unit.run(DELIVERY_CHANNELS, _about(unit, kinds, venue, opportunity, unit.now)).scalars()
    turns = (
        unit.run(INBOUND_FAILED, since(unit.now)).scalars()
        if TURN in kinds and venue is None
        else []
    )
    return {*found, *turns}


def retry_failed(
    unit: Unit,
    *,
    texts: Texts,
    kinds: Sequence[str] = BY_EDITORS,
    venue: str | None = None,
    opportunity: int | None = None,
    until: datetime | None = None,
) -> Retried:
    """Try again what failed, as far as one unit goes.

    A card says what its record says now. `until` leaves out what failed after that moment:
    otherwise a caller who repeats until nothing is left would never end. Refuses a venue where our
    account is not, or that is not confirmed.
    """
    ids = {} if opportunity is None else {"opportunity": opportunity}
    if venue is not None:
        held = hold_venue(unit, code=venue)
        require_confirmed(held)
        venue, ids["venue"] = held.code, held.id
    failed = unit.run(
        DELIVERY_TO_RETRY, _about(unit, kinds, venue, opportunity, until or unit.now)
    ).scalars()
    going = 0
    if failed:
        going = try_again(unit, failed)
        edit_cards(unit, texts=texts, most=SLICE)
        record(unit, "delivery.retried", **ids)
    return Retried(len(failed), going)


def ask_all_again(
    store: Store, actor: Actor, *, texts: Texts, quiet: Quiet, most: int = SLICE
) -> int:
    """Ask everybody who got only an apology to say it again, in small units; returns how many."""
    asked = 0
    while (some := store.run(ask_again, actor, texts=texts, quiet=quiet, most=most)).dealt:
        asked += some.going
        store.rest()
    return asked


def ask_again(unit: Unit, *, texts: Texts, quiet: Quiet, most: int = SLICE) -> Retried:
    """Ask people who got only an apology to say it again, at most so many.

    People who left since are not asked.
    """
    rows = unit.run(INBOUND_TO_ASK, since(unit.now) | {"most": most})
    persons = sorted({row.person_id for row in rows if row.person_id is not None})
    if rows:
        let_out(unit, inbound=[row.id for row in rows])
    if persons:
        say = partial(texts.message, AGAIN)
        notify(unit, name=AGAIN, persons=persons, say=say, quiet=quiet, kind=MailingKind.REPLY)
        record(unit, "delivery.retried")
    return Retried(len(rows), len(persons))


def _about(
    unit: Unit, kinds: Sequence[str], venue: str | None, opportunity: int | None, until: datetime
) -> dict[str, Any]:
    """Return the values that say what to try again."""
    return since(unit.now) | {
        "kinds": list(kinds),
        "venue": venue,
        "any_venue": venue is None,
        "opportunity": opportunity,
        "any_opportunity": opportunity is None,
        "until": until,
    }
