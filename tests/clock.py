"""A clock for tests."""

from datetime import UTC, datetime, timedelta


class Clock:
    """A moment that stands still until it is told to pass."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)
