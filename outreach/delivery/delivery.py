"""The delivery: mailing × person, or a reply to what came in. Its state is the only truth about a message."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, insert
from sqlmodel import JSON, Field, SQLModel, UniqueConstraint, col, update

from content.message import Message
from outreach.parties.person import Address, move_address
from outreach.store.columns import NUMBERED, Moment
from outreach.store.unit import Unit

LEASE = timedelta(seconds=60)
PLANNED = "planned"
"""The topic that is rung after the commit where something was planned: senders need not wait for their next look."""


class Delivery(SQLModel, table=True):
    """One message to one address. States: planned, claimed, sent, failed, gone, stopped.

    `edits_id` names the delivery whose message it replaces, where the channel can edit.
    """

    __table_args__ = (
        UniqueConstraint("mailing_id", "person_id"),
        UniqueConstraint("mailing_id", "address_id"),
        UniqueConstraint("inbound_id", "position"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    mailing_id: int | None = Field(default=None, foreign_key="mailing.id")
    inbound_id: int | None = Field(default=None, foreign_key="inbound.id")
    position: int = 0
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    address_id: int = Field(foreign_key="address.id", index=True)
    edits_id: int | None = Field(default=None, foreign_key="delivery.id", index=True)
    state: str = Field(index=True)
    message: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    send_at: datetime = Field(sa_type=Moment)
    lease_until: datetime | None = Field(default=None, sa_type=Moment)
    tries: int = 0
    seq: int | None = None
    receipt: str | None = None
    reason: str | None = None
    done_at: datetime | None = Field(default=None, sa_type=Moment)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A delivery that this process holds and must send. `edits` is the receipt of the message that it replaces."""

    id: int
    address: int
    channel: str
    external_id: str
    message: Message
    tries: int
    edits: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """How a delivery ended: its new state, the channel's receipt or the reason.

    `again_at` is the next try of one that is planned anew; `pace` is how long its address rests; `moved_to` is the id
    by which that goes from now on.
    """

    delivery: int
    address: int
    state: str
    receipt: str | None = None
    reason: str | None = None
    again_at: datetime | None = None
    pace: timedelta = timedelta(0)
    moved_to: str | None = None


ADD_NOTICE = insert(Delivery)
ADD_REPLY = insert(Delivery).returning(col(Delivery.id))
HOLD_ADDRESS = (
    update(Address)
    .where(col(Address.id) == bindparam("address"))
    .values(free_at=bindparam("until"), used_at=bindparam("at"), gone_at=None)  # who writes is there
)
SETTLE = (
    update(Delivery)
    .where(col(Delivery.id) == bindparam("delivery"))
    .values(
        state=bindparam("to"),
        receipt=bindparam("receipt_id"),
        reason=bindparam("why"),
        done_at=bindparam("at"),
        send_at=bindparam("next_at"),
        lease_until=None,
    )
)
FREE_ADDRESS = update(Address).where(col(Address.id) == bindparam("address")).values(free_at=bindparam("free"))
LOSE_ADDRESS = update(Address).where(col(Address.id) == bindparam("address")).values(gone_at=bindparam("at"))
FORGET_RECEIPTS = (
    update(Delivery)
    .where(col(Delivery.address_id) == bindparam("address"), col(Delivery.receipt).is_not(None))
    .values(receipt=None)
)
"""An address that moves begins to count anew: an old number may stand for another message there."""


def reply(unit: Unit, *, inbound: int, person: int, address: int, message: Message) -> int:
    """Store the answer to what came in, claimed at birth by this process; returns the delivery's id."""
    until = unit.now + LEASE
    row = {"inbound_id": inbound, "position": 0, "person_id": person, "address_id": address, "state": "claimed"}
    row |= {"message": message.as_json(), "send_at": unit.now, "lease_until": until, "tries": 1}
    delivery: int = unit.run(ADD_REPLY, row).scalar_one()
    unit.run(HOLD_ADDRESS, {"address": address, "until": until, "at": unit.now})
    return delivery


def record_results(unit: Unit, *, results: list[Result]) -> None:
    """Write down how a group of deliveries ended, and set their addresses free."""
    if not results:
        return
    results = sorted(results, key=lambda result: result.delivery)  # in one order: no two units wait for each other
    unit.run(SETTLE, [ending(unit, result) for result in results])
    # An address rests until a second try is due too: else what comes after that message would overtake it.
    rests = {result.address: max(unit.now + result.pace, result.again_at or unit.now) for result in results}
    unit.run(FREE_ADDRESS, [{"address": address, "free": until} for address, until in sorted(rests.items())])
    gone = [{"address": result.address, "at": unit.now} for result in results if result.state == "gone"]
    if gone:
        unit.run(LOSE_ADDRESS, gone)
    for result in results:
        if result.moved_to is not None:
            unit.run(FORGET_RECEIPTS, {"address": result.address})
            move_address(unit, address=result.address, to=result.moved_to)


def ending(unit: Unit, result: Result) -> dict[str, Any]:
    """The values with which a delivery is settled."""
    values = {"delivery": result.delivery, "to": result.state, "receipt_id": result.receipt, "why": result.reason}
    return values | {"at": unit.now, "next_at": result.again_at or unit.now}
