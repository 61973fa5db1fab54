"""What staff read of questions: the list, and one with what was said before it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlmodel import bindparam, col

from outreach.interests.question import Question
from outreach.opportunities.card import titles_of
from outreach.opportunities.opportunity import (
    Opportunity,
)
from outreach.parties.consent import permitted
from outreach.refusal import Refusal
from outreach.reports.conversations import SaidLine, SentAlong, said_before, sent_before
from outreach.staff.staff import doer
from outreach.store.page import WHOLE, Cut, Page, page
from outreach.store.query import pick
from outreach.store.unit import Unit


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in a list, without who asked it.

    `remarks` are the requirements of a draft that they cannot meet: its `text`, their `words`.
    """

    id: int
    kind: str
    tender_id: str | None
    text: str | None
    asked_at: datetime
    answer_by: date
    answer: str | None
    answered_at: datetime | None
    for_all: bool
    remarks: list[Any]


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """An answer as it was until somebody corrected it."""

    at: datetime
    actor: str
    answer: str
    public_text: str | None


@dataclass(frozen=True, slots=True)
class QuestionDetails:
    """A question with its earlier answers; with permission also what was said before it.

    `version` counts the answers: 1 is the first, 0 none.
    """

    line: QuestionLine
    public_text: str | None
    version: int
    earlier: list[EarlierAnswer]
    may_read: bool
    lines: list[SaidLine] = field(default_factory=list)


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
    Question.remarks,
).outerjoin(Opportunity, col(Opportunity.id) == col(Question.opportunity_id))
QUESTION = QUESTIONS.where(Question.id == bindparam("question"))
QUESTION_ASKER = pick(
    Question.person_id, Question.asked_at, Question.public_text, Question.earlier, Question.answer
).where(Question.id == bindparam("question"))
OPPORTUNITY_OF_QUESTION = pick(Question.opportunity_id).where(Question.id == bindparam("question"))


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


def question_details(unit: Unit, *, question: int) -> QuestionDetails:
    """Return one question; if its asker allowed it, with the last lines said before it."""
    found = unit.run(QUESTION, {"question": question}).first()
    if found is None:
        raise Refusal("refusal-unknown", given=str(question))
    who = unit.run(QUESTION_ASKER, {"question": question}).one()
    earlier = [
        EarlierAnswer(
            datetime.fromisoformat(item["at"]),
            doer(unit, item["by"]),
            item["answer"],
            item["public_text"],
        )
        for item in who.earlier
    ]
    may_read = _may_read(unit, question, who.person_id)
    lines = said_before(unit, who.person_id, who.asked_at) if may_read else []
    version = 0 if who.answer is None else len(earlier) + 1
    return QuestionDetails(QuestionLine(*found), who.public_text, version, earlier, may_read, lines)


def sent_before_question(unit: Unit, *, question: int) -> list[SentAlong]:
    """Return what its asker sent along before a question, if they allowed to read that."""
    who = unit.run(QUESTION_ASKER, {"question": question}).first()
    if who is None:
        raise Refusal("refusal-unknown", given=str(question))
    if not _may_read(unit, question, who.person_id):
        return []
    return sent_before(unit, person=who.person_id, until=who.asked_at)


def _may_read(unit: Unit, question: int, person: int | None) -> bool:
    """Return True if its asker allowed that the talk before a question is read."""
    return person is not None and str(question) in permitted(unit, person=person).get("talk", ())


def asked_openly(line: QuestionLine) -> QuestionLine:
    """Return a question in a list without its text, and with its answer only if that is public."""
    return replace(line, text=None, remarks=[], answer=line.answer if line.for_all else None)


def question_openly(details: QuestionDetails) -> QuestionDetails:
    """Return a question without the words of its asker."""
    earlier = details.earlier if details.line.for_all else []
    return replace(
        details, line=asked_openly(details.line), earlier=earlier, may_read=False, lines=[]
    )


def titles_asked_about(unit: Unit, *, question: int, languages: Iterable[str]) -> dict[str, str]:
    """Return the title of what a question is about, by language; empty if it is about nothing."""
    opportunity = unit.run(OPPORTUNITY_OF_QUESTION, {"question": question}).scalar()
    if opportunity is None:
        return {}
    return titles_of(unit, opportunity=opportunity, languages=languages)
