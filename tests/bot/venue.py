"""A group of others on Telegram: what happens there, and what we said there."""

from collections.abc import Callable
from typing import Any

from bot.inbox import VenueNews
from bot.runs import Script
from outreach.store.store import Store
from outreach.venues.register import all_venues
from tests.talking import Outbox, turns


class Group:
    """A group on Telegram: what happens there is handed in, `said` is what we said there."""

    def __init__(self, store: Store, script: Script, run: Callable[[Any], Any]) -> None:
        self.store, self._run = store, run
        outbox = Outbox()
        self.said = outbox.sent
        self.talks = turns(store, script, outbox)
        self.number = 0

    def tells(self, event: str, **facts: Any) -> bool:
        """Hand in what happened; False where it came in before."""
        self.number += 1
        news = {
            "channel": "telegram",
            "external_id": f"n{self.number}",
            "venue": "-100",
            "name": "Buurt Zuid",
        }
        return bool(
            self._run(self.talks.take_venue_news(VenueNews(**news | {"event": event} | facts)))
        )

    @property
    def texts(self) -> list[str]:
        return [outgoing.message.text for outgoing in self.said]

    @property
    def states(self) -> list[tuple[str, str]]:
        return [(line.code, line.state) for line in self.store.look(all_venues)]
