"""Many equal failures in a short time pause a mailing: then the cause is not the people."""

from collections import deque
from contextlib import suppress

from content.log import log
from outreach.delivery.mailing import pause_mailing
from outreach.store.errors import StoreError
from outreach.store.store import Store
from outreach.store.unit import TICK

LOOKED_AT = 50
"""Enough that three failures in ten hardly ever look like an outage."""
SHARE = 0.6


class Troubles:
    """How the last messages of each mailing ended, in this process."""

    def __init__(self) -> None:
        self._last: dict[int, deque[str | None]] = {}

    def note(self, mailing: int, reason: str | None) -> str | None:
        """Note how a message ended (None: well); returns a reason to pause its mailing, or None."""
        last = self._last.setdefault(mailing, deque(maxlen=LOOKED_AT))
        last.append(reason)
        if reason is None or len(last) < LOOKED_AT or last.count(reason) < SHARE * len(last):
            return None
        # reported once: after staff have looked, counting starts again
        del self._last[mailing]
        return reason

    async def look_after(self, store: Store, mailing: int, reason: str | None) -> None:
        """Note how a message ended; pause its mailing if many in a row met the same fault."""
        reason = self.note(mailing, reason)
        if reason is not None:
            log.error("campaign held: many failures alike", mailing=mailing, reason=reason)
            # the next equal failures pause it
            with suppress(StoreError):
                await store.write(pause_mailing, TICK, mailing=mailing, reason=reason)
