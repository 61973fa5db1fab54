"""A deadline is moved by as long as nobody could be heard in its last day.

Awb 2:21, third paragraph, as proposed in Kamerstukken 35261: whoever is late because the way that
was named for it could not be reached is not held to the deadline. We move it for everybody alike.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlmodel import Field, SQLModel, bindparam, col, or_

from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.opportunity import Opportunity
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.outage import Silence, outages
from outreach.store.query import pick
from outreach.store.unit import Unit

LAST_DAY = timedelta(hours=24)
"""An outage counts if it lies in this long before a deadline."""
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
"""What is added is whole hours: nobody reads 23:59 and 37 minutes more."""
LONG_AGO = timedelta(days=7)
"""A deadline that passed before this is settled."""
DEADLINES = {
    "open": ("questions_until", "answers_until", "plan_until"),
    "closed": ("plan_until",),
}
"""The last days that can still be ahead, by state: plans come in after a record is closed too."""


class Extension(SQLModel, table=True):
    """An outage that was made good in the deadlines of an opportunity."""

    opportunity_id: int = Field(foreign_key="opportunity.id", primary_key=True)
    outage_id: int = Field(foreign_key="outage.id", primary_key=True)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Deadlines by name, as they would be, for how long nobody could be heard.

    `ongoing`: it is not over, so that nothing can be moved yet.
    """

    opportunity: int
    tender_id: str
    deadlines: dict[str, datetime]
    hours: int
    ongoing: bool
    outages: list[int]


EXTENSION_ADD = insert(Extension)
EXTENDED_FOR = pick(Extension.outage_id).where(Extension.opportunity_id == bindparam("opportunity"))
LASTING = tuple(DEADLINES)
WITH_A_DEADLINE = pick(Opportunity.id).where(
    col(Opportunity.state).in_(LASTING),
    or_(
        col(Opportunity.answers_until) > bindparam("since"),
        col(Opportunity.plan_until) > bindparam("since"),
    ),
)


def proposed_extension(unit: Unit, *, opportunity: int) -> Proposal | None:
    """Return how the deadlines of an opportunity should move; None if nothing was in the way."""
    return _proposed(unit, opportunity, _lately(unit))


def proposed_extensions(unit: Unit) -> list[Proposal]:
    """Return what should move of all that has a last day ahead, or had one lately."""
    lately = _lately(unit)
    rows = unit.run(WITH_A_DEADLINE, {"since": unit.now - LONG_AGO}).scalars() if lately else []
    found = (_proposed(unit, number, lately) for number in rows)
    return [each for each in found if each is not None]


def note_extension(unit: Unit, *, opportunity: int) -> dict[str, Any]:
    """Note that the outages so far are made good, and return the deadlines to set.

    Refuses if nothing was in the way, and while it goes on.
    """
    proposal = proposed_extension(unit, opportunity=opportunity)
    if proposal is None:
        raise Refusal("refusal-no-outage")
    if proposal.ongoing:
        raise Refusal("refusal-outage-ongoing")
    rows = [{"opportunity_id": opportunity, "outage_id": each} for each in proposal.outages]
    unit.run(EXTENSION_ADD, rows)
    record(unit, "opportunity.extended", *proposal.deadlines, opportunity=opportunity)
    return dict(proposal.deadlines)


def _lately(unit: Unit) -> list[Silence]:
    """Return the outages that can lie in the last day before a deadline that counts."""
    return outages(unit, since=unit.now - LONG_AGO - LAST_DAY)


def _proposed(unit: Unit, opportunity: int, lately: list[Silence]) -> Proposal | None:
    row = get_opportunity(unit, opportunity=opportunity)
    names = DEADLINES.get(row.state, ())
    if not (names and lately):
        return None
    done = set(unit.run(EXTENDED_FOR, {"opportunity": opportunity}).scalars())
    silent = [each for each in lately if each.id not in done]
    lost = {name: _whole_hours(_lost(getattr(row, name), silent)) for name in names}
    moved = {
        name: max(getattr(row, name), unit.now) + time
        for name, time in lost.items()
        if time and getattr(row, name) > unit.now - LONG_AGO
    }
    if not moved:
        return None
    asks, answers = moved.get("questions_until"), moved.get("answers_until", row.answers_until)
    # questions are not taken for longer than answers
    if asks is not None and answers is not None and asks > answers:
        moved["answers_until"] = asks
    counted = [each for each in silent if any(_overlap(getattr(row, n), each) for n in moved)]
    return Proposal(
        opportunity,
        row.tender_id,
        moved,
        max(lost[name] // HOUR for name in moved),
        any(not each.id for each in counted),
        [each.id for each in counted if each.id],
    )


def _lost(until: datetime | None, silent: list[Silence]) -> timedelta:
    return sum((_overlap(until, each) for each in silent), timedelta())


def _overlap(until: datetime | None, silence: Silence) -> timedelta:
    """Return how much of an outage lies in the last day before a deadline."""
    if until is None:
        return timedelta()
    begins, ends = max(silence.began_at, until - LAST_DAY), min(silence.ended_at, until)
    return max(ends - begins, timedelta())


def _whole_hours(time: timedelta) -> timedelta:
    """Round up to hours; seconds beyond whole minutes do not count."""
    return -(-(time // MINUTE * MINUTE) // HOUR) * HOUR
