"""A private word with a human, where a colleague answers it in the conversation itself."""

from datetime import datetime

from sqlmodel import bindparam, col, select

from outreach.interests.question import Question
from outreach.store.events import record
from outreach.store.query import update
from outreach.store.unit import Unit

HUMAN = "human"
"""The kind of such a question."""
HUMAN_ASKED_SINCE = (
    select(Question.id)
    .where(
        Question.person_id == bindparam("person"),
        Question.kind == HUMAN,
        Question.asked_at > bindparam("since"),
    )
    .limit(1)
)
HUMAN_ANSWERED = (
    update(Question)
    .where(
        Question.person_id == bindparam("person"),
        Question.kind == HUMAN,
        col(Question.answered_at).is_(None),
    )
    .values(answer=bindparam("said"), answered_at=bindparam("at"))
    .returning(col(Question.id))
)


def has_asked_since(unit: Unit, *, person: int, since: datetime) -> bool:
    """Return True if somebody asked for a human after a moment."""
    return bool(unit.run(HUMAN_ASKED_SINCE, {"person": person, "since": since}).first())


def answer_human(unit: Unit, *, person: int, answer: str) -> None:
    """Take what a colleague wrote in their conversation for the answer to open words to a human."""
    values = {"person": person, "said": answer, "at": unit.now}
    for question in unit.run(HUMAN_ANSWERED, values).scalars():
        record(unit, "question.answered", question=question)
