"""A record that is about to be decided: three parties, each with another outcome in pencil."""

from datetime import timedelta
from typing import Any

from outreach.interests.apply import DecisionTerms
from outreach.interests.pencil import pencil
from outreach.interests.tell import Telling
from outreach.store.store import Store
from outreach.store.unit import Actor

WHY = {
    "chosen": "Het plan is het beste uitgewerkt.",
    "reserve": "Het plan is goed, en er is één plek.",
    "not_chosen": "Het plan past niet bij het plantsoen.",
}


def pencil_all(store: Store, staff: Actor, **outcomes: Any) -> None:
    """Write outcomes in pencil by the number of their interest: `i1="chosen"`."""
    for name, outcome in outcomes.items():
        about: dict[str, Any] = {"interest": int(name[1:]), "outcome": outcome}
        store.run(pencil, staff, **about, reason=WHY[outcome])


def terms(telling: Telling, *, minutes: int = 10, above: int = 100) -> DecisionTerms:
    """A cancel time of some minutes, and four eyes above so many people."""
    return DecisionTerms(telling, None, above, timedelta(minutes=minutes))
