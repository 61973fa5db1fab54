"""See what a change does before it is done: make it, look at it, and take it back with the unit.

So nothing is worked out twice: what people would read is what they would really have been sent.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Generic, Literal, TypeVar

import orjson
from sqlalchemy import Text, cast
from sqlmodel import Integer, bindparam, col, func, select

from content.message import Message
from outreach.delivery.delivery import IS_PLANNED, Delivery
from outreach.delivery.mailing import Mailing
from outreach.interests.fair import NUMBERS, as_read
from outreach.interests.tell import Told
from outreach.opportunities.edit import facts_of, get_opportunity
from outreach.opportunities.place import Place
from outreach.store.among import among
from outreach.store.query import pick
from outreach.store.unit import Unit

R = TypeVar("R")
Keep = Literal["never", "unnoticed", "always"]
"""What of a change is kept: nothing, all that nobody would notice, or whatever it is."""
PASSED_OVER = {
    "id",
    "version",
    "state",
    "changed_at",
    "opened_at",
    "decided_at",
    "source",
    "source_date",
}
PLACE_NAMES_BY_ID = pick(Place.name).where(among(col(Place.id), "places"))
DELIVERY_LAST = select(func.coalesce(func.max(Delivery.id), 0))
SAID = cast(col(Delivery.message), Text)
DELIVERIES_SINCE = (
    pick(SAID, func.count())
    .join(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .where(
        Delivery.id > bindparam("last"),
        IS_PLANNED,
        col(Delivery.person_id).is_not(None),
        col(Mailing.opportunity_id).is_not_distinct_from(bindparam("opportunity", type_=Integer)),
        col(Mailing.kind).in_(("notice", "reply")),
    )
    .group_by(SAID)
    .order_by(func.min(col(Delivery.id)))
)


@dataclass(frozen=True, slots=True)
class Changed:
    """One fact, as it was and as it is."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Foreseen(Generic[R]):
    """What a change does: its own result, the facts that differ, and what people will read.

    `public` is True if the public record changes. `tender_id` and `title` are those of the
    opportunity before it, and `base` its version. `texts` holds each message once, with how many
    get it. `waits` are the campaigns that would wait for staff, if it was only looked at.
    """

    result: R
    public: bool
    base: int
    tender_id: str = ""
    title: str = ""
    changes: list[Changed] = field(default_factory=list)
    told: Told = field(default_factory=Told)
    texts: dict[str, int] = field(default_factory=dict)
    waits: list[int] = field(default_factory=list)

    @property
    def asks(self) -> bool:
        """True if staff should see this before it is done."""
        return bool(self.told.persons) or self.public


class Rehearsed(Exception):
    """The change was made and looked at; raised, so that nothing of it stays."""

    def __init__(self, foreseen: Foreseen[Any]) -> None:
        super().__init__()
        self.foreseen = foreseen


def seen(
    unit: Unit,
    about: int | None,
    rule: Callable[..., R],
    told_of: Callable[[R], Told],
    /,
    **values: Any,
) -> Foreseen[R]:
    """Run a rule about an opportunity, or none, and return what it did.

    `told_of` takes from the result of the rule who is told.
    """
    before, public = _standing(unit, about)
    last = unit.run(DELIVERY_LAST).scalar_one()
    result = rule(unit, **values)
    after, _ = _standing(unit, about)
    sides = [
        (name, *(as_read(side[name], unseen=NUMBERS) for side in (before, after))) for name in after
    ]
    changes = [
        Changed(name, was, now)
        for name, was, now in sides
        if name not in PASSED_OVER and was != now
    ]
    texts: dict[str, int] = {}
    for message, persons in unit.run(DELIVERIES_SINCE, {"last": last, "opportunity": about}):
        text = Message.from_json(orjson.loads(message)).text
        texts[text] = texts.get(text, 0) + persons
    base, named = before["version"], (before["tender_id"], before["title"])
    return Foreseen(
        result, public and after["version"] != base, base, *named, changes, told_of(result), texts
    )


def with_a_look(
    unit: Unit,
    about: int | None,
    rule: Callable[..., R],
    told_of: Callable[[R], Told],
    /,
    *,
    keep: Keep,
    hold: Callable[..., list[int]] | None = None,
    **values: Any,
) -> Foreseen[R]:
    """Run a rule about an opportunity, or none; raises Rehearsed unless the change is kept.

    Then nothing is stored. `hold` is the rule that pauses the campaigns about a changed
    opportunity, and returns their numbers.
    """
    foreseen = seen(unit, about, rule, told_of, **values)
    if keep == "never" or (keep == "unnoticed" and foreseen.asks):
        waits = hold(unit, opportunity=about) if hold is not None and about is not None else []
        raise Rehearsed(replace(foreseen, waits=waits))
    return foreseen


def _standing(unit: Unit, about: int | None) -> tuple[dict[str, Any], bool]:
    """The facts of an opportunity as they stand now, and whether it was ever public."""
    if about is None:
        return {"version": 0, "tender_id": "", "title": ""}, False
    row = get_opportunity(unit, opportunity=about)
    facts = facts_of(unit, row)
    facts["places"] = sorted(unit.run(PLACE_NAMES_BY_ID, {"places": facts["places"]}).scalars())
    return facts, row.version > 0
