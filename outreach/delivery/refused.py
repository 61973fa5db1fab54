"""What becomes of a refused delivery: tried again, elsewhere or later, gone, or failed."""

import random
from datetime import datetime, timedelta

from outreach.delivery.delivery import PATIENCE, DeliveryState, Outgoing
from outreach.delivery.errors import SendError
from outreach.delivery.results import Result

TRIES = 12
LONGEST_WAIT = timedelta(minutes=15)
"""Between tries: an outage of an hour loses nobody a message."""


def after_refusal(
    outgoing: Outgoing, error: SendError, now: datetime, first_wait: timedelta
) -> Result:
    """Turn the channel's error into a result; `outgoing` keeps its place if retried soon."""
    wait = _wait(outgoing, error, first_wait)
    if error.left:
        return Result(outgoing.id, outgoing.address, DeliveryState.STOPPED, reason=error.key)
    if wait is None:
        state = DeliveryState.GONE if error.ends else DeliveryState.FAILED
        return Result(outgoing.id, outgoing.address, state, reason=error.key)
    return Result(
        outgoing.id,
        outgoing.address,
        DeliveryState.PLANNED,
        reason=error.key,
        again_at=now + wait,
        counts=error.counts,
        moved_to=error.moved_to,
        first=outgoing.leads and wait <= PATIENCE,
    )


def _wait(outgoing: Outgoing, error: SendError, first_wait: timedelta) -> timedelta | None:
    """How long to wait before the next try; None if there is none."""
    asked = timedelta(seconds=error.wait)
    if not error.again or (error.counts and outgoing.tries >= TRIES):
        return None
    if error.moved_to is not None or not error.counts:
        return asked
    longer = min(first_wait * 2.0**outgoing.tries, LONGEST_WAIT)
    # plain randomness will do: messages that failed together are retried at different moments
    apart = random.uniform(0.75, 1.25)  # noqa: S311
    return max(longer * apart, asked)
