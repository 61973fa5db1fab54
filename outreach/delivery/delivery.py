"""The delivery: mailing × person, or a reply to what came in. Its state is the only truth about a message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import String, and_, bindparam, cast, insert, literal, or_
from sqlmodel import JSON, Field, SQLModel, UniqueConstraint, col, select, update

from content.message import Message
from outreach.parties.person import Address, Person
from outreach.store.columns import NUMBERED, Moment, pick
from outreach.store.unit import Unit

LEASE = timedelta(seconds=60)
BATCH = 50


class Delivery(SQLModel, table=True):
    """One message to one address. States: planned, claimed, sent, failed, gone, stopped."""

    __table_args__ = (UniqueConstraint("mailing_id", "person_id"), UniqueConstraint("inbound_id", "position"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    mailing_id: int | None = Field(default=None, foreign_key="mailing.id")
    inbound_id: int | None = Field(default=None, foreign_key="inbound.id")
    position: int = 0
    person_id: int = Field(foreign_key="person.id", index=True)
    address_id: int = Field(foreign_key="address.id", index=True)
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
    """A delivery that this process holds and must send."""

    id: int
    address: int
    channel: str
    external_id: str
    message: Message
    tries: int


@dataclass(frozen=True, slots=True)
class Result:
    """How a delivery ended: its new state, the channel's receipt or the reason.

    `again_at` is the next try of one that is planned anew; `pace` is how long its address rests.
    """

    delivery: int
    address: int
    state: str
    receipt: str | None = None
    reason: str | None = None
    again_at: datetime | None = None
    pace: timedelta = timedelta(0)


ADD_NOTICE = insert(Delivery)
ADD_REPLY = insert(Delivery).returning(col(Delivery.id))
HOLD_ADDRESS = (
    update(Address)
    .where(col(Address.id) == bindparam("address"))
    .values(free_at=bindparam("until"), used_at=bindparam("at"))
)
OURS = col(Address.channel).in_(bindparam("channels", expanding=True))
DUE = (
    pick(
        Delivery.id,
        Delivery.address_id,
        Address.channel,
        Address.external_id,
        Delivery.message,
        Delivery.tries,
        Delivery.mailing_id,
        Person.stopped_at,
        Address.gone_at,
    )
    .join(Address, col(Address.id) == col(Delivery.address_id))
    .join(Person, col(Person.id) == col(Delivery.person_id))
    .where(
        or_(
            and_(col(Delivery.state) == "planned", col(Delivery.send_at) <= bindparam("now")),
            and_(col(Delivery.state) == "claimed", col(Delivery.lease_until) <= bindparam("now")),
        ),
        or_(col(Address.free_at).is_(None), col(Address.free_at) <= bindparam("now")),
        OURS,
    )
    .order_by(col(Delivery.id))
    .limit(literal(BATCH))
    .with_for_update(of=(Delivery, Address), skip_locked=True)
)
CLAIM = (
    update(Delivery)
    .where(col(Delivery.id) == bindparam("delivery"))
    .values(state="claimed", lease_until=bindparam("until"), tries=col(Delivery.tries) + 1)
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
RELEASE = (
    update(Delivery)
    .where(col(Delivery.state) == "claimed", col(Delivery.address_id).in_(select(Address.id).where(OURS)))
    .values(lease_until=bindparam("now"))
)
HELD = select(Delivery.address_id).where(col(Delivery.state) == "claimed")
FREE_HELD = (
    update(Address)
    .where(col(Address.free_at) > bindparam("now"), OURS, col(Address.id).in_(HELD))  # the rest waits for a second try
    .values(free_at=None)
)
HAS_NUMBER = (
    update(Delivery)
    .where(
        col(Delivery.state) == "claimed",
        col(Delivery.seq).is_not(None),
        col(Delivery.address_id).in_(select(Address.id).where(OURS)),
    )
    .values(state="sent", receipt=cast(col(Delivery.seq), String), done_at=bindparam("now"), lease_until=None)
)
LOSE_ADDRESS = update(Address).where(col(Address.id) == bindparam("address")).values(gone_at=bindparam("at"))


def reply(unit: Unit, *, inbound: int, person: int, address: int, message: Message) -> int:
    """Store the answer to what came in, claimed at birth by this process; returns the delivery's id."""
    until = unit.now + LEASE
    row = {"inbound_id": inbound, "position": 0, "person_id": person, "address_id": address, "state": "claimed"}
    row |= {"message": message.as_json(), "send_at": unit.now, "lease_until": until, "tries": 1}
    delivery: int = unit.connection.execute(ADD_REPLY, row).scalar_one()
    unit.connection.execute(HOLD_ADDRESS, {"address": address, "until": until, "at": unit.now})
    return delivery


def claim_due(unit: Unit, *, channels: Sequence[str]) -> list[Outgoing]:
    """Claim what is due on these channels, at most one message per address, in order; STOP is looked at again here.

    Rows whose lease ran out (their process died) are taken over.
    """
    until = unit.now + LEASE
    taken: dict[int, Outgoing] = {}
    for id, address, channel, to, message, tries, mailing, stopped, gone in unit.connection.execute(
        DUE, {"now": unit.now, "channels": channels}
    ):
        if mailing is not None and (stopped or gone):
            unit.connection.execute(SETTLE, _ending(unit, Result(id, address, "stopped" if stopped else "gone")))
        elif address not in taken:
            taken[address] = Outgoing(id, address, channel, to, Message.from_json(message or {}), tries + 1)
    if taken:
        unit.connection.execute(CLAIM, [{"delivery": outgoing.id, "until": until} for outgoing in taken.values()])
        unit.connection.execute(FREE_ADDRESS, [{"address": address, "free": until} for address in taken])
    return list(taken.values())


def anything_due(unit: Unit, *, channels: Sequence[str]) -> bool:
    """Tell whether a claim would find something; reads only."""
    return unit.connection.execute(DUE, {"now": unit.now, "channels": channels}).first() is not None


def release_claims(unit: Unit, *, channels: Sequence[str]) -> None:
    """Let go of what a process that died held. For the one process that sends on these channels, at its start.

    What has its number in its channel could be read already: sent anew, it would only hold up what comes after it.
    """
    values = {"now": unit.now, "channels": channels}
    unit.connection.execute(FREE_HELD, values)
    unit.connection.execute(HAS_NUMBER, values)
    unit.connection.execute(RELEASE, values)


def record_results(unit: Unit, *, results: list[Result]) -> None:
    """Write down how a group of deliveries ended, and set their addresses free."""
    if not results:
        return
    unit.connection.execute(SETTLE, [_ending(unit, result) for result in results])
    # An address rests until a second try is due too: else what comes after that message would overtake it.
    rests = [(result.address, max(unit.now + result.pace, result.again_at or unit.now)) for result in results]
    unit.connection.execute(FREE_ADDRESS, [{"address": address, "free": until} for address, until in rests])
    gone = [{"address": result.address, "at": unit.now} for result in results if result.state == "gone"]
    if gone:
        unit.connection.execute(LOSE_ADDRESS, gone)


def _ending(unit: Unit, result: Result) -> dict[str, Any]:
    values = {"delivery": result.delivery, "to": result.state, "receipt_id": result.receipt, "why": result.reason}
    return values | {"at": unit.now, "next_at": result.again_at or unit.now}
