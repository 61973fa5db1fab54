"""What goes to an address beside the chat: of which mailing it is, and its end with the address."""

from sqlmodel import bindparam, col, select

from outreach.delivery.delivery import Delivery
from outreach.delivery.mailing import IS_STEP, Mailing
from outreach.delivery.planned import calling_off
from outreach.parties.address import end_beside
from outreach.store.unit import Unit

MAILING_OF_DELIVERY = (
    select(Mailing.name)
    .join(Delivery, col(Delivery.mailing_id) == col(Mailing.id))
    .where(Delivery.id == bindparam("delivery"))
)
OPPORTUNITY_OF_DELIVERY = (
    select(Mailing.opportunity_id)
    .join(Delivery, col(Delivery.mailing_id) == col(Mailing.id))
    .where(Delivery.id == bindparam("delivery"), IS_STEP)
)
DELIVERY_CALL_OFF_BESIDE = calling_off(
    Delivery.address_id == bindparam("address"), reason="send-stopped"
)


def mailing_of(unit: Unit, *, delivery: int | None) -> str:
    """Return the name of the mailing that a delivery is of; empty if there is none."""
    return unit.run(MAILING_OF_DELIVERY, {"delivery": delivery}).scalar() or ""


def news_of(unit: Unit, *, delivery: int | None) -> int | None:
    """Return the opportunity that a delivery brings news of; None if it is no campaign's."""
    found: int | None = unit.run(OPPORTUNITY_OF_DELIVERY, {"delivery": delivery}).scalar()
    return found


def leave_beside(unit: Unit, *, channel: str, external_id: str) -> None:
    """Tell nothing at an address any more, and call off what was planned for it."""
    address = end_beside(unit, channel=channel, external_id=external_id)
    unit.run(DELIVERY_CALL_OFF_BESIDE, {"address": address, "at": unit.now})
