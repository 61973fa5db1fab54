"""Links that lead from a venue to us: to the page behind a trail, and into a
private chat where there is one.
"""

from dataclasses import dataclass

from outreach.delivery.account import handle_of
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class VenueChannel:
    """A channel in which venues live: how a link leads into a private chat there, and
    whether a card can change.
    """

    chat: str
    edits: bool


CHANNELS = {"telegram": VenueChannel("https://t.me/{handle}?start={code}", edits=True)}


def page_link(address: str, code: str) -> str:
    """Return the page behind a trail; `address` is `Settings.base_url`."""
    return f"{address}/c/{code}"


def chat_link(unit: Unit, *, channel: str, code: str) -> str | None:
    """The link that begins a private chat behind a trail; None where the channel has
    none, or was never connected.
    """
    known, handle = CHANNELS.get(channel), handle_of(unit, channel=channel)
    return None if known is None or handle is None else known.chat.format(handle=handle, code=code)
