"""Whether the clock can be believed: asked by all that goes for good, or is said to many,
because a term has passed.

A clock that is wrong for a minute must cost nobody anything. So the store's own past is looked at:
where the newest moment in it is far from now, what goes for good waits until this process has
measured an hour in which the clock ran evenly. A town that was closed for a week waits that hour
too, and then goes on.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import bindparam, col, select

from outreach.store.columns import Moment
from outreach.store.errors import ClockInDoubt
from outreach.store.events import Event
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.store.upkeep import Tick

FAR = timedelta(days=2)
"""Where nothing at all was noted for so long, not even a backup, it may be the clock."""
LATELY = timedelta(hours=1)
"""What was noted so shortly before proves nothing: a clock that is wrong dates
what comes in meanwhile, too.
"""
EVEN_SECONDS = 3_600.0
UNEVEN_SECONDS = 120.0
"""By more than this no clock is set right in passing."""
EVENT_NEWEST = pick(Event.at).order_by(col(Event.id).desc()).limit(1)
EVENT_NEWEST_BEFORE = (
    pick(Event.at).where(Event.at < bindparam("lately")).order_by(col(Event.id).desc()).limit(1)
)
TICK_GOOD_BEFORE = select(func.max(col(Tick.good_at))).where(Tick.good_at < bindparam("lately"))
SERVER_NOW = select(func.current_timestamp(type_=Moment))


class Trust:
    """One process's trust in its clock: since when that has run evenly beside a
    clock that nobody can set.
    """

    def __init__(
        self, clock: Callable[[], datetime], steady: Callable[[], float] = time.monotonic
    ) -> None:
        self._steady = steady
        self._since = clock(), steady()

    def require(self, unit: Unit) -> None:
        """Raise ClockInDoubt where what goes for good has to wait."""
        even = self._even_for(unit.now)
        if _beside_the_server(unit) or (even < EVEN_SECONDS and _far_from_its_past(unit)):
            raise ClockInDoubt

    def _even_for(self, now: datetime) -> float:
        """Give the seconds for which the clock has run evenly; where it jumped, they begin anew."""
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
    """Tell whether a database server's own clock says another day: no waiting tells
    which of the two is wrong.
    """
    if unit.connection.dialect.name != "postgresql":
        return False
    return abs(unit.run(SERVER_NOW).scalar_one() - unit.now) > FAR
