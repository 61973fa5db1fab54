"""What staff see: opportunities with what came of them, interests with their history,
questions with their answers.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import bindparam, col, select

from outreach.interests.fair import UNSEEN
from outreach.interests.interest import Interest, InterestChange
from outreach.interests.question import Question
from outreach.opportunities.checks import Remark
from outreach.opportunities.edit import get_opportunity, listed
from outreach.opportunities.judge import Fault, elsewhere, judge
from outreach.opportunities.opportunity import (
    Criterion,
    Opportunity,
    OpportunityPlace,
    Part,
    Requirement,
)
from outreach.opportunities.place import Place
from outreach.parties.party import Membership, Party
from outreach.parties.person import Address, Person
from outreach.refusal import Refusal
from outreach.reports.told import told_in_all
from outreach.store.among import among
from outreach.store.codes import Code
from outreach.store.page import WHOLE, Cut, Page, page
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class OpportunityLine:
    """An opportunity in a list; `questions` still wait for an answer."""

    id: int
    tender_id: str
    title: str
    state: str
    direction: str | None
    version: int
    answers_until: datetime | None
    interests: int
    questions: int


@dataclass(frozen=True, slots=True)
class OpportunityDetails:
    """All facts of an opportunity, what lacks or is wrong before it can open, and what came of it.

    `told` counts the notices, `told_apart` the seconds between the first and the
    last who were told the same.
    """

    facts: dict[str, Any]
    places: list[str]
    parts: list[dict[str, Any]]
    requirements: list[dict[str, Any]]
    criteria: list[dict[str, Any]]
    lacks: list[str]
    faults: list[Fault]
    warnings: list[Remark]
    interests: dict[str, int]
    questions: int
    told: int
    told_apart: float | None


@dataclass(frozen=True, slots=True)
class InterestLine:
    """An interest in a list. Whoever was forgotten leaves one without name or reference."""

    id: int
    reference: str | None
    tender_id: str
    title: str
    party: str
    kind: str
    state: str
    stored_at: datetime
    answer_by: date


@dataclass(frozen=True, slots=True)
class Member:
    """A contact person of a party: the channels where they can be
    reached, the one used last first.
    """

    person: int
    language: str
    channels: list[str]


@dataclass(frozen=True, slots=True)
class ChangeMade:
    """A value as it was before it changed, and after. Who did it stands there as in
    events: `staff:2`, `person:3`.
    """

    at: datetime
    actor: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class InterestDetails:
    """An interest in full. `reach` is how the party itself asked to be reached,
    `parts` the titles of the parts.
    """

    line: InterestLine
    legal_form: str | None
    brings: str
    needs: str | None
    people: int | None
    area: str | None
    partners: str | None
    reach: str | None
    part_keys: list[str]
    version: int
    parts: dict[str, str] = field(default_factory=dict)
    members: list[Member] = field(default_factory=list)
    changes: list[ChangeMade] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in a list, whoever asked it."""

    id: int
    kind: str
    tender_id: str | None
    text: str | None
    asked_at: datetime
    answer_by: date
    answer: str | None
    answered_at: datetime | None
    for_all: bool


