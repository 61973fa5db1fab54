"""What the sender asks of each lane: what is due, what may still go, what a dead process left.

The lane of replies and notices is in `claim.py`. Campaigns know more of people than this room does,
so their lane is in their own room.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from outreach.delivery.delivery import LEASE, DeliveryState, Outgoing
from outreach.delivery.quiet import Quiet
from outreach.delivery.results import Result
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class ClaimTerms:
    """The terms of a claim: the channels, the quiet hours, and each channel's room.

    `silent` are channels where it is never quiet. Without `late`, nothing is ever too late.
    """

    channels: tuple[str, ...]
    quiet: Quiet
    room: Mapping[str, int]
    late: timedelta | None = None
    lease: timedelta = LEASE
    silent: tuple[str, ...] = ()


Claim = Callable[[Unit, ClaimTerms], list[Outgoing]]
Due = Callable[[Unit, ClaimTerms], bool]
Check = Callable[[Unit, Sequence[int]], Mapping[int, Result]]


@dataclass(frozen=True, slots=True)
class Lane:
    """Deliveries of one `rank`: `due` is true if there are any, `claim` takes them.

    `check` checks again. What it returns may not be handed over, and ends or waits as its result
    says.
    """

    rank: int
    due: Due
    claim: Claim
    check: Check


def room_left(room: Mapping[str, int], claimed: Sequence[Outgoing]) -> dict[str, int]:
    """How many more messages each channel has room for after these."""
    taken = Counter(outgoing.channel for outgoing in claimed)
    return {channel: most - taken[channel] for channel, most in room.items()}


def waits(
    delivery: int, address: int, reason: str | None = None, *, until: datetime | None = None
) -> Result:
    """The result of a delivery that was not handed over, and waits."""
    return Result(
        delivery, address, DeliveryState.PLANNED, reason=reason, again_at=until, counts=False
    )


def given_back(outgoing: Outgoing) -> Result:
    """The result of a delivery that was claimed and not handed over: it keeps its place."""
    return replace(waits(outgoing.id, outgoing.address), first=outgoing.leads)


def left_behind(outgoing: Outgoing) -> Result:
    """As `given_back`, if another delivery of its address comes first."""
    return replace(given_back(outgoing), first=False, behind=True)
