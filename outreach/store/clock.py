"""Check the clock before something is deleted for good, or said to many, because a term has passed.

A clock that is wrong for a minute must cost nobody anything. So it is compared with the past of the
store: if the newest moment there is far from now, such work waits until this process has measured
an hour in which the clock ran evenly. A town that was closed for a week waits that hour too.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func
from sqlmodel import bindparam, col, select

from outreach.store.columns import Moment
from outreach.store.errors import ClockInDoubt
from outreach.store.events import Event
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.store.upkeep import Tick

FAR = timedelta(days=2)
"""If nothing was noted for this long, not even a backup, the clock may be wrong."""
LATELY = timedelta(hours=1)
"""What was noted in this time proves nothing: a wrong clock dates what comes in meanwhile too."""
EVEN_SECONDS = 3_600.0
UNEVEN_SECONDS = 120.0
"""No ordinary correction of a clock is larger than this."""
EVENT_NEWEST = pick(Event.at).order_by(col(Event.id).desc()).limit(1)
EVENT_NEWEST_BEFORE = (
    pick(Event.at).where(Event.at < bindparam("lately")).order_by(col(Event.id).desc()).limit(1)
)
TICK_GOOD_BEFORE = select(func.max(col(Tick.good_at))).where(Tick.good_at < bindparam("lately"))
SERVER_NOW = select(func.current_timestamp(type_=Moment))


class Trust:
    """One process's trust in its clock: since when it has run evenly beside a steady clock."""

    def __init__(
        self, clock: Callable[[], datetime], steady: Callable[[], float] = time.monotonic
    ) -> None:
        self._steady = steady
        self._since = clock(), steady()

    def require(self, unit: Unit) -> None:
        """Raise ClockInDoubt if what cannot be undone has to wait."""
        even = self._even_for(unit.now)
        if _beside_the_server(unit) or (even < EVEN_SECONDS and _far_from_its_past(unit)):
            raise ClockInDoubt

    def _even_for(self, now: datetime) -> float:
        """Return the seconds for which the clock has run evenly; they start again after a jump."""
        began, mark = self._since
        passed = self._steady() - mark
        if abs((now - began).total_seconds() - passed) > UNEVEN_SECONDS:
            self._since = now, self._steady()
            return 0.0
        return passed


def _far_from_its_past(unit: Unit) -> bool:
    newest: datetime | None = unit.run(EVENT_NEWEST).scalar()
    if newest is None:
        return False
    lately = {"lately": unit.now - LATELY}
    known = [
        moment
        for moment in (
            unit.run(EVENT_NEWEST_BEFORE, lately).scalar(),
            unit.run(TICK_GOOD_BEFORE, lately).scalar(),
        )
        if moment
    ]
    return newest - unit.now > LATELY or (bool(known) and unit.now - max(known) > FAR)


def _beside_the_server(unit: Unit) -> bool:
    """True if the database server's clock is days off: waiting cannot show which is wrong."""
    if unit.connection.dialect.name != "postgresql":
        return False
    return abs(unit.run(SERVER_NOW).scalar_one() - unit.now) > FAR


def catch_up(scheduler: Any) -> None:
    """Run every tick of a scheduler now whose next run is further away than its interval.

    A clock that was set back would delay it.
    """
    now = datetime.now(UTC)
    for job in scheduler.get_jobs():
        if job.next_run_time - now > job.trigger.interval:
            job.modify(next_run_time=now)
