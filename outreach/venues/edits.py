"""Keep cards true: one that shows an older version or state of the record is edited.

This runs with each change of a record, and on a timer: a last day that passes counts too.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import String, bindparam, cast, func, select
from sqlalchemy.orm import aliased
from sqlmodel import and_, case, col, or_

from content.texts import Texts
from outreach.delivery.account import ACCOUNTS_THAT_EDIT, chat_link
from outreach.delivery.delivery import IS_PLANNED, Delivery, DeliveryState, plan_delivery
from outreach.delivery.mailing import IS_CARD, Mailing, MailingKind, open_mailing, rename_mailing
from outreach.delivery.planned import call_off, rewrite
from outreach.opportunities.card import opportunity_page
from outreach.opportunities.deadline import TAKES_ANSWERS
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.address import Address
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.snag import each, passed_over
from outreach.store.unit import Unit
from outreach.venues.card import CLOSED, OPEN, SHOWS, card_message, card_name
from outreach.venues.trail import venue_trail
from outreach.venues.venue import Venue

WORK = "venues.cards"


@dataclass(frozen=True, slots=True)
class OutdatedCard:
    """A posted card that no longer matches its opportunity.

    `last` is what the venue reads, or will: the card, or its newest edit.
    """

    mailing: int
    opportunity: int
    card: int
    address: int
    venue: int
    kind: str
    channel: str
    language: str
    last: int
    last_mailing: int
    state: str
    message: dict[str, Any] | None


Edit, AnyEdit = aliased(Delivery), aliased(Delivery)
DELIVERY_NEWEST_EDIT = (
    select(func.max(col(AnyEdit.id)))
    .where(col(AnyEdit.edits_id) == col(Delivery.id))
    .correlate(Delivery)
    .scalar_subquery()
)
TRUE_NAME = case((TAKES_ANSWERS, OPEN + SHOWS), else_=CLOSED + SHOWS) + cast(
    col(Opportunity.version), String
)
CARD_UNTRUE = (
    pick(Mailing.id, Mailing.opportunity_id)
    .join(Opportunity, col(Opportunity.id) == col(Mailing.opportunity_id))
    .where(IS_CARD, Mailing.name != TRUE_NAME)
)
"""The name of a card's mailing says what its venue reads, or will: only the index is read."""
CARD_UNTRUE_OF_ONE = CARD_UNTRUE.where(Mailing.opportunity_id == bindparam("opportunity"))
DELIVERY_OF_CARD = (
    pick(
        Delivery.id,
        Delivery.address_id,
        Venue.id,
        Venue.kind,
        Venue.channel,
        Venue.language,
        func.coalesce(col(Edit.id), col(Delivery.id)),
        func.coalesce(col(Edit.mailing_id), col(Delivery.mailing_id)),
        func.coalesce(col(Edit.state), col(Delivery.state)),
        case((col(Edit.id).is_(None), col(Delivery.message)), else_=col(Edit.message)),
    )
    .join(Address, col(Address.id) == col(Delivery.address_id))
    .join(Venue, col(Venue.id) == col(Address.venue_id))
    .outerjoin(Edit, col(Edit.id) == DELIVERY_NEWEST_EDIT)
    .where(
        Delivery.mailing_id == bindparam("mailing"),
        or_(
            IS_PLANNED,
            and_(
                Delivery.state == DeliveryState.SENT,
                col(Delivery.receipt).is_not(None),
                col(Venue.channel).in_(ACCOUNTS_THAT_EDIT),
            ),
        ),
        col(Address.gone_at).is_(None),
    )
)
"""Run for each card, so that an index is used.

Run for all at once, a database would begin at the venues and read all that they got.
"""
CARD_LOCK = (
    select(col(Delivery.id))
    .where(or_(Delivery.id == bindparam("card"), Delivery.edits_id == bindparam("card")))
    .with_for_update()
)


def any_card_behind(unit: Unit) -> bool:
    """True if there is a card to edit; reads only."""
    return any(True for _ in _due(unit))


def edit_cards(
    unit: Unit, *, texts: Texts, opportunity: int | None = None, most: int | None = None
) -> int:
    """Plan an edit of outdated cards, of all or of one opportunity; returns how many it handled.

    It handles at most `most`, if given.
    """
    locked = {
        card.card: card.mailing
        for card in islice(_due(unit, opportunity), most)
        if unit.run(CARD_LOCK, {"card": card.card})
    }
    if not locked:
        return 0
    # looked up again: another process may have been first
    found = _outdated(unit, opportunity, set(locked.values()))
    cards = [card for card in found if card.card in locked]
    done = each(
        unit,
        WORK,
        cards,
        lambda some: sum(_edit(unit, card, texts) for card in some),
        number=lambda card: card.card,
    )
    return sum(done)


def _due(unit: Unit, opportunity: int | None = None) -> Iterator[OutdatedCard]:
    """The outdated cards, without those that are left alone for now."""
    passed: list[int] | None = None
    for card in _outdated(unit, opportunity):
        passed = passed_over(unit, WORK) if passed is None else passed
        if card.card not in passed:
            yield card


def _outdated(
    unit: Unit, opportunity: int | None = None, mailings: Collection[int] | None = None
) -> Iterator[OutdatedCard]:
    """The outdated cards: all, or those of one opportunity and of these mailings."""
    untrue = CARD_UNTRUE if opportunity is None else CARD_UNTRUE_OF_ONE
    for mailing, about in sorted(unit.run(untrue, {"now": unit.now, "opportunity": opportunity})):
        if mailings is None or mailing in mailings:
            for row in unit.run(DELIVERY_OF_CARD, {"mailing": mailing}):
                yield OutdatedCard(mailing, about, *row)


def _edit(unit: Unit, card: OutdatedCard, texts: Texts) -> bool:
    """Bring one card up to date; one that is being sent now waits for the next time."""
    if card.state == DeliveryState.CLAIMED:
        return False
    page = opportunity_page(unit, opportunity=card.opportunity, language=card.language)
    code = venue_trail(unit, venue=card.venue, kind=card.kind, opportunity=card.opportunity)
    chat = chat_link(unit, channel=card.channel, code=code)
    message, name = (
        card_message(page, language=card.language, code=code, chat=chat, texts=texts),
        card_name(page),
    )
    deed = "card.closed" if name.startswith(CLOSED) else "card.changed"
    rename_mailing(unit, mailing=card.mailing, name=name)
    if card.state == DeliveryState.PLANNED and card.last == card.card and page.card.state != "open":
        call_off(unit, delivery=card.card)
        deed = "card.stopped"
    elif card.message == message.as_json():
        return True
    elif card.state == DeliveryState.PLANNED:
        rewrite(unit, delivery=card.last, message=message)
        rename_mailing(unit, mailing=card.last_mailing, name=name)
    else:
        mailing = open_mailing(unit, kind=MailingKind.EDIT, name=name, opportunity=card.opportunity)
        plan_delivery(
            unit,
            mailing=mailing,
            address=card.address,
            edits=card.card,
            message=message,
            at=unit.now,
        )
    record(unit, deed, venue=card.venue, opportunity=card.opportunity, delivery=card.card)
    return True
