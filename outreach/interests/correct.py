"""Correct an answer that was given: the old one is kept, and exactly its readers are told."""

from sqlmodel import bindparam, col, or_, select

from outreach.delivery.delivery import Delivery, DeliveryState
from outreach.delivery.mailing import Mailing
from outreach.delivery.planned import MAY_BE_READ, calling_off
from outreach.delivery.quiet import Quiet
from outreach.interests.impersonal import require_impersonal
from outreach.interests.pending import CALLED_OFF
from outreach.interests.question import (
    Question,
    Say,
    corrected_at,
    held_question,
    quoted,
    tell_of_answer,
    update_question,
)
from outreach.interests.tell import Told
from outreach.refusal import Refusal
from outreach.staff.staff import doer
from outreach.store.events import record
from outreach.store.unit import Unit

OF_QUESTION = select(Mailing.id).where(Mailing.question_id == bindparam("question"))
DELIVERY_CALL_OFF_OUTDATED = calling_off(
    col(Delivery.mailing_id).in_(OF_QUESTION),
    reason="send-corrected",
    also=or_(Delivery.state == DeliveryState.FAILED, Delivery.reason == CALLED_OFF),
)
DELIVERY_READ = select(col(Delivery.person_id)).where(
    col(Delivery.mailing_id).in_(OF_QUESTION), col(Delivery.state).in_(MAY_BE_READ)
)


def correct_answer(
    unit: Unit,
    *,
    question: int,
    answer: str,
    public_text: str | None,
    say: Say,
    say_corrected: Say,
    quiet: Quiet,
    read: int | None = None,
    checked: bool = False,
) -> Told:
    """Replace the answer that was given, to all or to one; `public_text` may change too.

    Readers of the first answer get `say_corrected`. Those who have not received it yet get `say`
    instead of the first answer. Refuses if a colleague corrected it after the version that was
    `read`.
    """
    row = _answered(unit, question, read)
    public = public_text or row.public_text
    if public_text and not row.for_all:
        raise Refusal("refusal-answer-private", given=str(question))
    if (answer, public) == (row.answer, row.public_text):
        raise Refusal("refusal-answer-same", given=str(question))
    if row.for_all and not checked:
        require_impersonal(
            unit, f"{public}\n{answer}", opportunity=row.opportunity_id, asker=row.person_id
        )
    row = _replace(unit, row, answer, public)
    had, had_not = _readers(unit, row)
    told = 0
    for name, persons, words in (
        ("notice-corrected", had, say_corrected),
        ("notice-answer", had_not, say),
    ):
        if persons:
            told += tell_of_answer(unit, row, name=name, persons=persons, say=words, quiet=quiet)
    return Told(told, quiet.over(unit.now) if told else None)


def _replace(unit: Unit, row: Question, answer: str, public: str | None) -> Question:
    before = {
        "answer": row.answer,
        "public_text": row.public_text,
        "at": unit.now.isoformat(),
        "by": str(unit.actor),
    }
    earlier = [*row.earlier, before]
    now = update_question(unit, row, earlier=earlier, answer=answer, public_text=public)
    record(unit, "question.corrected", "answer", question=row.id)
    return now


def _answered(unit: Unit, question: int, read: int | None) -> Question:
    row = held_question(unit, question)
    if row.answer is None:
        raise Refusal("refusal-unanswered", given=str(question))
    if read is not None and read != len(row.earlier) + 1:
        who = doer(unit, row.earlier[-1]["by"]) if row.earlier else ""
        at = corrected_at(row.earlier) or row.answered_at
        raise Refusal(
            "refusal-corrected", given=str(question), who=who, at=at, answer=quoted(row.answer)
        )
    return row


def _readers(unit: Unit, row: Question) -> tuple[set[int], set[int]]:
    """Return who had an answer to this question, and who was to get one that is now called off."""
    about = {"question": row.id, "at": unit.now}
    waiting = set(unit.run(DELIVERY_CALL_OFF_OUTDATED, about).scalars())
    had = {person for person in unit.run(DELIVERY_READ, about).scalars() if person is not None}
    return had, {person for person in waiting if person is not None} - had
