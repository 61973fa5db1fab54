"""Claim replies and notices that are due, committed before they are sent.

Everything that may have changed since they were planned is checked here, and again right before
each is handed over.
"""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import String, bindparam, cast, func, literal
from sqlalchemy.orm import aliased
from sqlmodel import and_, case, col, not_, or_, select

from content.message import Message
from outreach.delivery.delivery import (
    FIRST_WAITS,
    IS_CLAIMED,
    IS_PLANNED,
    OUTSIDE_CAMPAIGNS,
    PATIENCE,
    Delivery,
    DeliveryState,
    Outgoing,
    Rank,
)
from outreach.delivery.errors import AddressGone
from outreach.delivery.lane import ClaimTerms, Lane, waits
from outreach.delivery.mailing import Mailing, MailingKind
from outreach.delivery.results import RESULT, STOP, Result, end
from outreach.delivery.standing import put_again
from outreach.delivery.taken import IS_TAKEN, TALK
from outreach.parties.address import Address
from outreach.parties.person import Person
from outreach.store.among import among
from outreach.store.many import Many
from outreach.store.query import pick, update
from outreach.store.snag import each, passed_over, untried
from outreach.store.unit import Unit

BATCH = 200
AT_ANY_HOUR = (MailingKind.EDIT, MailingKind.REPLY)
"""Kinds of mailing that make no sound, or answer what somebody just did."""
SEND, TAKEN = "send", "taken"
REPLACED = aliased(Delivery)
OURS = col(Address.channel).in_(bindparam("channels", expanding=True))
ON_OURS = func.coalesce(col(Address.channel), "").in_(bindparam("channels", expanding=True))
"""Like `OURS`, but no index matches it.

SQLite would otherwise begin at all addresses of a channel, instead of at the few rows that wait.
"""
KIND = col(Mailing.kind)
VERDICT = case(
    (IS_TAKEN, TAKEN),
    # otherwise a reply is always sent
    (KIND.is_(None), SEND),
    (col(Address.gone_at).is_not(None), "gone"),
    (and_(col(Delivery.edits_id).is_not(None), col(REPLACED.receipt).is_(None)), "stopped"),
    (and_(col(Person.stopped_at).is_not(None), KIND != MailingKind.REPLY), "stopped"),
    else_=SEND,
)
"""What should happen with a delivery now."""
ENDS = {"gone": AddressGone.key, "stopped": "send-stopped"}


