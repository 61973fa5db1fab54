"""Quiet hours in wall time: at night, on Sundays and public holidays nothing goes that can wait.

The rule is DESIGN's own (22:00 to 08:00, settings); public holidays stand in `days_off`.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from outreach.delivery.days_off import SUNDAY, public_holidays
from outreach.settings import Settings

HOURS = 25
"""In the longest day."""
DAYS = 8
"""Within this many days there is a moment that is not quiet, if there ever is one."""
STRETCHES = 366
"""Periods that are not quiet over which work is spread: about a year of days."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """When it is quiet: at night, and with `days` on days off.

    The night is from `begins` to `ends` in `zone`; if they are equal there is none.
    """

    zone: ZoneInfo
    begins: time = time(22)
    ends: time = time(8)
    days: bool = True

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The quiet hours of an installation."""
        return cls(
            settings.zone_info, settings.quiet_from, settings.quiet_until, settings.quiet_days
        )

    def holds(self, at: datetime) -> bool:
        """True if it is quiet at a moment."""
        wall = at.astimezone(self.zone)
        return self._day_off(wall.date()) or self._night(wall.time())

    def over(self, at: datetime) -> datetime:
        """The first moment from `at` on that is not quiet, in UTC."""
        if not self.holds(at):
            return at
        day = at.astimezone(self.zone).date()
        while True:
            for moment in self._turns(day):
                if moment >= at and not self.holds(moment):
                    return moment
            day += timedelta(days=1)

    def until(self, at: datetime) -> datetime | None:
        """The first quiet moment after one that is not, in UTC; None if it is never quiet."""
        day = at.astimezone(self.zone).date()
        for ahead in range(DAYS):
            for moment in self._turns(day + timedelta(days=ahead)):
                if moment > at and self.holds(moment):
                    return moment
        return None

    def finish(self, start: datetime, work: timedelta) -> datetime:
        """When work that begins at a moment and rests in quiet hours is done, in UTC.

        What is left after a year of days is counted as if it could go on: hours that leave a moment
        a day have no end.
        """
        # in a local zone, adding hours would ignore a change of the clock
        at = self.over(start.astimezone(UTC))
        for _ in range(STRETCHES):
            quiet = self.until(at)
            if quiet is None or at + work <= quiet:
                break
            work -= quiet - at
            at = self.over(quiet)
        return at + work

    def _turns(self, day: date) -> list[datetime]:
        """The moments of a day at which it can change: any hour, evening and morning.

        If the clock goes back there may be two such mornings, and if it goes forward none.
        """
        midnight, next_one = (
            datetime.combine(on, time(0), self.zone) for on in (day, day + timedelta(days=1))
        )
        first, last = midnight.astimezone(UTC), next_one.astimezone(UTC)
        hours = [first + timedelta(hours=hour) for hour in range(HOURS)]
        walls = [datetime.combine(day, wall, self.zone) for wall in (self.begins, self.ends)]
        turns = [wall.replace(fold=fold).astimezone(UTC) for wall in walls for fold in (0, 1)]
        return sorted(moment for moment in {*hours, *turns} if first <= moment < last)

    def _night(self, wall: time) -> bool:
        if self.begins <= self.ends:
            return self.begins <= wall < self.ends
        return wall >= self.begins or wall < self.ends

    def _day_off(self, day: date) -> bool:
        return self.days and (day.weekday() == SUNDAY or day in public_holidays(day.year))
