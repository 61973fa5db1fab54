"""How fast our account writes on a channel, however many processes send.

A claim reserves slots in the account's row. A fifth of the rate is held for replies, which never
wait for a slot. It is the generic cell rate algorithm (ITU-T I.371): one moment per account, moved
on by each message.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from outreach.delivery.account import reserve, room_until
from outreach.delivery.delivery import LEASE, Outgoing, Rank
from outreach.delivery.lane import ClaimTerms, Lane, room_left
from outreach.delivery.quiet import Quiet
from outreach.delivery.results import Result
from outreach.store.store import Store
from outreach.store.unit import TICK, Unit

FOR_ALL_ELSE = 0.8
"""The share of the rate that is not held for replies."""
AHEAD = timedelta(seconds=0.5)
"""How far ahead slots are reserved. Little: after a crash these messages may arrive twice."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A claimed delivery, and in how many seconds it may go."""

    outgoing: Outgoing
    wait: float


class Pacing:
    """Claims what is due on some channels and checks it again before it goes.

    `rates` are messages a second for each channel (0: no limit); `silent` ones have no quiet hours.
    """

    def __init__(
        self,
        store: Store,
        rates: Mapping[str, int],
        quiet: Quiet,
        ledgers: Sequence[Lane],
        late: timedelta | None,
        lease: timedelta = LEASE,
        silent: Sequence[str] = (),
    ) -> None:
        self._store, self._ledgers = store, ledgers
        self._rates = rates
        self._look = ClaimTerms(tuple(rates), quiet, {}, late, lease, tuple(silent))

    async def take(self, most: int) -> list[Slot]:
        """Claim what is due, if there is room; at most so many on each channel."""
        if not await self._store.read(anything_due, self._ledgers, self._look):
            return []
        return await self._store.write(claim, TICK, self._ledgers, self._look, self._rates, most)

    async def check(self, claimed: Sequence[Outgoing]) -> dict[int, Result]:
        """Check again what is about to be handed over; returns what may not go any more."""
        return await self._store.read(no_more_due, self._ledgers, claimed)


def claim(
    unit: Unit, ledgers: Sequence[Lane], look: ClaimTerms, rates: Mapping[str, int], most: int
) -> list[Slot]:
    """Claim what is due in every lane, in order, and reserve a slot on its account for each."""
    free = room_until(unit, ahead=AHEAD)
    room = {
        channel: _room(unit.now, free.get(channel), rate, most) for channel, rate in rates.items()
    }
    claimed: list[Outgoing] = []
    for ledger in ledgers:
        claimed += ledger.claim(unit, replace(look, room=room_left(room, claimed)))
    places = []
    # in one order: no two claims wait for each other
    for channel, rate in sorted(rates.items()):
        places += _placed(
            unit, [each for each in claimed if each.channel == channel], channel, rate
        )
    return places


def apart(rate: int) -> timedelta:
    """The interval between messages that are not replies."""
    return timedelta(seconds=1 / (rate * FOR_ALL_ELSE))


def anything_due(unit: Unit, ledgers: Sequence[Lane], look: ClaimTerms) -> bool:
    """True if a claim would find something in any ledger; reads only."""
    return any(ledger.due(unit, look) for ledger in ledgers)


def no_more_due(
    unit: Unit, ledgers: Sequence[Lane], claimed: Sequence[Outgoing]
) -> dict[int, Result]:
    """Return those that may not be handed over after all."""
    ended: dict[int, Result] = {}
    for ledger in ledgers:
        # the first lane has replies too
        if mine := [each.id for each in claimed if max(each.rank, Rank.NOTICE) == ledger.rank]:
            ended |= ledger.check(unit, mine)
    return ended


def _room(now: datetime, free: datetime | None, rate: int, most: int) -> int:
    busy = max(free - now, timedelta(0)) if free is not None else timedelta(0)
    if not rate:
        return 0 if busy else most
    return min(most, max(0 if busy else 1, (AHEAD - busy) // apart(rate)))


def _placed(unit: Unit, claimed: list[Outgoing], channel: str, rate: int) -> list[Slot]:
    paced = [each for each in claimed if rate and each.rank > Rank.REPLY]
    places = [Slot(each, 0.0) for each in claimed if not (rate and each.rank > Rank.REPLY)]
    if paced:
        step = apart(rate)
        first = reserve(unit, channel=channel, count=len(paced), apart=step) - unit.now
        places += [
            Slot(each, (first + number * step).total_seconds()) for number, each in enumerate(paced)
        ]
    return places
