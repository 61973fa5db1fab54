"""How fast we write to one address: a channel may allow a message ahead of its pace, no more.

`Address.free_at` keeps the pace of what is claimed; an answer is sent the moment it is
stored, so it is asked here.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

LATELY = timedelta(seconds=5)
"""So long after a message, a channel that finds us too fast means this address."""
MOST = 5_000
"""Addresses that are remembered, about."""


class Beat:
    """When the next message may go to each address, by the generic cell
    rate algorithm (ITU-T I.371).
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._next: dict[int, tuple[datetime, timedelta]] = {}

    def note(self, address: int, at: datetime, pace: timedelta, ahead: timedelta) -> None:
        """Note a message that went to an address at a moment; the next
        may be `ahead` of its pace.
        """
        if len(self._next) > MOST:
            self._next = {each: kept for each, kept in self._next.items() if kept[0] > at - LATELY}
        due = max(self._next[address][0], at) if address in self._next else at
        self._next[address] = due + pace, ahead

    def free_at(self, address: int) -> datetime | None:
        """The moment until which the next message has to wait; None where it may go now."""
        due, ahead = self._next.get(address, (self._clock(), timedelta(0)))
        return due - ahead if due - ahead > self._clock() else None

    def lately(self, address: int) -> bool:
        """Tell whether something went to this address lately."""
        return address in self._next and self._next[address][0] > self._clock() - LATELY
