"""Post a card in a venue: once per opportunity, not in quiet hours, not too often."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import bindparam, col, select

from content.texts import Texts
from outreach.delivery.account import chat_link, first_chat_link
from outreach.delivery.delivery import Delivery, DeliveryState, plan_delivery
from outreach.delivery.mailing import IS_CARD, Mailing, MailingKind, open_mailing
from outreach.delivery.quiet import Quiet
from outreach.opportunities.card import OpportunityPage, opportunity_page
from outreach.opportunities.edit import get_opportunity
from outreach.parties.address import Address
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.venues.card import card_message, card_name, forwardable
from outreach.venues.link import page_link
from outreach.venues.register import HeldVenue, hold_venue
from outreach.venues.trail import venue_trail

WEEK = timedelta(days=7)
UNDONE = (DeliveryState.FAILED, DeliveryState.GONE, DeliveryState.STOPPED)
"""The end of a card that nobody read: it does not count, and may be posted again."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A card that goes, or went, to a venue at this moment.

    `before`: it was planned earlier, and nothing is new.
    """

    venue: str
    at: datetime
    before: bool


@dataclass(frozen=True, slots=True)
class VenueTrail:
    """All that spreads an opportunity in a venue by hand.

    `chat` begins a private chat, if we have one.
    """

    venue: str
    kind: str
    code: str
    link: str
    chat: str | None
    title: str
    text: str


CARDS_OF_VENUE = (
    pick(Mailing.opportunity_id, Delivery.send_at)
    .join(Delivery, col(Delivery.mailing_id) == col(Mailing.id))
    .join(Address, col(Address.id) == col(Delivery.address_id))
    .where(
        Address.venue_id == bindparam("venue"),
        IS_CARD,
        col(Delivery.state).not_in(UNDONE),
    )
    .order_by(col(Delivery.send_at).desc())
)
ADDRESS_LIVE = (
    select(Address.id)
    .where(Address.venue_id == bindparam("venue"), col(Address.gone_at).is_(None))
    .order_by(col(Address.id).desc())
    .limit(1)
)


def post_card(
    unit: Unit,
    *,
    code: str,
    opportunity: int,
    texts: Texts,
    quiet: Quiet,
    at: datetime | None = None,
    campaign: int | None = None,
) -> Posted:
    """Plan one card for a venue; if it was planned before, return when. Refuses if it cannot go.

    It goes at a moment, or at once, and outside quiet hours; it may go along with a campaign.
    """
    venue = hold_venue(unit, code=code)
    require_confirmed(venue)
    cards = unit.run(CARDS_OF_VENUE, {"venue": venue.id})
    before = next((at for about, at in cards if about == opportunity), None)
    if before is not None:
        return Posted(venue.name, before, before=True)
    page = _open_page(unit, opportunity, venue.language)
    at = quiet.over(at or unit.now)
    _require_room(venue, [sent for _, sent in cards], at, quiet)
    trail = venue_trail(unit, venue=venue.id, kind=venue.kind, opportunity=opportunity)
    chat = chat_link(unit, channel=venue.channel, code=trail)
    message = card_message(page, language=venue.language, code=trail, chat=chat, texts=texts)
    mailing = open_mailing(
        unit,
        kind=MailingKind.CARD,
        name=card_name(page),
        at=at,
        opportunity=opportunity,
        campaign_id=campaign,
    )
    address = unit.run(ADDRESS_LIVE, {"venue": venue.id}).scalar_one()
    plan_delivery(unit, mailing=mailing, address=address, message=message, at=at)
    record(unit, "card.planned", venue=venue.id, opportunity=opportunity, mailing=mailing)
    return Posted(venue.name, at, before=False)


def require_confirmed(venue: HeldVenue) -> None:
    """Refuse a venue that is not confirmed, that we left, or where a bot cannot be."""
    if venue.state != "confirmed":
        raise Refusal(
            "refusal-venue-left" if venue.state == "left" else "refusal-venue-new", given=venue.code
        )
    if not venue.channel:
        raise Refusal("refusal-venue-by-hand", given=venue.code)


def spread_by_hand(
    unit: Unit, *, code: str, opportunity: int, address: str, texts: Texts
) -> VenueTrail:
    """Return the trail of a venue to an opportunity, with all that people spread it by.

    It is the same one when asked again. `address` is `Settings.base_url`.
    """
    venue = hold_venue(unit, code=code)
    if venue.state == "left":
        raise Refusal("refusal-venue-left", given=venue.code)
    page = _open_page(unit, opportunity, venue.language)
    trail = venue_trail(unit, venue=venue.id, kind=venue.kind, opportunity=opportunity)
    return VenueTrail(
        venue=venue.name,
        kind=venue.kind,
        code=trail,
        link=page_link(address, trail),
        chat=first_chat_link(unit, code=trail),
        title=texts.text("venue-qr-title", venue.language, title=page.card.title),
        text=forwardable(page, language=venue.language, code=trail, texts=texts),
    )


def _open_page(unit: Unit, opportunity: int, language: str) -> OpportunityPage:
    row = get_opportunity(unit, opportunity=opportunity)
    page = (
        opportunity_page(unit, opportunity=opportunity, language=language) if row.version else None
    )
    if page is None or page.card.state != "open":
        raise Refusal("refusal-not-open", given=row.tender_id)
    return page


def _require_room(venue: HeldVenue, sent: list[datetime], at: datetime, quiet: Quiet) -> None:
    """Refuse one card too many in seven days; `sent` has the newest first."""
    recent = [moment for moment in sent if moment > at - WEEK]
    if len(recent) >= venue.most_a_week:
        again = quiet.over(recent[venue.most_a_week - 1] + WEEK)
        raise Refusal("refusal-venue-full", name=venue.name, most=venue.most_a_week, again=again)
