"""How long a conversation can be come back to: by its cookie, and by its link.

At least until thirty days after the last message of either side, and as long as something of the
person's own has not ended: they signed up in autumn for what begins in spring.
"""

from datetime import timedelta

from bot.channels.web import CHANNEL
from outreach.delivery.history import spoke_since
from outreach.interests.under_way import is_under_way
from outreach.parties.person import address_at
from outreach.store.unit import Unit

UNUSED = timedelta(days=30)
"""Counted from the last message."""
WAITING = timedelta(days=400)
"""As long as a browser keeps any cookie (RFC 6265bis, 5.5); each visit renews it."""


def lasting(unit: Unit, *, external_id: str) -> timedelta | None:
    """Return how long a browser keeps this conversation from now on; None if it is over."""
    at = address_at(unit, channel=CHANNEL, external_id=external_id)
    if at is None:
        return None
    if is_under_way(unit, person=at.person):
        return WAITING
    since = unit.now - UNUSED
    if at.used_at is not None and at.used_at > since:
        return UNUSED
    return UNUSED if spoke_since(unit, address=at.id, since=since) else None


def lives(unit: Unit, *, external_id: str) -> bool:
    """True if there is a conversation at this address that can be come back to."""
    return lasting(unit, external_id=external_id) is not None
