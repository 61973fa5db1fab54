"""Our account in venues: it joins, introduces itself, is removed; a chat may change its id."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from sqlmodel import bindparam, col, select

from content.message import Message
from outreach.delivery.delivery import LEASE, Delivery, Outgoing, reply
from outreach.delivery.mailing import Mailing, MailingKind, open_mailing
from outreach.delivery.results import DELIVERY_FORGET_RECEIPTS
from outreach.parties.address import ADDRESS_ADD, ADDRESS_GONE, Address
from outreach.store.events import record
from outreach.store.query import delete, pick, update
from outreach.store.snag import each, passed_over, singly
from outreach.store.unit import Unit
from outreach.venues.register import enter_venue, thrown_out
from outreach.venues.trail import Trail
from outreach.venues.venue import Venue


@dataclass(frozen=True, slots=True)
class Presence:
    """Our account in one venue; its state is left if nothing of ours arrives there."""

    address: int
    channel: str
    external_id: str
    venue: int
    kind: str
    language: str
    state: str


WORK = "venues.leave"
ADDRESS_PRESENCE = (
    pick(
        Address.id,
        Address.channel,
        Address.external_id,
        Venue.id,
        Venue.kind,
        Venue.language,
        Venue.state,
        Address.gone_at,
    )
    .join(Venue, col(Venue.id) == col(Address.venue_id))
    .where(
        Address.channel == bindparam("in_channel"),
        Address.external_id == bindparam("named"),
    )
    .with_for_update()
)
ADDRESS_OWN = (
    update(Address).where(Address.id == bindparam("address")).values(venue_id=bindparam("venue"))
)
VENUE_BACK = (
    update(Venue)
    .where(Venue.id == bindparam("venue"))
    .values(state="new", left_at=None, confirmed_at=None)
)
ADDRESS_BACK = update(Address).where(Address.id == bindparam("address")).values(gone_at=None)
VENUE_LEAVE = (
    update(Venue)
    .where(Venue.id == bindparam("venue"))
    .values(state="left", left_at=bindparam("at"))
)
ADDRESS_RENUMBER = (
    update(Address)
    .where(Address.id == bindparam("address"))
    .values(external_id=bindparam("to"), gone_at=None)
)
TRAIL_TAKE = (
    update(Trail).where(Trail.venue_id == bindparam("doubled")).values(venue_id=bindparam("venue"))
)
ADDRESS_TAKE = (
    update(Address)
    .where(Address.venue_id == bindparam("doubled"))
    .values(venue_id=bindparam("venue"))
)
VENUE_DROP = delete(Venue).where(Venue.id == bindparam("doubled"))
DELIVERY_OF_CARD = (
    select(Mailing.opportunity_id)
    .join(Delivery, col(Delivery.mailing_id) == col(Mailing.id))
    .where(
        Delivery.address_id == bindparam("address"),
        Delivery.receipt == bindparam("receipt"),
        Mailing.kind == MailingKind.CARD,
    )
    .limit(1)
)
DELIVERY_SAID = (
    select(Delivery.id)
    .join(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .where(
        Delivery.address_id == bindparam("address"),
        Mailing.name == bindparam("name"),
        Mailing.send_at > bindparam("since"),
    )
    .limit(1)
)


def find_presence(unit: Unit, *, channel: str, external_id: str) -> Presence | None:
    """Find and lock our place in a venue."""
    row = unit.run(ADDRESS_PRESENCE, {"in_channel": channel, "named": external_id}).first()
    if row is None:
        return None
    *facts, gone = row
    return replace(Presence(*facts), state="left") if gone is not None else Presence(*facts)


def arrive(
    unit: Unit, *, channel: str, external_id: str, name: str, kind: str, language: str
) -> Presence | None:
    """Register a venue that our account was added to; None if the address is a private chat."""
    found = {"channel": channel, "external_id": external_id}
    row = found | {"person_id": None, "seq": 0, "wrong_codes": 0, "used_at": unit.now}
    address = unit.run(ADDRESS_ADD, row).scalar()
    # another process was first, or the address belongs to a person
    if address is None:
        return find_presence(unit, **found)
    venue, _ = enter_venue(unit, name=name, kind=kind, language=language, channel=channel)
    unit.run(ADDRESS_OWN, {"address": address, "venue": venue})
    record(unit, "venue.joined", venue=venue)
    return Presence(address, channel, external_id, venue, kind, language, "new")


def come_back(unit: Unit, *, presence: Presence) -> Presence:
    """Our account is back in a venue that it had left: staff must confirm it again."""
    unit.run(VENUE_BACK, {"venue": presence.venue})
    unit.run(ADDRESS_BACK, {"address": presence.address})
    record(unit, "venue.joined", venue=presence.venue)
    return replace(presence, state="new")


def leave(unit: Unit, *, presence: Presence) -> None:
    """Our account was removed: nothing more is sent there."""
    unit.run(ADDRESS_GONE, {"address": presence.address, "at": unit.now})
    _leave(unit, presence.venue)


def leave_where_gone(unit: Unit) -> int:
    """Mark the venues as left where every address is gone; returns how many."""
    passed = passed_over(unit, WORK)
    venues = [venue for venue in thrown_out(unit) if venue not in passed]
    each(unit, WORK, venues, singly(partial(_leave, unit)), number=int)
    return len(venues)


def move(unit: Unit, *, presence: Presence, to: str) -> None:
    """Give a venue its new number at its channel; if that is known, merge the two venues.

    What was posted before cannot be edited any more.
    """
    unit.run(DELIVERY_FORGET_RECEIPTS, {"address": presence.address})
    there = find_presence(unit, channel=presence.channel, external_id=to)
    if there is None:
        unit.run(ADDRESS_RENUMBER, {"address": presence.address, "to": to})
    elif there.venue != presence.venue:
        both = {"venue": presence.venue, "doubled": there.venue}
        unit.run(TRAIL_TAKE, both)
        unit.run(ADDRESS_TAKE, both)
        unit.run(VENUE_DROP, {"doubled": there.venue})
        unit.run(ADDRESS_GONE, {"address": presence.address, "at": unit.now})
    if presence.state == "left":
        unit.run(VENUE_BACK, {"venue": presence.venue})
    record(unit, "venue.moved", venue=presence.venue)


def said_since(unit: Unit, *, presence: Presence, name: str, since: datetime) -> bool:
    """True if we said something there since a moment; `name` is the key of its text."""
    return (
        unit.run(DELIVERY_SAID, {"address": presence.address, "name": name, "since": since}).first()
        is not None
    )


def card_posted(unit: Unit, *, presence: Presence, receipt: str) -> int | None:
    """Return the opportunity of the card that has this number in the channel; None if none has."""
    about = {"address": presence.address, "receipt": receipt}
    return unit.run(DELIVERY_OF_CARD, about).scalar()


def say_there(
    unit: Unit,
    *,
    presence: Presence,
    inbound: int,
    name: str,
    message: Message,
    lease: timedelta = LEASE,
) -> Outgoing:
    """Answer what happened in a venue; this process claims the answer as it stores it."""
    mailing = open_mailing(unit, kind=MailingKind.REPLY, name=name)
    said = reply(
        unit,
        inbound=inbound,
        mailing=mailing,
        address=presence.address,
        message=message,
        lease=lease,
    )
    channel, to = presence.channel, presence.external_id
    return Outgoing(said.delivery, presence.address, channel, to, message, int(said.claimed))


def _leave(unit: Unit, venue: int) -> None:
    unit.run(VENUE_LEAVE, {"venue": venue, "at": unit.now})
    record(unit, "venue.left", venue=venue)
