"""The event log as people read it: who did what, when, to which things, in no resident's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select as plain_select
from sqlmodel import col, or_

from outreach.campaigns.campaign import Campaign
from outreach.interests.interest import Interest
from outreach.interests.question import Question
from outreach.opportunities.opportunity import Opportunity
from outreach.staff.staff import names_of_staff
from outreach.store.events import Event
from outreach.store.page import WHOLE, Cut, Page, page
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.venues.venue import Venue


@dataclass(frozen=True, slots=True)
class Entry:
    """One event. `by` is the colleague who did it; `names` are the names of the things in `ids`."""

    id: int
    at: datetime
    actor: str
    by: str | None
    deed: str
    ids: dict[str, int]
    names: dict[str, str]
    fields: list[str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events somebody wants: about things by kind and number, since a moment, by somebody."""

    about: tuple[tuple[str, int], ...] = ()
    since: datetime | None = None
    by: int | None = None


BELONGING: dict[str, Any] = {
    "interest": (Interest.id, Interest.opportunity_id),
    "question": (Question.id, Question.opportunity_id),
    "campaign": (Campaign.id, Campaign.opportunity_id),
}
"""What an opportunity's own log has besides the events that name it."""
EVENTS = (
    pick(
        Event.id,
        Event.at,
        Event.actor,
        Event.deed,
        Event.ids,
        Event.fields,
        Opportunity.tender_id,
        Venue.name,
    )
    .select_from(Event)
    .outerjoin(Opportunity, col(Opportunity.id) == col(Event.ids)["opportunity"].as_integer())
    .outerjoin(Venue, col(Venue.id) == col(Event.ids)["venue"].as_integer())
)


def event_log(unit: Unit, *, wanted: Wanted, cut: Cut = WHOLE) -> Page[Entry]:
    """List the events that are wanted."""
    chosen = EVENTS
    for kind, number in wanted.about:
        chosen = chosen.where(or_(*_about(kind, number)))
    if wanted.since is not None:
        chosen = chosen.where(Event.at >= wanted.since)
    if wanted.by is not None:
        chosen = chosen.where(Event.actor == f"staff:{wanted.by}")
    colleagues = names_of_staff(unit)
    return page(unit, chosen, col(Event.id), cut).turned(lambda row: _entry(row, colleagues))


def _about(kind: str, number: int) -> Iterator[Any]:
    yield col(Event.ids)[kind].as_integer() == number
    if kind == "opportunity":
        for belonging, (numbered, owner) in BELONGING.items():
            named = col(Event.ids)[belonging].as_integer()
            yield named.in_(plain_select(numbered).where(col(owner) == number))


def _entry(row: Any, colleagues: dict[str, str]) -> Entry:
    number, at, actor, deed, ids, fields, tender_id, venue = row
    names = {
        "opportunity": tender_id,
        "venue": venue,
        "staff": colleagues.get(f"staff:{ids.get('staff')}"),
    }
    known = {kind: name for kind, name in names.items() if kind in ids and name}
    return Entry(number, at, actor, colleagues.get(actor), deed, ids, known, fields)
