"""How long a store waits for others, and how much it does at a time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SweepPace:
    """How the file of a database is wiped while others work on it, in seconds."""

    batch: int = 4_000_000
    """Bytes under one hold of the write lock: some milliseconds."""
    rest: float = 0.005
    """Between two holds: anybody who waits for the lock looks again within that."""
    tries: int = 5
    """How often one portion is tried before it gives up."""
    again: float = 0.5
    """Before it tries again what somebody else was in the way of."""
    hold_ms: int = 2_000
    """How long a hold waits for the lock; nobody waits for us then."""
    log_ms: int = 30
    """How long emptying the log waits for readers, while nobody can write."""


@dataclass(frozen=True, slots=True)
class StorePace:
    """The pace of one store: its waits for others are in seconds, `busy_ms` in milliseconds."""

    busy_ms: int = 15_000
    """For another program that holds the file."""
    group: int = 64
    """Units in one commit of a file: enough to share one fsync, few enough that none waits long."""
    write: float = 10.0
    """A unit, for a server that is away: a restart takes less, a provider waits more."""
    look: float = 2.0
    """A look, for a server that is away."""
    listen_again: float = 0.25
    """Before a lost connection for wake-ups is opened again."""
    hang_up: float = 0.5
    """For the last wake-ups, when it closes: threads on a dead server end with the process."""
    wipe_readers: float = 2.0
    """Wiping a server, for units that began before it: they may still see what was erased."""
    wipe_again: float = 1.0
    """Wiping a server, before it tries again with a table that somebody else wanted."""
    sweep: SweepPace = SweepPace()
    """Wiping a file."""


PACE = StorePace()