def _judged(*more: Any) -> Any:
    return (
        pick(Delivery.id, Delivery.address_id, VERDICT.label("verdict"), *more)
        .join(Address, col(Address.id) == col(Delivery.address_id))
        .outerjoin(Person, col(Person.id) == col(Address.person_id))
        .outerjoin(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
        .outerjoin(REPLACED, col(REPLACED.id) == col(Delivery.edits_id))
        .outerjoin(TALK, TALK.c.person_id == col(Address.person_id))
    )


COMES_FIRST = and_(FIRST_WAITS, Address.first_id == Delivery.id)
"""It was begun just now: the rest comes at any hour, also during a conversation."""
FREE = or_(
    col(Address.free_at).is_(None),
    and_(
        Address.free_at <= bindparam("now"),
        or_(
            col(Address.first_id).is_(None),
            Address.first_id == Delivery.id,
            not_(FIRST_WAITS),
        ),
    ),
)
WORK = "sending.claim"
PASSED = (WORK, RESULT, STOP)
"""Work in which a bad delivery may fail. One sent but not recorded is not sent again."""
UNTRIED = untried(col(Delivery.id))
PROGRESS = (Delivery.tries, Delivery.arrived)
DELIVERY_WAITING = (
    _judged(
        Address.channel,
        Address.external_id,
        Delivery.message,
        *PROGRESS,
        Delivery.rank,
        REPLACED.receipt,
        KIND.label("kind"),
    )
    .where(
        OUTSIDE_CAMPAIGNS,
        FREE,
        or_(
            bindparam("loud"),
            col(Delivery.mailing_id).is_(None),
            KIND.in_(AT_ANY_HOUR),
            COMES_FIRST,
            col(Address.channel).in_(bindparam("silent", expanding=True)),
        ),
        ON_OURS,
        not_(IS_TAKEN),
        UNTRIED,
    )
    .limit(literal(BATCH))
)
DELIVERY_DUE = DELIVERY_WAITING.where(IS_PLANNED, Delivery.send_at <= bindparam("now")).order_by(
    col(Delivery.rank), col(Delivery.id)
)
DELIVERY_DROPPED = DELIVERY_WAITING.where(
    IS_CLAIMED, Delivery.lease_until <= bindparam("now")
).order_by(col(Delivery.lease_until), col(Delivery.id))
"""Claimed by a process that died: the lease ran out."""
LOCKED = {"of": (Delivery, Address), "skip_locked": True, "key_share": True}
DELIVERY_DUE_LOCKED, DELIVERY_DROPPED_LOCKED = (
    DELIVERY_DUE.with_for_update(**LOCKED),
    DELIVERY_DROPPED.with_for_update(**LOCKED),
)
DELIVERY_CHECK = _judged().where(col(Delivery.id).in_(bindparam("deliveries", expanding=True)))
DELIVERY_LEASE = Many(
    "UPDATE delivery SET state = 'claimed', lease_until = :until, tries = delivery.tries + 1 "
    "FROM {rows} WHERE delivery.id = r.id",
    id=int,
)
ADDRESS_BUSY = Many(
    """
    UPDATE address SET free_at = :until, first_id = CASE WHEN first_id = r.delivery THEN first_id
    END FROM {rows} WHERE address.id = r.id
    """,
    id=int,
    delivery=int,
)
DELIVERY_CLAIMED = select(Delivery.id).where(
    IS_CLAIMED,
    col(Delivery.address_id).in_(select(Address.id).where(OURS)),
)
STILL_CLAIMED = (IS_CLAIMED, among(col(Delivery.id), "rows"))
DELIVERY_RELEASE = update(Delivery).where(*STILL_CLAIMED).values(lease_until=bindparam("now"))
ADDRESS_CLAIMED = select(Delivery.address_id).where(IS_CLAIMED)
ADDRESS_FREE = (
    update(Address)
    # the others wait for a second try
    .where(Address.free_at > bindparam("now"), OURS, col(Address.id).in_(ADDRESS_CLAIMED))
    .values(free_at=bindparam("now"))
)
DELIVERY_NUMBERED = (
    update(Delivery)
    .where(*STILL_CLAIMED, col(Delivery.seq).is_not(None))
    .values(
        state=DeliveryState.SENT,
        receipt=cast(col(Delivery.seq), String),
        done_at=bindparam("now"),
        lease_until=None,
    )
)


def claim_due(unit: Unit, look: ClaimTerms) -> list[Outgoing]:
    """Claim what is due on these channels, in order, at most one message per address.

    A STOP since it was planned ends it here.

    Rows whose lease ran out (their process died) are taken over. In quiet hours only what may come
    at any hour is claimed, and what makes no sound.
    """
    taken: dict[int, Any] = {}
    ended: list[Result] = []
    left = dict(look.room)
    values = _values(unit, look)
    for statement in (DELIVERY_DROPPED_LOCKED, DELIVERY_DUE_LOCKED):
        for row in unit.readable(statement, values):
            if row.verdict != SEND:
                ended.append(_ending(row))
            elif row.address_id not in taken and (
                row.rank <= Rank.REPLY or left.get(row.channel, 1) > 0
            ):
                left[row.channel] = left.get(row.channel, BATCH) - 1
                taken[row.address_id] = row
    end(unit, results=ended)

    def claim(rows: list[Any]) -> list[Outgoing]:
        said = put_again(unit, rows)
        return _hold(unit, look, [_outgoing(row, said.get(row.id)) for row in rows])

    return _held(unit, list(taken.values()), claim)


def hold(unit: Unit, look: ClaimTerms, claimed: Sequence[Outgoing]) -> list[Outgoing]:
    """Lease these deliveries and their addresses to this process; returns those leased."""
    return _held(unit, claimed, lambda some: _hold(unit, look, some))


def anything_due(unit: Unit, look: ClaimTerms) -> bool:
    """True if a claim would find something; reads only."""
    values = _values(unit, look)
    return any(unit.readable(statement, values) for statement in (DELIVERY_DUE, DELIVERY_DROPPED))


def still_due(unit: Unit, deliveries: Sequence[int]) -> dict[int, Result]:
    """Check deliveries right before they are handed over; returns those that may not go."""
    rows = unit.run(DELIVERY_CHECK, {"deliveries": deliveries, "now": unit.now})
    return {row.id: _ending(row) for row in rows if row.verdict != SEND}


def release_claims(unit: Unit, *, channels: Sequence[str]) -> None:
    """Release what a dead process had claimed; for the only sender on these channels, at its start.

    A delivery with a number in its channel could be read already: sent again, it would only delay
    what comes after it.
    """
    unit.run(ADDRESS_FREE, {"now": unit.now, "channels": channels})

    def release(some: Sequence[int]) -> None:
        for statement in (DELIVERY_NUMBERED, DELIVERY_RELEASE):
            unit.run(statement, {"now": unit.now, "rows": some})

    each(
        unit,
        "sending.release",
        unit.run(DELIVERY_CLAIMED, {"channels": channels}).scalars(),
        release,
        number=int,
    )


def _values(unit: Unit, look: ClaimTerms) -> dict[str, Any]:
    loud = not look.quiet.holds(unit.now)
    values = {"now": unit.now, "past": unit.now - PATIENCE, "channels": look.channels, "loud": loud}
    return values | {"silent": look.silent, "passed": passed_over(unit, *PASSED)}


def _held(
    unit: Unit, rows: Sequence[Any], claim: Callable[[list[Any]], list[Outgoing]]
) -> list[Outgoing]:
    return list(chain(*each(unit, WORK, rows, claim, number=lambda row: row.id)))


def _hold(unit: Unit, look: ClaimTerms, claimed: list[Outgoing]) -> list[Outgoing]:
    until = unit.now + look.lease
    DELIVERY_LEASE.run(unit, [{"id": outgoing.id} for outgoing in claimed], until=until)
    ADDRESS_BUSY.run(
        unit,
        [{"id": outgoing.address, "delivery": outgoing.id} for outgoing in claimed],
        until=until,
    )
    return claimed


def _ending(row: Any) -> Result:
    """The result of a delivery that is not sent; one of a conversation that is taken waits."""
    if row.verdict == TAKEN:
        return waits(row.id, row.address_id)
    return Result(row.id, row.address_id, row.verdict, reason=ENDS[row.verdict])


def _outgoing(row: Any, said: Message | None) -> Outgoing:
    return Outgoing(
        row.id,
        row.address_id,
        row.channel,
        row.external_id,
        said or Message.from_json(row.message or {}),
        row.tries + 1,
        row.receipt,
        row.rank,
        arrived=row.arrived,
    )


NOTICES = Lane(Rank.NOTICE, anything_due, claim_due, still_due)
"""Replies and notices; cards in venues and their edits too."""
