"""Two colleagues at one record: the second is told first what the other has just changed."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import bindparam, col

from outreach.staff.staff import doer
from outreach.store.events import Event
from outreach.store.query import pick
from outreach.store.unit import Unit

JUST = timedelta(hours=1)
"""How long ago somebody may have read a record that they change now."""
LATELY = (
    pick(Event.at, Event.actor, Event.ids, Event.fields)
    .where(
        Event.deed == bindparam("deed"),
        Event.at > bindparam("since"),
        Event.actor != bindparam("oneself"),
        col(Event.actor).like("staff:%"),
    )
    .order_by(col(Event.at).desc(), col(Event.id).desc())
)


@dataclass(frozen=True, slots=True)
class ByAnother:
    """Who changed a record last, when, and which of the same facts."""

    who: str
    at: datetime
    fields: list[str]


def changed_by_another(
    unit: Unit, *, deed: str, about: dict[str, int], fields: Set[str], since: datetime
) -> ByAnother | None:
    """Return the last change by another colleague to these facts of a record since a moment."""
    for at, actor, ids, changed in unit.run(
        LATELY, {"deed": deed, "since": since, "oneself": str(unit.actor)}
    ):
        shared = sorted(fields & set(changed))
        if shared and about.items() <= ids.items():
            return ByAnother(doer(unit, actor), at, shared)
    return None
