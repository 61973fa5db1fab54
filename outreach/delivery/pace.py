"""How long the sender waits, and how much it writes at a time."""

from dataclasses import dataclass
from datetime import timedelta

from outreach.delivery.delivery import LEASE


@dataclass(frozen=True, slots=True)
class SenderPace:
    """The pace of one sender."""

    poll: float = 1.0
    """Seconds between looks for what is due, if no bell rings."""
    group: float = 0.1
    """Seconds for which results are gathered before they are written together."""
    rows: int = 200
    """Results that are written at once, however briefly they were gathered."""
    last: float = 1.5
    """Seconds for which `close` waits for what is under way."""
    first_wait: timedelta = timedelta(seconds=2)
    """Before the second try of a message that was refused; each later wait is twice as long."""
    lease: timedelta = LEASE
    """After this, what a process had claimed is taken over by another."""
