"""Nothing is kept longer than it is needed; every term is a setting."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    bindparam,
    func,
    inspect,
    literal,
    literal_column,
    null,
    select,
)
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, and_, case, col, or_

from outreach.attachments.attachment import Attachment
from outreach.conversations.conversation import CONVERSATION_WORDS, Conversation
from outreach.delivery.aside import Aside
from outreach.delivery.delivery import DELIVERY_WORDS, Delivery, DeliveryState
from outreach.delivery.inbound import INBOUND_WORDS, Inbound
from outreach.delivery.mailing import Mailing
from outreach.interests.follower import Follower
from outreach.interests.interest import Interest
from outreach.interests.meets import Beforehand
from outreach.interests.question import ANSWER_WORDS, QUESTION_WORDS, Question
from outreach.mailboxes.end import drop_unconfirmed
from outreach.meetings.attendance import ATTENDANCE_WORDS, Attendance
from outreach.meetings.meeting import Meeting
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import PARTY_WORDS, Party
from outreach.privacy.tombstone import KEPT, Tombstone
from outreach.privacy.words import INTEREST_FORGET
from outreach.receipts.receipt import GivenReceipt
from outreach.store.among import among
from outreach.store.events import record
from outreach.store.portion import PORTION
from outreach.store.query import delete, exists, update
from outreach.store.snag import each, forget_snags, passed_over, untried
from outreach.store.unit import Unit

MONTH = 30.44
NOTHING: ColumnElement[str] = literal_column("''")
"""Written out, because only then does a database use an index of such rows."""


@dataclass(frozen=True, slots=True)
class Term:
    """What is emptied past its term: `find` finds some rows, `empty` deals with `rows`."""

    work: str
    find: Any
    empty: tuple[Any, ...]
    rows: str = "rows"


def _term(work: str, model: type[SQLModel], *where: ColumnElement[bool], **values: Any) -> Term:
    """Make the term of rows for which `where` is true: change them, or delete them.

    It must still be true at the moment of the change.
    """
    number: Any = inspect(model).columns.id
    find = select(number).where(*where, untried(number)).limit(PORTION)
    change = update(model).values(**values) if values else delete(model)
    return Term(work, find, (change.where(among(number, "rows"), *where),))


TALKS = (
    _term(
        "retention.talks",
        Conversation,
        col(Conversation.last_at) < bindparam("before"),
        col(Conversation.dialogue).is_not(None),
        **CONVERSATION_WORDS,
    ),
    _term("retention.beforehand", Beforehand, col(Beforehand.at) < bindparam("before")),
)
"""What was said in a conversation, and stands in nothing that was sent."""
MESSAGES = (
    _term(
        "retention.inbound",
        Inbound,
        col(Inbound.at) < bindparam("before"),
        col(Inbound.text).is_not(None),
        **INBOUND_WORDS,
    ),
    # what belongs to an interest goes when that does
    _term(
        "retention.attachments",
        Attachment,
        col(Attachment.at) < bindparam("before"),
        col(Attachment.interest_id).is_(None),
    ),
    _term("retention.asides", Aside, col(Aside.at) < bindparam("before")),
    _term(
        "retention.deliveries",
        Delivery,
        col(Delivery.done_at) < bindparam("before"),
        col(Delivery.state).not_in((DeliveryState.PLANNED, DeliveryState.CLAIMED)),
        col(Delivery.message).is_not(None),
        **DELIVERY_WORDS,
    ),
    _term(
        "retention.mailings",
        Mailing,
        func.coalesce(col(Mailing.expires_at), col(Mailing.send_at)) < bindparam("before"),
        col(Mailing.state).not_in(("sending", "paused", "late")),
        col(Mailing.texts).is_not(None),
        texts=null(),
    ),
)
MEETING_ENDED = select(col(Meeting.id)).where(Meeting.ends_at < bindparam("before"))
NEEDS = _term(
    "retention.needs",
    Attendance,
    col(Attendance.meeting_id).in_(MEETING_ENDED),
    col(Attendance.needs).is_not(None),
    **ATTENDANCE_WORDS,
)
ATTENDANCES = _term(
    "retention.attendances", Attendance, col(Attendance.meeting_id).in_(MEETING_ENDED)
)
TOMBSTONES = _term("retention.tombstones", Tombstone, col(Tombstone.at) < bindparam("before"))
OPPORTUNITY_ENDED = select(col(Opportunity.id)).where(
    or_(
        Opportunity.decided_at < bindparam("before"),
        and_(Opportunity.state == "withdrawn", Opportunity.changed_at < bindparam("before")),
        # nobody ever decided: the last day to respond counts, or if there is none, the last change
        and_(
            col(Opportunity.decided_at).is_(None),
            func.coalesce(col(Opportunity.answers_until), col(Opportunity.changed_at))
            < bindparam("long_before"),
            Opportunity.changed_at < bindparam("long_before"),
        ),
    )
)
QUESTIONS = _term(
    "retention.questions",
    Question,
    col(Question.answered_at) < bindparam("before"),
    or_(
        col(Question.text).is_not(None),
        and_(col(Question.for_all).is_(False), col(Question.answer).is_not(None)),
    ),
    **QUESTION_WORDS,
    answer=case((col(Question.for_all), col(Question.answer)), else_=ANSWER_WORDS["answer"]),
    earlier=case(
        (col(Question.for_all), col(Question.earlier)), else_=literal(ANSWER_WORDS["earlier"], JSON)
    ),
)
FOLLOWERS = _term("retention.followers", Follower, col(Follower.at) < bindparam("before"))
RECEIPTS_OF_QUESTIONS = _term(
    "retention.receipts",
    GivenReceipt,
    col(GivenReceipt.question_id).in_(
        select(col(Question.id)).where(
            col(Question.text).is_(None), col(Question.answered_at) < bindparam("before")
        )
    ),
)
"""What was confirmed of a question goes when the question does."""
OTHER_INTEREST = aliased(Interest)
INTEREST_KEPT = exists().where(OTHER_INTEREST.party_id == Party.id, OTHER_INTEREST.brings != "")
PARTY_EMPTY = (
    update(Party)
    .where(
        # a group or a firm is no person, and the dossier needs its name
        Party.kind == "resident",
        col(Party.id).in_(
            select(col(Interest.party_id)).where(among(col(Interest.id), "interests"))
        ),
        ~INTEREST_KEPT,
    )
    .values(**PARTY_WORDS)
)
INTERESTS = Term(
    "retention.interests",
    select(col(Interest.id))
    .where(
        col(Interest.opportunity_id).in_(OPPORTUNITY_ENDED),
        col(Interest.brings) != NOTHING,
        untried(col(Interest.id)),
    )
    .limit(PORTION),
    (*INTEREST_FORGET, PARTY_EMPTY),
    rows="interests",
)


def apply_retention(
    unit: Unit,
    *,
    transcript_days: int,
    message_days: int,
    interest_months: int,
    undecided_months: int,
    question_months: int,
    meeting_days: int,
) -> int:
    """Empty some of what is past its term; return how many rows were dealt with.

    An answer given to all stays. At most a portion of each kind of row: if that many were emptied,
    there may be more.
    """
    old = unit.now - timedelta(days=message_days)
    ended = {
        "before": _months_before(unit, interest_months),
        "long_before": _months_before(unit, max(interest_months, undecided_months)),
    }
    talked = unit.now - timedelta(days=transcript_days)
    dealt = sum(_empty(unit, term, before=talked) for term in TALKS)
    dealt += sum(_empty(unit, term, before=old) for term in MESSAGES)
    dealt += _empty(unit, NEEDS, before=unit.now)
    dealt += _empty(unit, ATTENDANCES, before=unit.now - timedelta(days=meeting_days))
    dealt += _empty(unit, TOMBSTONES, before=unit.now - KEPT)
    for term in (QUESTIONS, RECEIPTS_OF_QUESTIONS, FOLLOWERS):
        dealt += _empty(unit, term, before=_months_before(unit, question_months))
    dealt += _empty(unit, INTERESTS, **ended)
    dealt += drop_unconfirmed(unit)
    if dealt:
        record(unit, "retention.applied")
    forget_snags(unit)
    return dealt


def _empty(unit: Unit, term: Term, **moments: datetime) -> int:
    rows = unit.run(term.find, moments | {"passed": passed_over(unit, term.work)}).scalars()

    def empty(some: list[int]) -> None:
        for statement in term.empty:
            unit.run(statement, moments | {term.rows: some})

    each(unit, term.work, rows, empty, number=int)
    return len(rows)


def _months_before(unit: Unit, months: int) -> datetime:
    return unit.now - timedelta(days=MONTH * months)
