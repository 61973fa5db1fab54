"""What staff read of interests: the list, one in full, and what was written about it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import func
from sqlmodel import bindparam, col

from outreach.delivery.delivery import Delivery
from outreach.delivery.mailing import Mailing
from outreach.interests.chosen import STANDING as CONFIRM_STANDING
from outreach.interests.chosen import State as ConfirmState
from outreach.interests.chosen import confirm_state
from outreach.interests.interest import EXTRAS, INTEREST_WORDS, Interest, InterestChange
from outreach.interests.pencil import Outcome
from outreach.interests.plan import FRONT, STANDING, Plan, plan_state
from outreach.interests.plan import State as PlanState
from outreach.interests.question import Question
from outreach.interests.write import InterestMessage
from outreach.opportunities.items import items_of
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.address import Address
from outreach.parties.party import Membership, Party
from outreach.parties.person import Person
from outreach.refusal import Refusal
from outreach.reports.plans import PlanRead, plan_read
from outreach.store.codes import Code
from outreach.store.events import doer_at
from outreach.store.page import WHOLE, Cut, Page, page
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class InterestLine:
    """An interest in a list. A person who was forgotten leaves one without name or reference.

    `unmet` is how many of the requirements its party cannot meet, nor in the other way that is
    offered; None if it answered none. `confirm` tells how it stands with the yes of a chosen party,
    which is asked until `confirm_until`; both are None if none is asked.
    """

    id: int
    reference: str | None
    tender_id: str
    title: str
    party: str
    kind: str
    state: str
    stored_at: datetime
    answer_by: date
    unmet: int | None = None
    plan_state: PlanState | None = None
    confirm: ConfirmState | None = None
    confirm_until: datetime | None = None
    confirmed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A contact person of a party, and the channels that reach them, the one used last first."""

    person: int
    language: str
    channels: list[str]


@dataclass(frozen=True, slots=True)
class ChangeMade:
    """A value before and after a change; `actor` stands as in events: `staff:2`, `person:3`."""

    at: datetime
    actor: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class InterestDetails:
    """An interest in full: `extras` is what the party said, and was told as the reason.

    `parts` are the titles of the parts. `plan` is None until it was sent in.
    """

    line: InterestLine
    legal_form: str | None
    version: int
    extras: dict[str, Any]
    parts: dict[str, str] = field(default_factory=dict)
    members: list[Member] = field(default_factory=list)
    changes: list[ChangeMade] = field(default_factory=list)
    plan: PlanRead | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """One text, and who wrote it, as in events.

    `question` is the number of an answer that came back, or got one. `states` tells what became of
    a colleague's words: to how many persons in each state of a delivery.
    """

    at: datetime
    actor: str
    text: str
    question: int | None = None
    states: dict[str, int] = field(default_factory=dict)


