"""When a message that was claimed is checked once more, right before it leaves.

An answer leaves as soon as its turn is stored: to read for each of them whether a colleague took
the conversation meanwhile would cost every turn, and take-overs are rare. So a take-over rings.
"""

import asyncio
from contextlib import ExitStack

from outreach.delivery.taken import TAKEN
from outreach.store.bells import Bells

STALE_SECONDS = 1.0
"""A message that waited longer than this is checked, whatever rang: behind another one, or because
the process that took the conversation over rings in none.
"""
WARY_SECONDS = 5.0
"""How long every message is checked after a take-over: those that were claimed before it left."""


class Wary:
    """Hears of take-overs from the first to the last message of a sender."""

    def __init__(self, bells: Bells) -> None:
        self._open = ExitStack()
        self._bell = self._open.enter_context(bells.listen(TAKEN))
        self._until = 0.0

    def looks_again(self, since: float) -> bool:
        """True if a message that is handed over since a moment of the loop has to be checked."""
        now = asyncio.get_running_loop().time()
        if self._bell.is_set():
            self._bell.clear()
            self._until = now + WARY_SECONDS
        return now < self._until or now - since > STALE_SECONDS

    def close(self) -> None:
        """Listen no more."""
        self._open.close()
