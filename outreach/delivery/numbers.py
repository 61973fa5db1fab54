"""The numbers of what we said at one address: given once, in order, and the last of them."""

from collections.abc import Sequence

from sqlmodel import bindparam, col, select

from outreach.delivery.delivery import Delivery
from outreach.parties.address import Address
from outreach.store.many import Many
from outreach.store.query import update
from outreach.store.unit import Unit

DELIVERY_LOCK_NUMBER = (
    select(Delivery.seq).where(Delivery.id == bindparam("delivery")).with_for_update()
)
ADDRESS_COUNT_ON = (
    update(Address)
    .where(Address.id == bindparam("address"))
    .values(seq=col(Address.seq) + 1)
    .returning(col(Address.seq))
)
ADDRESS_LAST_NUMBERS = Many(
    "SELECT r.sender, address.seq FROM {rows} "
    "JOIN address ON address.channel = :channel AND address.external_id = r.sender",
    sender=str,
)
DELIVERY_SET_NUMBER = (
    update(Delivery).where(Delivery.id == bindparam("this")).values(seq=bindparam("number"))
)


def give_number(unit: Unit, *, delivery: int, address: int) -> int | None:
    """Number a delivery among those of its address, once; None if it does not exist any more.

    The number is taken under a lock on the address's row: a row id would let a lower one be
    committed after a higher one, and a reader that has passed it would never see it.
    """
    row = unit.run(DELIVERY_LOCK_NUMBER, {"delivery": delivery}).first()
    if row is None or row.seq is not None:
        return None if row is None else row.seq
    number: int = unit.run(ADDRESS_COUNT_ON, {"address": address}).scalar_one()
    unit.run(DELIVERY_SET_NUMBER, {"this": delivery, "number": number})
    return number


def last_numbers(unit: Unit, *, channel: str, senders: Sequence[str]) -> dict[str, int]:
    """Return the number of the last message at each of these addresses."""
    rows = [{"sender": sender} for sender in senders]
    found = ADDRESS_LAST_NUMBERS.run(unit, rows, channel=channel)
    return {sender: int(last) for sender, last in found}
