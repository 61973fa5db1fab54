"""How long the web chat waits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChatPace:
    """The pace of the web chat, in seconds."""

    answer: float = 2.0
    """How long an answer may take to get its number before the page is shown without it."""
    beat: float = 15.0
    """How long a stream may be silent."""
    unread: float = 30.0
    """After so long without reading, a browser is not there, or means harm."""
