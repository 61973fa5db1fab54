"""How fast we write to one address: a channel may allow one message ahead of its pace.

`Address.free_at` keeps the pace of what is claimed; an answer is sent the moment it is
stored, so it is asked here.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

LATELY = timedelta(seconds=5)
"""If a channel reports "too fast" this soon after a message, it means this address."""
MOST = 5_000
"""About how many addresses are remembered."""


class Beat:
    """When the next message may go to each address (generic cell rate algorithm, ITU-T I.371)."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._next: dict[int, tuple[datetime, timedelta]] = {}

    def note(self, address: int, at: datetime, pace: timedelta, ahead: timedelta) -> None:
        """Note a message sent to an address; the next may be `ahead` of its pace."""
        if len(self._next) > MOST:
            self._next = {each: kept for each, kept in self._next.items() if kept[0] > at - LATELY}
        due = max(self._next[address][0], at) if address in self._next else at
        self._next[address] = due + pace, ahead

    def free_at(self, address: int) -> datetime | None:
        """The moment until which the next message has to wait; None if it may go now."""
        due, ahead = self._next.get(address, (self._clock(), timedelta(0)))
        return due - ahead if due - ahead > self._clock() else None

    def lately(self, address: int) -> bool:
        """True if something was sent to this address lately."""
        return address in self._next and self._next[address][0] > self._clock() - LATELY
