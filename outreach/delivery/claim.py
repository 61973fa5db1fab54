"""Claim what is due, committed before it is sent: whatever may have changed since it was planned is looked at here."""

from collections.abc import Sequence

from sqlalchemy import String, and_, bindparam, cast, literal, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select, update

from content.message import Message
from outreach.delivery.delivery import FREE_ADDRESS, LEASE, SETTLE, Delivery, Outgoing, Result, ending
from outreach.delivery.mailing import Mailing
from outreach.parties.person import Address, Person
from outreach.store.columns import pick
from outreach.store.unit import Unit

BATCH = 50
AT_ANY_HOUR = ("edit", "reply")
"""Kinds of mailing that make no sound, or answer what somebody just did."""
REPLACED = aliased(Delivery)
OURS = col(Address.channel).in_(bindparam("channels", expanding=True))
DUE = (
    pick(
        Delivery.id,
        Delivery.address_id,
        Address.channel,
        Address.external_id,
        Delivery.message,
        Delivery.tries,
        Mailing.kind,
        Delivery.edits_id,
        REPLACED.receipt,
        Person.stopped_at,
        Address.gone_at,
    )
    .join(Address, col(Address.id) == col(Delivery.address_id))
    .outerjoin(Person, col(Person.id) == col(Address.person_id))
    .outerjoin(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .outerjoin(REPLACED, col(REPLACED.id) == col(Delivery.edits_id))
    .where(
        or_(
            and_(col(Delivery.state) == "planned", col(Delivery.send_at) <= bindparam("now")),
            and_(col(Delivery.state) == "claimed", col(Delivery.lease_until) <= bindparam("now")),
        ),
        or_(col(Address.free_at).is_(None), col(Address.free_at) <= bindparam("now")),
        or_(bindparam("loud"), col(Delivery.mailing_id).is_(None), col(Mailing.kind).in_(AT_ANY_HOUR)),
        OURS,
    )
    .order_by(col(Delivery.id))
    .limit(literal(BATCH))
)
LOCKED_DUE = DUE.with_for_update(of=(Delivery, Address), skip_locked=True, key_share=True)
CLAIM = (
    update(Delivery)
    .where(col(Delivery.id) == bindparam("delivery"))
    .values(state="claimed", lease_until=bindparam("until"), tries=col(Delivery.tries) + 1)
)
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


def claim_due(unit: Unit, *, channels: Sequence[str], loud: bool = True) -> list[Outgoing]:
    """Claim what is due on these channels, at most one message per address, in order; STOP is looked at again here.

    Rows whose lease ran out (their process died) are taken over. Where it is not `loud` (quiet hours), only what may
    come at any hour is claimed.
    """
    until = unit.now + LEASE
    taken: dict[int, Outgoing] = {}
    values = {"now": unit.now, "channels": channels, "loud": loud}
    for id, address, channel, to, message, tries, kind, edits, receipt, stopped, gone in unit.run(LOCKED_DUE, values):
        state = _ends(kind, stopped=stopped, gone=gone, lost=edits is not None and receipt is None)
        if state is not None:
            unit.run(SETTLE, ending(unit, Result(id, address, state)))
        elif address not in taken:
            taken[address] = Outgoing(id, address, channel, to, Message.from_json(message or {}), tries + 1, receipt)
    if taken:
        unit.run(CLAIM, [{"delivery": outgoing.id, "until": until} for outgoing in taken.values()])
        unit.run(FREE_ADDRESS, [{"address": address, "free": until} for address in taken])
    return list(taken.values())


def anything_due(unit: Unit, *, channels: Sequence[str], loud: bool = True) -> bool:
    """Tell whether a claim would find something; reads only."""
    values = {"now": unit.now, "channels": channels, "loud": loud}
    return unit.run(DUE, values).first() is not None


def release_claims(unit: Unit, *, channels: Sequence[str]) -> None:
    """Let go of what a process that died held. For the one process that sends on these channels, at its start.

    What has its number in its channel could be read already: sent anew, it would only hold up what comes after it.
    """
    values = {"now": unit.now, "channels": channels}
    unit.run(FREE_HELD, values)
    unit.run(HAS_NUMBER, values)
    unit.run(RELEASE, values)


def _ends(kind: str | None, *, stopped: bool, gone: bool, lost: bool) -> str | None:
    """The state in which a delivery ends unsent; None where it is to be sent. A reply is always sent."""
    if kind is None:
        return None
    if gone:
        return "gone"
    return "stopped" if lost or (stopped and kind != "reply") else None
