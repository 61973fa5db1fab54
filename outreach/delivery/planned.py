"""What becomes of planned deliveries: rewritten, postponed, called off, taken out.

Another room that knows which deliveries those are passes its condition at import, and gets the
statement. So each stays one constant statement, and all writes stand here.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Update
from sqlmodel import bindparam, col, or_, select

from content.message import Message
from outreach.delivery.delivery import IS_PLANNED, OF_CAMPAIGN, Delivery, DeliveryState
from outreach.delivery.failed import SLICE
from outreach.store.many import Many
from outreach.store.query import delete, update
from outreach.store.unit import Unit

if TYPE_CHECKING:
    from outreach.store.query import Condition, Deleting

NOT_OUT = (DeliveryState.PLANNED, DeliveryState.STOPPED, DeliveryState.GONE)
"""States in which nobody can have read the message."""
MAY_BE_READ = (DeliveryState.SENT, DeliveryState.CLAIMED, DeliveryState.UNCERTAIN)
DELIVERY_CALL_OFF = (
    update(Delivery)
    .where(Delivery.id == bindparam("delivery"), IS_PLANNED)
    .values(state=DeliveryState.STOPPED, done_at=bindparam("at"))
)
DELIVERY_REWRITE = (
    update(Delivery)
    .where(Delivery.id == bindparam("delivery"), IS_PLANNED)
    .values(message=bindparam("says"))
)
OF_STEP = (Delivery.mailing_id == bindparam("mailing"), OF_CAMPAIGN, IS_PLANNED)
DELIVERY_ELSEWHEN = (
    select(Delivery.id)
    .where(*OF_STEP, Delivery.send_at != bindparam("at"))
    .limit(bindparam("most"))
)
DELIVERY_POSTPONE = Many(
    "UPDATE delivery SET send_at = :at FROM {rows} WHERE delivery.id = r.id", id=int
)
DELIVERY_BEGIN_AGAIN = (
    update(Delivery).where(*OF_STEP, col(Delivery.arrived).is_not(None)).values(arrived=None)
)
DELIVERY_END_STEP = (
    update(Delivery)
    .where(*OF_STEP)
    .values(state=bindparam("to"), reason=bindparam("why"), done_at=bindparam("at"))
)
DELIVERY_CANCEL = Many(
    "UPDATE delivery SET state = 'stopped', reason = 'send-cancelled', done_at = :at FROM {rows} "
    "WHERE delivery.id = r.id",
    id=int,
)


def calling_off(
    *which: "Condition", reason: str, also: ColumnElement[bool] | None = None
) -> Update:
    """A statement that calls off planned deliveries, and those that `also` names.

    It takes `at`, and returns their persons.
    """
    ends = IS_PLANNED if also is None else or_(IS_PLANNED, also)
    return (
        update(Delivery)
        .where(*which, ends)
        .values(state=DeliveryState.STOPPED, reason=reason, done_at=bindparam("at"))
        .returning(col(Delivery.person_id))
    )


def taking_out(*which: "Condition") -> "Deleting":
    """A statement that takes out deliveries that nobody can have read."""
    return delete(Delivery).where(*which, col(Delivery.state).in_(NOT_OUT))


def call_off(unit: Unit, *, delivery: int) -> None:
    """Call one planned delivery off."""
    unit.run(DELIVERY_CALL_OFF, {"delivery": delivery, "at": unit.now})


def rewrite(unit: Unit, *, delivery: int, message: Message) -> None:
    """Change what one planned delivery says."""
    unit.run(DELIVERY_REWRITE, {"delivery": delivery, "says": message.as_json()})


def postpone(unit: Unit, *, mailing: int, at: datetime, most: int = SLICE) -> int:
    """Move planned deliveries of a step to its moment, at most so many; returns how many."""
    rows = unit.run(DELIVERY_ELSEWHEN, {"mailing": mailing, "at": at, "most": most}).scalars()
    DELIVERY_POSTPONE.run(unit, [{"id": row} for row in rows], at=at)
    return len(rows)


def begin_again(unit: Unit, *, mailing: int) -> None:
    """Forget which pieces of a step arrived: they came before its text changed."""
    unit.run(DELIVERY_BEGIN_AGAIN, {"mailing": mailing})


def end_step(unit: Unit, *, mailing: int, state: DeliveryState, reason: str) -> None:
    """End every planned delivery of a step that is over."""
    values = {"mailing": mailing, "to": state, "why": reason, "at": unit.now}
    unit.run(DELIVERY_END_STEP, values)


def cancel(unit: Unit, *, deliveries: list[int]) -> None:
    """End some deliveries of a campaign that was cancelled."""
    DELIVERY_CANCEL.run(unit, [{"id": delivery} for delivery in deliveries], at=unit.now)
