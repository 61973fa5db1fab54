"""How fast we write to one address: a channel may allow one message ahead of its pace.

`Address.free_at` keeps the pace of what is claimed; an answer is sent the moment it is
stored, so it is asked here.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

LATELY = timedelta(seconds=5)
"""If a channel reports "too fast" this soon after a message, it means this address."""


class Beat:
    """When the next message may go to each address (generic cell rate algorithm, ITU-T I.371)."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._next: dict[int, tuple[datetime, timedelta]] = {}
        """Those written to last stand at the end."""

    def __len__(self) -> int:
        """How many addresses are remembered."""
        return len(self._next)

    def note(self, address: int, at: datetime, pace: timedelta, ahead: timedelta) -> None:
        """Note a message sent to an address; the next may be `ahead` of its pace."""
        before = self._next.pop(address, None)
        due = at if before is None else max(before[0], at)
        self._next[address] = due + pace, ahead
        while self._next[first := next(iter(self._next))][0] <= at - LATELY:
            del self._next[first]

    def free_at(self, address: int) -> datetime | None:
        """The moment until which the next message has to wait; None if it may go now."""
        due, ahead = self._next.get(address, (self._clock(), timedelta(0)))
        return due - ahead if due - ahead > self._clock() else None

    def lately(self, address: int) -> bool:
        """True if something was sent to this address lately."""
        return address in self._next and self._next[address][0] > self._clock() - LATELY
