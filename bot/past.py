"""The clock of the demo's past, and what stands in for the sender there."""

from datetime import datetime, time, timedelta

from outreach.delivery.delivery import LastWord, Outgoing
from outreach.settings import Settings

MORNING = time(10)


class Clock:
    """The moment of what happens in the demo's past."""

    def __init__(self, today: datetime, settings: Settings) -> None:
        self.today, self._zone = today, settings.zone_info
        self.now = today

    def __call__(self) -> datetime:
        return self.now

    def back(self, days: float) -> None:
        """Go to the morning of so many days ago, but never back behind what happened."""
        then = (self.today - timedelta(days=days)).astimezone(self._zone)
        morning = datetime.combine(then, MORNING, self._zone).astimezone(self.today.tzinfo)
        self.now = max(self.now if self.now < self.today else morning, morning)

    def passes(self, span: timedelta) -> None:
        """Move on."""
        self.now += span


class Kept:
    """Stands in for the sender: keeps what is answered until it is put down as told."""

    def __init__(self) -> None:
        self.sent: list[Outgoing] = []

    def hand_over(self, outgoing: Outgoing | LastWord) -> None:
        """Keep an answer that has a row."""
        if isinstance(outgoing, Outgoing):
            self.sent.append(outgoing)
