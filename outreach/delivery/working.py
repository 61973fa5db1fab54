"""Whether channels work at this moment: asked before anybody lets messages go.

A channel is asked over the network, so never inside a unit of work.
"""

from collections.abc import Callable, Collection, Mapping

from content.texts import Named
from outreach.refusal import Refusal

Asks = Callable[[Collection[str]], Mapping[str, str]]
"""Asks some channels if they work; returns those that do not, each with its fault."""


def nothing_wrong(channels: Collection[str]) -> Mapping[str, str]:
    """Ask no channel: each of them counts as working."""
    return {}


def require_working(asks: Asks, channels: Collection[str]) -> None:
    """Refuse to send anything while a channel that it needs does not work."""
    for channel, reason in asks(channels).items():
        raise Refusal("refusal-channel", channel=Named("channel", channel), reason=reason)
