"""How colleagues of the demo make records: of the past, of today, and a draft to be explored."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from bot.past import Clock
from content.samples import waterdam
from outreach.interests.tell import Telling
from outreach.meetings.samples import add_sample_meetings
from outreach.opportunities.codes import EXPLORING
from outreach.opportunities.edit import new_opportunity
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.place import add_places
from outreach.opportunities.samples import add_samples, sample_facts
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor


@dataclass(frozen=True, slots=True)
class Publishing:
    """What an editor needs to make records and let people read them."""

    store: Store
    clock: Clock
    settings: Settings
    editor: Actor

    def past(self, past: dict[str, Any]) -> int:
        """Make the old record, with the facts of one of today's, and open it."""
        town = waterdam()
        like = next(one for one in town.opportunities if one["tender_id"] == past["like"])
        like |= {"title": past["title"], "questions_in_days": 10, "answers_in_days": 16}
        like["en"] |= {"title": past["english"]}
        self.store.run(add_places, NOBODY, places=list(town.places))
        return self._publish(past["tender_id"], like, "open", self.clock.now)

    def today(self, telling: Telling) -> None:
        """Open what is open today, with its meetings, counted from today."""
        self.store.run(
            add_samples,
            self.editor,
            ocid_prefix=self.settings.ocid_prefix,
            zone=self.settings.zone_info,
            today=self.clock.today,
        )
        # before anybody signed up, so that nobody is told of them
        rule = partial(add_sample_meetings, telling=telling, today=self.clock.today)
        self.store.run(rule, self.editor)

    def explored(self, draft: dict[str, Any]) -> int:
        """Make the draft that people read before it opens, and let them."""
        return self._publish(draft["tender_id"], draft, EXPLORING, self.clock.today)

    def lot(self, lot: dict[str, Any]) -> int:
        """Open the record that is divided by lot, and so publish the hash of its seed."""
        return self._publish(lot["tender_id"], lot["record"], "open", self.clock.now)

    def _publish(self, number: str, record: dict[str, Any], state: str, today: datetime) -> int:
        """Make a record whose days are counted from `today`, and let people read it."""
        facts = sample_facts(record, today.astimezone(self.settings.zone_info))
        prefix = self.settings.ocid_prefix
        made = self.store.run(
            new_opportunity, self.editor, ocid_prefix=prefix, tender_id=number, **facts
        )
        self.store.run(move_opportunity, self.editor, opportunity=made, state=state)
        return made
