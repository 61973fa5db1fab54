"""Deliveries that failed with nothing newer after them, and the one way to retry them.

A delivery that an outage or a limit only delays is planned again: it did not fail.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, literal_column
from sqlalchemy.orm import aliased
from sqlmodel import and_, bindparam, case, col, or_, select

from outreach.delivery.delivery import SOMETHING_PLANNED, Delivery, DeliveryState
from outreach.delivery.mailing import Mailing
from outreach.store.among import among
from outreach.store.many import Many
from outreach.store.query import exists, pick
from outreach.store.unit import Unit

CARD, EDIT, NOTICE, CAMPAIGN, REPLY, TURN = "card", "edit", "notice", "campaign", "reply", "turn"
KINDS = (CARD, EDIT, NOTICE, REPLY, CAMPAIGN, TURN)
"""Kinds of message; a turn is what somebody said to us, if they got only an apology."""
LATELY = timedelta(days=30)
"""Nobody would retry what failed longer ago."""
SLICE = 2_000
"""Rows in one unit of work, at most."""
OVERTAKEN = (DeliveryState.EXPIRED, "send-overtaken")
"""The end of a delivery that a newer one of the same kind made untrue."""
ANSWERS = ("notice-answer", "notice-corrected", "campaign-test")
"""Names of mailings that stay true, whatever was said later."""

LATER, LATER_MAILING = aliased(Delivery), aliased(Mailing)
KIND: ColumnElement[str] = case(
    (col(Delivery.inbound_id).is_not(None), literal_column("'reply'")),
    (Mailing.kind == literal_column("'reply'"), literal_column("'notice'")),
    else_=col(Mailing.kind),
)
"""The kind of message.

An answer to a question is a notice, also if its reader stopped before it.
"""
GIVEN_UP = or_(
    Delivery.state == literal_column("'failed'"),
    and_(Delivery.state == literal_column("'gone'"), col(Delivery.person_id).is_(None)),
)
"""Refused for good, or our account is gone from the venue.

A person who left does not count: that is their own choice. It is written as `FAILED` in
`delivery.py`: only then can a database use the index of such rows.
"""
DELIVERY_LATER_CARD = (
    select(LATER.id)
    .join(LATER_MAILING, col(LATER_MAILING.id) == col(LATER.mailing_id))
    .where(
        LATER.address_id == Delivery.address_id,
        LATER.id > Delivery.id,
        LATER_MAILING.kind == Mailing.kind,
        LATER_MAILING.opportunity_id == Mailing.opportunity_id,
    )
)
DELIVERY_LATER_EDIT = select(LATER.id).where(
    LATER.edits_id == Delivery.edits_id, LATER.id > Delivery.id
)
DELIVERY_LATER_REPLY = select(LATER.id).where(
    LATER.address_id == Delivery.address_id,
    LATER.id > Delivery.id,
    col(LATER.inbound_id).is_not(None),
    LATER.state == literal_column("'sent'"),
)
FOLLOWED = case(
    (col(Delivery.inbound_id).is_not(None), exists(DELIVERY_LATER_REPLY)),
    (col(Delivery.edits_id).is_not(None), exists(DELIVERY_LATER_EDIT)),
    else_=and_(col(Delivery.person_id).is_(None), exists(DELIVERY_LATER_CARD)),
)
"""A newer card, edit or answer replaces it."""
FAILED_NOW = and_(GIVEN_UP, Delivery.done_at > bindparam("since"), ~FOLLOWED)
NEWER = exists(
    select(LATER.id)
    .join(LATER_MAILING, col(LATER_MAILING.id) == col(LATER.mailing_id))
    .where(
        LATER.person_id == Delivery.person_id,
        LATER.id > Delivery.id,
        col(LATER.state).in_((DeliveryState.PLANNED, DeliveryState.CLAIMED, DeliveryState.SENT)),
        LATER_MAILING.opportunity_id == Mailing.opportunity_id,
        col(Mailing.name).not_in(ANSWERS),
        col(LATER_MAILING.name).not_in(ANSWERS),
    )
)
"""The same person got later news of the same opportunity: older news would be untrue now."""
DELIVERY_OVERTAKEN = (
    pick(Delivery.id, NEWER.label("newer"))
    .outerjoin(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .where(among(col(Delivery.id), "deliveries"), KIND == NOTICE)
)
DELIVERY_RETRY = Many(
    "UPDATE delivery SET state = 'planned', reason = NULL, done_at = NULL, tries = 0, send_at = "
    ":at "
    "FROM {rows} WHERE delivery.id = r.id",
    id=int,
)
DELIVERY_END = Many(
    "UPDATE delivery SET state = :to, reason = :why FROM {rows} WHERE delivery.id = r.id", id=int
)


def try_again(unit: Unit, deliveries: Iterable[int]) -> int:
    """Plan deliveries again, for now; returns how many. A notice overtaken by newer news ends."""
    ids = sorted(deliveries)
    newer = (
        {row.id for row in unit.run(DELIVERY_OVERTAKEN, {"deliveries": ids}) if row.newer}
        if ids
        else set[int]()
    )
    state, reason = OVERTAKEN
    DELIVERY_END.run(unit, [{"id": delivery} for delivery in sorted(newer)], to=state, why=reason)
    going = [{"id": delivery} for delivery in ids if delivery not in newer]
    DELIVERY_RETRY.run(unit, going, at=unit.now)
    unit.rings.add(SOMETHING_PLANNED)
    return len(going)


def since(now: datetime) -> dict[str, Any]:
    """The value that `FAILED_NOW` asks for."""
    return {"since": now - LATELY}
