"""How long a turn would have to wait; if that is too long, people are asked to come back soon.

The bound follows from what turns took lately, so it needs no setting: it is the same wait on a slow
machine and a fast one. People who talk with us already go before new ones.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.inbox import Arrival
from content.log import log
from outreach.parties.person import person_at
from outreach.store.errors import TooMany
from outreach.store.store import Store

GUESS_SECONDS, GUESSES = 0.005, 20
"""What a turn takes before any was measured, and how many turns that guess counts for."""
LATELY = 400
"""Turns after which what was before counts half."""


@dataclass(frozen=True, slots=True)
class RushPace:
    """The longest expected wait, in seconds, at which somebody is let in."""

    new: float = 2.0
    """Somebody new."""
    known: float = 8.0
    """Somebody whose conversation is under way."""


PACE = RushPace()


class Rush:
    """The turns that are under way, and how fast they go."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, pace: RushPace = PACE) -> None:
        self._clock, self._pace = clock, pace
        self._under_way = 0
        self._done, self._busy = float(GUESSES), GUESSES * GUESS_SECONDS
        self._since = clock()

    @property
    def wait(self) -> float:
        """The seconds that a new turn may expect to wait."""
        return self._under_way * self._busy / self._done

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Count a turn, from its arrival until its answer is stored."""
        if not self._under_way:
            self._since = self._clock()
        self._under_way += 1
        try:
            yield
        finally:
            now = self._clock()
            self._busy += now - self._since
            self._since = now
            self._under_way -= 1
            self._done += 1
            if self._done > LATELY:
                self._done, self._busy = self._done / 2, self._busy / 2

    async def let_in(self, store: Store, arrival: Arrival) -> None:
        """Raise TooMany, with the seconds to wait, if the answer would come too late."""
        if self.wait <= self._pace.new:
            return
        where = {"channel": arrival.channel, "external_id": arrival.sender}
        if self.wait > self._pace.known or await store.read(person_at, **where) is None:
            log.warning("turn put off", under_way=self._under_way)
            raise TooMany(int(self.wait) + 1)
