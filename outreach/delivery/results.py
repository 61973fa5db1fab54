"""Store how deliveries ended, and what that means for their addresses and our account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import bindparam
from sqlmodel import col

from outreach.delivery.account import hold_account, let_account_go
from outreach.delivery.delivery import Delivery, DeliveryState
from outreach.parties.address import ADDRESS_GONE, move_address
from outreach.store.many import Many
from outreach.store.query import update
from outreach.store.snag import each
from outreach.store.unit import Unit

RESULT, STOP = "sending.result", "sending.stop"
PASSED = timedelta(days=30)
"""How long a result that cannot be stored is left alone: nobody may get it again and again."""


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a delivery: its new state, and the channel's receipt or the reason.

    `again_at` is the next try of one that is planned again; `counts` is true if this one was a try
    at all. `arrived` is how many pieces are there now, if one more came. `pace` is how long its
    address rests; `moved_to` is the address's new id. At an address, a `first` delivery goes on
    before all others; one `behind` another leaves the address as it is.
    """

    delivery: int
    address: int
    state: DeliveryState
    receipt: str | None = None
    reason: str | None = None
    again_at: datetime | None = None
    pace: timedelta = timedelta(0)
    moved_to: str | None = None
    counts: bool = True
    arrived: int | None = None
    first: bool = False
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """Send nothing on a channel until a moment.

    `trouble` names what is wrong with our account; None if we only have to wait.
    """

    until: datetime
    trouble: str | None = None


DELIVERY_SETTLE = Many(
    """
    UPDATE delivery SET
        state = r.state, receipt = r.receipt, reason = r.reason, done_at = :now, lease_until = NULL,
        send_at = COALESCE(r.again, delivery.send_at), arrived = COALESCE(r.arrived,
        delivery.arrived), tries = CASE WHEN r.arrived IS NULL THEN delivery.tries - r.uncounted
        ELSE 0 END
    FROM {rows} WHERE delivery.id = r.id AND (delivery.state <> 'sent' OR r.state <> 'planned')
    """,
    id=int,
    state=str,
    receipt=str,
    reason=str,
    again=datetime,
    uncounted=int,
    arrived=int,
)
ADDRESS_FREE = Many(
    "UPDATE address SET free_at = r.free, first_id = r.first FROM {rows} WHERE address.id = r.id",
    id=int,
    free=datetime,
    first=int,
)
ADDRESS_LET_PASS = Many(
    (
        "UPDATE address SET first_id = NULL FROM {rows} WHERE address.id = r.id AND "
        "address.first_id "
        "= r.delivery"
    ),
    id=int,
    delivery=int,
)
DELIVERY_FORGET_RECEIPTS = (
    update(Delivery)
    .where(Delivery.address_id == bindparam("address"), col(Delivery.receipt).is_not(None))
    .values(receipt=None)
)
"""A moved address starts numbering again: an old number may mean another message there."""


def record_results(
    unit: Unit,
    *,
    results: Sequence[Result],
    held: Mapping[str, Pause] | None = None,
    well: Sequence[str] = (),
) -> None:
    """Store the results of a group of deliveries, and set their addresses free.

    `held` are channels that have to wait, `well` those that take messages again.
    """
    # in one order: no two units wait for each other
    results = sorted(results, key=lambda result: result.delivery)
    each(unit, RESULT, results, partial(_record, unit), number=_delivery, rest=PASSED)
    for channel in well:
        let_account_go(unit, channel=channel)
    for channel, hold in (held or {}).items():
        hold_account(unit, channel=channel, until=hold.until, trouble=hold.trouble)


def end(unit: Unit, *, results: Sequence[Result]) -> None:
    """Store the results of deliveries that were not handed over; the next ones may go."""
    each(unit, STOP, results, partial(_end, unit), number=_delivery)


def settle(unit: Unit, *, results: Sequence[Result]) -> None:
    """Store the results of deliveries, leaving their addresses alone.

    What was sent is not planned again: a send that outlasts its lease is claimed a second time,
    and who stops then gives the claim back after the result is stored.
    """
    rows = [
        {
            "id": result.delivery,
            "state": result.state,
            "receipt": result.receipt,
            "reason": result.reason,
            "again": result.again_at,
            "uncounted": int(not result.counts),
            "arrived": result.arrived,
        }
        for result in results
    ]
    DELIVERY_SETTLE.run(unit, rows, now=unit.now)


def _record(unit: Unit, results: Sequence[Result]) -> None:
    settle(unit, results=results)
    # An address also rests until a second try is due: otherwise the messages after it would
    # overtake it.
    rests = {
        result.address: {
            "id": result.address,
            "free": max(unit.now + result.pace, result.again_at or unit.now),
            "first": result.delivery if result.first else None,
        }
        for result in results
        if not result.behind
    }
    ADDRESS_FREE.run(unit, [rests[address] for address in sorted(rests)])
    gone = [
        {"address": result.address, "at": unit.now}
        for result in results
        if result.state == DeliveryState.GONE
    ]
    if gone:
        unit.run(ADDRESS_GONE, gone)
    for result in results:
        if result.moved_to is not None:
            unit.run(DELIVERY_FORGET_RECEIPTS, {"address": result.address})
            move_address(unit, address=result.address, to=result.moved_to)


def _end(unit: Unit, results: Sequence[Result]) -> None:
    settle(unit, results=results)
    ADDRESS_LET_PASS.run(
        unit, [{"id": result.address, "delivery": result.delivery} for result in results]
    )


def _delivery(result: Result) -> int:
    return result.delivery
