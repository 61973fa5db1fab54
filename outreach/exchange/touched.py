"""Change a record that people know through an import: shown first, kept only if confirmed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from sqlmodel import col

from outreach.campaigns.fresh import hold_changed
from outreach.interests.foresee import Foreseen, Keep, Rehearsed, with_a_look
from outreach.interests.tell import Told
from outreach.store.among import among
from outreach.store.events import Event
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit

ABOUT = col(Event.ids)["opportunity"].as_integer()
EVENTS_OF_CHANGES = (
    pick(ABOUT.label("opportunity"), Event.at, Event.actor, Event.fields)
    .where(Event.deed == "opportunity.changed", among(ABOUT, "opportunities"))
    .order_by(col(Event.id))
)


class Tells(Protocol):
    """The result of a rule that tells people: who is told."""

    @property
    def told(self) -> Told:
        """Who is told of it."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What an import does to a record, and whether that was kept."""

    opportunity: int
    foreseen: Foreseen[Any]
    kept: bool

    @property
    def closes(self) -> bool:
        """Whether it closes the record, as its source has ended."""
        return getattr(self.foreseen.result, "closed", False)


def touch(
    store: Store,
    actor: Actor,
    opportunity: int,
    rule: Callable[..., Tells],
    keep: Keep,
    /,
    **values: Any,
) -> Touched:
    """Run a rule about an opportunity; `keep` says if what people would notice is stored."""
    try:
        looked_at = partial(with_a_look, keep=keep, hold=hold_changed, **values)
        foreseen = store.run(lambda unit: looked_at(unit, opportunity, rule, _told), actor)
    except Rehearsed as rehearsed:
        return Touched(opportunity, rehearsed.foreseen, kept=False)
    return Touched(opportunity, foreseen, kept=True)


def try_out(store: Store, actor: Actor, rule: Callable[..., Any], /, **values: Any) -> Any:
    """Return the result of a rule about records that nobody knows; nothing of it is stored."""
    try:
        store.run(
            lambda unit: with_a_look(unit, None, rule, lambda _: Told(), keep="never", **values),
            actor,
        )
    except Rehearsed as rehearsed:
        return rehearsed.foreseen.result


def changed_by_hand(unit: Unit, *, opportunities: Sequence[int]) -> dict[int, dict[str, datetime]]:
    """Return the facts that a colleague changed last, not an import, and when."""
    found: dict[int, dict[str, datetime]] = {}
    for opportunity, at, actor, fields in unit.run(
        EVENTS_OF_CHANGES, {"opportunities": list(opportunities)}
    ):
        facts = found.setdefault(opportunity, {})
        for name in fields:
            facts.pop(name, None)
            if actor.startswith("staff:"):
                facts[name] = at
    return found


def _told(result: Tells) -> Told:
    return result.told
