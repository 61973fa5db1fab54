"""A clock for tests."""

from datetime import UTC, datetime, timedelta

from outreach.store.clock import Trust
from outreach.store.errors import ClockInDoubt
from outreach.store.unit import Unit


class Clock:
    """A moment that stands still until it is told to pass."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


class Seconds:
    """What a clock that only measures shows; it moves when a test says so."""

    def __init__(self, now: float = 100.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class Believed(Trust):
    """Trust in a test's clock, however it jumps: for what is about something else."""

    def require(self, unit: Unit) -> None:
        """Believe it."""


class Doubted(Trust):
    """No trust in a clock at all."""

    def require(self, unit: Unit) -> None:
        """Doubt it."""
        raise ClockInDoubt