TOLD = ("reason", *EXTRAS)
OPEN_FIELDS = ("state", "kind", "part_keys")
"""Fields of an interest that a resident chose from what we wrote."""
CONFIRMED = CONFIRM_STANDING[:2]
"""What tells how it stands with a yes, beside the state, which stands in `STANDING` too."""
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
        Interest.meets,
        *STANDING,
        *CONFIRMED,
    )
    .join(Party, col(Party.id) == col(Interest.party_id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .outerjoin(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .outerjoin(Plan, col(Plan.interest_id) == col(Interest.id))
    .outerjoin(Outcome, col(Outcome.interest_id) == col(Interest.id))
)
INTEREST = INTERESTS.where(Interest.id == bindparam("interest"))
INTEREST_WITH_PARTY = (
    pick(
        Interest.opportunity_id,
        Interest.party_id,
        Party.legal_form,
        Interest.version,
        Interest.state,
        *(getattr(Interest, name) for name in TOLD),
    )
    .join(Party, col(Party.id) == col(Interest.party_id))
    .where(Interest.id == bindparam("interest"))
)
MEMBERS_OF_PARTY = (
    pick(Person.id, Person.language, Address.channel)
    .join(Membership, col(Membership.person_id) == col(Person.id))
    .where(Membership.party_id == bindparam("party"))
    .outerjoin(
        Address,
        (col(Address.person_id) == col(Person.id))
        & col(Address.gone_at).is_(None)
        & col(Address.beside).is_(None),
    )
    .order_by(col(Membership.id), col(Address.used_at).desc())
)
INTEREST_CHANGES = (
    pick(InterestChange.at, InterestChange.actor, InterestChange.field, InterestChange.before)
    .where(InterestChange.interest_id == bindparam("interest"))
    .order_by(col(InterestChange.id).desc())
)
INTEREST_MESSAGES = (
    pick(InterestMessage.id, InterestMessage.at, InterestMessage.actor, InterestMessage.text)
    .where(InterestMessage.interest_id == bindparam("interest"))
    .order_by(col(InterestMessage.id))
)
DELIVERIES_OF_MESSAGE = (
    pick(Delivery.state, func.count())
    .join(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .where(Mailing.message_id == bindparam("message"))
    .group_by(col(Delivery.state))
    .order_by(col(Delivery.state))
)
QUESTIONS_ABOUT_INTEREST = pick(
    Question.id,
    Question.person_id,
    Question.asked_at,
    Question.text,
    Question.answer,
    Question.answered_at,
).where(Question.interest_id == bindparam("interest"))


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
    return page(unit, chosen, col(Interest.id), cut).turned(partial(_line, now=unit.now))


def interest_details(unit: Unit, *, interest: int) -> InterestDetails:
    """Return one interest with its members and every change; refuses an unknown one."""
    found = unit.run(INTEREST, {"interest": interest}).first()
    if found is None:
        raise Refusal("refusal-unknown", given=str(interest))
    row = unit.run(INTEREST_WITH_PARTY, {"interest": interest}).one()
    extras = {name: getattr(row, name) for name in TOLD}
    plan = plan_read(unit, interest=interest)
    return InterestDetails(
        line=_line(found, unit.now),
        legal_form=row.legal_form,
        version=row.version,
        extras=extras,
        parts={part.key: part.title for part in items_of(unit, "parts", row.opportunity_id)},
        members=_members(unit, row.party_id),
        changes=_changes(
            unit,
            interest,
            {"state": row.state, "party": found.name, "kind": found.kind} | extras,
            plan,
        ),
        plan=plan,
    )


def line_openly(line: InterestLine) -> InterestLine:
    """Return an interest in a list without the name of its party and without its reference."""
    return replace(line, party="", reference=None, unmet=None)


def interest_openly(details: InterestDetails) -> InterestDetails:
    """Return an interest without names and words."""
    return replace(
        details,
        line=line_openly(details.line),
        extras=details.extras | INTEREST_WORDS,
        members=[],
        plan=None,
        changes=[change for change in details.changes if change.field in OPEN_FIELDS],
    )


def thread(unit: Unit, *, interest: int) -> list[Written]:
    """Return all that was written about an interest, the oldest first."""
    return sorted([*_messages(unit, interest), *_answers(unit, interest)], key=lambda said: said.at)


def _line(row: Any, now: datetime) -> InterestLine:
    *facts, meets = row[: -len(STANDING) - len(CONFIRMED)]
    unmet = sum(each.get("can") == "unmet" for each in meets) if meets else None
    confirm = confirm_state(row, now)
    return replace(
        InterestLine(*facts),
        unmet=unmet,
        plan_state=plan_state(row, now),
        confirm=confirm,
        confirm_until=row.confirm_until if confirm else None,
        confirmed_at=row.confirmed_at,
    )


def _changes(
    unit: Unit, interest: int, now: dict[str, Any], plan: PlanRead | None
) -> list[ChangeMade]:
    """Every change in order: a field became what its next change found, or what it is now.

    What a party changed in its plan before it sent that in is its own.
    """
    now = now | (plan.fields if plan else {})
    changes: list[ChangeMade] = []
    for change in unit.run(INTEREST_CHANGES, {"interest": interest}):
        own = change.field.startswith(FRONT) and (plan is None or change.at < plan.sent_at)
        if not own:
            after = now.get(change.field)
            changes.append(ChangeMade(change.at, change.actor, change.field, change.before, after))
        now = now | {change.field: change.before}
    return changes[::-1]


def _members(unit: Unit, party: int) -> list[Member]:
    members: dict[int, Member] = {}
    for person, language, channel in unit.run(MEMBERS_OF_PARTY, {"party": party}):
        member = members.setdefault(person, Member(person, language, []))
        if channel is not None and channel not in member.channels:
            member.channels.append(channel)
    return list(members.values())


def _messages(unit: Unit, interest: int) -> Iterator[Written]:
    """What colleagues wrote, and what became of it."""
    for number, at, actor, text in unit.run(INTEREST_MESSAGES, {"interest": interest}):
        states = unit.run(DELIVERIES_OF_MESSAGE, {"message": number})
        yield Written(at, actor, text, states=dict(map(tuple, states)))


def _answers(unit: Unit, interest: int) -> Iterator[Written]:
    """What members of the party answered, and what they heard."""
    for row in unit.run(QUESTIONS_ABOUT_INTEREST, {"interest": interest}):
        yield Written(row.asked_at, f"person:{row.person_id}", row.text or "", row.id)
        if row.answer is not None:
            who = doer_at(unit, "question.answered", row.answered_at, question=row.id)
            yield Written(row.answered_at, who, row.answer, row.id)
