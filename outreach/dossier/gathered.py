"""What a dossier tells, read from every room at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import bindparam, col

from outreach.campaigns.campaign import Campaign
from outreach.delivery.mailing import Mailing
from outreach.interests.chosen import STANDING, State, confirm_state
from outreach.interests.fair import as_read
from outreach.interests.interest import Interest
from outreach.interests.lot import Ranked, ranking
from outreach.interests.pencil import Outcome
from outreach.interests.question import Answered, Question, answers
from outreach.lookup.log import Entry, Wanted, event_log
from outreach.opportunities.draw import Draw, find_draw
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.facts import SEEN
from outreach.opportunities.opportunity import Opportunity, OpportunityVersion
from outreach.opportunities.place import Place
from outreach.reports.campaigns import StepReport, campaign_report
from outreach.reports.told import ToldOf, told_in_all, told_of
from outreach.reports.weighing import Weighed, decision_overview
from outreach.staff.staff import names_of_staff
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Version:
    """What was published: its facts, and which of them differ from the version before."""

    number: int
    at: datetime
    facts: dict[str, Any]
    changed: list[str]


@dataclass(frozen=True, slots=True)
class Arrival:
    """When an interest came in, which version its party had read, and what it was told as why.

    `confirm` tells how it stands with the yes that was asked of it, if one was.
    """

    at: datetime
    version: int
    reason: str
    confirm: State | None = None


@dataclass(frozen=True, slots=True)
class Campaigned:
    """A campaign with what became of its steps, and the words of each step by language."""

    number: int
    occasion: str
    state: str
    made_by: str
    approved_by: str
    steps: list[StepReport]
    cards: Mapping[int, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a dossier tells. `private` counts the questions that were answered to one person,
    `waiting` those without an answer; `colleagues` are named by their actor.
    """

    row: Opportunity
    versions: list[Version]
    interests: list[Weighed]
    arrivals: Mapping[int, Arrival]
    draw: Draw | None
    lot: list[Ranked]
    told: list[ToldOf]
    apart: timedelta | None
    answers: list[Answered]
    private: int
    waiting: int
    campaigns: list[Campaigned]
    log: list[Entry]
    places: Mapping[int, str]
    colleagues: Mapping[str, str]


VERSIONS = (
    pick(OpportunityVersion.version, OpportunityVersion.at, OpportunityVersion.facts)
    .where(OpportunityVersion.opportunity_id == bindparam("opportunity"))
    .order_by(col(OpportunityVersion.version))
)
ARRIVALS = (
    pick(Interest.id, Interest.stored_at, Interest.version, Interest.reason, *STANDING)
    .select_from(Interest)
    .outerjoin(Outcome, col(Outcome.interest_id) == col(Interest.id))
    .where(Interest.opportunity_id == bindparam("opportunity"))
)
QUESTIONS = pick(Question.answered_at, Question.for_all).where(
    Question.opportunity_id == bindparam("opportunity")
)
CAMPAIGNS = (
    pick(Campaign.id, Campaign.occasion, Campaign.state, Campaign.made_by, Campaign.approved_by)
    .where(Campaign.opportunity_id == bindparam("opportunity"))
    .order_by(col(Campaign.id))
)
CARDS = pick(Mailing.id, Mailing.texts).where(
    Mailing.campaign_id == bindparam("campaign"), col(Mailing.texts).is_not(None)
)
PLACES = pick(Place.id, Place.name)


def gather(unit: Unit, *, opportunity: int) -> Gathered:
    """Return all that a dossier tells of an opportunity; refuses an unknown one."""
    row, about = get_opportunity(unit, opportunity=opportunity), {"opportunity": opportunity}
    colleagues, draw = names_of_staff(unit), find_draw(unit, opportunity=opportunity)
    told = list(reversed(told_of(unit, opportunity=opportunity)))
    _, apart = told_in_all(unit, opportunity=opportunity)
    asked = unit.run(QUESTIONS, about)
    log = event_log(unit, wanted=Wanted(about=(("opportunity", opportunity),)))
    return Gathered(
        row=row,
        versions=_versions(unit, opportunity),
        interests=decision_overview(unit, opportunity=opportunity, withdrawn=True),
        arrivals={
            row.id: Arrival(
                row.stored_at, row.version, row.reason or "", confirm_state(row, unit.now)
            )
            for row in unit.run(ARRIVALS, about)
        },
        draw=draw,
        lot=[] if draw is None else ranking(draw),
        told=sorted(told, key=lambda notice: notice.mailing),
        apart=apart,
        answers=sorted(answers(unit, opportunity=opportunity), key=lambda said: said.answered_at),
        private=sum(one.answered_at is not None and not one.for_all for one in asked),
        waiting=sum(one.answered_at is None for one in asked),
        campaigns=[_campaign(unit, one) for one in unit.run(CAMPAIGNS, about)],
        log=sorted(log, key=lambda entry: entry.id),
        places=dict(map(tuple, unit.run(PLACES))),
        colleagues=colleagues,
    )


def _versions(unit: Unit, opportunity: int) -> list[Version]:
    found: list[Version] = []
    for number, at, facts in unit.run(VERSIONS, {"opportunity": opportunity}):
        before = found[-1].facts if found else {}
        changed = [
            name
            for name in (*SEEN, "state")
            if name in facts and as_read(before.get(name)) != as_read(facts[name])
        ]
        found.append(Version(number, at, facts, changed))
    return found


def _campaign(unit: Unit, row: Any) -> Campaigned:
    return Campaigned(
        number=row.id,
        occasion=row.occasion,
        state=row.state,
        made_by=f"staff:{row.made_by}",
        approved_by="" if row.approved_by is None else f"staff:{row.approved_by}",
        steps=campaign_report(unit, campaign=row.id),
        cards=dict(map(tuple, unit.run(CARDS, {"campaign": row.id}))),
    )