OPPORTUNITIES = pick(
    Opportunity.id,
    Opportunity.tender_id,
    Opportunity.title,
    Opportunity.state,
    Opportunity.direction,
    Opportunity.version,
    Opportunity.answers_until,
)
JOINED = (
    pick(Interest.opportunity_id, func.count())
    .where(among(col(Interest.opportunity_id), "opportunities"))
    .group_by(col(Interest.opportunity_id))
)
ASKED = (
    pick(Question.opportunity_id, func.count())
    .where(
        col(Question.answered_at).is_(None),
        among(col(Question.opportunity_id), "opportunities"),
    )
    .group_by(col(Question.opportunity_id))
)
INTERESTS = (
    pick(
        Interest.id,
        Code.code,
        Opportunity.tender_id,
        Opportunity.title,
        Party.name,
        Party.kind,
        Interest.state,
        Interest.stored_at,
        Interest.answer_by,
    )
    .join(Party, col(Party.id) == col(Interest.party_id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .outerjoin(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
)
QUESTIONS = pick(
    Question.id,
    Question.kind,
    Opportunity.tender_id,
    Question.text,
    Question.asked_at,
    Question.answer_by,
    Question.answer,
    Question.answered_at,
    Question.for_all,
).outerjoin(Opportunity, col(Opportunity.id) == col(Question.opportunity_id))
MEMBERS = (
    pick(Person.id, Person.language, Address.channel)
    .join(Membership, col(Membership.person_id) == col(Person.id))
    .outerjoin(Address, (col(Address.person_id) == col(Person.id)) & col(Address.gone_at).is_(None))
    .order_by(col(Membership.id), col(Address.used_at).desc())
)
CHANGES = (
    pick(InterestChange.at, InterestChange.actor, InterestChange.field, InterestChange.before)
    .where(InterestChange.interest_id == bindparam("interest"))
    .order_by(col(InterestChange.id).desc())
)


def opportunity_overview(
    unit: Unit, *, state: str | None = None, cut: Cut = WHOLE
) -> Page[OpportunityLine]:
    """List opportunities, in one state or in all, with counts of
    interests and of open questions.
    """
    chosen = OPPORTUNITIES if state is None else OPPORTUNITIES.where(Opportunity.state == state)
    found = page(unit, chosen, col(Opportunity.id), cut)
    here = {"opportunities": [row.id for row in found]}
    joined, asked = (dict(map(tuple, unit.run(count, here))) for count in (JOINED, ASKED))

    def line(row: Any) -> OpportunityLine:
        return OpportunityLine(
            **row._asdict(), interests=joined.get(row.id, 0), questions=asked.get(row.id, 0)
        )

    return found.turned(line)


def opportunity_details(
    unit: Unit, *, opportunity: int, today: date, home: str = ""
) -> OpportunityDetails:
    """Give one opportunity in full; `home` is the organisation's
    municipality. Refuses an unknown one.
    """
    row = get_opportunity(unit, opportunity=opportunity)
    places = (
        select(Place.name)
        .join(OpportunityPlace)
        .where(OpportunityPlace.opportunity_id == opportunity)
    )
    states = (
        pick(Interest.state)
        .where(Interest.opportunity_id == opportunity)
        .order_by(col(Interest.id))
    )
    judged = judge(unit, row, today=today)
    told, between = told_in_all(unit, opportunity=opportunity)
    waiting = select(func.count()).select_from(Question)
    waiting = waiting.where(
        Question.opportunity_id == opportunity, col(Question.answered_at).is_(None)
    )
    owned = {
        model: [_item(item) for item in listed(unit, model, opportunity)]
        for model in (Part, Requirement, Criterion)
    }
    return OpportunityDetails(
        facts=row.model_dump(exclude={"source"}),
        places=list(unit.session.exec(places.order_by(Place.name)).all()),
        parts=owned[Part],
        requirements=owned[Requirement],
        criteria=owned[Criterion],
        lacks=judged.lacks,
        faults=judged.faults,
        warnings=[*judged.warnings, *elsewhere(unit, opportunity=opportunity, home=home)],
        interests=dict(Counter(unit.connection.execute(states).scalars())),
        questions=unit.connection.execute(waiting).scalar_one(),
        told=told,
        told_apart=None if between is None else between.total_seconds(),
    )


def interest_overview(
    unit: Unit, *, opportunity: int | None = None, state: str | None = None, cut: Cut = WHOLE
) -> Page[InterestLine]:
    """List interests: those of one opportunity, in one state, or all."""
    chosen = (
        INTERESTS
        if opportunity is None
        else INTERESTS.where(Interest.opportunity_id == opportunity)
    )
    chosen = chosen if state is None else chosen.where(Interest.state == state)
    return page(unit, chosen, col(Interest.id), cut).turned(lambda row: InterestLine(*row))


def interest_details(unit: Unit, *, interest: int) -> InterestDetails:
    """Give one interest with its members and every change; refuses an unknown one."""
    found = unit.connection.execute(INTERESTS.where(Interest.id == interest)).first()
    if found is None:
        raise Refusal("refusal-unknown", given=str(interest))
    row, party = (
        unit.session.get_one(Interest, interest),
        unit.session.get_one(Party, _party_of(unit, interest)),
    )
    same = {
        name: getattr(row, name)
        for name in ("brings", "needs", "people", "area", "partners", "reach")
    }
    return InterestDetails(
        line=InterestLine(*found),
        legal_form=party.legal_form,
        part_keys=row.part_keys,
        version=row.version,
        parts={part.key: part.title for part in listed(unit, Part, row.opportunity_id)},
        members=_members(unit, party.id),
        changes=_changes(unit, row),
        **same,
    )


def question_overview(
    unit: Unit, *, opportunity: int | None = None, waiting: bool = False, cut: Cut = WHOLE
) -> Page[QuestionLine]:
    """List questions: of one opportunity, only those that wait, or all."""
    chosen = (
        QUESTIONS
        if opportunity is None
        else QUESTIONS.where(Question.opportunity_id == opportunity)
    )
    chosen = chosen.where(col(Question.answered_at).is_(None)) if waiting else chosen
    return page(unit, chosen, col(Question.id), cut).turned(lambda row: QuestionLine(*row))


def _changes(unit: Unit, row: Interest) -> list[ChangeMade]:
    """Every change in order: what a field became is what it was before its next
    change, or what it is now.
    """
    now, changes = row.model_dump(), list[ChangeMade]()
    for change in unit.run(CHANGES, {"interest": row.id}):
        changes.append(
            ChangeMade(change.at, change.actor, change.field, change.before, now.get(change.field))
        )
        now[change.field] = change.before
    return changes[::-1]


def _item(row: Any) -> dict[str, Any]:
    return {name: value for name, value in row._asdict().items() if name not in UNSEEN}


def _party_of(unit: Unit, interest: int) -> int:
    return int(
        unit.connection.execute(pick(Interest.party_id).where(Interest.id == interest)).scalar_one()
    )


def _members(unit: Unit, party: int) -> list[Member]:
    members: dict[int, Member] = {}
    for person, language, channel in unit.connection.execute(
        MEMBERS.where(Membership.party_id == party)
    ):
        member = members.setdefault(person, Member(person, language, []))
        if channel is not None and channel not in member.channels:
            member.channels.append(channel)
    return list(members.values())
