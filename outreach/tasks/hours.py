"""When staff hear of something: the end of a day, and the moment of the daily mail."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Hours:
    """The zone in which a day ends, and the wall time of the daily mail."""

    zone: ZoneInfo
    daily_at: time

    def next_daily(self, now: datetime) -> datetime:
        """Return the moment of the first daily mail after a moment."""
        at = datetime.combine(now.astimezone(self.zone).date(), self.daily_at, self.zone)
        if at <= now:
            at = datetime.combine(at.date() + timedelta(days=1), self.daily_at, self.zone)
        return at.astimezone(UTC)

    def end_of(self, day: date) -> datetime:
        """Return the moment at which a day is over."""
        return datetime.combine(day + timedelta(days=1), time(0), self.zone).astimezone(UTC)
