"""Limit guesses at short secrets: per client with a wide limit, and for everybody together.

A typing error never blocks others: a client is held back after hundreds of wrong guesses in an
hour. Only while a space of codes is under attack by many clients, ten are enough. How long guessing
takes: docs/decisions/0032.
"""

import time
from collections.abc import Callable

from outreach.web.limits import Quota

HOUR = 3600
CROWD, ALL, FEW = 200, 2_000, 10


class Guesses:
    """The wrong guesses in one space of codes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._of_client, self._few = Quota(CROWD, HOUR, clock), Quota(FEW, HOUR, clock)
        self._of_all = Quota(ALL, HOUR, clock)

    def wait(self, client: str) -> float:
        """Return the seconds until this client may try again; 0 if it may now."""
        under_attack = self._of_all.wait("")
        return max(self._of_client.wait(client), min(under_attack, self._few.wait(client)))

    def spend(self, client: str) -> None:
        """Count one wrong guess of this client."""
        self._of_client.spend(client)
        self._few.spend(client)
        self._of_all.spend("")
