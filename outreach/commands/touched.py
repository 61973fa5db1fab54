"""Show what an import does, or would do, to existing records.

It shows old and new values, who hears of it, and what was changed by hand.
"""

from collections.abc import Sequence

from outreach.commands.campaign.changes import say_waiting, say_would_wait
from outreach.commands.desk import Desk
from outreach.commands.second_look import say_changes
from outreach.commands.told import say_told
from outreach.exchange.touched import Touched, changed_by_hand
from outreach.store.unit import Actor


def say_touched(at: Desk, touched: Sequence[Touched], actor: Actor) -> None:
    """Print what changes in each record, and which campaigns wait because of it."""
    hands = at.look(changed_by_hand, opportunities=[item.opportunity for item in touched])
    for item in touched:
        seen = item.foreseen
        done = {"given": seen.tender_id, "done": "yes" if item.kept else "no"}
        at.printer.say(
            "exchange-touched", title=seen.title, public="yes" if seen.public else "no", **done
        )
        say_changes(at.printer, seen.changes)
        for change in seen.changes if not item.kept else ():
            if since := hands.get(item.opportunity, {}).get(change.name):
                at.printer.say("exchange-by-hand", name=at.printer.heading(change.name), at=since)
        if item.closes:
            at.printer.say("exchange-closed", **done)
        if seen.public:
            say_told(at.printer, seen.told, anyway=True)
        say_would_wait(at.printer, seen.waits)
        if item.kept:
            say_waiting(at, actor, item.opportunity)
