"""How long we wait for Telegram."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConnectPace:
    """Seconds between tries to connect: at first, and at most; each wait is twice as long."""

    first: float = 1.0
    longest: float = 60.0
