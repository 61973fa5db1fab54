"""Nothing is kept longer than it is needed; every term is a setting."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    inspect,
    literal,
    literal_column,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col

from outreach.delivery.aside import Aside
from outreach.delivery.delivery import Delivery
from outreach.delivery.inbound import Inbound
from outreach.delivery.mailing import Mailing
from outreach.interests.interest import Interest, InterestChange
from outreach.interests.question import Question
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import Party
from outreach.store.among import among
from outreach.store.events import record
from outreach.store.portion import PORTION
from outreach.store.unit import Unit
from outreach.talks.conversation import Conversation

MONTH = 30.44
NOTHING: ColumnElement[str] = literal_column("''")
"""Written out: only so does a database see that an index of such rows will do."""


def _some(model: type[SQLModel], *where: ColumnElement[bool]) -> Any:
    """Change some rows of which this is true, and still is when it comes to each of them."""
    number: Any = inspect(model).columns.id
    return update(model).where(number.in_(select(number).where(*where).limit(PORTION)), *where).returning(number)


OLD_TALKS = _some(
    Conversation, col(Conversation.last_at) < bindparam("before"), col(Conversation.dialogue).is_not(None)
).values(dialogue=None, about={}, transcript=[], offers={}, beneath=None, asked=None)
OLD_INBOUND = _some(Inbound, col(Inbound.at) < bindparam("before"), col(Inbound.text).is_not(None)).values(
    text=None, media=null()
)
OLD_ASIDES = (
    delete(Aside)
    .where(col(Aside.id).in_(select(col(Aside.id)).where(col(Aside.at) < bindparam("before")).limit(PORTION)))
    .returning(col(Aside.id))
)
OLD_DELIVERIES = _some(
    Delivery,
    col(Delivery.done_at) < bindparam("before"),
    col(Delivery.state).not_in(("planned", "claimed")),
    col(Delivery.message).is_not(None),
).values(message=null())
OLD_MAILINGS = _some(
    Mailing,
    func.coalesce(col(Mailing.expires_at), col(Mailing.send_at)) < bindparam("before"),
    col(Mailing.state).not_in(("sending", "paused", "late")),
    col(Mailing.texts).is_not(None),
).values(texts=null())
ENDED = select(col(Opportunity.id)).where(
    or_(
        col(Opportunity.decided_at) < bindparam("before"),
        and_(col(Opportunity.state) == "withdrawn", col(Opportunity.changed_at) < bindparam("before")),
        and_(  # nobody ever decided: what counts is the last day to respond, or the last change where there is none
            col(Opportunity.decided_at).is_(None),
            func.coalesce(col(Opportunity.answers_until), col(Opportunity.changed_at)) < bindparam("long_before"),
            col(Opportunity.changed_at) < bindparam("long_before"),
        ),
    )
)
ENDED_INTERESTS = (
    select(col(Interest.id))
    .where(col(Interest.opportunity_id).in_(ENDED), col(Interest.brings) != NOTHING)
    .limit(PORTION)
)
OLD_QUESTIONS = _some(
    Question,
    col(Question.answered_at) < bindparam("before"),
    or_(col(Question.text).is_not(None), and_(col(Question.for_all).is_(False), col(Question.answer).is_not(None))),
).values(
    text=None,
    answer=case((col(Question.for_all), col(Question.answer)), else_=None),
    earlier=case((col(Question.for_all), col(Question.earlier)), else_=literal([], JSON)),
)
EMPTY = (
    update(Interest)
    .where(among(col(Interest.id), "interests"))
    .values(brings="", needs=None, people=None, area=None, partners=None, reach=None)
)
EMPTY_CHANGES = delete(InterestChange).where(among(col(InterestChange.interest_id), "interests"))
OTHER = aliased(Interest)
LIVING = exists().where(col(OTHER.party_id) == col(Party.id), col(OTHER.brings) != "")
NAMELESS = (
    update(Party)
    .where(
        col(Party.kind) == "resident",  # a group or a firm is no person, and the dossier needs its name
        col(Party.id).in_(select(col(Interest.party_id)).where(among(col(Interest.id), "interests"))),
        ~LIVING,
    )
    .values(name="")
)


def apply_retention(
    unit: Unit, *, transcript_days: int, message_days: int, interest_months: int, undecided_months: int,
    question_months: int,
) -> int:  # fmt: skip
    """Empty some of what is past its term; returns how many rows were emptied. An answer that was given to all stays.

    Of each kind of row at most a portion: where as many were emptied, there may be more.
    """
    emptied = 0
    for statement, days in (
        (OLD_TALKS, transcript_days), (OLD_INBOUND, message_days), (OLD_ASIDES, message_days),
        (OLD_DELIVERIES, message_days), (OLD_MAILINGS, message_days),
    ):  # fmt: skip
        emptied += len(unit.run(statement, {"before": unit.now - timedelta(days=days)}))
    emptied += len(unit.run(OLD_QUESTIONS, {"before": _months_before(unit, question_months)}))
    ended = {
        "before": _months_before(unit, interest_months),
        "long_before": _months_before(unit, max(interest_months, undecided_months)),
    }
    interests = unit.run(ENDED_INTERESTS, ended).scalars()
    for empty in (EMPTY, EMPTY_CHANGES, NAMELESS) if interests else ():
        unit.connection.execute(empty, {"interests": interests})
    if emptied or interests:
        record(unit, "retention.applied")
    return emptied + len(interests)


def _months_before(unit: Unit, months: int) -> datetime:
    return unit.now - timedelta(days=MONTH * months)
