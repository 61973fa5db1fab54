"""How long a server may take to end, and how many requests it takes at a time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WebPace:
    """The pace of one server."""

    end: float = 9.0
    """Seconds for all of shutdown; then it ends as by a kill, which loses nothing.

    It may be waiting for a backup, a name that no server resolves, or a thread that hangs.
    """
    asking: int = 500
    """Requests under way: with more, new visitors are asked to come back before anything is done.

    Visitors with a conversation are asked at twice as many.
    """


PACE = WebPace()
