"""What was written about one interest, in order: a colleague's words, what its people
answered, and what they heard.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func
from sqlmodel import bindparam, col

from outreach.delivery.delivery import Delivery
from outreach.interests.question import Question
from outreach.interests.write import InterestMessage
from outreach.store.events import Event, doer_at
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Written:
    """One text, and who wrote it, as in events. `question` is the number of an answer
    that came back, or got one.

    `states` tells of a colleague's words what became of them: to how many persons in
    each state of a delivery.
    """

    at: datetime
    actor: str
    text: str
    question: int | None = None
    states: dict[str, int] = field(default_factory=dict)


MESSAGES = (
    pick(InterestMessage.id, InterestMessage.at, InterestMessage.actor, InterestMessage.text)
    .where(InterestMessage.interest_id == bindparam("interest"))
    .order_by(col(InterestMessage.id))
)
ENDS = (
    pick(Delivery.state, func.count())
    .join(Event, col(Event.ids)["mailing"].as_integer() == col(Delivery.mailing_id))
    .where(
        Event.deed == "notice.planned",
        Event.at == bindparam("at"),
        col(Event.ids)["message"].as_integer() == bindparam("message"),
    )
    .group_by(col(Delivery.state))
    .order_by(col(Delivery.state))
)
REPLIES = pick(
    Question.id,
    Question.person_id,
    Question.asked_at,
    Question.text,
    Question.answer,
    Question.answered_at,
).where(Question.interest_id == bindparam("interest"))


def thread(unit: Unit, *, interest: int) -> list[Written]:
    """Give all that was written about an interest, the oldest first."""
    return sorted([*_ours(unit, interest), *_theirs(unit, interest)], key=lambda said: said.at)


def _ours(unit: Unit, interest: int) -> Iterator[Written]:
    for id, at, actor, text in unit.run(MESSAGES, {"interest": interest}):
        states = dict(map(tuple, unit.run(ENDS, {"message": id, "at": at})))
        yield Written(at, actor, text, states=states)


def _theirs(unit: Unit, interest: int) -> Iterator[Written]:
    for id, person, asked_at, text, answer, answered_at in unit.run(
        REPLIES, {"interest": interest}
    ):
        yield Written(asked_at, f"person:{person}", text or "", id)
        if answer is not None:
            yield Written(
                answered_at,
                doer_at(unit, "question.answered", answered_at, question=id),
                answer,
                id,
            )
