"""Many equal failures in a short time pause a mailing: then the cause is not the people."""

from collections import deque

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
