"""Write down how deliveries ended, many at once, and what that means for their addresses and our account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam
from sqlmodel import col, update

from outreach.delivery.account import hold_account, let_account_go
from outreach.delivery.delivery import Delivery
from outreach.parties.person import LOSE_ADDRESS, move_address
from outreach.store.many import Many
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Result:
    """How a delivery ended: its new state, the channel's receipt or the reason.

    `again_at` is the next try of one that is planned anew; `counts` tells whether this one was a try at all. `pace` is
    how long its address rests; `moved_to` is the id by which that goes from now on.
    """

    delivery: int
    address: int
    state: str
    receipt: str | None = None
    reason: str | None = None
    again_at: datetime | None = None
    pace: timedelta = timedelta(0)
    moved_to: str | None = None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Hold:
    """Send nothing at a channel until a moment. `trouble` names what is wrong with our account; none where we only
    have to wait.
    """

    until: datetime
    trouble: str | None = None


SETTLE = Many(
    """
    UPDATE delivery SET
        state = r.state, receipt = r.receipt, reason = r.reason, done_at = :now, lease_until = NULL,
        send_at = COALESCE(r.again, delivery.send_at), tries = delivery.tries - r.uncounted
    FROM {rows} WHERE delivery.id = r.id
    """,
    id=int, state=str, receipt=str, reason=str, again=datetime, uncounted=int,
)  # fmt: skip
FREE = Many("UPDATE address SET free_at = r.free FROM {rows} WHERE address.id = r.id", id=int, free=datetime)
FORGET_RECEIPTS = (
    update(Delivery)
    .where(col(Delivery.address_id) == bindparam("address"), col(Delivery.receipt).is_not(None))
    .values(receipt=None)
)
"""An address that moves begins to count anew: an old number may stand for another message there."""


def record_results(
    unit: Unit, *, results: Sequence[Result], held: Mapping[str, Hold] | None = None, well: Sequence[str] = ()
) -> None:
    """Write down how a group of deliveries ended, and set their addresses free.

    `held` are channels that have to wait, `well` those that take messages again.
    """
    results = sorted(results, key=lambda result: result.delivery)  # in one order: no two units wait for each other
    settle(unit, results=results)
    # An address rests until a second try is due too: else what comes after that message would overtake it.
    rests = {result.address: max(unit.now + result.pace, result.again_at or unit.now) for result in results}
    FREE.run(unit, [{"id": address, "free": until} for address, until in sorted(rests.items())])
    gone = [{"address": result.address, "at": unit.now} for result in results if result.state == "gone"]
    if gone:
        unit.run(LOSE_ADDRESS, gone)
    for result in results:
        if result.moved_to is not None:
            unit.run(FORGET_RECEIPTS, {"address": result.address})
            move_address(unit, address=result.address, to=result.moved_to)
    for channel in well:
        let_account_go(unit, channel=channel)
    for channel, hold in (held or {}).items():
        hold_account(unit, channel=channel, until=hold.until, trouble=hold.trouble)


def settle(unit: Unit, *, results: Sequence[Result]) -> None:
    """Write down how deliveries ended; of their addresses nothing is known."""
    rows = [
        {"id": result.delivery, "state": result.state, "receipt": result.receipt, "reason": result.reason,
         "again": result.again_at, "uncounted": int(not result.counts)}
        for result in results
    ]  # fmt: skip
    SETTLE.run(unit, rows, now=unit.now)
