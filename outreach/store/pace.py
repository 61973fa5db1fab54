"""How long a store waits for others before it gives up or tries again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StorePace:
    """How long a store waits for others, in seconds; `busy_ms` in milliseconds."""

    busy_ms: int = 15_000
    """For another program that holds the file."""
    write: float = 10.0
    """A unit, for a server that is away: a restart takes less, a provider waits more."""
    look: float = 2.0
    """A look, for a server that is away."""
    listen_again: float = 0.25
    """Before a lost connection for wake-ups is opened again."""
    wipe_readers: float = 2.0
    """Wiping a server, for units that began before it: they may still see what was erased."""
    sweep_again: float = 0.5
    """Wiping a file, before it tries again what somebody else was in the way of."""
    wipe_again: float = 1.0
    """Wiping a server, before it tries again with a table that somebody else wanted."""


PACE = StorePace()
